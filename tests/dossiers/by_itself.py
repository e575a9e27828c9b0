"""What nobody presses a button for: the program's own acts, and a calendar that is announced."""

from datetime import datetime, timedelta
from uuid import uuid4

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN, lines_of, year_of
from motcua.core.clock.years import Line
from motcua.core.flow import (
    Act,
    Command,
    DraftApology,
    HandBox,
    Home,
    PresumeConsent,
    State,
    TransferOffice,
)
from motcua.core.flow.offered import decided
from motcua.dossiers.asked import Asked, Outcome
from motcua.dossiers.contexts import context_for
from motcua.dossiers.holders import answering_office
from motcua.dossiers.models import Dossier
from motcua.dossiers.services.performing import Order, perform
from motcua.identity.services.calendars import enter_year
from motcua.identity.services.program import program_actor
from motcua.organization.calendars import national
from motcua.organization.selectors import office_by_id
from motcua.organization.services.calendars import Announced
from office import Office

TITLE = "Việc của chương trình"


def due_by_itself(dossier: Dossier, at: datetime) -> dict[Act, Command]:
    """What the program might do with it by then: somebody left whose box it lies in, an office
    ended that held a step, a body kept silence that the law takes for consent, it will be late."""
    state = State.from_json(dossier.flow)
    route = catalogue.process(dossier.process_id).route
    day = at.astimezone(VN).date().isoformat()
    found: dict[Act, Command] = {}
    for step in state.open:
        if step.assignee:
            found[Act.HAND_BOX] = HandBox(step=step.key, assignee="")
        here = office_by_id(answering_office(dossier.office_id, state)).slug
        spec = route.step(step.key)
        home = Home(step.key, here, spec.department or "", spec.position)
        if home not in state.homes:
            found[Act.TRANSFER_OFFICE] = TransferOffice(state.office, (home,))
    for one in state.opinions:
        if one.article and one.due_on < day:
            found[Act.PRESUME_CONSENT] = PresumeConsent(ordinal=one.ordinal)
    if will_be_late(dossier, state, at):
        found[Act.DRAFT_APOLOGY] = DraftApology()
    return found


def will_be_late(dossier: Dossier, state: State, at: datetime) -> bool:
    """Whether an apology is to be drafted then."""
    owner = answering_office(dossier.office_id, state)
    context = context_for(
        version_id=dossier.procedure_version_id,
        process_id=dossier.process_id,
        calendar_edition=dossier.calendar_edition,
        at=at,
        by=program_actor(owner, TITLE),
        case=state.case,
        office_id=owner,
    )
    return decided(state, DraftApology(), context) is None


def does(dossier: Dossier, act: Act, command: Command, at: datetime) -> Outcome:
    """The program does it."""
    owner = answering_office(dossier.office_id, State.from_json(dossier.flow))
    asked = Asked(dossier.pk, dossier.head_seq, at, program_actor(owner, TITLE))
    return perform(act, [asked], lambda one, row: Order(command), key=uuid4())[0]


def announce(office: Office, received_at: datetime) -> None:
    """The administrator enters a day off more, within the term of what was received then, while
    there is one to enter."""
    known = year_of(national(), received_at.year)
    days = (received_at.date() + timedelta(days=n) for n in range(2, 30))
    day = next((day for day in days if day.weekday() < 5 and day not in known.off), None)
    if day is None:
        return
    lines = (*lines_of(known.off), Line(day, day, "nghỉ bão"))
    asked = Announced(day.year, lines, lines_of(known.work), "Văn bản số 12/TB", True)
    at = received_at.astimezone(VN)
    enter_year(office.people["admin"], asked, base=national().edition, at=at)

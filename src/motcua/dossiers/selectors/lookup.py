"""What anyone may know of a dossier from its code: where it stands, never whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.forms_to_fill import current, forms_for
from motcua.catalogue.rows import FormRow, VersionRow
from motcua.core.clock import VN
from motcua.core.codes import DossierCode, NotACode, verify_check
from motcua.core.flow import NationalState, State, national_state
from motcua.dossiers.models import Dossier
from motcua.dossiers.models.dossier import ResultBy, Stage
from motcua.dossiers.selectors.doors import Door, doors
from motcua.dossiers.selectors.faces import Face
from motcua.dossiers.selectors.page import face_of, handling_name
from motcua.organization.calendars import edition_source
from motcua.organization.selectors import OfficeRow, office_by_id, office_on


@dataclass(frozen=True, slots=True)
class Lookup:
    """The public answer. Holders are departments and offices, never persons.

    Without the slip's check characters (`full` False), and for procedures marked sensitive, only
    state, dates and the department now holding it are filled; `procedure` and `doors` are empty.
    `moved_from` is the due time before a calendar announced since moved it, on that paper.
    `office` issued the slip, under its name of that day; `handled_by` answers for it since.
    `national` is the state the National Public Service Portal knows it in. `outcome` tells a
    refusal from a result; of a sensitive procedure it stays empty. `desk` is where the answer
    waits, `by_post` that it is sent instead. `forms` are those to fill in for the papers asked for,
    told to whoever has the slip.
    """

    code: str
    office: str
    stage: str
    received_at: datetime
    due_at: datetime | None
    due_provisional: bool
    paused_since: datetime | None
    promised_at: datetime | None
    finished_at: datetime | None
    returned_at: datetime | None
    face: Face
    national: NationalState
    holder: str
    full: bool
    procedure: str = ""
    doors: Sequence[Door] = ()
    supplements: int = 0
    moved_from: datetime | None = None
    moved_because: str = ""
    handled_by: str = ""
    outcome: str = ""
    desk: str = ""
    by_post: bool = False
    forms: Sequence[FormRow] = ()


def public_lookup(code: str, check: str | None, at: datetime, secret: bytes) -> Lookup | None:
    """The answer for `code`, or None: unknown, malformed and foreign codes look the same.

    `check` are the four characters of the slip; wrong ones count as none. Of a void dossier doors
    tell that it is void, with the slip or without, and nothing else. Two queries.
    """
    try:
        wanted = str(DossierCode.parse(code))
    except NotACode:
        return None
    dossier = Dossier.objects.filter(code=wanted).exclude(stage=Stage.INTAKE_REFUSED).first()
    with_slip = bool(check) and verify_check(wanted, check or "", secret)
    if dossier is None:
        return None
    version = catalogue.version(dossier.procedure_version_id)
    full = with_slip and not version.sensitive and dossier.stage != Stage.VOID
    way = doors(dossier, at)
    moved_from = _moved_from(dossier)
    return Lookup(
        code=dossier.code,
        office=office_on(dossier.office_id, dossier.received_at.astimezone(VN).date()).name,
        handled_by=handling_name(dossier),
        stage=dossier.stage,
        received_at=dossier.received_at.astimezone(VN),
        due_at=_local(dossier.due_at),
        due_provisional=dossier.due_provisional,
        paused_since=_local(dossier.paused_since),
        promised_at=_local(dossier.promised_at),
        finished_at=_local(dossier.finished_at),
        returned_at=_local(dossier.returned_at),
        face=face_of(dossier, at),
        holder="" if version.sensitive else ", ".join(d.who for d in way if d.state == "here"),
        full=full,
        procedure=version.name if full else "",
        doors=way if full else (),
        supplements=dossier.supplements if full else 0,
        moved_from=moved_from,
        national=national_state(State.from_json(dossier.flow)),
        moved_because=edition_source(dossier.calendar_edition) if moved_from else "",
        outcome="" if version.sensitive else dossier.outcome,
        desk=_desk(office_by_id(dossier.handled_by_id or dossier.office_id)),
        by_post=dossier.result_by == ResultBy.POST,
        forms=_forms(dossier, version, at) if full else (),
    )


def _desk(office: OfficeRow) -> str:
    """Where an answer is fetched: the desk with its address, as far as the office named them."""
    return ", ".join(part for part in (office.desk_name, office.address) if part)


def _forms(dossier: Dossier, version: VersionRow, at: datetime) -> Sequence[FormRow]:
    """The forms in force today for the papers its owner is asked for, each once. No query once the
    catalogue of the day is read."""
    state = State.from_json(dossier.flow)
    if dossier.stage != Stage.AWAITING_SUPPLEMENT:
        return ()
    case = state.case
    asked = catalogue.version_in_case(version.id, case).components
    forms = current(version, at.astimezone(VN).date()).forms
    found = [
        form
        for paper in asked
        if paper.ordinal in state.asked_items
        for form in forms_for(paper.name, forms, case)
    ]
    return tuple(dict.fromkeys(found))


def _moved_from(dossier: Dossier) -> datetime | None:
    """The due time before a calendar moved it; nothing once that no longer matters."""
    state = State.from_json(dossier.flow)
    return state.moved_from if state.finished_at is None else None


def _local(moment: datetime | None) -> datetime | None:
    return moment and moment.astimezone(VN)

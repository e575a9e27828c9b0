"""An apology written before it is late: by the program, for the head to sign or to be dropped."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from uuid import UUID, uuid4

from motcua.core.clock import VN, WORKING_DAY, add_working_minutes
from motcua.core.flow import Act, DraftApology, DropApology, State
from motcua.core.flow.offered import decided
from motcua.dossiers.asked import Asked, Done, Outcome
from motcua.dossiers.contexts import context_for
from motcua.dossiers.holders import answering_office
from motcua.dossiers.models import Dossier
from motcua.dossiers.models.dossier import Stage
from motcua.dossiers.reasons import WAITS_FOR_OTHERS
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.services.wording import worded
from motcua.identity.actors import Actor
from motcua.identity.services.program import program_actor
from motcua.jobs import runs
from motcua.organization.selectors import calendar_of, offices

NAME = "dossiers.apologies"
TITLE = "Soạn phiếu xin lỗi"


def draft_apology(
    asked: Sequence[Asked], *, reason: str = "", key: UUID, whole: bool = False
) -> list[Outcome]:
    """An apology is laid before the head. Done by the program alone.

    Refused: clock_paused, wrong_stage, already_apologised, apology_waits, apology_dropped,
    fits_in_time.
    """
    command = DraftApology(reason=reason)
    return perform(Act.DRAFT_APOLOGY, asked, lambda one, row: Order(command), key=key, whole=whole)


def drop_apology(
    asked: Sequence[Asked], *, reason: str, key: UUID, whole: bool = False
) -> list[Outcome]:
    """Whoever works on it or leads drops the draft. Refused: no_apology_draft, no_reason,
    wrong_stage."""
    words, digests = worded("reason", [reason])
    command = DropApology(texts=digests)
    return perform(
        Act.DROP_APOLOGY, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def draft_apologies(at: datetime) -> int:
    """Draft one for every dossier that will be late within a working day; answers how many.

    Safe twice and beside another who does the same: whoever comes second finds it drafted. One
    query where none is due so soon; about 0.3 ms for each that is, and one act for all of a reason.
    """
    by = cache(lambda office: program_actor(office, TITLE))
    late: dict[str, list[Asked]] = {"": [], WAITS_FOR_OTHERS: []}
    for row in _soon(at):
        state = State.from_json(row.flow)
        reason = WAITS_FOR_OTHERS if state.opinions else ""
        moment = max(at, row.changed_at).astimezone(VN)
        answers = answering_office(row.office_id, state)
        if _will_be_late(row, state, reason, answers, by(answers), moment):
            late[reason].append(Asked(row.pk, row.head_seq, moment, by(answers)))
    outcomes = [
        one
        for reason, asked in late.items()
        for one in (draft_apology(asked, reason=reason, key=uuid4()) if asked else ())
    ]
    return sum(isinstance(one, Done) for one in outcomes)


def go_round(now: datetime, at: datetime) -> int:
    """Draft what is due and remember how it went; answers how many. `now` is the machine's clock,
    `at` the office's time. What breaks is remembered and raised."""
    try:
        drafted = draft_apologies(at)
    except Exception as error:
        runs.failed(NAME, now, f"{type(error).__name__}: {error}")
        raise
    runs.succeeded(NAME, now, f"{drafted} phiếu xin lỗi.")
    return drafted


def _soon(at: datetime) -> Iterator[Dossier]:
    """What is being worked on and due within a working day of any office, without an apology."""
    ends = [add_working_minutes(calendar_of(one.id), at, WORKING_DAY) for one in offices()]
    until = max((end for end in ends if end is not None), default=at)
    rows = Dossier.objects.filter(
        stage=Stage.IN_PROGRESS, promised_at=None, due_at__gte=at, due_at__lte=until
    )
    return iter(rows.exclude(flow__has_key="apology_until").order_by("id"))


def _will_be_late(
    row: Dossier, state: State, reason: str, answers: int, by: Actor, moment: datetime
) -> bool:
    context = context_for(
        version_id=row.procedure_version_id,
        process_id=row.process_id,
        calendar_edition=row.calendar_edition,
        at=moment,
        by=by,
        case=state.case,
        office_id=answers,
    )
    return decided(state, DraftApology(reason), context) is None

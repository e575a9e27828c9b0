"""Take over dossiers as a register kept them, with the times it says."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import transaction

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.selectors import ProcessRow, VersionRow
from motcua.core.clock import VN, ClockError
from motcua.core.flow import Act, Command, TakeOver, decide
from motcua.core.flow.deciding.importing import faults, is_late
from motcua.core.flow.events import Imported
from motcua.core.refusal import Refused
from motcua.dossiers.asked import FromRegister, Intake, Outcome
from motcua.dossiers.contexts import context_for
from motcua.dossiers.digests import papers_digest
from motcua.dossiers.rows.beginning import Declared
from motcua.dossiers.rows.locking import leave_numbers
from motcua.dossiers.rows.recording import Words
from motcua.dossiers.services.beginning import Beginning, begin, digests
from motcua.dossiers.services.wording import worded
from motcua.organization.selectors import calendar_of


@transaction.atomic
def take_over(intakes: Sequence[Intake], *, key: UUID, whole: bool = True) -> list[Outcome]:
    """Dossiers of a register become dossiers here, each event marked by its first, `imported`.

    `recorded_at` is the moment of the import, against which nothing may lie in the future. Three
    round trips, whatever the number. Refused: not_your_act, not_offered, no_owner, clock, and the
    faults of `core.flow.deciding.importing`. Raises IntegrityError for a code that is here already.
    """
    leave_numbers([intake for intake in intakes if intake.given_code])
    return begin(Beginning(Act.TAKE_OVER, Handled(), _order), intakes, key=key, whole=whole)


def take_over_command(
    intake: Intake, parties: Sequence[Declared] = (), salt: bytes = b""
) -> TakeOver:
    """The command of a row without its words; what a dry run judges it by."""
    kept = intake.register or FromRegister()
    return TakeOver(
        received_at=intake.at.astimezone(VN),
        channel=intake.channel,
        parties=digests(parties),
        papers=papers_digest(intake.papers, salt),
        due_at=kept.due_at,
        finished_at=kept.finished_at,
        returned_at=kept.returned_at,
        outcome=kept.outcome,
        overdue_reason=kept.overdue_reason,
        code_given=bool(kept.code),
    )


class Handled:
    """As offices handle what they are asked, looked up once for each procedure, office and day; a
    dossier older than the catalogue goes by its first process. For one act: never kept."""

    def __init__(self) -> None:
        self._found: dict[tuple[int, int, date], ProcessRow | None] = {}

    def __call__(self, intake: Intake) -> tuple[VersionRow, ProcessRow]:
        """Raises Refused("not_offered")."""
        version = catalogue.version(intake.version_id)
        day = max(intake.at.astimezone(VN).date(), version.effective_on)
        place = version.id, intake.by.office_id, day
        if place not in self._found:
            self._found[place] = catalogue.process_for(*place)
        process = self._found[place]
        if process is None:
            raise Refused("not_offered", procedure=version.name)
        return version, process


def _order(
    intake: Intake, parties: Sequence[Declared], salt: bytes
) -> tuple[Command, Sequence[Words]]:
    kept = intake.register or FromRegister()
    words, texts = worded("note", kept.notes)
    return replace(take_over_command(intake, parties, salt), texts=texts), words


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a row would come to: its faults by column, and whether it is overdue."""

    faults: Sequence[tuple[str, Refused]]
    late: bool = False


def judged(intake: Intake, handled: Handled) -> Judgement:
    """All faults of a row at once, as `take_over` would refuse them one by one. Writes nothing."""
    try:
        version, process = handled(intake)
    except Refused as refused:
        return Judgement([("procedure_code", refused)])
    now = intake.recorded_at or intake.at
    context = context_for(
        version_id=version.id,
        process_id=process.id,
        calendar_edition=calendar_of(intake.by.office_id).edition,
        at=now,
        by=intake.by,
    )
    command = take_over_command(intake)
    found = [(column, Refused(code)) for column, code in faults(command, context)]
    if found:
        return Judgement(found)
    due = command.due_at
    try:
        if due is None:
            taken = decide(None, command, context)[0]
            due = taken.due_at if isinstance(taken, Imported) else None
    except ClockError:
        return Judgement([("due_at", Refused("no_due"))])
    return Judgement((), late=is_late(due, command.finished_at, context.minute))

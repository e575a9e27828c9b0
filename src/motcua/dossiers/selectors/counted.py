"""Dossiers a figure counted, one by one: as they are, or as they were known at a moment.

Without people: their code, procedure, times, and how late they were.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN, working_minutes
from motcua.core.flow import Stage, State
from motcua.core.movements import NOT_RECEIVED
from motcua.core.tally import judge
from motcua.dossiers.behind import RESOLVED, Facts, Promise, Stretch, Which, counts
from motcua.dossiers.reasons import reason_words
from motcua.dossiers.selectors.faces import WORKING_DAY_MINUTES
from motcua.dossiers.selectors.known import Known, known
from motcua.organization.selectors import calendar_of


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier behind a figure: no person. `late_minutes`: working minutes over the due time;
    `entered_late`: typed in from a slip written by hand (nhập bù)."""

    code: str
    procedure: str
    received_at: datetime
    due_at: datetime | None
    finished_at: datetime | None
    late_minutes: int
    reason: str
    entered_late: bool = False

    @property
    def late_days(self) -> int:
        """Whole working days over the due time."""
        return self.late_minutes // WORKING_DAY_MINUTES


READ = (
    "id", "code", "office_id", "procedure_version_id", "channel", "received_at", "due_at",
    "finished_at", "overdue_reason", "flow__late",
)  # fmt: skip
"""What `facts_of` reads of a row."""


def facts_of(row: tuple[Any, ...]) -> Facts:
    """The facts of a row, read as `READ`."""
    *before, channel, received_at, due_at, finished_at, reason, late = row
    key, code, office_id, version_id = before
    field = catalogue.version(version_id).field
    return Facts(
        key, code, office_id, version_id, field, channel, received_at, due_at, finished_at, reason,
        entered_late=bool(late),
    )  # fmt: skip


def known_facts(
    office_ids: Sequence[int],
    over: Stretch,
    which: Which,
    at: datetime,
    only: Collection[int] | None = None,
) -> list[Facts]:
    """What a figure counted by what was written until `at`, in no order; `only`: no others than
    these, by row. Replays every dossier of the offices."""
    until = min(over.to_at, max(over.judged_at, over.from_at))
    voided = which.over == "voided"
    told = (
        one
        for one in known(office_ids, until, at)
        if one.standing.stage not in NOT_RECEIVED and (one.standing.stage == Stage.VOID) is voided
    )
    facts = map(_of_known, told)
    found = [one for one in facts if counts(one, over, which)]
    return found if only is None else [one for one in found if one.id in only]


def line_of(row: Facts, judged_at: datetime) -> Line:
    """The line of a dossier, judged at a moment. No query once the catalogue is read."""
    standing = judge(row.due_at, row.finished_at, judged_at)
    finished = row.finished_at if row.finished_at and standing in RESOLVED else None
    end = (finished or judged_at).astimezone(VN)
    due = row.due_at.astimezone(VN) if row.due_at else None
    late = working_minutes(calendar_of(row.office_id), due, end) if due and end > due else 0
    return Line(
        code=row.code,
        procedure=catalogue.version(row.version_id).name,
        received_at=row.received_at.astimezone(VN),
        due_at=due,
        finished_at=finished.astimezone(VN) if finished else None,
        late_minutes=late,
        reason=reason_words(row.reason) if row.reason else "",
        entered_late=row.entered_late,
    )


def _of_known(one: Known) -> Facts:
    stood = one.standing
    return Facts(
        one.id, one.code, stood.office_id, stood.version_id,
        catalogue.version(stood.version_id).field, stood.channel, stood.received_at, stood.due_at,
        stood.finished_at, one.overdue_reason, one.entered_late, _broken(one.state),
    )  # fmt: skip


def _broken(state: State) -> frozenset[Promise]:
    told = {
        Promise.AGAIN: state.supplements >= 2,
        Promise.GUIDED: state.guided_at is not None,
        Promise.OUTSIDE: state.asked_outside,
    }
    return frozenset(promise for promise, broken in told.items() if broken)

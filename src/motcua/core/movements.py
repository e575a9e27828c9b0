"""What one dossier adds to the tallies: the movements that its state stands for.

A tally is a sum of these over dossiers. An act adds what the state after it stands for and takes
away what the state before it stood for, so that undoing, reopening, late entries and moved due
times need no rule of their own, and reach the days they belong to.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from motcua.core.clock import VN
from motcua.core.flow.state import BEFORE_INTAKE, Stage
from motcua.core.tally import Standing, settle

SECOND_HALF = 15
"""The day the second half of a month begins: reports close on the 14th (NĐ 09/2019, article 12)
or at the month's end, so that every such period is a whole number of halves."""

NOT_RECEIVED = BEFORE_INTAKE | {Stage.INTAKE_REFUSED}
"""What no report counts as received, on no line."""


class Movement(StrEnum):
    """What is counted. Late at a moment is what fell due by then, less what was settled late."""

    RECEIVED = "received"
    EARLY = "early"
    ON_TIME = "on_time"
    OVERDUE = "overdue"
    FELL_DUE = "fell_due"
    SETTLED_LATE = "settled_late"
    VOIDED = "voided"


SETTLED = {
    Standing.EARLY: Movement.EARLY,
    Standing.ON_TIME: Movement.ON_TIME,
    Standing.OVERDUE: Movement.OVERDUE,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One movement of one dossier on a day; `fell_due` may lie ahead, and counts from then on."""

    movement: Movement
    on: date


def marks(
    stage: Stage, received_at: datetime, due_at: datetime | None, finished_at: datetime | None
) -> Sequence[Mark]:
    """What a dossier stands for. `received_at` is the receipt's own moment, whatever its clock
    counts from. Judged as `core.tally.settle` does; days are those of Việt Nam."""
    if stage in NOT_RECEIVED:
        return ()
    received = received_at.astimezone(VN).date()
    if stage is Stage.VOID:
        return (Mark(Movement.VOIDED, received),)
    return (Mark(Movement.RECEIVED, received), *_settled(due_at, finished_at))


def _settled(due_at: datetime | None, finished_at: datetime | None) -> Sequence[Mark]:
    due = None if due_at is None else due_at.astimezone(VN).date()
    if finished_at is None:
        return () if due is None else (Mark(Movement.FELL_DUE, due),)
    finished = finished_at.astimezone(VN).date()
    standing = settle(due_at, finished_at)
    settled = Mark(SETTLED[standing], finished)
    if standing is not Standing.OVERDUE or due is None:
        return (settled,)
    return (settled, Mark(Movement.FELL_DUE, due), Mark(Movement.SETTLED_LATE, finished))


def half(day: date) -> date:
    """The first day of the half-month a day lies in: the 1st or the 15th."""
    return day.replace(day=1 if day.day < SECOND_HALF else SECOND_HALF)


def begins_half(day: date) -> bool:
    """Whether a half-month begins on that day."""
    return day == half(day)

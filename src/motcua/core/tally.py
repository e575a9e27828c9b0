"""How a dossier stands at a moment, and sums of such standings.

The rules every report shares: a finished dossier is judged by when its result was ready, never by
when it was fetched; an open one by whether its due time has passed at the moment of judging.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from motcua.core.clock import VN

_MINUTE = timedelta(minutes=1)


class Standing(StrEnum):
    """The classes of reports; exactly one holds for a dossier that was received."""

    EARLY = "early"
    ON_TIME = "on_time"
    OVERDUE = "overdue"
    PENDING_IN_TIME = "pending_in_time"
    PENDING_OVERDUE = "pending_overdue"


def judge(due_at: datetime | None, finished_at: datetime | None, as_of: datetime) -> Standing:
    """Times are cut to the minute; early means finished on a day before the due day.

    Finished after `as_of` is still open then (`closing` says where that begins). A due time equal
    to the moment of judging has not passed. Without a due time (the clock stands still, or the law
    names none) it is in time; one that was overdue before its pause began keeps its due time and is
    judged by it.
    """
    if finished_at is not None and _cut(finished_at) < closing(as_of):
        return settle(due_at, finished_at)
    late = due_at is not None and _cut(due_at) < _cut(as_of)
    return Standing.PENDING_OVERDUE if late else Standing.PENDING_IN_TIME


def settle(due_at: datetime | None, finished_at: datetime) -> Standing:
    """How what is finished was finished, whenever that is asked."""
    if due_at is None:
        return Standing.ON_TIME
    due, finished = _cut(due_at), _cut(finished_at)
    if finished > due:
        return Standing.OVERDUE
    return Standing.EARLY if finished.date() < due.date() else Standing.ON_TIME


def closing(as_of: datetime) -> datetime:
    """What is finished before this is finished at `as_of`: its own minute counts, but midnight is
    the end of a day, and what is finished then belongs to the next."""
    minute = _cut(as_of)
    return minute if minute == as_of and not (minute.hour or minute.minute) else minute + _MINUTE


def _cut(moment: datetime) -> datetime:
    return moment.astimezone(VN).replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of dossiers by standing. Tallies add up; received = settled + pending always."""

    early: int = 0
    on_time: int = 0
    overdue: int = 0
    pending_in_time: int = 0
    pending_overdue: int = 0

    @classmethod
    def of(cls, standings: Iterable[Standing]) -> "Tally":
        """Counts each once."""
        return cls(**Counter(standing.value for standing in standings))

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.early + other.early,
            self.on_time + other.on_time,
            self.overdue + other.overdue,
            self.pending_in_time + other.pending_in_time,
            self.pending_overdue + other.pending_overdue,
        )

    @property
    def settled(self) -> int:
        """Finished by the moment of judging: results, refusals as results, withdrawals."""
        return self.early + self.on_time + self.overdue

    @property
    def pending(self) -> int:
        """Open at the moment of judging."""
        return self.pending_in_time + self.pending_overdue

    @property
    def received(self) -> int:
        """All of them."""
        return self.settled + self.pending

    @property
    def late(self) -> int:
        """Overdue, finished or not: the overdue column of the quarterly form."""
        return self.overdue + self.pending_overdue

    @property
    def in_time(self) -> int:
        """All that are not late: the on-time column of the quarterly form."""
        return self.received - self.late

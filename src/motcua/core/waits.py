"""Waiting times: whose a stretch of working time was, and how such times spread.

Time is working time by the office's calendar. What stood still for the citizen is the citizen's,
what stood still for another body is elsewhere; the rest is the office's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua.core.clock import Calendar, Pause, working_minutes

LEAST_TOLD = 10
"""Fewer dossiers are told to nobody outside: somebody could be recognized, and a 90th percentile
of fewer is the slowest of them."""


class Share(StrEnum):
    """Whose the time of a halt is. `closed`: between an end and a reopening, nobody's."""

    CITIZEN = "citizen"
    ELSEWHERE = "elsewhere"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Halt:
    """A pause and whose time it is; open while `end` is None."""

    start: datetime
    end: datetime | None
    share: Share


@dataclass(frozen=True, slots=True)
class Split:
    """Working minutes by whose they were."""

    office: int
    citizen: int = 0
    elsewhere: int = 0

    @property
    def served(self) -> int:
        """What one waited that was not for oneself: the office's and elsewhere."""
        return self.office + self.elsewhere


def split(calendar: Calendar, start: datetime, end: datetime, halts: Sequence[Halt] = ()) -> Split:
    """The working minutes of `[start, end)`. Where halts overlap, nobody's time goes before the
    citizen's, and that before time elsewhere. A few µs without halts, four times that with any.

    Raises ClockError where the calendar has no data.
    """
    if not halts:
        return Split(working_minutes(calendar, start, end))
    left = [working_minutes(calendar, start, end, _of(halts, *given)) for given in _TAKEN]
    open_to_all, after_citizen, office = left
    return Split(office, open_to_all - after_citizen, after_citizen - office)


_TAKEN = (
    (Share.CLOSED,),
    (Share.CLOSED, Share.CITIZEN),
    (Share.CLOSED, Share.CITIZEN, Share.ELSEWHERE),
)


def _of(halts: Sequence[Halt], *shares: Share) -> Sequence[Pause]:
    return [Pause(halt.start, halt.end) for halt in halts if halt.share in shares]


@dataclass(frozen=True, slots=True)
class Spread:
    """How `count` times lie: half took no longer than the median, nine of ten no longer than the
    90th percentile. Both are times that were measured, none between two of them."""

    count: int
    median: int
    ninetieth: int


def percentile(ordered: Sequence[int], share: int) -> int:
    """The least of `ordered` (rising, not empty) that `share` per cent do not exceed; what
    PostgreSQL calls percentile_disc. Raises ValueError for none, or a share outside 1 to 100."""
    if not ordered or not 1 <= share <= 100:
        raise ValueError("percentile of nothing, or no share")
    return ordered[-(-len(ordered) * share // 100) - 1]


def spread(times: Iterable[int]) -> Spread | None:
    """The spread of times in any order; None for none."""
    ordered = sorted(times)
    if not ordered:
        return None
    return Spread(len(ordered), percentile(ordered, 50), percentile(ordered, 90))


def told(found: Spread | None) -> Spread | None:
    """What may be said in public: nothing that rests on fewer than `LEAST_TOLD`."""
    return found if found is not None and found.count >= LEAST_TOLD else None

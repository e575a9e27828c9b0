"""Why this time, told in few lines: the clock's stretches, with nights and weekends folded in."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from motcua.core.clock import Calendar, Stretch, working_minutes
from motcua.core.clock.calendar import FREE_TIME, NO_SESSIONS, WEEKEND
from motcua.core.clock.explain import AFTER_HOURS, MOVED_ON, RECEIPT_DAY

FOLDED = frozenset({FREE_TIME, WEEKEND, NO_SESSIONS})
NOT_SAID = FOLDED | {RECEIPT_DAY.reason, MOVED_ON.reason, AFTER_HOURS.reason}


@dataclass(slots=True)
class Line:
    """One row of the table. `minutes` is working time when counted (None where days are counted);
    `weekends` are the free days folded in; `now` marks the line the present lies in.
    """

    counted: bool
    reason: str
    source: str
    start: datetime
    end: datetime | None
    minutes: int | None = None
    days: int = 0
    weekends: list[datetime] = field(default_factory=list)
    now: bool = False


def lines(stretches: Sequence[Stretch], calendar: Calendar, at: datetime) -> Sequence[Line]:
    """The rows from receipt to due, at most a handful. No query.

    Working stretches that only nights and weekends part become one; holidays, pauses and waiting
    for the counting to begin keep a row each.
    """
    found: list[Line] = []
    by_days = _counts_days(stretches)
    for stretch in stretches:
        folded = not stretch.counted and stretch.reason in FOLDED
        last = found[-1] if found else None
        if last is not None and _joins(last, stretch, folded):
            _extend(last, stretch, folded)
        elif not folded or last is None:
            found.append(_line(stretch))
    for line in found:
        _finish(line, calendar, at, by_days)
    return found


def skipped_words(stretches: Sequence[Stretch]) -> str:
    """What lies on the way and is not counted: `4 ngày cuối tuần và Giỗ Tổ Hùng Vương 06/04`."""
    weekends = {
        day
        for stretch in stretches
        if not stretch.counted and stretch.reason == WEEKEND and stretch.end is not None
        for day in _days_of(stretch)
    }
    others: dict[str, datetime] = {}
    for stretch in stretches:
        if not stretch.counted and stretch.reason not in NOT_SAID:
            others.setdefault(stretch.reason, stretch.start)
    said = [f"{len(weekends)} ngày cuối tuần"] if weekends else []
    said += [f"{reason} {start:%d/%m}" for reason, start in others.items()]
    return (
        said[0] if len(said) == 1 else " và ".join([", ".join(said[:-1]), said[-1]]) if said else ""
    )


def _days_of(stretch: Stretch) -> Sequence[date]:
    last = stretch.end or stretch.start
    days = max(1, (last - stretch.start).days)
    return [(stretch.start + timedelta(days=n)).date() for n in range(days)]


def total_minutes(found: Sequence[Line]) -> int:
    """The counted working time of all lines."""
    return sum(line.minutes or 0 for line in found if line.counted)


def _counts_days(stretches: Sequence[Stretch]) -> bool:
    """Whether the term counts whole days: then a counted stretch may reach over midday."""
    return any(s.counted and s.minutes is not None and s.minutes > 6 * 60 for s in stretches)


def _joins(last: Line, stretch: Stretch, folded: bool) -> bool:
    if folded:
        return True
    if stretch.counted != last.counted:
        return False
    return stretch.counted or stretch.reason == last.reason


def _extend(last: Line, stretch: Stretch, folded: bool) -> None:
    if folded:
        if stretch.reason != FREE_TIME:
            last.weekends.append(stretch.start)
        return
    last.end = stretch.end
    last.days += stretch.counted


def _line(stretch: Stretch) -> Line:
    return Line(
        counted=stretch.counted,
        reason=stretch.reason,
        source=stretch.source,
        start=stretch.start,
        end=stretch.end,
        days=int(stretch.counted),
    )


def _finish(line: Line, calendar: Calendar, at: datetime, by_days: bool) -> None:
    line.now = line.start <= at and (line.end is None or at < line.end)
    if line.end is not None:
        line.weekends = [day for day in line.weekends if day < line.end]
    if line.counted and line.end is not None and not by_days:
        line.minutes = working_minutes(calendar, line.start, line.end)

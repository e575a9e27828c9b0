"""When a term ends, in minute numbers: the arithmetic beneath `due_at` and `deadline`.

Each way of counting jumps over pauses by bisection; none walks minutes or days.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from motcua.core.clock.allowance import Allowance, AllowanceKind
from motcua.core.clock.calendar import Calendar, days_ahead
from motcua.core.clock.moments import DAY, LAST_DAY
from motcua.core.clock.stops import Stop, stop_at
from motcua.core.clock.timeline import Beyond, Timeline


class Term(NamedTuple):
    """A question to the clock: arranged stops; `cutoff` as a minute of the day."""

    calendar: Calendar
    allowance: Allowance
    received: int
    stops: Sequence[Stop] = ()
    cutoff: int | None = None


class Answer(NamedTuple):
    """`begin` is when the receipt is taken to be; `due` is None while an open pause runs."""

    begin: int
    due: int | None


def answer(term: Term) -> Answer:
    """Raises ClockError where the calendar has no data. Microseconds, whatever the term."""
    calendar, allowance, received, _, _ = term
    day = received // DAY
    calendar.check_day(day)
    per_week = calendar.week_minutes if allowance.counts_minutes else 5
    if allowance.units * 7 // max(per_week, 7) > LAST_DAY + 7 * len(calendar.work):
        raise calendar.unknown()
    return calendar.solve(
        day, day + days_ahead(allowance.units, per_week), lambda days: _answer(days, term)
    )


def _answer(days: Timeline, term: Term) -> Answer:
    begin = _begin(days, term)
    calendar, allowance, _, stops, _ = term
    if allowance.counts_minutes:
        return Answer(begin, minutes_end(days, begin, allowance.units, stops))
    if allowance.kind is AllowanceKind.WORKING_DAYS_CIVIL:
        return Answer(begin, _civil_end(days, begin, allowance.units, stops))
    if allowance.kind is AllowanceKind.CALENDAR_DAYS:
        return Answer(begin, _calendar_end(days, calendar, begin, allowance.units, stops))
    return Answer(begin, _same_day_end(days, begin, stops))


def _begin(days: Timeline, term: Term) -> int:
    """From the cutoff of a working day on, a receipt counts from the next one's opening."""
    received, cutoff = term.received, term.cutoff
    day = received // DAY
    if cutoff is None or received % DAY < cutoff or not term.calendar.sessions_of(day):
        return received
    return days.opening_from((day + 1) * DAY)


def minutes_end(days: Timeline, begin: int, units: int, stops: Sequence[Stop]) -> int | None:
    """The minute by which `units` working minutes outside the stops have passed since `begin`."""
    target = days.spent_by(begin) + units
    for start, end, _, _ in stops:
        if end is not None and end <= begin:
            continue
        before = days.spent_by(max(start, begin))
        if before >= target:
            break
        if start >= days.end:
            raise Beyond(start // DAY)
        if end is None:
            return None
        if end > days.end:
            raise Beyond(end // DAY)
        target += days.spent_by(end) - before
    return days.reached(target)


def _civil_end(days: Timeline, begin: int, units: int, stops: Sequence[Stop]) -> int | None:
    """The close of the n-th working day after that of `begin` that is not paused at its close."""
    first = bisect_right(days.days, begin // DAY)
    target = first + units
    for start, end, _, _ in stops:
        index = bisect_left(days.closes, start)
        if index >= target:
            break
        if start >= days.end:
            raise Beyond(start // DAY)
        if end is None:
            return None
        if end > days.end:
            raise Beyond(end // DAY)
        target += max(first, bisect_left(days.closes, end)) - max(first, index)
    if target > len(days.closes):
        raise Beyond(days.last + 1)
    return days.closes[target - 1]


def _calendar_end(
    days: Timeline, calendar: Calendar, begin: int, units: int, stops: Sequence[Stop]
) -> int | None:
    """The close of the n-th day after that of `begin`, or of the next working day."""

    def first_close_from(minute: int) -> int:
        day = minute // DAY
        return day if minute <= calendar.close_of(day) else day + 1

    first = begin // DAY + 1
    due = first + units - 1
    for start, end, _, _ in stops:
        day = first_close_from(start)
        if day > due:
            break
        if day > days.last:
            raise Beyond(day)
        if end is None:
            return None
        due += max(first, first_close_from(end)) - max(first, day)
    if due > days.last:
        raise Beyond(due)
    return _first_free(days, bisect_left(days.days, due), stops)


def _same_day_end(days: Timeline, begin: int, stops: Sequence[Stop]) -> int | None:
    """The first close after `begin` at which the clock is not paused."""
    return _first_free(days, bisect_right(days.closes, begin), stops)


def _first_free(days: Timeline, index: int, stops: Sequence[Stop]) -> int | None:
    """The close of the first working day from `index` on that no stop covers."""
    while index < len(days.closes):
        close = days.closes[index]
        covering = stop_at(stops, close)
        if covering is None:
            return close
        if covering.end is None:
            return None
        if covering.end > days.end:
            raise Beyond(covering.end // DAY)
        index = bisect_left(days.closes, covering.end)
    raise Beyond(days.last + 1)

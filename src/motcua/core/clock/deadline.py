"""The clock's public questions. Moments in and out are aware, in Asia/Ho_Chi_Minh, to the minute.

Source: the contract of the clock in the design; Civil Code 2015 art. 147-148 for the day kinds.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from motcua.core.clock.allowance import Allowance
from motcua.core.clock.calendar import Calendar, days_ahead
from motcua.core.clock.counting import Term, answer, minutes_end
from motcua.core.clock.errors import ClockError
from motcua.core.clock.explain import Span, explain
from motcua.core.clock.moments import DAY, minute_of, minute_of_day, moment_of
from motcua.core.clock.stops import Pause, Stop, stops_of


@dataclass(frozen=True, slots=True)
class Due:
    """`due_at` is None while an open pause keeps it from being reached."""

    due_at: datetime | None
    provisional: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the way from receipt to due. `minutes` is its length on the wall; both `end` and
    `minutes` are None for an open pause, with which the way ends.
    """

    start: datetime
    end: datetime | None
    minutes: int | None
    counted: bool
    reason: str
    source: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """A due time with its derivation: stretches without gaps from receipt to due."""

    due_at: datetime | None
    provisional: bool
    stretches: tuple[Stretch, ...]


def due_at(
    calendar: Calendar,
    allowance: Allowance,
    start: datetime,
    pauses: Iterable[Pause] = (),
    cutoff: time | None = None,
) -> Due:
    """When a term that starts at `start` ends, without saying why: about 10 µs.

    Raises ClockError for a pause that ends before it starts and where the calendar has no data.
    """
    due = answer(_term(calendar, allowance, start, pauses, cutoff)).due
    if due is None:
        return Due(None, provisional=False)
    return Due(moment_of(due), calendar.is_provisional(due))


def deadline(
    calendar: Calendar,
    allowance: Allowance,
    received_at: datetime,
    pauses: Iterable[Pause] = (),
    cutoff: time | None = None,
) -> Deadline:
    """As `due_at`, with the derivation; about 20 µs for each day on the way."""
    term = _term(calendar, allowance, received_at, pauses, cutoff)
    found = answer(term)
    stretches = tuple(_stretch(span) for span in explain(term, found))
    if found.due is None:
        return Deadline(None, False, stretches)
    return Deadline(moment_of(found.due), calendar.is_provisional(found.due), stretches)


def working_minutes(
    calendar: Calendar, start: datetime, end: datetime, pauses: Iterable[Pause] = ()
) -> int:
    """Working minutes in `[start, end)` outside the pauses; 0 when `end` is not after `start`.

    Raises ClockError where the calendar has no data.
    """
    first, last = minute_of(start), minute_of(end)
    if last <= first:
        return 0
    calendar.check_day(first // DAY)
    calendar.check_day((last - 1) // DAY)
    outside = [
        Stop(max(stop.start, first), last if stop.end is None else min(stop.end, last), "", "")
        for stop in stops_of(pauses)
    ]
    days = calendar.laid_out(first // DAY, last // DAY)
    spent = days.spent_by(last) - days.spent_by(first)
    return spent - sum(
        days.spent_by(stop.end or 0) - days.spent_by(stop.start)
        for stop in outside
        if stop.start < (stop.end or 0)
    )


def add_working_minutes(
    calendar: Calendar, start: datetime, minutes: int, pauses: Iterable[Pause] = ()
) -> datetime | None:
    """When `minutes` of working time have passed since `start`; `start` itself for none.

    None while an open pause keeps it from being reached. Raises ClockError for fewer than none.
    """
    if minutes < 0:
        raise ClockError("bad_allowance", "minutes must not be negative")
    first = minute_of(start)
    stops = stops_of(pauses)
    calendar.check_day(first // DAY)
    if minutes == 0:
        return moment_of(first)
    reach = first // DAY + days_ahead(minutes, calendar.week_minutes)
    end = calendar.solve(first // DAY, reach, lambda days: minutes_end(days, first, minutes, stops))
    return None if end is None else moment_of(end)


def is_open(calendar: Calendar, moment: datetime) -> bool:
    """Whether that minute is working time."""
    day, minute = divmod(minute_of(moment), DAY)
    calendar.check_day(day)
    return any(opens <= minute < closes for opens, closes in calendar.sessions_of(day))


def is_working_day(calendar: Calendar, day: date) -> bool:
    """Whether any of that day is working time."""
    calendar.check_day(day.toordinal())
    return bool(calendar.sessions_of(day.toordinal()))


def next_opening(calendar: Calendar, moment: datetime) -> datetime:
    """The first working minute at or after `moment`: itself when the office is open."""
    minute = minute_of(moment)
    day = minute // DAY
    calendar.check_day(day)
    return moment_of(calendar.solve(day, day + 40, lambda days: days.opening_from(minute)))


def close_of_day(calendar: Calendar, day: date) -> datetime:
    """The close of business; of a day without sessions, at the hour of Monday's."""
    return moment_of(calendar.close_of(day.toordinal()))


def open_of_day(calendar: Calendar, day: date) -> datetime:
    """The opening of business; of a day without sessions, at the hour of Monday's."""
    return moment_of(calendar.open_of(day.toordinal()))


def _term(
    calendar: Calendar,
    allowance: Allowance,
    start: datetime,
    pauses: Iterable[Pause],
    cutoff: time | None,
) -> Term:
    stops = stops_of(pauses) if pauses else []
    return Term(
        calendar,
        allowance,
        minute_of(start),
        stops,
        None if cutoff is None else minute_of_day(cutoff),
    )


def _stretch(span: Span) -> Stretch:
    start, end, counted, reason, source = span
    length = None if end is None else end - start
    return Stretch(
        moment_of(start),
        None if end is None else moment_of(end),
        length,
        counted,
        reason,
        source,
    )

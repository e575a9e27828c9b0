"""A calendar: which hours of which days are working time, and who said so."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar

from motcua.core.clock.errors import ClockError
from motcua.core.clock.moments import DAY, ENDLESS, LAST_DAY
from motcua.core.clock.timeline import Beyond, Sessions, Timeline

Answer = TypeVar("Answer")

FREE_TIME = "ngoài giờ làm việc"
WORKING_TIME = "giờ làm việc"
WEEKEND = "cuối tuần"
NO_SESSIONS = "không phải ngày làm việc"

_FAR = 4000  # days between two questions, past which the years between are not laid out


class Note(NamedTuple):
    """Why a day is off or worked (Vietnamese, for people), and the paper that says so."""

    reason: str
    source: str


@dataclass(frozen=True, eq=False)
class Calendar:
    """Working time as data. Weekly `sessions`, Monday first, in minutes of the day; single days
    `off`; days of `work` (swaps), which win over `off`.

    Known for the days `starts_on` to `ends_on`; a due time after `confirmed_until` is provisional.
    Raises ClockError for sessions that are not in order, overlap, or do not exist at all.
    Lays its days out in arrays as they are asked for; threads may share it.
    """

    edition: str
    sessions: tuple[Sessions, ...]
    off: Mapping[date, Note]
    work: Mapping[date, Note]
    starts_on: date = date.min
    confirmed_until: date = ENDLESS
    ends_on: date = ENDLESS
    source: str = ""
    week_minutes: int = field(init=False)
    _template: Sessions = field(init=False, repr=False)
    _off: frozenset[int] = field(init=False, repr=False)
    _work: frozenset[int] = field(init=False, repr=False)
    _bounds: tuple[int, int, int] = field(init=False, repr=False)
    _timeline: Timeline | None = field(init=False, repr=False, default=None)

    def __post_init__(self) -> None:
        _check_week(self.sessions)
        template = next(day for day in self.sessions if day)
        minutes = sum(closes - opens for day in self.sessions for opens, closes in day)
        put = object.__setattr__
        put(self, "week_minutes", minutes)
        put(self, "_template", template)
        put(self, "_off", frozenset(day.toordinal() for day in self.off))
        put(self, "_work", frozenset(day.toordinal() for day in self.work))
        bounds = (self.starts_on, self.confirmed_until, min(self.ends_on, ENDLESS))
        put(self, "_bounds", tuple(day.toordinal() for day in bounds))

    def sessions_of(self, day: int) -> Sessions:
        """The sessions of an ordinal day, none when it is off. A day of work without sessions of
        its own has Monday's (or, where Monday has none, those of the week's first day that has).
        """
        if day in self._work:
            return self.sessions[(day - 1) % 7] or self._template
        return () if day in self._off else self.sessions[(day - 1) % 7]

    def close_of(self, day: int) -> int:
        """The closing minute of an ordinal day; of one without sessions, at Monday's hour."""
        return day * DAY + (self.sessions_of(day) or self._template)[-1][1]

    def open_of(self, day: int) -> int:
        """The opening minute of an ordinal day; of one without sessions, at Monday's hour."""
        return day * DAY + (self.sessions_of(day) or self._template)[0][0]

    def note_of(self, day: int) -> Note:
        """Why an ordinal day is worked or not."""
        if day in self._work:
            return self.work[date.fromordinal(day)]
        if day in self._off:
            return self.off[date.fromordinal(day)]
        if self.sessions[(day - 1) % 7]:
            return Note(WORKING_TIME, self.source)
        return Note(WEEKEND if (day - 1) % 7 > 4 else NO_SESSIONS, self.source)

    def is_provisional(self, minute: int) -> bool:
        """Whether the days up to that minute are not all confirmed."""
        return minute // DAY > self._bounds[1]

    def check_day(self, day: int) -> None:
        """Raises ClockError for an ordinal day of which the calendar knows nothing."""
        first, _, last = self._bounds
        if not first <= day <= last:
            raise self.unknown()

    def solve(self, first: int, reach: int, question: Callable[[Timeline], Answer]) -> Answer:
        """Asks a question of the days from `first`, laying out more (at first up to `reach`) as
        long as it raises Beyond. Raises ClockError when the calendar has no more.
        """
        while True:
            timeline = self.laid_out(first, reach)
            try:
                return question(timeline)
            except Beyond as beyond:
                if timeline.last >= self._bounds[2] or beyond.day > self._bounds[2]:
                    raise self.unknown() from None
                reach = max(beyond.day, 2 * timeline.last - first)

    def laid_out(self, first: int, last: int) -> Timeline:
        """A timeline of at least these days within bounds; replaced, never changed, so that a
        thread that lays out fewer days than another costs time and no more.
        """
        lower, _, upper = self._bounds
        first, last = max(first, lower), min(last, upper)
        known = self._timeline
        if known is not None and known.first - _FAR <= last and first <= known.last + _FAR:
            if known.first <= first and last <= known.last:
                return known
            spare = known.last - known.first
            first = known.first if known.first <= first else max(lower, first - spare)
            last = known.last if last <= known.last else min(upper, last + spare)
        timeline = Timeline(first, last, self.sessions_of)
        object.__setattr__(self, "_timeline", timeline)
        return timeline

    def unknown(self) -> ClockError:
        """The error of a question past the calendar's data."""
        return ClockError(
            "no_calendar",
            f"the calendar knows only {self.starts_on.isoformat()} to {self.ends_on.isoformat()}",
        )


def _check_week(week: Sequence[Sessions]) -> None:
    if len(week) != 7:
        raise ClockError("bad_calendar", "a week has seven days of sessions")
    for sessions in week:
        end = 0
        for opens, closes in sessions:
            if not end <= opens < closes < DAY:
                raise ClockError("bad_calendar", "sessions must be in order and must not overlap")
            end = closes
    if not any(week):
        raise ClockError("bad_calendar", "a calendar needs at least one session a week")


def days_ahead(amount: int, per_week: int) -> int:
    """How many days hold an amount of working time, before holidays, with room for some of them;
    past the end of dates when there can be no answer.
    """
    return min(amount * 7 // per_week + 40, LAST_DAY)

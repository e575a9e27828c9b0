"""The days off and the make-up days of one year: checked as they are announced, put into a
calendar, and told apart from those of another edition."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib import resources

from motcua.core.clock.calendar import Calendar, Note

SATURDAY = 5
LONGEST_SPAN = 31
"""Days off in one line; more is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of an announcement: the days from `first` to `last`, both counted, and why."""

    first: date
    last: date
    reason: str

    @property
    def days(self) -> Sequence[date]:
        """Every day of it; none when it runs backwards, at most `LONGEST_SPAN`."""
        count = min((self.last - self.first).days + 1, LONGEST_SPAN)
        return tuple(self.first + timedelta(days=n) for n in range(count))


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a line: its code, its list (`off` or `work`), its place there, the day."""

    code: str
    among: str
    place: int
    day: date


@dataclass(frozen=True, slots=True)
class YearDays:
    """Days off and days of work of one year, each with why and who said so."""

    year: int
    off: Mapping[date, Note]
    work: Mapping[date, Note]

    @property
    def net(self) -> int:
        """Weekdays off less days made up: what the law grants, but for swaps across a new year."""
        return sum(day.weekday() < SATURDAY for day in self.off) - len(self.work)

    @property
    def at_weekends(self) -> Sequence[date]:
        """Days off that are Saturdays or Sundays anyway."""
        return tuple(day for day in sorted(self.off) if day.weekday() >= SATURDAY)


def year_faults(year: int, off: Sequence[Line], work: Sequence[Line]) -> Sequence[Fault]:
    """The faults of what was announced for `year`, line by line; none when it may be used.

    Codes: runs_backwards, too_long, other_year, told_twice, off_and_worked, not_a_weekend.
    """
    return tuple(_faults(year, off, work))


def _faults(year: int, off: Sequence[Line], work: Sequence[Line]) -> Iterator[Fault]:
    known: dict[date, str] = {}
    for among, lines in (("off", off), ("work", work)):
        for place, line in enumerate(lines):
            code = _misshapen(line)
            if code:
                yield Fault(code, among, place, line.first)
                continue
            for day in line.days:
                code = _wrong(day, year, among, known.get(day))
                if code:
                    yield Fault(code, among, place, day)
                    break
            known |= dict.fromkeys(line.days, among)


def _misshapen(line: Line) -> str:
    if line.last < line.first:
        return "runs_backwards"
    return "too_long" if (line.last - line.first).days >= LONGEST_SPAN else ""


def _wrong(day: date, year: int, among: str, before: str | None) -> str:
    if day.year != year:
        return "other_year"
    if before is not None:
        return "told_twice" if before == among else "off_and_worked"
    return "not_a_weekend" if among == "work" and day.weekday() < SATURDAY else ""


def year_of(calendar: Calendar, year: int) -> YearDays:
    """What `calendar` says of `year`."""
    return YearDays(
        year,
        {day: note for day, note in sorted(calendar.off.items()) if day.year == year},
        {day: note for day, note in sorted(calendar.work.items()) if day.year == year},
    )


def lines_of(days: Mapping[date, Note]) -> Sequence[Line]:
    """The days as lines: neighbours with the same reason are one."""
    found: list[Line] = []
    for day, note in sorted(days.items()):
        before = found[-1] if found else None
        if before and before.reason == note.reason and day - before.last == timedelta(days=1):
            found[-1] = replace(before, last=day)
        else:
            found.append(Line(day, day, note.reason))
    return found


def with_year(
    calendar: Calendar, days: YearDays, *, confirmed: bool, edition: str = ""
) -> Calendar:
    """`calendar` with `days` instead of its own of that year; `confirmed` to the year's end, or as
    far as it was."""
    end = date(days.year, 12, 31)
    until = max(calendar.confirmed_until, end) if confirmed else calendar.confirmed_until
    return replace(
        calendar,
        edition=edition,
        off=_instead(calendar.off, days.off, days.year),
        work=_instead(calendar.work, days.work, days.year),
        confirmed_until=until,
        ends_on=max(calendar.ends_on, end),
    )


def _instead(old: Mapping[date, Note], new: Mapping[date, Note], year: int) -> dict[date, Note]:
    return {day: note for day, note in old.items() if day.year != year} | dict(new)


def first_difference(one: Calendar, other: Calendar) -> date | None:
    """The first day that only one of them has off or works by exception, or holds for confirmed.

    A promise due before that day is the same under both, as far as their hours are.
    """
    days = [*(set(one.off) ^ set(other.off)), *(set(one.work) ^ set(other.work))]
    if one.confirmed_until != other.confirmed_until:
        days.append(min(one.confirmed_until, other.confirmed_until) + timedelta(days=1))
    return min(days, default=None)


@cache
def granted_days() -> Sequence[tuple[int, int, str, str]]:
    """Days off the law grants a year: from which year, how many, its source and its mark."""
    text = (resources.files(__package__) / "data" / "granted.csv").read_text(encoding="utf-8")
    return tuple(
        (int(row["from"]), int(row["days"]), row["source"], row["mark"])
        for row in csv.DictReader(text.splitlines())
    )


def granted_in(year: int) -> tuple[int, str, str]:
    """How many days off that year has by law, the source and its mark; before the data, as in its
    first year."""
    rows = granted_days()
    _, days, source, mark = next((r for r in reversed(rows) if r[0] <= year), rows[0])
    return days, source, mark

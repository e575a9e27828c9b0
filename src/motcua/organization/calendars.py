"""Questions about calendars: the sheet of a year, the editions there were, what differs."""

from calendar import Calendar as Weeks
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from motcua.core.clock import (
    VN,
    Calendar,
    Note,
    YearDays,
    granted_in,
    national_calendar,
    national_marks,
    year_of,
)
from motcua.organization.models import CalendarEdition
from motcua.organization.selectors import (
    calendar_by_edition,
    national_edition,
    office_by_id,
    own_edition,
)

MONTHS = range(1, 13)
PLAIN = "ngày thường"


@dataclass(frozen=True, slots=True)
class Day:
    """One day of a month's sheet. `kind` is `off`, `made_up`, `rest` (weekly) or `worked`."""

    day: date
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month in weeks from Monday; None stands for days of its neighbours."""

    number: int
    weeks: Sequence[Sequence[Day | None]]


@dataclass(frozen=True, slots=True)
class Told:
    """Days off or of work that follow one another for the same reason, who said so, and how far
    that was read (`V`, `M`, or empty for what a person entered)."""

    first: date
    last: date
    reason: str
    source: str
    mark: str


@dataclass(frozen=True, slots=True)
class YearSheet:
    """A year as an office works it. `granted` are the law's days off, `net` what this comes to."""

    year: int
    months: Sequence[Month]
    off: Sequence[Told]
    work: Sequence[Told]
    at_weekends: int
    net: int
    granted: int
    granted_source: str
    granted_mark: str
    provisional: bool


@dataclass(frozen=True, slots=True)
class EditionRow:
    """An edition there was: whose (`office` empty: the nation's), of which year, who entered it
    when, on what paper. `off` and `work` count that year's days."""

    edition: str
    office: str
    year: int | None
    source: str
    at: datetime
    account: UUID | None
    current: bool
    off: int
    work: int


@dataclass(frozen=True, slots=True)
class CalendarDifference:
    """A day on which what a person entered and what came with the program differ, in words.

    `provisional`: the shipped file only expects that year.
    """

    day: date
    ours: str
    shipped: str
    provisional: bool


def national() -> Calendar:
    """The country's calendar as it counts now."""
    return calendar_by_edition(national_edition())


def follows_another() -> bool:
    """Whether the nation's calendar took the place of an earlier one, so that promises may differ
    from it. No query once known."""
    return _follows(national_edition())


@lru_cache(maxsize=16)
def _follows(edition: str) -> bool:
    others = CalendarEdition.objects.filter(office=None).exclude(edition=edition)
    return others.exists()


@lru_cache(maxsize=256)
def edition_source(edition: str) -> str:
    """The paper an edition rests on; empty for an unknown one. Editions never change: one query
    once."""
    return (
        CalendarEdition.objects.filter(edition=edition).values_list("source", flat=True).first()
        or ""
    )


def year_sheet(calendar: Calendar, year: int) -> YearSheet:
    """The sheet of `year` by `calendar`. No query."""
    days = year_of(calendar, year)
    granted, source, mark = granted_in(year)
    return YearSheet(
        year=year,
        months=[_month(calendar, year, number) for number in MONTHS],
        off=_told(days.off),
        work=_told(days.work),
        at_weekends=len(days.at_weekends),
        net=days.net,
        granted=granted,
        granted_source=source,
        granted_mark=mark,
        provisional=calendar.confirmed_until < date(year, 12, 31),
    )


def editions_of(office_id: int) -> Sequence[EditionRow]:
    """The nation's editions and those of the office or of the one above it that it works by,
    newest first. One query."""
    keepers: list[int] = []
    current: int | None = office_id
    while current is not None:
        keepers.append(current)
        current = office_by_id(current).parent_id
    rows = CalendarEdition.objects.filter(office=None) | CalendarEdition.objects.filter(
        office_id__in=keepers
    )
    counting = {national_edition(), *(own_edition(one) for one in keepers)}
    return tuple(_edition(row, row.edition in counting) for row in rows.order_by("-id"))


def calendars_under(country: Calendar) -> Callable[[int], Calendar]:
    """What `calendar_of` would answer if `country` were the nation's calendar: an office with
    hours of its own keeps them. No query once they are read."""

    def of(office_id: int) -> Calendar:
        current: int | None = office_id
        while current is not None:
            own = own_edition(current)
            if own is not None:
                hours = calendar_by_edition(own)
                return replace(country, sessions=hours.sessions, source=hours.source)
            current = office_by_id(current).parent_id
        return country

    return of


def calendar_differences() -> Sequence[CalendarDifference]:
    """Days of the years a person has entered that the program's own file has otherwise; the
    person's word counts. One query."""
    entered = CalendarEdition.objects.filter(office=None, account__isnull=False)
    years = sorted({year for year in entered.values_list("year", flat=True) if year})
    ours, shipped = national(), national_calendar()
    found = []
    for year in years:
        mine, theirs = year_of(ours, year), year_of(shipped, year)
        for day in sorted({*mine.off, *mine.work, *theirs.off, *theirs.work}):
            said, other = _said(mine, day), _said(theirs, day)
            if said[0] != other[0]:
                provisional = shipped.confirmed_until < date(year, 12, 31)
                found.append(CalendarDifference(day, said[1], other[1], provisional))
    return tuple(found)


def _said(days: YearDays, day: date) -> tuple[str, str]:
    """How a day counts, and in words why."""
    if day in days.work:
        return "work", days.work[day].reason
    if day in days.off:
        return "off", days.off[day].reason
    return "", PLAIN


def _month(calendar: Calendar, year: int, number: int) -> Month:
    weeks = Weeks().monthdatescalendar(year, number)
    return Month(
        number,
        [[_day(calendar, d) if d.month == number else None for d in week] for week in weeks],
    )


def _day(calendar: Calendar, day: date) -> Day:
    if day in calendar.work:
        return Day(day, "made_up", calendar.work[day].reason)
    if day in calendar.off:
        return Day(day, "off", calendar.off[day].reason)
    worked = bool(calendar.sessions[day.weekday()])
    return Day(day, "worked" if worked else "rest", "")


def _told(days: Mapping[date, Note]) -> Sequence[Told]:
    shipped, marks = national_calendar(), national_marks()
    found: list[Told] = []
    for day, note in sorted(days.items()):
        known = shipped.off.get(day) or shipped.work.get(day)
        mark = marks.get(day, "") if known == note else ""
        one = Told(day, day, note.reason, note.source, mark)
        if found and _follows_on(found[-1], one):
            weakest = min(found[-1].mark, mark)
            found[-1] = replace(found[-1], last=day, mark=weakest)
        else:
            found.append(one)
    return found


def _follows_on(before: Told, one: Told) -> bool:
    same = (before.reason, before.source) == (one.reason, one.source)
    return same and (one.first - before.last).days == 1


def _edition(row: CalendarEdition, current: bool) -> EditionRow:
    year = row.year
    days = year_of(calendar_by_edition(row.edition), year) if year else None
    return EditionRow(
        edition=row.edition,
        office=office_by_id(row.office_id).short_name if row.office_id else "",
        year=year,
        source=row.source,
        at=row.in_force_at.astimezone(VN),
        account=row.account,
        current=current,
        off=len(days.off) if days else 0,
        work=len(days.work) if days else 0,
    )

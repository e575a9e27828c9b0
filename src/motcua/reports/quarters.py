"""Quarters and years by their names, as reports are called."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Quarter:
    """A calendar quarter: its name, first and last day."""

    name: str
    start: date
    end: date


def quarter_of(day: date) -> Quarter:
    """The quarter that holds `day`."""
    number = (day.month - 1) // 3
    start = date(day.year, 3 * number + 1, 1)
    following = date(day.year + 1, 1, 1) if number == 3 else date(day.year, 3 * number + 4, 1)
    name = f"quý {('I', 'II', 'III', 'IV')[number]} năm {day.year}"
    return Quarter(name, start, following - timedelta(days=1))


def law_quarter_of(day: date) -> Quarter:
    """The quarter of the forms II.06 and II.07 that holds `day`: from the 15th of the month before
    to the 14th of its last month. Source: NĐ 09/2019/NĐ-CP, article 12."""
    month = day.replace(day=1)
    within = quarter_of(month if day.day < 15 else month + timedelta(days=31))
    start = (within.start - timedelta(days=1)).replace(day=15)
    return Quarter(within.name, start, within.end.replace(day=14))


def year_of(day: date) -> Quarter:
    """The year that holds `day`."""
    return Quarter(f"năm {day.year}", date(day.year, 1, 1), date(day.year, 12, 31))


def period_name(start: date, end: date) -> str:
    """A whole quarter or year by its name, one of the law with its days; else the days alone."""
    for whole in (quarter_of(start), year_of(start)):
        if (whole.start, whole.end) == (start, end):
            return whole.name
    days = f"từ {start:%d/%m/%Y} đến {end:%d/%m/%Y}"
    first, last = law_quarter_of(start), law_quarter_of(end)
    if (first.start, last.end) != (start, end):
        return days
    if first == last:
        return f"{first.name} ({days})"
    whole_year = year_of(end)
    year_began = law_quarter_of(whole_year.start).start
    return f"{whole_year.name} ({days})" if year_began == start and end.month == 12 else days

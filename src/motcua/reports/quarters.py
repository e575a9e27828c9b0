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


def period_name(start: date, end: date) -> str:
    """A whole quarter or year by its name, else its two days."""
    quarter = quarter_of(start)
    if (quarter.start, quarter.end) == (start, end):
        return quarter.name
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return f"năm {start.year}"
    return f"từ {start:%d/%m/%Y} đến {end:%d/%m/%Y}"

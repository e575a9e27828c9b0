"""The shipped days off against an independent package and against what the law grants."""

import csv
from datetime import date, timedelta
from pathlib import Path

import holidays
import pytest

import motcua.core.clock
from motcua.core.clock import is_working_day, national_calendar
from motcua.core.clock.national import WEEKDAYS

OFFICE = national_calendar()
DATA = Path(motcua.core.clock.__file__).parent / "data"


@pytest.mark.parametrize("year", range(2015, 2026))
def test_the_days_off_of_past_years_are_those_of_an_independent_package(year: int) -> None:
    theirs = holidays.country_holidays("VN", years=[year - 1, year, year + 1])
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]

    different = [
        day
        for day in days
        if day.year == year
        and is_working_day(OFFICE, day)
        != (day in theirs.weekend_workdays or (day.weekday() < 5 and day not in theirs))
    ]

    assert different == []


@pytest.mark.parametrize("year", range(2015, 2028))
def test_weekdays_off_less_make_up_days_are_what_the_law_grants(year: int) -> None:
    granted = 10 if year < 2021 else 11 if year < 2026 else 12
    booked_in_another_year = {2015: -1, 2018: -1, 2019: 1}

    off = sum(day.year == year and day.weekday() < 5 for day in OFFICE.off)
    worked = sum(day.year == year for day in OFFICE.work)

    assert off - worked + booked_in_another_year.get(year, 0) == granted


def test_the_calendar_is_confirmed_to_the_end_of_2026_and_provisional_for_2027() -> None:
    assert OFFICE.starts_on == date(2015, 1, 1)
    assert OFFICE.confirmed_until == date(2026, 12, 31)
    assert OFFICE.ends_on == date(2027, 12, 31)
    assert OFFICE.edition.startswith("vn-")
    assert national_calendar() is OFFICE


def test_the_culture_day_is_off_from_2026() -> None:
    assert is_working_day(OFFICE, date(2025, 11, 24))
    assert not is_working_day(OFFICE, date(2026, 11, 24))
    assert not is_working_day(OFFICE, date(2027, 11, 24))


@pytest.mark.parametrize("name", ["days_off", "days_worked", "sessions", "coverage"])
def test_every_row_names_its_source_and_how_far_it_was_read(name: str) -> None:
    with (DATA / f"{name}.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))

    assert rows
    assert all(row["source"] and row["mark"] in {"M", "V"} for row in rows)


def test_make_up_days_fall_on_weekends_and_weeks_begin_on_monday() -> None:
    assert {day.weekday() for day in OFFICE.work} <= {5, 6}
    assert WEEKDAYS[0] == "mon"
    assert OFFICE.week_minutes == 40 * 60

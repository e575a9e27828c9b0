"""What is announced for a year: checked line by line, put into a calendar, told from another."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.clock import (
    Note,
    YearDays,
    calendar_from_json,
    calendar_to_json,
    first_difference,
    granted_in,
    is_working_day,
    lines_of,
    national_calendar,
    national_marks,
    with_year,
    year_faults,
    year_of,
)
from motcua.core.clock.years import Line, granted_days

NATION = national_calendar()
TET = Line(date(2026, 2, 14), date(2026, 2, 22), "nghỉ Tết Nguyên đán")
SATURDAY = Line(date(2026, 1, 10), date(2026, 1, 10), "ngày làm bù cho 2/1/2026")


def one(year: int, month: int, day: int, reason: str = "nghỉ") -> Line:
    return Line(date(year, month, day), date(year, month, day), reason)


FAULTS = {
    "runs_backwards": ([Line(date(2026, 2, 22), date(2026, 2, 14), "nghỉ")], [], "off", 0),
    "too_long": ([Line(date(2026, 2, 1), date(2026, 3, 31), "nghỉ")], [], "off", 0),
    "other_year": ([TET, one(2027, 1, 1)], [], "off", 1),
    "told_twice": ([TET, one(2026, 2, 17)], [], "off", 1),
    "off_and_worked": ([TET], [one(2026, 2, 14)], "work", 0),
    "not_a_weekend": ([TET], [SATURDAY, one(2026, 1, 12)], "work", 1),
}


@pytest.mark.parametrize("code", FAULTS)
def test_each_fault_is_told_at_its_line(code: str) -> None:
    off, work, among, place = FAULTS[code]

    (fault,) = year_faults(2026, off, work)

    assert (fault.code, fault.among, fault.place) == (code, among, place)


def test_what_was_announced_for_2026_has_no_fault() -> None:
    days = year_of(NATION, 2026)

    assert year_faults(2026, lines_of(days.off), lines_of(days.work)) == ()


@pytest.mark.parametrize("year", range(2015, 2028))
def test_weekdays_off_less_days_made_up_come_to_what_is_granted(year: int) -> None:
    across_a_new_year = {2015: 1, 2018: 1, 2019: -1}

    assert year_of(NATION, year).net - across_a_new_year.get(year, 0) == granted_in(year)[0]


def test_what_the_law_grants_names_its_source_and_mark() -> None:
    assert [row[:2] for row in granted_days()] == [(2015, 10), (2021, 11), (2026, 12)]
    assert all(source and mark in {"M", "V"} for _, _, source, mark in granted_days())
    assert set(national_marks()) == {*NATION.off, *NATION.work}


def test_days_off_at_weekends_are_told_apart() -> None:
    assert date(2026, 2, 14) in year_of(NATION, 2026).at_weekends
    assert date(2026, 2, 17) not in year_of(NATION, 2026).at_weekends


def test_lines_are_the_days_and_nothing_else() -> None:
    days = year_of(NATION, 2026)

    assert [day for line in lines_of(days.off) for day in line.days] == list(days.off)
    assert TET in lines_of(days.off)


def test_a_year_put_in_replaces_its_own_days_and_no_others() -> None:
    note = Note("nghỉ Tết Dương lịch", "Văn bản số 1/TB")
    after = with_year(
        NATION, YearDays(2028, {date(2028, 1, 3): note}, {}), confirmed=True, edition="moi"
    )

    assert not is_working_day(after, date(2028, 1, 3))
    assert (after.ends_on, after.confirmed_until) == (date(2028, 12, 31), date(2028, 12, 31))
    assert year_of(after, 2027) == year_of(NATION, 2027)
    assert calendar_to_json(calendar_from_json(calendar_to_json(after))) == calendar_to_json(after)


def test_a_year_not_confirmed_leaves_what_was_confirmed() -> None:
    after = with_year(NATION, year_of(NATION, 2027), confirmed=False)

    assert after.confirmed_until == NATION.confirmed_until
    assert first_difference(NATION, after) is None


def test_a_year_confirmed_differs_from_its_first_day() -> None:
    after = with_year(NATION, year_of(NATION, 2027), confirmed=True)

    assert first_difference(NATION, after) == date(2027, 1, 1)


@given(st.sets(st.dates(date(2026, 1, 1), date(2026, 12, 31)), max_size=8))
def test_before_the_first_difference_every_day_is_the_same(days: set[date]) -> None:
    known = year_of(NATION, 2026)
    off = {day: note for day, note in known.off.items() if day not in days}
    off |= {day: Note("nghỉ", "") for day in days if day not in known.off}
    after = with_year(NATION, YearDays(2026, off, known.work), confirmed=True)

    first = first_difference(NATION, after)

    assert (first is None) == (not days)
    assert first is None or first == min(days)

"""Quarters a report is offered for, by the law's days and by the calendar; the period before."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.desk.forms.periods import (
    last_law_quarters,
    law_quarter_of,
    period_name,
    quarter_of,
    year_of,
)
from motcua.reports.period import Period

NOW = datetime(2031, 1, 1, tzinfo=UTC)
days = st.dates(date(2015, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2016, 12, 15), date(2016, 12, 15), date(2017, 3, 14)),
        (date(2017, 3, 14), date(2016, 12, 15), date(2017, 3, 14)),
        (date(2017, 3, 15), date(2017, 3, 15), date(2017, 6, 14)),
        (date(2017, 3, 31), date(2017, 3, 15), date(2017, 6, 14)),
        (date(2017, 12, 14), date(2017, 9, 15), date(2017, 12, 14)),
    ],
)
def test_a_quarter_of_the_law_runs_from_the_fifteenth_to_the_fourteenth(
    day: date, first: date, last: date
) -> None:
    found = law_quarter_of(day)

    assert (found.start, found.end) == (first, last)


@given(day=days)
def test_every_day_is_in_its_quarter_and_the_quarters_follow_without_a_gap(day: date) -> None:
    this, before = last_law_quarters(day, 2)

    assert this.start <= day <= this.end
    assert before.end + timedelta(days=1) == this.start


@given(day=days)
def test_both_quarters_have_the_name_of_the_same_months(day: date) -> None:
    found = law_quarter_of(day)

    assert found.name == quarter_of(found.end).name


@pytest.mark.parametrize(
    ("first", "last", "before", "to"),
    [
        (date(2016, 12, 15), date(2017, 3, 14), date(2016, 9, 15), date(2016, 12, 14)),
        (date(2017, 1, 1), date(2017, 3, 31), date(2016, 10, 1), date(2016, 12, 31)),
        (date(2017, 3, 10), date(2017, 4, 9), date(2017, 2, 10), date(2017, 3, 9)),
        (date(2017, 3, 31), date(2017, 4, 29), date(2017, 2, 28), date(2017, 3, 30)),
        (date(2017, 3, 10), date(2017, 3, 16), date(2017, 3, 3), date(2017, 3, 9)),
    ],
)
def test_the_period_before_whole_months_is_as_many_months_from_the_same_day(
    first: date, last: date, before: date, to: date
) -> None:
    found = Period(first, last, NOW).before()

    assert (found.from_on, found.to_on) == (before, to)


@given(day=days)
def test_before_a_quarter_of_the_law_is_the_quarter_of_the_law_before_it(day: date) -> None:
    this, earlier = last_law_quarters(day, 2)

    found = Period(this.start, this.end, NOW).before()

    assert (found.from_on, found.to_on) == (earlier.start, earlier.end)


@given(first=days, length=st.integers(0, 800))
def test_the_period_before_ends_on_the_eve(first: date, length: int) -> None:
    found = Period(first, first + timedelta(days=length), NOW).before()

    assert found.from_on <= found.to_on == first - timedelta(days=1)


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        (date(2016, 12, 15), date(2017, 3, 14),
         "quý I năm 2017 (từ 15/12/2016 đến 14/03/2017)"),
        (date(2016, 12, 15), date(2017, 12, 14), "năm 2017 (từ 15/12/2016 đến 14/12/2017)"),
        (date(2017, 1, 1), date(2017, 3, 31), "quý I năm 2017"),
        (date(2017, 1, 1), date(2017, 12, 31), "năm 2017"),
        (date(2016, 12, 15), date(2017, 6, 14), "từ 15/12/2016 đến 14/06/2017"),
        (date(2017, 3, 15), date(2018, 3, 14), "từ 15/03/2017 đến 14/03/2018"),
    ],
)  # fmt: skip
def test_a_whole_quarter_or_year_is_called_by_its_name(first: date, last: date, name: str) -> None:
    assert period_name(first, last) == name


@given(day=days)
def test_the_year_of_a_day_holds_its_quarter(day: date) -> None:
    year, quarter = year_of(day), quarter_of(day)

    assert year.start <= quarter.start <= quarter.end <= year.end

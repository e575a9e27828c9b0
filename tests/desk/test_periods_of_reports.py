"""The quarters a report is offered for, by the law's days and by the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.desk.forms.periods import last_law_quarters, law_quarter_of, quarter_of

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

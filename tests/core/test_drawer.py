"""A drawer over a day: what should be in it, and what opening and closing ask for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.clock import national_calendar
from motcua.core.drawer import check_closing, check_opening, day_of_book, expected
from motcua.core.refusal import Refused

money = st.integers(0, 10**12)


@given(money, st.lists(st.integers(-(10**9), 10**9)))
def test_what_should_be_there_is_what_came_in_less_what_went_out(
    opening: int, moved: list[int]
) -> None:
    assert expected(opening, moved) - opening == sum(moved)


@given(money, money)
def test_a_difference_is_told_and_needs_its_reason(should: int, counted: int) -> None:
    assert check_closing(should, counted, "Đếm nhầm hôm trước") == counted - should
    if should == counted:
        assert check_closing(should, counted, " ") == 0
        return
    with pytest.raises(Refused, match="difference_unexplained"):
        check_closing(should, counted, " ")


def test_the_morning_begins_with_what_the_evening_left() -> None:
    check_opening(None, 5, "")
    check_opening(5, 5, "")
    check_opening(5, 4, "Thủ quỹ lấy 1 đồng đổi tiền")
    with pytest.raises(Refused, match="opening_differs"):
        check_opening(5, 4, "")


def test_nobody_counts_less_than_nothing() -> None:
    for check in (lambda: check_opening(None, -1, "x"), lambda: check_closing(0, -1, "x")):
        with pytest.raises(Refused, match="counted_below_zero"):
            check()


@pytest.mark.parametrize(
    ("today", "last", "found"),
    [
        (date(2017, 3, 31), None, date(2017, 3, 31)),
        (date(2017, 3, 31), date(2017, 3, 30), date(2017, 3, 31)),
        (date(2017, 3, 31), date(2017, 3, 31), date(2017, 4, 3)),
        (date(2017, 3, 31), date(2017, 4, 5), date(2017, 4, 7)),
    ],
)
def test_a_day_closed_sends_what_is_late_to_the_next_working_day(
    today: date, last: date | None, found: date
) -> None:
    """6/4/2017 was the death day of the Hùng kings."""
    assert day_of_book(today, last, national_calendar()) == found

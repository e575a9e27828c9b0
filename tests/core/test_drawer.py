"""A drawer over a day: what should be in it, and what opening and closing ask for."""

from datetime import date
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.clock import national_calendar
from motcua.core.drawer import (
    Balance,
    Day,
    check_closing,
    check_opening,
    day_of_book,
    expected,
)
from motcua.core.refusal import Refused

money = st.integers(0, 10**12)
days = st.lists(st.builds(Day, money, st.integers(-(10**9), 10**9), money | st.none()))


def over(before: int, some: list[Day]) -> Balance:
    return reduce(Balance.then, some, Balance(before))


@given(money, days, days)
def test_a_period_begins_with_what_the_one_before_ended_with(
    before: int, first: list[Day], second: list[Day]
) -> None:
    one, whole = over(before, first), over(before, first + second)
    two = over(one.closing_vnd, second)

    assert (whole.opening_vnd, whole.closing_vnd) == (one.opening_vnd, two.closing_vnd)
    assert whole.added_vnd == one.added_vnd + two.added_vnd
    assert whole.moved_vnd == one.moved_vnd + two.moved_vnd
    assert whole.difference_vnd == one.difference_vnd + two.difference_vnd


@given(money, days)
def test_what_there_was_and_what_came_and_what_differed_is_what_there_is(
    before: int, some: list[Day]
) -> None:
    found = over(before, some)

    assert found.closing_vnd == (some[-1].closing_vnd if some else before)
    assert found.closing_vnd == (before + found.added_vnd + found.moved_vnd + found.difference_vnd)


@given(st.lists(st.tuples(money, days)))
def test_drawers_together_are_the_desk(drawers: list[tuple[int, list[Day]]]) -> None:
    each = [over(before, some) for before, some in drawers]

    desk = reduce(Balance.beside, each, Balance(0))

    assert desk.closing_vnd == sum(one.closing_vnd for one in each)
    assert desk.opening_vnd == sum(before for before, _ in drawers)


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

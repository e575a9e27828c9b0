"""Rounds of figures from below: through whose hands, when late, and what has to add up."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.consolidating import (
    COURSE,
    Across,
    Answer,
    Standing,
    Step,
    Sum,
    answer,
    completed,
    differing,
    faults,
    total,
)
from motcua.core.refusal import Refused

SUMS = (
    Sum("received", ("online", "counter")),
    Sum("resolved", ("early", "late")),
    Sum("received", ("resolved", "pending")),
)
NUMBERS = st.dictionaries(st.sampled_from("abc"), st.integers(0, 10**6), max_size=3)
LINES = st.dictionaries(st.sampled_from(["x", "y", "z"]), NUMBERS, max_size=3)


def test_nothing_is_confirmed_entered_or_sent_back_once_it_is_closed() -> None:
    for standing, step in product(Standing, Step):
        if step in COURSE.offered(standing):
            assert COURSE.after(standing, step) in Standing
        else:
            with pytest.raises(Refused, match="consolidation_not_now"):
                COURSE.after(standing, step)
    assert COURSE.offered(Standing.CLOSED) == [Step.REOPEN]
    assert COURSE.offered(Standing.CANCELLED) == []


@pytest.mark.parametrize(
    ("confirmed", "today", "stands"),
    [
        (None, 5, Answer.WAITING),
        (None, 6, Answer.LATE),
        (5, 9, Answer.IN_TIME),
        (6, 9, Answer.AFTER),
    ],
)
def test_the_day_of_the_term_is_still_in_time(
    confirmed: int | None, today: int, stands: Answer
) -> None:
    due = date(2017, 4, 5)
    done = None if confirmed is None else date(2017, 4, confirmed)

    assert answer(due, done, date(2017, 4, today)) is stands


def test_a_whole_left_blank_is_the_sum_and_a_part_left_blank_is_nought() -> None:
    typed = {"land": {"online": 2, "counter": 3, "early": 4, "pending": 1}, "trade": {}}

    lines = completed(typed, SUMS)

    assert lines == {
        "land": {"online": 2, "counter": 3, "received": 5, "early": 4, "late": 0, "resolved": 4,
                 "pending": 1}
    }  # fmt: skip
    assert faults(lines, SUMS, ()) == []


def test_each_cell_that_does_not_add_up_is_named_with_what_it_comes_to() -> None:
    lines = completed({"land": {"online": 2, "received": 9, "early": 2, "pending": 0}}, SUMS)

    found = faults(lines, SUMS, ())

    assert [(one.line, one.column, one.stands, one.comes_to) for one in found] == [
        ("land", "received", 9, 2),
        ("land", "received", 9, 2),
    ]


def test_lines_make_up_a_line_or_at_most_it() -> None:
    lines = {"all": {"late": 3}, "one": {"late": 2}, "two": {"late": 2}}
    equal = Across(("all",), ("one", "two"), "late")
    at_most = Across(("all",), ("one", "two"), "late", at_most=True)

    assert [(one.line, one.comes_to) for one in faults(lines, (), (equal,))] == [("all", 4)]
    assert [(one.line, one.comes_to) for one in faults(lines, (), (at_most,))] == [("one", 4)]
    assert faults({**lines, "two": {"late": 0}}, (), (at_most,)) == []
    assert faults({"one": {"late": 1}}, (), (equal,)) == []


@given(st.lists(NUMBERS))
def test_the_total_is_the_sum_of_every_column_in_any_order(lines: list[dict[str, int]]) -> None:
    found = total(lines)

    assert found == total(reversed(lines))
    assert {c: sum(one.get(c, 0) for one in lines) for c in "abc"} == {
        c: found.get(c, 0) for c in "abc"
    }


@given(LINES, LINES)
def test_nothing_differs_exactly_where_every_figure_is_equal(
    then: dict[str, dict[str, int]], now: dict[str, dict[str, int]]
) -> None:
    found = differing(then, now)

    for key, column in product("xyz", "abc"):
        old, new = (lines.get(key, {}).get(column, 0) for lines in (then, now))
        assert found.get(key, {}).get(column, (old, old)) == (old, new)
        assert (column in found.get(key, {})) == (old != new)

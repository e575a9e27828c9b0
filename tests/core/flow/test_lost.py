"""The stay that lost most time is found, and without it the due time moves by what was lost."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from motcua.core.clock import VN, Allowance, AllowanceKind, national_calendar, working_minutes
from motcua.core.flow.process.lost import due_without, time_lost
from motcua.core.flow.state import LeftStep, OpenStep, Stage, State

MONDAY = datetime(2017, 3, 6, 8, 0, tzinfo=VN)
DAY = timedelta(days=1)
FIVE = Allowance(AllowanceKind.WORKING_DAYS, 5)
NATIONAL = national_calendar()
UNTIL = MONDAY + 20 * DAY


def stay(key: str, begun: datetime, due: datetime | None, left: datetime) -> LeftStep:
    return LeftStep(OpenStep(key, begun, due), (), left)


def state(*left: LeftStep) -> State:
    return State(Stage.FINISHED, 9, left=left, clock_from=MONDAY)


def test_the_stay_furthest_beyond_its_end_is_the_one() -> None:
    short = stay("tham-tra", MONDAY, MONDAY + DAY, MONDAY + 2 * DAY)
    long = stay("ky", MONDAY + 2 * DAY, MONDAY + 3 * DAY, MONDAY + 8 * DAY)

    found = time_lost(state(short, long), NATIONAL, UNTIL)

    assert found is not None
    assert (found.start, found.end) == (MONDAY + 3 * DAY, MONDAY + 8 * DAY)


def test_a_stay_outside_the_allowance_is_lost_whole() -> None:
    tax = stay("thue", MONDAY + DAY, None, MONDAY + 4 * DAY)

    found = time_lost(state(tax), NATIONAL, UNTIL)

    assert found is not None
    assert found.start == MONDAY + DAY


def test_a_stay_outside_the_allowance_is_lost_whole_though_no_paper_stopped_the_clock() -> None:
    tax = stay("thue", MONDAY + DAY, MONDAY + 3 * DAY, MONDAY + 4 * DAY)

    found = time_lost(state(tax), NATIONAL, UNTIL, outside=["thue"])

    assert found is not None
    assert found.start == MONDAY + DAY


def test_what_kept_its_time_lost_none() -> None:
    assert time_lost(state(stay("ky", MONDAY, MONDAY + DAY, MONDAY)), NATIONAL, UNTIL) is None


def test_a_stay_that_is_not_over_ends_when_it_is_asked() -> None:
    open_one = replace(state(), open=(OpenStep("ky", MONDAY, MONDAY + DAY),))

    found = time_lost(open_one, NATIONAL, UNTIL)

    assert found is not None
    assert found.end == UNTIL


@given(days=st.integers(0, 4), lasts=st.integers(1, 12))
def test_the_due_time_moves_by_the_working_time_that_was_lost(days: int, lasts: int) -> None:
    tax = stay("thue", MONDAY + days * DAY, None, MONDAY + (days + lasts) * DAY)
    one = state(tax)
    lost = time_lost(one, NATIONAL, UNTIL)
    if lost is None:
        return

    due = due_without(one, NATIONAL, FIVE, None, lost)

    assert due is not None
    assert working_minutes(NATIONAL, MONDAY, due, [lost]) == 5 * 8 * 60

"""Which share of a time is used up, and whom that concerns; a clock that stands is silent."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from motcua.core.clock import VN, Pause, add_working_minutes, national_calendar
from motcua.core.warning import THRESHOLDS, Rank, Running, concerned, reached

CALENDAR = national_calendar()
moments = st.datetimes(datetime(2015, 2, 2), datetime(2026, 3, 1)).map(
    lambda moment: moment.replace(second=0, microsecond=0, tzinfo=VN)
)
budgets = st.integers(2, 40 * 60)
spans = st.integers(1, 20 * 24 * 60)


@st.composite
def running(draw: st.DrawFn) -> tuple[Running, int]:
    """A time with its budget in working minutes, and up to three pauses that are over."""
    began, budget = draw(moments), draw(budgets)
    pauses = []
    for _ in range(draw(st.integers(0, 3))):
        start = began + timedelta(minutes=draw(spans) - 24 * 60)
        pauses.append(Pause(start, start + timedelta(minutes=draw(spans))))
    due = add_working_minutes(CALENDAR, began, budget, pauses)
    return Running(began, due, tuple(pauses)), budget


@given(running(), st.sampled_from(THRESHOLDS))
def test_a_share_is_reached_at_the_minute_its_working_time_is_used_up_and_not_before(
    made: tuple[Running, int], share: int
) -> None:
    time, budget = made
    used = -(-budget * share // 100)
    at = add_working_minutes(CALENDAR, time.began_at, used, time.pauses)
    before = add_working_minutes(CALENDAR, time.began_at, used - 1, time.pauses)
    assert at is not None
    assert before is not None
    assume(not any(p.start <= m < (p.end or m) for p in time.pauses for m in (at, before)))

    assert reached(CALENDAR, time, at) >= share
    assert reached(CALENDAR, time, before) < share


@given(running(), st.integers(0, 30 * 24 * 60), st.integers(0, 30 * 24 * 60))
def test_while_no_pause_begins_more_is_reached_and_never_less(
    made: tuple[Running, int], first: int, then: int
) -> None:
    time = replace(made[0], pauses=())
    early = time.began_at + timedelta(minutes=first)

    assert reached(CALENDAR, time, early) <= reached(
        CALENDAR, time, early + timedelta(minutes=then)
    )


@given(running(), spans, spans)
def test_a_paused_clock_warns_nobody(made: tuple[Running, int], ago: int, within: int) -> None:
    time, at = made[0], made[0].began_at + timedelta(minutes=within)
    still = Pause(at - timedelta(minutes=ago))
    over = Pause(at - timedelta(minutes=ago), at + timedelta(minutes=1))

    for pause in (still, over):
        assert reached(CALENDAR, replace(time, pauses=(*time.pauses, pause)), at) == 0
    assert reached(CALENDAR, replace(time, due_at=None), at) == 0


@given(running(), st.integers(-5 * 24 * 60, 30 * 24 * 60))
def test_the_last_share_is_reached_from_the_due_time_on_and_only_then(
    made: tuple[Running, int], after: int
) -> None:
    time = replace(made[0], pauses=())
    assert time.due_at is not None
    at = time.due_at + timedelta(minutes=after)

    assert (reached(CALENDAR, time, at) == 100) == (after >= 0)


def test_nothing_is_used_up_where_no_minute_was_worked() -> None:
    saturday = datetime(2017, 3, 4, 9, 0, tzinfo=VN)
    time = Running(saturday, datetime(2017, 3, 4, 23, 0, tzinfo=VN))

    assert reached(CALENDAR, time, saturday + timedelta(hours=6)) == 0


@pytest.mark.parametrize(
    ("share", "whom"),
    [
        (0, ()),
        (50, (Rank.HOLDER,)),
        (80, (Rank.HOLDER, Rank.HEAD)),
        (100, (Rank.HOLDER, Rank.HEAD, Rank.CHAIR)),
    ],
)
def test_first_the_holder_then_the_head_then_the_chair(share: int, whom: tuple[Rank, ...]) -> None:
    assert tuple(concerned(share)) == whom

"""What holds of every term, whatever the moment."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from motcua.core.clock import (
    VN,
    Allowance,
    Pause,
    add_working_minutes,
    deadline,
    due_at,
    national_calendar,
    working_minutes,
)

OFFICE = national_calendar()

moments = st.datetimes(datetime(2015, 1, 5), datetime(2026, 6, 1)).map(
    lambda at: at.replace(tzinfo=VN)
)
minutes = st.integers(1, 40 * 480)
terms = st.one_of(
    st.builds(Allowance, st.just("working_days"), st.integers(1, 40)),
    st.builds(Allowance, st.just("working_hours"), st.integers(1, 99)),
    st.builds(Allowance, st.just("working_days_civil"), st.integers(1, 40)),
    st.builds(Allowance, st.just("calendar_days"), st.integers(1, 60)),
    st.just(Allowance("same_day")),
)


def shifted(moment: datetime, days: int) -> datetime:
    return moment + timedelta(days=days)


@given(start=moments, first=minutes, second=minutes)
def test_two_steps_in_a_row_end_when_one_step_of_their_sum_would(
    start: datetime, first: int, second: int
) -> None:
    handover = add_working_minutes(OFFICE, start, first)

    assert handover
    together = add_working_minutes(OFFICE, start, first + second)
    assert add_working_minutes(OFFICE, handover, second) == together


@given(start=moments, budget=minutes)
def test_a_budget_is_what_was_worked_until_it_is_due(start: datetime, budget: int) -> None:
    end = add_working_minutes(OFFICE, start, budget)

    assert end
    assert working_minutes(OFFICE, start, end) == budget


@given(earlier=moments, wait=st.integers(0, 20_000), term=terms)
def test_whoever_comes_later_is_not_served_earlier(
    earlier: datetime, wait: int, term: Allowance
) -> None:
    later = earlier + timedelta(minutes=wait)

    assert _due(term, earlier) <= _due(term, later)


@given(start=moments, term=terms, begins=st.integers(-3, 9), length=st.integers(0, 20_000))
def test_a_pause_never_brings_the_due_time_forward(
    start: datetime, term: Allowance, begins: int, length: int
) -> None:
    begin = shifted(start, begins)
    stop = Pause(begin, begin + timedelta(minutes=length))

    assert _due(term, start, stop) >= _due(term, start)


@given(start=moments, term=terms, cut=st.integers(1, 9_999))
def test_a_pause_in_two_parts_is_one_pause(start: datetime, term: Allowance, cut: int) -> None:
    begin, end = shifted(start, 1), shifted(start, 8)
    middle = begin + timedelta(minutes=cut)

    parts = _due(term, start, Pause(middle, end), Pause(begin, middle))

    assert parts == _due(term, start, Pause(begin, end))


@given(start=moments, term=terms)
def test_the_way_leads_from_receipt_to_due(start: datetime, term: Allowance) -> None:
    found = deadline(OFFICE, term, start, [Pause(shifted(start, 1), shifted(start, 2), "x")])

    assert found.stretches[0].start == start.replace(second=0, microsecond=0)
    assert found.stretches[-1].end == found.due_at


def _due(term: Allowance, start: datetime, *pauses: Pause) -> datetime:
    found = due_at(OFFICE, term, start, pauses).due_at
    assert found
    return found

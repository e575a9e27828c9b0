"""Promises under a calendar announced since: moved or kept by a leader, by nothing else."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.flow.processes import START, context_of
from core.flow.walking import LINE, TAX, Walk, process, step
from motcua.core.clock import (
    VN,
    Calendar,
    Note,
    YearDays,
    first_difference,
    national_calendar,
    with_year,
    year_of,
)
from motcua.core.flow import (
    HandOver,
    KeepDue,
    MoveDue,
    Receive,
    Suspend,
    decide,
    promised,
    read_event,
    replay,
)
from motcua.core.refusal import Refused

NATION = national_calendar()
MONDAY = datetime(2017, 4, 3, 9, 0, tzinfo=VN)
DECREE = Note("nghỉ thêm", "Văn bản số 1/TB")


def with_days_off(calendar: Calendar, *days: date, edition: str = "moi") -> Calendar:
    """The calendar with these days off as well."""
    year = days[0].year
    known = year_of(calendar, year)
    off = {**known.off, **dict.fromkeys(days, DECREE)}
    return with_year(calendar, YearDays(year, off, known.work), confirmed=False, edition=edition)


def waiting(days: int = 5, **context: object) -> Walk:
    """A dossier received on Monday 3/4/2017, Giỗ Tổ on Thursday."""
    walk = Walk.__new__(Walk)
    walk.context = context_of(process(step("xet", "tra"), days=days), MONDAY, **context)
    walk.events = list(decide(None, Receive(MONDAY), walk.context))
    walk.state = replay(walk.events, walk.context.route)
    return walk


def test_a_new_day_off_moves_the_promise_a_working_day_when_a_leader_says_so() -> None:
    walk = waiting()
    before = walk.state.due_at
    walk.context = replace(walk.context, current=with_days_off(NATION, date(2017, 4, 7)))

    assert before == datetime(2017, 4, 11, 9, 0, tzinfo=VN)
    assert walk.do(MoveDue()) == ["due_moved"]
    assert walk.state.due_at == datetime(2017, 4, 12, 9, 0, tzinfo=VN)
    assert (walk.state.moved_from, walk.state.calendar) == (before, "moi")
    assert walk.refused(MoveDue()) == "due_same"


def test_moved_or_kept_is_read_back_from_its_payload() -> None:
    walk = waiting()
    walk.context = replace(walk.context, current=with_days_off(NATION, date(2017, 4, 7)))
    walk.do(KeepDue())
    walk.do(MoveDue())

    for event in walk.events[-2:]:
        assert read_event(event.kind, event.version, event.payload()) == event


def test_what_is_kept_is_not_asked_about_again_and_may_still_be_moved() -> None:
    walk = waiting()
    walk.context = replace(walk.context, current=with_days_off(NATION, date(2017, 4, 7)))
    before = walk.state.due_at

    assert walk.do(KeepDue()) == ["due_kept"]
    assert walk.state.due_at == before
    assert walk.refused(KeepDue()) == "due_kept"
    assert walk.do(MoveDue()) == ["due_moved"]


def test_a_year_confirmed_as_expected_only_makes_the_promise_firm() -> None:
    expected = replace(NATION, confirmed_until=date(2017, 4, 1), edition="du-kien")
    walk = waiting()
    walk.context = replace(walk.context, calendar=expected)
    walk.events = list(decide(None, Receive(MONDAY), walk.context))
    walk.state = replay(walk.events, walk.context.route)
    assert walk.state.provisional
    walk.context = replace(walk.context, current=NATION)
    before = walk.state.due_at

    assert walk.do(MoveDue()) == ["due_firmed"]
    assert (walk.state.due_at, walk.state.provisional) == (before, False)


def test_a_dossier_that_stands_still_does_not_move() -> None:
    current = with_days_off(NATION, *(START.date() + timedelta(days=n) for n in range(1, 5)))
    suspended, away = Walk(LINE).leave("nhan"), Walk(TAX).leave("nhan")
    suspended.do(Suspend("1/TB", "khac"))
    away.do(HandOver("xet", document="12/PC"))
    for walk in (suspended, away):
        walk.context = replace(walk.context, current=current)

    assert suspended.refused(MoveDue()) == "wrong_stage"
    assert away.refused(MoveDue()) == "due_stands"


def test_a_due_time_given_by_a_register_is_no_matter_of_the_calendar() -> None:
    walk = waiting()
    walk.state = replace(walk.state, given_due=walk.state.due_at)
    walk.context = replace(walk.context, current=with_days_off(NATION, date(2017, 4, 7)))

    assert walk.refused(MoveDue()) == "due_given"


DAYS = st.dates(date(2017, 3, 1), date(2017, 5, 31))


@given(st.lists(DAYS, min_size=1, max_size=6, unique=True), st.integers(1, 15))
def test_what_moves_is_exactly_what_the_clock_computes_otherwise(
    days: list[date], term: int
) -> None:
    walk = waiting(term)
    current = with_days_off(NATION, *days)
    walk.context = replace(walk.context, current=current)
    computed = promised(walk.state, current, walk.context.allowance, None).due_at

    if computed == walk.state.due_at:
        with pytest.raises(Refused, match="due_same"):
            decide(walk.state, MoveDue(), walk.context)
    else:
        first = first_difference(NATION, current)
        assert first is not None
        assert walk.state.due_at is not None
        assert first <= walk.state.due_at.date()
        walk.do(MoveDue())
        assert walk.state.due_at == computed

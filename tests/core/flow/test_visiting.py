"""Visits on the ground: fixed, moved, cancelled, and what became of them."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.flow.walking import FORK, LINE, WHY, Walk
from motcua.core.clock import VN
from motcua.core.flow import (
    CancelVisit,
    HandOver,
    HoldVisit,
    MoveVisit,
    PlanVisit,
    Recall,
    SendBack,
    Stop,
)

DAY = timedelta(days=1)
THERE = datetime(2017, 3, 3, 9, 0, tzinfo=VN)
GO = PlanVisit("xet", THERE, WHY)


def at_work(**context: object) -> Walk:
    """In the officer's hands on Wednesday 01/03."""
    return Walk(LINE, **context).leave("nhan")


def planned() -> Walk:
    """A visit is fixed for 09:00 of Friday."""
    walk = at_work()
    assert walk.do(GO) == ["visit_planned"]
    return walk


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (replace(GO, visit_at=None), "visit_past"),
        (replace(GO, visit_at=datetime(2017, 3, 1, 8, 30, tzinfo=VN)), "visit_past"),
        (replace(GO, texts=()), "no_place"),
        (replace(GO, step="duyet"), "not_this_step"),
    ],
)
def test_a_visit_is_ahead_from_an_open_step_and_says_where(command: PlanVisit, code: str) -> None:
    assert at_work().refused(command) == code


def test_a_step_has_one_visit_at_a_time_and_is_not_left_before_its_record() -> None:
    walk = planned()

    assert walk.refused(replace(GO, visit_at=THERE + DAY)) == "visit_planned"
    assert walk.refused(HandOver("xet")) == "visit_open"
    assert walk.refused(SendBack("xet", "nhan", WHY)) == "visit_open"
    assert walk.refused(Recall("nhan")) == "already_opened"


def test_a_visit_is_moved_with_a_reason_and_both_times_stay() -> None:
    walk = planned()

    assert walk.refused(MoveVisit(1, THERE, WHY)) == "visit_same"
    assert walk.refused(MoveVisit(1, THERE + DAY)) == "no_reason"
    assert walk.do(MoveVisit(1, THERE + DAY, WHY)) == ["visit_moved"]
    assert (walk.events[-1].visit_was, walk.state.field_visits[0].visit_at) == (THERE, THERE + DAY)


def test_a_visit_is_recorded_once_its_time_has_come_and_the_step_goes_on() -> None:
    walk = planned()
    assert walk.refused(HoldVisit(1, texts=WHY)) == "visit_ahead"
    walk.context = replace(walk.context, now=THERE)
    assert walk.refused(HoldVisit(1)) == "no_finding"

    walk.do(HoldVisit(1, kept=False, texts=WHY), after=timedelta())
    walk.do(replace(GO, visit_at=THERE + DAY))
    walk.do(HoldVisit(2, texts=WHY), after=DAY)

    assert [event.kept for event in walk.events if event.kind == "visit_held"] == [False, True]
    walk.leave("xet")


def test_a_cancelled_visit_says_why_and_does_not_hold_the_step() -> None:
    walk = planned()
    assert walk.refused(CancelVisit(1)) == "no_reason"

    walk.do(CancelVisit(1, WHY))

    assert walk.refused(CancelVisit(1, WHY)) == "no_such_visit"
    walk.leave("xet")


def test_branches_have_visits_of_their_own_and_an_end_ends_them() -> None:
    walk = Walk(FORK, is_leader=True).leave("nhan", "xet")
    walk.do(PlanVisit("a", THERE, WHY))
    walk.do(PlanVisit("b", THERE, WHY))
    walk.do(CancelVisit(2, WHY))
    walk.leave("b")

    walk.do(Stop("21/TB", "unmet", WHY))

    assert walk.state.field_visits == ()

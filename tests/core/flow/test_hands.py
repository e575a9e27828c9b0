"""Handed over is not received; one of a department may have a step, and gets it back."""

from datetime import datetime, timedelta

import pytest

from core.flow.walking import LINE, WHY, Walk, process, step
from motcua.core.clock import VN, national_calendar
from motcua.core.flow import (
    Assign,
    Claim,
    HandBox,
    OpenStep,
    Recall,
    See,
    SendBack,
    Take,
    Undo,
)
from motcua.core.flow.deciding.assigning import taken_by
from motcua.core.flow.state import open_from_json, open_to_json

ANH, BINH = (f"{n}" * 8 + "-0000-4000-8000-000000000000" for n in (1, 2))
SHARED = process(
    step("xet", "duyet", department="P1"),
    step("duyet", "tra", by="LANH_DAO_PHONG", department="P1"),
)


def at_officers() -> Walk:
    """Handed over to a department, received by nobody yet."""
    return Walk(SHARED).leave("nhan")


def held(walk: Walk) -> OpenStep:
    """The one open step."""
    (one,) = walk.state.open
    return one


def test_what_was_handed_over_is_received_once_and_its_budget_runs_from_before() -> None:
    walk = at_officers()
    due = held(walk).due_at
    assert not held(walk).in_hand

    assert walk.do(Take("xet")) == ["taken"]

    assert held(walk).in_hand
    assert (held(walk).seen, held(walk).due_at) == (False, due)
    assert walk.refused(Take("xet")) == "already_taken"


def test_opening_claiming_and_assigning_count_as_received_too() -> None:
    for command in (See("xet"), Claim("xet", ANH), Assign("xet", ANH, WHY)):
        walk = at_officers()
        walk.do(command)
        assert held(walk).in_hand
        assert walk.refused(Take("xet")) == "already_taken"


@pytest.mark.parametrize("command", [Take("xet"), Assign("xet", ANH)])
def test_what_was_received_is_not_recalled(command: Take | Assign) -> None:
    walk = at_officers()
    walk.do(command)

    assert walk.refused(Recall("nhan")) == "already_opened"


def test_a_step_is_claimed_once_and_given_to_another_and_back_to_all() -> None:
    walk = at_officers()
    walk.do(Claim("xet", ANH))
    assert walk.refused(Claim("xet", BINH)) == "already_assigned"
    assert walk.refused(Assign("xet", ANH)) == "already_assigned"

    walk.do(Assign("xet", BINH, WHY))
    assert held(walk).assignee == BINH
    walk.do(Assign("xet", ""))

    assert held(walk).assignee is None
    assert walk.events[-1].payload()["assignee_was"] == BINH


def test_only_a_department_s_step_is_given_to_one_of_it_and_no_leader_s() -> None:
    leader = Walk(SHARED).leave("nhan", "xet")
    plain = Walk(LINE).leave("nhan")

    assert leader.refused(Claim("duyet", ANH)) == "not_shared"
    assert plain.refused(Assign("xet", ANH)) == "not_shared"


def test_sent_back_it_goes_to_the_officer_who_had_it_when_there() -> None:
    there, absent = Walk(SHARED).leave("nhan", "xet"), Walk(SHARED).leave("nhan", "xet")

    there.do(SendBack("duyet", "xet", WHY, (("xet", ANH),)))
    absent.do(SendBack("duyet", "xet", WHY))

    assert (held(there).assignee, held(there).in_hand) == (ANH, False)
    assert held(absent).assignee is None


def test_recalled_it_is_again_with_the_officer_who_had_it() -> None:
    walk = at_officers()
    walk.do(Claim("xet", ANH))
    walk.leave("xet")

    walk.do(Recall("xet"))

    assert held(walk).assignee == ANH


def test_nothing_stays_in_the_box_of_someone_who_left() -> None:
    walk = at_officers()
    assert walk.refused(HandBox("xet", "")) == "nothing_in_box"
    walk.do(Claim("xet", ANH))

    assert walk.do(HandBox("xet", "")) == ["box_handed"]

    assert held(walk).assignee is None


def test_giving_it_to_one_is_taken_back_within_five_minutes() -> None:
    walk = at_officers()
    before = walk.state
    walk.do(Assign("xet", ANH, WHY))

    walk.do(Undo(tuple(walk.events[-1:]), before), after=timedelta(minutes=2))

    assert held(walk) == before.open[0]


def test_a_step_nobody_was_given_is_written_as_before() -> None:
    plain = OpenStep("xet", datetime(2017, 3, 6, 8, 0, tzinfo=VN))
    given = OpenStep("xet", plain.entered_at, assignee=ANH, taken=True)

    assert len(open_to_json(plain)) == 7
    assert open_from_json(open_to_json(plain)) == plain
    assert open_from_json(open_to_json(given)) == given


@pytest.mark.parametrize(
    ("handed", "now", "due"),
    [
        ("2017-03-06T08:00", "2017-03-06T10:00", False),
        ("2017-03-06T08:00", "2017-03-06T10:01", True),
        ("2017-03-06T16:30", "2017-03-07T08:30", False),
        ("2017-03-03T16:30", "2017-03-06T09:01", True),
    ],
)
def test_after_two_working_hours_it_should_have_been_received(
    handed: str, now: str, due: bool
) -> None:
    at, entered = (datetime.fromisoformat(one).replace(tzinfo=VN) for one in (now, handed))

    assert (entered <= taken_by(national_calendar(), at)) is due

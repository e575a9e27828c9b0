"""Undo: the last act taken back by an event of its own, and what can never be."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.flow.walking import ANSWER_BY, LINE, TAX, WHY, Walk
from motcua.core.flow import (
    Approve,
    HandOver,
    RequestSupplement,
    ReturnResult,
    ReturnToDesk,
    State,
    Suspend,
    Undo,
    evolve,
)
from motcua.core.flow.deciding.undoing import standing

SOON = timedelta(minutes=4)


def undone(walk: Walk, acts: int = 1, **facts: Any) -> Undo:
    """The command that takes back what the last `acts` events did."""
    before: State | None = None
    for event in walk.events[:-acts]:
        before = evolve(before, event, walk.context.route)
    assert before is not None
    return Undo(tuple(walk.events[-acts:]), before, **facts)


def test_the_dossier_stands_again_as_before_and_the_act_stays_in_its_history() -> None:
    walk = Walk(TAX).leave("nhan")
    before = walk.state
    walk.do(HandOver("xet", document="12/PC"))

    walk.do(undone(walk, 2), after=SOON)

    assert replace(walk.state, seq=before.seq) == before
    assert [event.kind for event in walk.events] == [
        "received", "handed_over", "handed_over", "clock_stopped", "undone",
    ]  # fmt: skip
    assert [event.kind for event in standing(walk.events)] == ["received", "handed_over"]


def test_what_was_finished_and_taken_back_says_by_what_it_had_been_judged() -> None:
    walk = Walk(LINE).leave("nhan", "xet", "duyet")
    walk.do(ReturnToDesk("dau"))
    finished = walk.state

    walk.do(undone(walk, 2), after=SOON)

    assert (walk.events[-1].finish_at, walk.events[-1].finish_due) == (
        finished.finished_at,
        finished.due_at,
    )
    assert walk.open == ["dau"]


@pytest.mark.parametrize(
    ("facts", "after", "code"),
    [
        ({"own": False}, SOON, "not_yours_to_undo"),
        ({"opened": True}, SOON, "seen_since"),
        ({}, timedelta(minutes=6), "too_late_to_undo"),
    ],
)
def test_only_who_did_it_takes_it_back_soon_and_unseen(
    facts: dict[str, bool], after: timedelta, code: str
) -> None:
    walk = Walk(LINE).leave("nhan")
    walk.context = replace(walk.context, now=walk.context.now + after)

    assert walk.refused(undone(walk, **facts)) == code


def test_what_is_signed_numbered_or_received_is_not_taken_back() -> None:
    signed, asked = Walk(LINE).leave("nhan", "xet"), Walk(LINE)
    signed.do(Approve("duyet"))
    asked.do(RequestSupplement("nhan", (1,), "1/HDHS", ANSWER_BY))

    assert signed.refused(undone(signed)) == "not_undoable"
    assert asked.refused(undone(asked)) == "not_undoable"
    assert signed.refused(Undo((), signed.state)) == "not_undoable"


def test_a_result_returned_is_taken_back_unless_money_was() -> None:
    paid, free = (Walk(LINE).leave("nhan", "xet", "duyet", "dau") for _ in range(2))
    paid.do(ReturnResult(fee_vnd=75_000))
    free.do(ReturnResult())

    assert paid.refused(undone(paid)) == "money_taken"
    free.do(undone(free), after=SOON)
    assert free.state.returned_at is None


def test_what_was_done_after_something_was_taken_back_still_stands() -> None:
    walk = Walk(LINE).leave("nhan")
    walk.do(Suspend("1/TB", "khac"))
    walk.do(undone(walk), after=SOON)
    walk.do(HandOver("xet"))
    walk.do(undone(walk), after=SOON)
    walk.do(HandOver("xet"))

    kept = standing(walk.events)

    assert [(event.kind, event.at) for event in kept[2:]] == [("handed_over", walk.context.now)]


def test_a_result_goes_to_a_collector_with_a_paper_and_without_a_slip_only_on_the_record() -> None:
    walk = Walk(LINE).leave("nhan", "xet", "duyet", "dau")

    assert walk.refused(ReturnResult("neighbour")) == "no_collector"
    assert walk.refused(ReturnResult("collector")) == "no_collector"
    assert walk.refused(ReturnResult("collector", WHY)) == "no_collector"
    assert walk.refused(ReturnResult(slip="lost")) == "no_slip"
    walk.do(ReturnResult("collector", WHY, relation="child", slip="lost"))
    assert (walk.events[-1].relation, walk.events[-1].slip) == ("child", "lost")


def test_leaving_a_step_that_nobody_holds_leaves_no_trace_among_those_left() -> None:
    walk = Walk(LINE).leave("nhan")

    again = evolve(walk.state, walk.events[-1], walk.context.route)

    assert [left.key for left in again.left] == ["nhan"]

"""What was written wrong, taken in wrongly or typed in late: each mended by an event of its own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.flow.processes import START, context_of
from core.flow.walking import ANSWER_BY, LINE, WHY, Walk
from motcua.core.clock import Allowance
from motcua.core.flow import (
    ApproveLate,
    Correct,
    DoNow,
    HandOver,
    LateEntry,
    Receive,
    RequestSupplement,
    Stage,
    State,
    Undo,
    Void,
    decide,
    evolve,
    replay,
)
from motcua.core.refusal import Refused

DAY = timedelta(days=1)
MENDED = Correct(("now",), ("before",), WHY)
AT_ONCE = DoNow(START, book="CT", number=12, copies=2, pages=3, signer="uuid")
LATE = Receive(START, slip=" 12/GT ", texts=WHY)


def late_walk(**context: object) -> Walk:
    """A dossier that came in on paper two hours before it was typed in."""
    walk = Walk(LINE, **context)
    walk.context = replace(walk.context, now=START + timedelta(hours=2))
    walk.events = list(decide(None, LATE, walk.context))
    walk.state = replay(walk.events, walk.context.route)
    return walk


def refused(command: Receive, after: timedelta) -> str:
    with pytest.raises(Refused) as refusal:
        decide(None, command, context_of(LINE, START + after))
    return refusal.value.code


def test_after_the_day_of_receipt_only_a_leader_voids_and_then_whatever_has_been_done() -> None:
    clerk, leader = Walk(LINE), Walk(LINE, is_leader=True).leave("nhan")
    leader.do(RequestSupplement("xet", (1,), "1/HDHS", ANSWER_BY))
    for walk in (clerk, leader):
        walk.context = replace(walk.context, now=START + DAY)

    assert clerk.refused(Void(WHY)) == "leader_after_day"
    leader.do(Void(WHY))
    assert leader.state.stage is Stage.VOID


def test_a_clerical_error_is_mended_with_both_readings_and_the_reason() -> None:
    walk = Walk(LINE)
    before = walk.state

    assert walk.refused(replace(MENDED, said=())) == "nothing_corrected"
    assert walk.refused(replace(MENDED, was=())) == "nothing_corrected"
    assert walk.refused(replace(MENDED, texts=())) == "no_reason"
    assert walk.do(MENDED) == ["corrected"]
    assert replace(walk.state, seq=before.seq) == before


def done_at_once(later: timedelta = timedelta(), **context: object) -> Walk:
    """What was done while its owner waited, typed in `later`: with a slip when that is not now."""
    walk = Walk(LINE, **context)
    walk.context = replace(walk.context, allowance=Allowance("same_day"), now=START + later)
    command = AT_ONCE if not later else replace(AT_ONCE, slip="12/GT", texts=WHY)
    walk.events = list(decide(None, command, walk.context))
    walk.state = replay(walk.events, walk.context.route)
    return walk


def test_what_was_done_at_once_is_voided_that_day_by_the_clerk_and_later_by_a_leader() -> None:
    clerk, leader = done_at_once(), done_at_once(is_leader=True)
    assert clerk.refused(Void(())) == "no_reason"
    for walk in (clerk, leader):
        walk.context = replace(walk.context, now=START + DAY)

    assert clerk.refused(Void(WHY)) == "leader_after_day"
    leader.do(Void(WHY))
    today = done_at_once()
    today.do(Void(WHY))

    for walk in (today, leader):
        assert walk.state.stage is Stage.VOID
        assert (walk.state.finished_at, walk.state.returned_at, walk.state.outcome) == (
            None, None, "",
        )  # fmt: skip


def test_a_result_handed_out_after_a_whole_process_is_no_mistaken_intake() -> None:
    walk = Walk(LINE, is_leader=True)
    walk.state = replace(walk.state, stage=Stage.RETURNED)

    assert walk.refused(Void(WHY)) == "wrong_stage"


def test_what_was_done_at_once_left_a_number_and_a_signature_and_is_not_undone() -> None:
    walk = done_at_once()

    assert walk.refused(Undo(tuple(walk.events), walk.state)) == "not_undoable"


def test_done_at_once_on_paper_it_is_typed_in_later_and_a_leader_sees_the_slip_after() -> None:
    walk = done_at_once(timedelta(hours=2), is_leader=True)

    assert [event.kind for event in walk.events] == [
        "received", "done_now", "finished", "result_returned", "entered_late",
    ]  # fmt: skip
    assert (walk.state.returned_at, walk.state.late) == (START, LateEntry.WAITING)
    assert State.from_json(walk.state.to_json()) == walk.state
    walk.do(ApproveLate())
    assert (walk.state.stage, walk.state.late) == (Stage.RETURNED, LateEntry.APPROVED)


def test_done_at_once_on_paper_it_lies_no_further_back_than_any_late_entry() -> None:
    with pytest.raises(Refused, match="too_far_back"):
        done_at_once(6 * DAY)


def test_what_was_done_at_once_is_mended_on_that_day_and_not_on_the_next() -> None:
    walk = done_at_once()

    assert walk.state.stage is Stage.RETURNED
    assert walk.do(MENDED) == ["corrected"]
    assert walk.state.stage is Stage.RETURNED
    walk.context = replace(walk.context, now=START + DAY)
    assert walk.refused(MENDED) == "wrong_stage"


def test_a_late_entry_keeps_its_time_and_waits_for_a_leader() -> None:
    walk = late_walk()

    assert [event.kind for event in walk.events] == ["received", "entered_late"]
    assert (walk.state.clock_from, walk.state.late) == (START, LateEntry.WAITING)
    assert walk.events[-1].slip == "12/GT"
    assert walk.refused(HandOver("nhan")) == "late_entry_waits"
    assert State.from_json(walk.state.to_json()) == walk.state


def test_a_leader_who_saw_the_slip_lets_it_go_on_once() -> None:
    walk = late_walk(is_leader=True)
    assert Walk(LINE).refused(ApproveLate()) == "no_late_entry"
    assert late_walk().refused(ApproveLate()) == "leader_only_late"

    walk.state = evolve(
        walk.state, *decide(walk.state, ApproveLate(), walk.context), walk.context.route
    )

    assert walk.state.late is LateEntry.APPROVED
    assert walk.refused(ApproveLate()) == "no_late_entry"
    assert decide(walk.state, HandOver("nhan"), walk.context)[0].kind == "handed_over"


def test_a_late_entry_has_slip_and_reason_and_lies_no_more_than_three_working_days_back() -> None:
    assert refused(replace(LATE, slip=" "), DAY) == "no_slip_number"
    assert refused(replace(LATE, texts=()), DAY) == "no_reason"
    assert refused(LATE, -timedelta(minutes=1)) == "received_ahead"
    assert refused(LATE, 6 * DAY) == "too_far_back"
    assert decide(None, LATE, context_of(LINE, START + 5 * DAY))

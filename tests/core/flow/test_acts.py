"""The acts that begin and end a dossier: what each makes happen, and when it is refused."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from core.flow.processes import START, context_of, received
from core.flow.walking import ANSWER_BY, CHOICE, LINE, WHY, Walk, process, step
from motcua.core.clock import VN, Allowance
from motcua.core.flow import (
    Approve,
    Context,
    DoNow,
    HandOver,
    Receive,
    RecordOverdueReason,
    RefuseIntake,
    RequestSupplement,
    Resume,
    ReturnResult,
    ReturnToDesk,
    See,
    Stage,
    Suspend,
    TakeOver,
    TakeSupplement,
    Void,
    Withdraw,
    decide,
    evolve,
    replay,
)
from motcua.core.refusal import Refused

DAY = timedelta(days=1)
AT_ONCE = DoNow(START, book="CT", number=12, copies=2, pages=3, signer="uuid")


def waited_for() -> Context:
    """A procedure that the law lets one wait for."""
    return replace(context_of(LINE), allowance=Allowance("same_day"))


def code_of(command: DoNow | Void | See | TakeOver, context: Context) -> str:
    with pytest.raises(Refused) as refused:
        decide(None, command, context)
    return refused.value.code


def test_what_is_received_lies_opened_at_the_first_step_and_is_promised() -> None:
    walk = Walk(LINE)

    assert walk.state.stage is Stage.IN_PROGRESS
    assert [(s.key, s.seen) for s in walk.state.open] == [("nhan", True)]
    assert walk.state.due_at == datetime(2017, 3, 8, 8, 0, tzinfo=VN)
    assert walk.state.open[0].due_at == datetime(2017, 3, 2, 8, 0, tzinfo=VN)


def test_nothing_is_received_twice() -> None:
    state = received(context_of(LINE))

    for command in (Receive(START), RefuseIntake(START), TakeOver(START), AT_ONCE):
        with pytest.raises(Refused) as refused:
            decide(state, command, waited_for())
        assert refused.value.code == "wrong_stage"


def test_an_intake_refused_leaves_a_trace_and_no_promise() -> None:
    context = context_of(LINE)
    state = replay(decide(None, RefuseIntake(START, texts=WHY), context), context.route)

    assert (state.stage, state.due_at, state.open) == (Stage.INTAKE_REFUSED, None, ())


def test_nothing_but_an_intake_is_done_on_a_dossier_that_is_not_there() -> None:
    assert code_of(Void(WHY), context_of(LINE)) == "unknown_dossier"


def test_what_is_done_at_once_is_received_done_finished_and_returned_in_one_act() -> None:
    events = decide(None, AT_ONCE, waited_for())
    state = replay(events, waited_for().route)

    assert [e.kind for e in events] == ["received", "done_now", "finished", "result_returned"]
    assert (state.stage, state.outcome) == (Stage.RETURNED, "result")
    assert state.finished_at == state.returned_at == START


@pytest.mark.parametrize(
    ("without", "code"),
    [
        ({"signer": ""}, "no_signer"),
        ({"book": ""}, "no_book_number"),
        ({"number": 0}, "no_book_number"),
        ({"copies": 0}, "no_copies"),
        ({"pages": 0}, "no_copies"),
    ],
)
def test_what_is_done_at_once_is_written_down_in_full(
    without: dict[str, object], code: str
) -> None:
    assert code_of(replace(AT_ONCE, **without), waited_for()) == code


def test_what_takes_days_is_not_done_at_once() -> None:
    assert code_of(AT_ONCE, context_of(LINE)) == "not_at_once"


def test_what_a_register_kept_is_taken_over_with_its_own_times() -> None:
    context = replace(context_of(LINE), now=START + 30 * DAY)
    row = TakeOver(
        START, due_at=START + DAY, finished_at=START + DAY, returned_at=START + 2 * DAY,
        outcome="result",
    )  # fmt: skip

    state = replay(decide(None, row, context), context.route)

    assert (state.stage, state.finished_at) == (Stage.RETURNED, START + DAY)
    assert code_of(replace(row, outcome=""), context) == "finish_without_outcome"


def test_a_mistaken_intake_is_voided_with_its_reason_before_it_left_the_desk() -> None:
    mistaken, gone = Walk(LINE), Walk(LINE).leave("nhan")

    assert mistaken.refused(Void()) == "no_reason"
    assert gone.refused(Void(WHY)) == "left_the_desk"
    mistaken.do(Void(WHY))
    assert (mistaken.state.stage, mistaken.state.due_at) == (Stage.VOID, None)
    assert mistaken.refused(Void(WHY)) == "wrong_stage"


def test_a_step_is_opened_by_its_holder_once() -> None:
    walk = Walk(LINE).leave("nhan")

    walk.do(See("xet"))

    assert walk.state.open[0].seen
    assert walk.refused(See("xet")) == "already_seen"
    assert walk.refused(See("nhan")) == "not_this_step"


def test_the_result_at_the_desk_finishes_the_dossier_and_waits_for_its_owner() -> None:
    walk = Walk(LINE).leave("nhan", "xet", "duyet")

    assert walk.do(ReturnToDesk("dau")) == ["handed_over", "finished"]

    assert (walk.state.stage, walk.state.outcome) == (Stage.FINISHED, "result")
    assert walk.open == ["tra"]
    assert walk.refused(ReturnToDesk("tra")) == "wrong_stage"


def test_a_refusal_can_be_the_result() -> None:
    walk = Walk(LINE).leave("nhan", "xet", "duyet")

    walk.do(ReturnToDesk("dau", outcome="refused", texts=WHY, document=" 7/TB "))

    assert walk.state.outcome == "refused"
    assert walk.events[-2].document == "7/TB"  # type: ignore[attr-defined]


def test_a_refusal_as_the_result_says_why_and_in_which_paper() -> None:
    walk = Walk(LINE).leave("nhan", "xet", "duyet")

    assert walk.refused(ReturnToDesk("dau", outcome="refused", document="7/TB")) == "no_reason"
    silent = ReturnToDesk("dau", outcome="refused", texts=WHY, document=" ")
    assert walk.refused(silent) == "no_refusal_paper"


def test_a_process_that_ends_away_from_the_desk_is_finished_by_its_last_step() -> None:
    document = process(step("xet", by="VAN_THU"))
    document["steps"].pop()
    walk = Walk(document).leave("nhan")

    assert walk.do(ReturnToDesk("xet")) == ["handed_over", "finished"]


def test_a_result_is_returned_once_and_only_when_there_is_one() -> None:
    walk = Walk(LINE)
    assert walk.refused(ReturnResult()) == "wrong_stage"

    walk.leave("nhan", "xet", "duyet", "dau").do(ReturnResult())

    assert walk.state.stage is Stage.RETURNED
    assert walk.state.returned_at == walk.context.now
    assert walk.refused(ReturnResult()) == "wrong_stage"


def test_what_is_finished_to_the_minute_of_its_due_time_is_not_late() -> None:
    on_time = Walk(LINE).leave("nhan", "xet", "duyet")
    due = on_time.state.due_at
    assert due is not None

    on_time.do(ReturnToDesk("dau"), after=due - on_time.context.now + timedelta(seconds=59))

    assert not on_time.events[-1].late


def test_what_is_finished_late_needs_a_reason_given_then_or_before() -> None:
    late = Walk(LINE).leave("nhan", "xet", "duyet")
    late.context = replace(late.context, now=START + 30 * DAY)
    assert late.refused(ReturnToDesk("dau")) == "reason_needed"

    told_before = Walk(LINE).leave("nhan", "xet", "duyet")
    told_before.do(RecordOverdueReason("qua-tai"), after=30 * DAY)
    told_before.do(ReturnToDesk("dau"))
    late.do(ReturnToDesk("dau", overdue_reason="cho-y-kien"))

    assert late.state.overdue_reason == "cho-y-kien"
    assert told_before.state.overdue_reason == "qua-tai"
    assert told_before.events[-1].late


def test_why_it_is_late_is_recorded_only_when_it_is_and_with_a_reason() -> None:
    walk = Walk(LINE)
    assert walk.refused(RecordOverdueReason("qua-tai")) == "not_late"

    walk.context = replace(walk.context, now=START + 30 * DAY)

    assert walk.refused(RecordOverdueReason("")) == "reason_needed"
    walk.do(RecordOverdueReason("qua-tai"))
    assert walk.state.overdue_reason == "qua-tai"


def test_the_owner_withdraws_with_a_reason_until_there_is_a_result() -> None:
    early, asked, finished = Walk(LINE), Walk(LINE), Walk(LINE)
    asked.do(RequestSupplement("nhan", (1,), "1/HDHS", ANSWER_BY))
    finished.leave("nhan", "xet", "duyet", "dau")

    assert early.refused(Withdraw()) == "no_reason"
    assert finished.refused(Withdraw(WHY)) == "wrong_stage"
    early.do(Withdraw(WHY))
    asked.do(Withdraw(WHY), after=DAY)

    assert (early.state.stage, early.state.outcome) == (Stage.WITHDRAWN, "withdrawn")
    assert asked.state.paused_since is None
    assert asked.state.due_at == datetime(2017, 3, 9, 8, 0, tzinfo=VN)


def test_where_the_process_leaves_a_choice_one_way_is_chosen_and_is_one_of_them() -> None:
    walk = Walk(CHOICE).leave("nhan")

    assert walk.refused(HandOver("xet")) == "which_way"
    assert walk.refused(HandOver("xet", "nhan")) == "which_way"
    assert walk.refused(HandOver("xet", "tra")) == "not_this_act"
    walk.do(HandOver("xet", "ky"))
    assert walk.open == ["ky"]
    assert walk.refused(Approve("ky", "xet")) == "which_way"
    walk.do(Approve("ky", "tra"))
    assert walk.state.stage is Stage.FINISHED


def test_what_came_to_its_end_lets_nothing_more_be_done() -> None:
    walk = Walk(LINE)
    walk.do(Withdraw(WHY))

    for command in (
        HandOver(), Resume(), Suspend("1/TB", "khac"), TakeSupplement(),
        RequestSupplement(None, (1,), "1/HDHS", ANSWER_BY), See("nhan"),
        RecordOverdueReason("khac"),
    ):  # fmt: skip
        assert walk.refused(command) == "wrong_stage"


def test_a_history_begins_with_an_intake_and_nothing_can_be_received_into_one() -> None:
    walk = Walk(LINE).leave("nhan")

    with pytest.raises(ValueError, match="cannot begin"):
        evolve(None, walk.events[1], walk.context.route)
    with pytest.raises(ValueError, match="cannot come here"):
        evolve(walk.state, walk.events[0], walk.context.route)
    with pytest.raises(ValueError, match="no events"):
        replay([], walk.context.route)

"""The clock stands still on a document and goes on: supplements, suspensions, bodies outside."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from core.flow.processes import START, context_of
from core.flow.walking import LINE, TAX, WHY, Walk, process, step
from motcua.core.clock import VN
from motcua.core.flow import (
    Context,
    HandOver,
    Recall,
    RequestSupplement,
    Resume,
    SendBack,
    Stage,
    State,
    Suspend,
    TakeOver,
    TakeSupplement,
    decide,
    evolve,
    promised,
    replay,
)

DAY = timedelta(days=1)
ASK = RequestSupplement(None, (1, 3), " 1/HDHS ", date(2017, 3, 20), texts=WHY)


def at_work() -> Walk:
    """In the officer's hands, due at 08:00 of 08/03."""
    return Walk(LINE).leave("nhan")


def test_a_request_for_a_supplement_stops_the_clock_and_its_answer_lets_it_go_on() -> None:
    walk = at_work()

    walk.do(ASK)
    assert (walk.state.stage, walk.state.due_at) == (Stage.AWAITING_SUPPLEMENT, None)
    assert walk.state.open[0].due_at is None
    walk.do(TakeSupplement(), after=DAY)

    assert walk.state.stage is Stage.IN_PROGRESS
    assert walk.state.due_at == datetime(2017, 3, 9, 8, 0, tzinfo=VN)
    assert walk.state.open[0].due_at == datetime(2017, 3, 3, 8, 30, tzinfo=VN)


def test_a_request_names_the_papers_and_has_a_number() -> None:
    walk = at_work()

    assert walk.refused(replace(ASK, items=())) == "no_items"
    assert walk.refused(replace(ASK, document=" ")) == "no_document"
    assert walk.refused(replace(ASK, reply_by=None)) == "reply_day_needed"
    assert walk.refused(replace(ASK, step="duyet")) == "not_this_step"
    walk.do(ASK)
    assert (walk.events[-1].document, walk.events[-1].reply_by) == ("1/HDHS", "2017-03-20")


def test_the_owner_is_asked_once_and_again_only_by_a_leader_who_says_why() -> None:
    walk = at_work()
    walk.do(ASK)
    assert walk.refused(ASK) == "clock_paused"
    walk.do(TakeSupplement())

    assert walk.refused(ASK) == "already_asked"
    assert walk.refused(replace(ASK, override_reason=WHY[0])) == "leader_only"
    walk.context = replace(walk.context, is_leader=True)
    walk.do(replace(ASK, override_reason=WHY[0]))
    assert walk.state.supplements == 2
    assert walk.events[-1].override


def test_a_procedure_may_count_anew_from_the_supplement() -> None:
    walk = Walk(LINE, after_supplement="restart").leave("nhan")
    walk.do(ASK)

    walk.do(TakeSupplement(), after=DAY)

    assert walk.state.clock_from == walk.context.now
    assert walk.state.due_at == datetime(2017, 3, 9, 9, 0, tzinfo=VN)


def test_a_supplement_is_taken_only_when_one_was_asked() -> None:
    assert at_work().refused(TakeSupplement()) == "wrong_stage"


def test_a_suspension_needs_its_document_and_reason_and_is_lifted_once() -> None:
    walk = at_work()
    assert walk.refused(Suspend("", "khac")) == "no_document"
    assert walk.refused(Suspend("1/TB", "")) == "no_reason"
    assert walk.refused(Resume()) == "wrong_stage"

    walk.do(Suspend("1/TB", "khac"))
    assert walk.refused(Suspend("2/TB", "khac")) == "clock_paused"
    assert (walk.state.stage, walk.state.due_at) == (Stage.SUSPENDED, None)
    walk.do(Resume(" 3/TB "), after=2 * DAY)

    assert walk.events[-1].document == "3/TB"
    assert walk.state.due_at == datetime(2017, 3, 10, 8, 0, tzinfo=VN)
    assert walk.refused(Resume()) == "wrong_stage"


def test_the_clock_stops_at_a_body_outside_it_with_the_paper_that_went_along() -> None:
    walk = Walk(TAX).leave("nhan")

    assert walk.do(HandOver("xet", document=" 12/PC ")) == ["handed_over", "clock_stopped"]
    assert (walk.state.stage, walk.state.due_at) == (Stage.IN_PROGRESS, None)
    assert walk.state.pauses[0].reason == "12/PC"
    assert walk.state.open[0].due_at is not None
    assert walk.refused(ASK) == "clock_paused"

    assert walk.do(HandOver("thue"), after=3 * DAY) == ["handed_over", "clock_resumed"]
    assert walk.state.due_at is not None


def test_without_a_paper_the_clock_runs_on_and_the_history_says_so() -> None:
    walk = Walk(TAX).leave("nhan")

    assert walk.do(HandOver("xet")) == ["handed_over"]

    assert walk.events[-1].undocumented
    assert walk.state.due_at is not None


def test_the_clock_runs_while_another_branch_is_at_work_here() -> None:
    both = process(
        step("xet", "thue", "ve"), step("thue", "gom", clock="stops"), step("ve", "gom"),
        step("gom", "tra"),
    )  # fmt: skip
    walk = Walk(both).leave("nhan")

    assert walk.do(HandOver("xet", document="12/PC")) == ["handed_over"]
    assert walk.do(HandOver("ve")) == ["handed_over", "clock_stopped"]
    assert walk.do(HandOver("thue")) == ["handed_over", "clock_resumed"]


def test_what_comes_back_from_outside_by_any_way_lets_the_clock_run() -> None:
    sent_back, recalled = Walk(TAX).leave("nhan"), Walk(TAX).leave("nhan")
    for walk in (sent_back, recalled):
        walk.do(HandOver("xet", document="12/PC"))

    assert sent_back.do(SendBack("thue", texts=WHY)) == ["sent_back", "clock_resumed"]
    assert recalled.do(Recall("xet")) == ["recalled", "clock_resumed"]


def test_a_last_step_outside_the_clock_stops_nothing_once_all_is_done() -> None:
    ends = process(step("xet", "thue", "tra"), step("thue", clock="stops"))
    walk = Walk(ends).leave("nhan")
    walk.do(HandOver("xet", document="12/PC"))

    assert walk.leave("thue").state.stage is Stage.FINISHED
    assert walk.state.paused_since is None


def test_the_promise_a_register_gave_moves_by_the_working_time_of_the_pause() -> None:
    context = context_of(LINE)
    given = datetime(2017, 3, 10, 9, 0, tzinfo=VN)
    state = replay(decide(None, TakeOver(START, due_at=given), context), context.route)
    before, after = replace(context, now=START + DAY), replace(context, now=START + 2 * DAY)

    stopped = after_one(state, Suspend("1/TB", "khac"), before)
    running = after_one(stopped, Resume(), after)
    late = after_one(state, Suspend("1/TB", "khac"), replace(context, now=given + DAY))

    assert stopped.due_at is None
    assert running.due_at == datetime(2017, 3, 13, 9, 0, tzinfo=VN)
    assert late.due_at == given


def after_one(state: State, command: Suspend | Resume, context: Context) -> State:
    (event,) = decide(state, command, context)
    return evolve(state, event, context.route)


def test_what_was_never_received_is_promised_nothing() -> None:
    context = context_of(LINE)
    due = promised(
        State(Stage.INTAKE_REFUSED, 1), context.calendar, context.allowance, context.cutoff
    )

    assert due.due_at is None


def test_a_step_without_a_budget_has_no_end_of_it() -> None:
    walk = Walk(process(step("xet", "tra", hours=0))).leave("nhan")

    assert walk.state.open[0].due_at is None

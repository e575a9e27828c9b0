"""Along the process: forward, back, taken back unopened, through forks and joins."""

from datetime import timedelta

import pytest

from core.flow.walking import CHOICE, FORK, LINE, WHY, Walk, process, step
from motcua.core.clock import add_working_minutes, next_opening
from motcua.core.flow import (
    Approve,
    HandOver,
    Recall,
    ReturnToDesk,
    See,
    SendBack,
    Stage,
    Suspend,
)
from motcua.core.flow.routing import take_back


def test_each_step_is_left_by_the_act_of_its_place() -> None:
    walk = Walk(LINE)

    assert walk.refused(Approve("nhan")) == "not_this_act"
    assert walk.do(HandOver("nhan")) == ["handed_over"]
    walk.do(HandOver("xet"))
    assert walk.refused(HandOver("duyet")) == "not_this_act"
    assert walk.do(Approve("duyet")) == ["approved"]
    assert walk.refused(HandOver("dau")) == "not_this_act"
    assert walk.do(ReturnToDesk("dau")) == ["handed_over", "finished"]


def test_a_step_is_named_unless_only_one_is_open() -> None:
    walk = Walk(FORK)
    walk.do(HandOver())
    assert walk.refused(HandOver("nhan")) == "not_this_step"

    walk.do(HandOver())

    assert walk.open == ["a", "b"]
    assert walk.refused(HandOver()) == "which_step"


def test_a_way_that_does_not_follow_is_not_taken_even_where_there_is_no_choice() -> None:
    assert Walk(LINE).refused(HandOver("nhan", "dau")) == "which_way"


def test_a_join_waits_for_every_branch_that_was_started() -> None:
    walk = Walk(FORK).leave("nhan", "xet", "a")
    assert (walk.open, walk.state.waiting[0].arrived) == (["b"], ("a",))

    walk.leave("b")

    assert (walk.open, walk.state.waiting) == (["gom"], ())
    assert walk.state.open[0].came_from == ("a", "b")


def test_a_join_of_any_opens_for_the_first_and_only_learns_of_the_second() -> None:
    any_of = process(
        step("xet", "a", "b"), step("a", "gom"), step("b", "gom"), step("gom", "tra", join="any")
    )
    walk = Walk(any_of).leave("nhan", "xet", "a")
    assert walk.open == ["b", "gom"]

    walk.leave("b")

    assert walk.open == ["gom"]
    assert walk.state.open[0].came_from == ("a", "b")


def test_the_dossier_is_finished_when_every_branch_has_come_to_its_end() -> None:
    ends = process(step("xet", "a", "tra"), step("a", by="VAN_THU"))
    walk = Walk(ends).leave("nhan", "xet")
    assert (walk.open, walk.state.stage) == (["a", "tra"], Stage.IN_PROGRESS)

    assert walk.do(ReturnToDesk("a")) == ["handed_over", "finished"]


def test_of_two_joins_that_wait_the_one_that_leads_to_the_other_opens_first() -> None:
    two = process(
        step("xet", "a", "b", "c"), step("a", "m"), step("b", "m"), step("m", "gom"),
        step("c", "gom"), step("gom", "tra"),
    )  # fmt: skip
    walk = Walk(two).leave("nhan", "xet", "c", "a", "b")
    assert (walk.open, [w.key for w in walk.state.waiting]) == (["m"], ["gom"])

    walk.leave("m")

    assert walk.open == ["gom"]
    assert walk.state.open[0].came_from == ("c", "m")


def test_joins_that_lead_to_each_other_do_not_wait_for_each_other_for_ever() -> None:
    ring = process(
        step("xet", "a", "b"), step("a", "p"), step("b", "q"),
        step("p", "q", "tra", choose=True), step("q", "p", "tra", choose=True),
    )  # fmt: skip
    walk = Walk(ring).leave("nhan", "xet", "a", "b")
    assert (walk.open, [w.key for w in walk.state.waiting]) == (["p"], ["q"])

    walk.do(ReturnToDesk("p", "tra"))

    assert walk.open == ["q"]
    assert walk.do(ReturnToDesk("q", "tra")) == ["handed_over", "finished"]


def test_a_dossier_is_sent_back_to_who_handed_it_over_with_what_is_wrong() -> None:
    walk = Walk(LINE).leave("nhan")
    assert Walk(LINE).refused(SendBack("nhan", texts=WHY)) == "nowhere_back"
    assert walk.refused(SendBack("xet")) == "no_reason"
    assert walk.refused(SendBack("xet", "dau", WHY)) == "which_way"

    assert walk.do(SendBack("xet", texts=WHY)) == ["sent_back"]

    assert walk.open == ["nhan"]
    assert walk.state.open[0].reply_to == "xet"


def test_what_was_sent_back_returns_straight_to_the_sender_as_it_was_held_there() -> None:
    walk = Walk(LINE).leave("nhan", "xet", "duyet")
    walk.do(SendBack("dau", texts=WHY))
    walk.do(SendBack("duyet", texts=WHY))

    walk.leave("xet")
    assert (walk.open, walk.state.open[0].reply_to) == (["duyet"], "dau")
    walk.leave("duyet")
    assert (walk.open, walk.state.open[0].came_from) == (["dau"], ("duyet",))


def test_from_a_join_the_branch_is_named_and_the_other_stays_done() -> None:
    walk = Walk(FORK).leave("nhan", "xet", "a", "b")
    assert walk.refused(SendBack("gom", texts=WHY)) == "which_way"

    walk.do(SendBack("gom", "a", WHY))
    walk.leave("a")

    assert walk.open == ["gom"]
    assert walk.state.open[0].came_from == ("a", "b")


def test_what_arrives_while_the_join_waits_for_its_answer_goes_along_with_it() -> None:
    walk = Walk(FORK).leave("nhan", "xet", "a", "b")
    walk.do(SendBack("gom", "a", WHY))
    walk.do(SendBack("a", "xet", WHY))
    walk.leave("xet", "a")

    assert walk.open == ["gom"]
    assert walk.state.waiting == ()


def test_nobody_is_asked_back_who_waits_for_an_answer_themselves() -> None:
    walk = Walk(FORK).leave("nhan", "xet")
    walk.do(SendBack("a", texts=WHY))
    walk.do(SendBack("xet", texts=WHY))

    assert walk.refused(SendBack("b", "xet", WHY)) == "back_is_held"
    walk.leave("nhan", "xet")
    assert walk.open == ["b", "a"]
    walk.do(SendBack("b", "xet", WHY))
    assert walk.open == ["a", "xet"]


def test_what_was_handed_over_is_recalled_while_nobody_has_opened_it() -> None:
    unopened, opened = Walk(LINE).leave("nhan"), Walk(LINE).leave("nhan")
    opened.do(See("xet"))

    assert opened.refused(Recall("nhan")) == "already_opened"
    assert unopened.do(Recall("nhan")) == ["recalled"]
    assert (unopened.open, unopened.state.open[0].seen) == (["nhan"], True)
    assert unopened.refused(Recall("nhan")) == "nothing_to_recall"


def test_nothing_is_recalled_that_was_never_handed_over_sent_back_or_has_moved_on() -> None:
    walk = Walk(LINE).leave("nhan", "xet")
    assert walk.refused(Recall("dau")) == "nothing_to_recall"
    assert walk.refused(Recall("nhan")) == "moved_on"

    walk.do(SendBack("duyet", texts=WHY))

    assert walk.refused(Recall("duyet")) == "nothing_to_recall"


def test_what_was_worked_on_and_lies_there_again_is_not_recalled_from_under_its_holder() -> None:
    walk = Walk(LINE).leave("nhan", "xet")

    walk.do(SendBack("duyet", texts=WHY))

    assert walk.open == ["xet"]
    assert walk.refused(Recall("nhan")) == "moved_on"


def test_from_a_join_only_ones_own_arrival_is_recalled() -> None:
    waiting = Walk(FORK).leave("nhan", "xet", "a")
    joined = Walk(FORK).leave("nhan", "xet", "a", "b")

    waiting.do(Recall("a"))
    joined.do(Recall("b"))

    assert (waiting.open, waiting.state.waiting) == (["b", "a"], ())
    assert joined.open == ["b"]
    assert joined.state.waiting[0].arrived == ("a",)


def test_what_a_join_of_any_got_from_another_stays_open_when_one_is_recalled() -> None:
    any_of = process(
        step("xet", "a", "b"), step("a", "gom"), step("b", "gom"), step("gom", "tra", join="any")
    )
    walk = Walk(any_of).leave("nhan", "xet", "a", "b")

    walk.do(Recall("a"))

    assert walk.open == ["gom", "a"]
    assert walk.state.open[0].came_from == ("b",)
    assert walk.refused(Recall("b")) == "moved_on"


def test_a_fork_is_recalled_as_a_whole_or_not_at_all() -> None:
    walk = Walk(FORK).leave("nhan", "xet")
    half_opened = Walk(FORK).leave("nhan", "xet")
    half_opened.do(See("b"))

    walk.do(Recall("xet"))

    assert walk.open == ["xet"]
    assert half_opened.refused(Recall("xet")) == "already_opened"


def test_only_what_was_left_can_be_taken_back() -> None:
    walk = Walk(LINE)
    with pytest.raises(KeyError):
        take_back(walk.context.route, walk.state, "nhan", walk.context.now)


def test_a_notice_hangs_for_all_its_days_before_the_step_is_left() -> None:
    hanging = process(step("xet", "tra", wait={"calendar_days": 15}))
    walk = Walk(hanging).leave("nhan")
    assert walk.refused(ReturnToDesk("xet")) == "wait_not_over"

    walk.do(ReturnToDesk("xet", overdue_reason="khac"), after=timedelta(days=15))

    assert walk.state.stage is Stage.FINISHED


def test_the_budget_of_a_step_that_hangs_a_notice_begins_when_it_may_be_left() -> None:
    hanging = process(step("xet", "tra", hours=8, wait={"calendar_days": 7}))

    walk = Walk(hanging).leave("nhan")

    (hung,) = walk.state.open
    may_leave = next_opening(walk.context.calendar, hung.entered_at + timedelta(days=7))
    assert hung.due_at == add_working_minutes(walk.context.calendar, may_leave, 8 * 60)
    assert hung.due_at is not None
    assert hung.due_at > may_leave


def test_nothing_moves_while_the_whole_dossier_stands_still() -> None:
    walk = Walk(LINE).leave("nhan")
    walk.do(Suspend("1/TB", "khac"))

    assert walk.refused(HandOver("xet")) == "clock_paused"
    assert walk.refused(SendBack("xet", texts=WHY)) == "clock_paused"
    assert walk.refused(Recall("nhan")) == "wrong_stage"


def test_a_step_is_not_sent_back_to_the_one_it_chose_to_skip() -> None:
    walk = Walk(CHOICE).leave("nhan")
    walk.do(HandOver("xet", "ky"))

    walk.do(SendBack("ky", texts=WHY))
    walk.do(HandOver("xet"))

    assert walk.open == ["ky"]

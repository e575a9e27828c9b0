"""More time, ends without a result, and the way back: who decides, on what paper, and the clock."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from core.flow.walking import LINE, WHY, Walk
from motcua.core.clock import VN
from motcua.core.flow import (
    Apologise,
    DeclineStop,
    Extend,
    KeepAsking,
    ProposeStop,
    Recall,
    Reopen,
    RequestSupplement,
    Stage,
    Stop,
    TakeSupplement,
    Withdraw,
)

DAY = timedelta(days=1)
ASK = RequestSupplement(None, (1, 3), "1/HDHS", date(2017, 3, 3), texts=WHY)
EXTEND = Extend(10, "15/UBND", WHY)
SORRY = Apologise(datetime(2017, 3, 20, 17, 30, tzinfo=VN), "4/PXL", "qua-tai", WHY)
STOP = Stop("21/TB", "request", WHY)


def at_work(**context: object) -> Walk:
    """In the officer's hands, asked by a leader; due at 08:00 of 08/03, received 01/03."""
    return Walk(LINE, is_leader=True, **context).leave("nhan")


def led_by_nobody(walk: Walk) -> Walk:
    """The same, asked by somebody who does not lead."""
    walk.context = replace(walk.context, is_leader=False)
    return walk


def ended() -> Walk:
    """Finished on the first day."""
    return at_work().leave("xet", "duyet", "dau")


def test_an_extension_moves_the_due_time_by_what_the_law_allows_and_only_once() -> None:
    walk = at_work(extension_days=10, extension_article="Điều 102")

    assert walk.do(EXTEND) == ["extended"]
    assert walk.state.due_at == datetime(2017, 3, 22, 8, 0, tzinfo=VN)
    assert walk.refused(EXTEND) == "already_extended"


def test_what_is_due_on_the_day_is_extended_by_working_days_after_that_day() -> None:
    walk = Walk({**LINE, "allowance": {"same_day": True}}, is_leader=True, extension_days=2)

    walk.do(replace(EXTEND, days=2))
    assert walk.state.due_at == datetime(2017, 3, 3, 17, 30, tzinfo=VN)
    walk.do(replace(ASK, step="nhan"))
    assert walk.state.due_at is None
    walk.do(TakeSupplement(), after=DAY)
    assert walk.state.due_at == datetime(2017, 3, 6, 17, 30, tzinfo=VN)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (replace(EXTEND, days=11), "bad_days"),
        (replace(EXTEND, days=0), "bad_days"),
        (replace(EXTEND, document=" "), "no_document"),
        (replace(EXTEND, texts=()), "no_reason"),
    ],
)
def test_an_extension_is_within_the_law_in_writing_and_with_a_reason(
    command: Extend, code: str
) -> None:
    assert at_work(extension_days=10).refused(command) == code


def test_what_the_law_does_not_name_is_not_extended() -> None:
    assert at_work().refused(EXTEND) == "not_extendable"


def test_only_a_leader_extends_and_only_before_the_term_has_passed() -> None:
    assert led_by_nobody(at_work(extension_days=10)).refused(EXTEND) == "leader_decides"
    late = at_work(extension_days=10)
    late.context = replace(late.context, now=late.context.now + 30 * DAY)
    assert late.refused(EXTEND) == "already_late"


def test_an_apology_names_another_day_and_the_due_time_stays() -> None:
    walk = at_work()
    due = walk.state.due_at

    assert walk.do(SORRY) == ["apologised"]
    assert (walk.state.due_at, walk.state.promised_at) == (due, SORRY.promised_at)
    assert walk.refused(SORRY) == "already_apologised"


def test_finished_by_the_day_of_the_apology_it_is_overdue_still() -> None:
    walk = at_work()
    walk.do(SORRY)
    walk.context = replace(walk.context, now=datetime(2017, 3, 15, 8, 0, tzinfo=VN))

    walk.leave("xet", "duyet", "dau")

    finished = walk.events[-1]
    assert (finished.kind, finished.late, finished.overdue_reason) == (  # type: ignore[attr-defined]
        "finished", True, "qua-tai",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (replace(SORRY, promised_at=datetime(2017, 3, 8, 8, 0, tzinfo=VN)), "promise_too_soon"),
        (replace(SORRY, promised_at=None), "promise_too_soon"),
        (replace(SORRY, document=""), "no_document"),
        (replace(SORRY, reason=""), "reason_needed"),
    ],
)
def test_an_apology_has_a_later_day_a_number_and_a_reason(command: Apologise, code: str) -> None:
    assert at_work().refused(command) == code


def test_an_answer_that_does_not_mend_all_goes_on_with_the_same_request() -> None:
    walk = at_work()
    walk.do(ASK)
    since = walk.state.paused_since

    assert walk.do(KeepAsking((3,), date(2017, 3, 9), WHY)) == ["asked_still"]

    assert (walk.state.supplements, walk.state.asked_items) == (1, (3,))
    assert (walk.state.paused_since, walk.state.due_at) == (since, None)
    assert walk.refused(KeepAsking((1,), None, WHY)) == "not_asked"
    walk.do(TakeSupplement())
    assert (walk.state.asked_items, walk.state.reply_by) == ((), "")


def test_nothing_lapses_the_officer_proposes_and_a_leader_decides() -> None:
    walk = at_work()
    walk.do(ASK)
    assert walk.refused(ProposeStop(WHY)) == "reply_day_ahead"
    assert walk.refused(replace(STOP, ground="no_reply")) == "not_proposed"
    walk.context = replace(walk.context, now=walk.context.now + 5 * DAY)

    walk.do(ProposeStop(WHY))
    assert walk.refused(ProposeStop(WHY)) == "already_proposed"
    walk.do(DeclineStop(date(2017, 3, 20), WHY))
    assert walk.refused(ProposeStop(WHY)) == "reply_day_ahead"
    walk.context = replace(walk.context, now=walk.context.now + 20 * DAY)
    walk.do(ProposeStop(WHY))

    assert walk.do(replace(STOP, ground="no_reply")) == ["stopped"]
    assert (walk.state.stage, walk.state.outcome, walk.state.open) == (
        Stage.STOPPED, "stopped", (),
    )  # fmt: skip


def test_a_stop_is_a_leaders_on_a_paper_with_a_ground() -> None:
    assert led_by_nobody(at_work()).refused(STOP) == "leader_decides"
    assert at_work().refused(replace(STOP, ground="")) == "unknown_ground"
    assert at_work().refused(replace(STOP, document="")) == "no_document"
    assert ended().refused(STOP) == "wrong_stage"


@pytest.mark.parametrize("command", [STOP, Withdraw(WHY)])
def test_what_ends_late_says_why_it_is_late(command: Stop | Withdraw) -> None:
    walk = at_work()
    walk.context = replace(walk.context, now=walk.context.now + 30 * DAY)

    assert walk.refused(command) == "reason_needed"
    walk.do(replace(command, overdue_reason="qua-tai"))
    assert walk.state.overdue_reason == "qua-tai"


def test_a_decision_sends_it_back_and_the_time_between_does_not_count() -> None:
    walk = ended()
    due = walk.state.due_at
    walk.context = replace(walk.context, now=walk.context.now + 7 * DAY)

    walk.do(Reopen("102/QĐ", "duyet", WHY))

    assert (walk.state.stage, walk.open) == (Stage.IN_PROGRESS, ["duyet"])
    assert (walk.state.finished_at, walk.state.outcome) == (None, "")
    assert due is not None
    assert walk.state.due_at is not None
    assert walk.state.due_at > due
    assert walk.refused(Recall("xet")) == "nothing_to_recall"
    walk.leave("duyet", "dau")
    assert walk.state.stage is Stage.FINISHED


def test_it_goes_back_to_a_step_it_was_at_by_a_leaders_decision() -> None:
    assert ended().refused(Reopen("102/QĐ", "tra", WHY)) == "which_way"
    assert led_by_nobody(ended()).refused(Reopen("102/QĐ", "xet", WHY)) == "leader_decides"
    assert ended().refused(Reopen("", "xet", WHY)) == "no_document"
    assert at_work().refused(Reopen("102/QĐ", "xet", WHY)) == "wrong_stage"


def test_what_was_overdue_when_it_ended_is_overdue_when_it_is_opened_again() -> None:
    walk = at_work()
    walk.do(SORRY)
    walk.context = replace(walk.context, now=datetime(2017, 3, 15, 8, 0, tzinfo=VN))
    walk.leave("xet", "duyet", "dau")
    due = walk.state.due_at

    walk.do(Reopen("102/QĐ", "xet", WHY))

    assert walk.state.due_at == due

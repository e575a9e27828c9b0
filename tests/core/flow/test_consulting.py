"""Others are asked while a step is worked on: who waits for whom, and what silence says."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from core.flow.walking import ANSWER_BY, FORK, LINE, WHY, Walk
from motcua.core.clock import VN, Allowance
from motcua.core.flow import (
    AnswerOpinion,
    Body,
    Consult,
    HandOver,
    PresumeConsent,
    Recall,
    RemindOpinion,
    RequestSupplement,
    SendBack,
    Withdraw,
    WithdrawOpinion,
)

DAY = timedelta(days=1)
ROOM, WARD = Body("bim-son", "TX-TNMT", 3), Body("ba-dinh")
ASK = Consult("xet", (ROOM,), "15/QLĐT", WHY)
LAW = {"silence_days": 3, "silence_article": "Điều 102"}


def at_work(**context: object) -> Walk:
    """In the officer's hands at 08:30 of Wednesday 01/03; due at 08:00 of 08/03."""
    return Walk(LINE, **context).leave("nhan")


def test_several_are_asked_at_once_each_until_its_own_day_and_the_clock_runs_on() -> None:
    walk = at_work()
    due = walk.state.due_at

    assert walk.do(Consult("xet", (ROOM, WARD), "15/QLĐT", WHY)) == ["consulted"]

    asked = [(o.ordinal, o.office, o.department, o.due_on) for o in walk.state.opinions]
    assert asked == [(1, "bim-son", "TX-TNMT", "2017-03-06"), (2, "ba-dinh", "", "2017-03-08")]
    assert (walk.state.due_at, walk.state.paused_since) == (due, None)


def test_days_are_counted_as_the_term_of_the_procedure_counts_them() -> None:
    walk = at_work()
    walk.context = replace(walk.context, allowance=Allowance("calendar_days", 15))

    walk.do(Consult("xet", (Body("ba-dinh", days=3), replace(ROOM, days=6)), "15/QLĐT", WHY))

    # Saturday 04/03 goes on to Monday
    assert [o.due_on for o in walk.state.opinions] == ["2017-03-06", "2017-03-07"]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (replace(ASK, bodies=()), "no_body"),
        (replace(ASK, bodies=(ROOM, ROOM)), "already_consulted"),
        (replace(ASK, bodies=(replace(ROOM, days=0),)), "bad_opinion_days"),
        (replace(ASK, bodies=(replace(ROOM, days=91),)), "bad_opinion_days"),
        (replace(ASK, document=" "), "no_document"),
        (replace(ASK, texts=()), "no_question"),
        (replace(ASK, step="duyet"), "not_this_step"),
    ],
)
def test_a_request_says_whom_what_until_when_and_on_which_letter(
    command: Consult, code: str
) -> None:
    assert at_work().refused(command) == code


def test_nobody_is_asked_from_the_desks_end_or_while_the_owner_is_waited_for() -> None:
    done = at_work().leave("xet", "duyet", "dau")
    asked = at_work()
    asked.do(RequestSupplement("xet", (1,), "1/HDHS", ANSWER_BY, texts=WHY))

    assert done.refused(replace(ASK, step="tra")) == "wrong_stage"
    assert asked.refused(ASK) == "wrong_stage"


def test_a_step_waits_for_all_it_asked_and_for_nobody_elses() -> None:
    walk = Walk(FORK).leave("nhan", "xet")
    walk.do(Consult("a", (ROOM, WARD), "15/QLĐT", WHY))

    assert walk.refused(HandOver("a")) == "opinions_open"
    assert walk.refused(SendBack("a", "xet", WHY)) == "opinions_open"
    walk.leave("b")
    walk.do(AnswerOpinion(1, "agree"))
    assert walk.refused(HandOver("a")) == "opinions_open"
    walk.do(WithdrawOpinion(2, WHY))

    walk.leave("a")
    assert walk.open == ["gom"]


def test_what_was_handed_over_is_not_recalled_from_under_those_asked() -> None:
    walk = at_work()
    walk.do(ASK)

    assert walk.refused(Recall("nhan")) == "already_opened"


def test_an_answer_says_where_it_stands_and_why_unless_it_agrees() -> None:
    walk = at_work()
    walk.do(ASK)

    assert walk.refused(AnswerOpinion(1, "perhaps")) == "no_stance"
    assert walk.refused(AnswerOpinion(1, "conditions")) == "no_opinion"
    assert walk.refused(AnswerOpinion(2, "agree")) == "no_such_opinion"
    assert walk.do(AnswerOpinion(1, "disagree", texts=WHY), after=30 * DAY) == ["opinion_given"]
    assert walk.state.opinions == ()
    assert walk.refused(AnswerOpinion(1, "agree")) == "no_such_opinion"


def test_an_answer_on_paper_has_its_number_and_a_day_between_question_and_today() -> None:
    walk = at_work()
    walk.do(ASK)
    walk.do(RemindOpinion(1, "16/QLĐT"), after=10 * DAY)
    paper = AnswerOpinion(1, "agree", "99/TNMT", date(2017, 3, 8), recorded=True)

    assert walk.refused(replace(paper, document="")) == "no_document"
    for day in (None, date(2017, 2, 28), date(2017, 3, 12)):
        assert walk.refused(replace(paper, answered_on=day)) == "bad_answer_day"
    walk.do(paper)
    assert (walk.events[-1].document, walk.events[-1].answered_on) == ("99/TNMT", "2017-03-08")


def test_silence_consents_where_the_law_says_so_and_only_after_its_days() -> None:
    walk = at_work(**LAW)
    walk.do(ASK)

    walk.context = replace(walk.context, now=datetime(2017, 3, 6, 23, 59, tzinfo=VN))
    assert walk.refused(PresumeConsent(1)) == "opinion_day_ahead"
    assert walk.do(PresumeConsent(1), after=timedelta(minutes=1)) == ["consent_presumed"]
    assert (walk.events[-1].article, walk.state.opinions) == ("Điều 102", ())
    walk.leave("xet")


def test_less_time_than_the_law_gives_makes_silence_say_nothing() -> None:
    walk = at_work(**LAW)
    walk.do(replace(ASK, bodies=(replace(ROOM, days=2), WARD)))
    walk.context = replace(walk.context, now=walk.context.now + 30 * DAY)

    assert [o.article for o in walk.state.opinions] == ["", "Điều 102"]
    assert walk.refused(PresumeConsent(1)) == "silence_says_nothing"


def test_where_the_law_says_nothing_silence_is_only_reminded_of() -> None:
    walk = at_work()
    walk.do(ASK)
    assert walk.refused(RemindOpinion(1, "16/QLĐT")) == "opinion_day_ahead"

    walk.context = replace(walk.context, now=walk.context.now + 30 * DAY)
    assert walk.refused(PresumeConsent(1)) == "silence_says_nothing"
    assert walk.do(RemindOpinion(1, "16/QLĐT")) == ["opinion_reminded"]
    assert walk.refused(HandOver("xet")) == "opinions_open"
    assert walk.refused(WithdrawOpinion(1)) == "no_reason"


def test_who_has_not_answered_yet_is_asked_again_only_afterwards() -> None:
    walk = at_work()
    walk.do(ASK)
    assert walk.refused(ASK) == "already_consulted"
    walk.do(WithdrawOpinion(1, WHY))

    walk.do(ASK)

    assert [o.ordinal for o in walk.state.opinions] == [2]


def test_an_end_of_the_dossier_ends_the_waiting() -> None:
    walk = at_work()
    walk.do(ASK)

    walk.do(Withdraw(WHY))

    assert walk.state.opinions == ()
    assert walk.refused(AnswerOpinion(1, "agree")) == "wrong_stage"

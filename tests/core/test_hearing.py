"""Who may say what of an office, and who may answer: the rules without a database."""

from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from motcua.core.clock import VN
from motcua.core.hearing import (
    CHANGEABLE,
    Kind,
    Standing,
    check_answer,
    check_giving,
    check_rating,
    is_overdue,
)
from motcua.core.refusal import Refused
from motcua.feedback.terms import term_of, terms

AT = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
CHAIR, HEAD, CLERK = (UUID(int=number) for number in (1, 2, 3))
LONG = "Đã xem xét và xin lỗi ông, bà."


def test_a_rating_may_change_until_a_day_has_passed() -> None:
    check_rating("returned", None, AT)
    check_rating("returned", AT, AT + CHANGEABLE - timedelta(seconds=1))

    with pytest.raises(Refused, match="rated_already"):
        check_rating("returned", AT, AT + CHANGEABLE)
    with pytest.raises(Refused, match="not_returned"):
        check_rating("finished", None, AT)


@pytest.mark.parametrize(
    ("standing", "giver", "to", "named", "acted", "code"),
    [
        (Standing.RECEIVED, CHAIR, HEAD, {CLERK}, set(), ""),
        (Standing.GIVEN, CHAIR, HEAD, {CLERK}, {CLERK}, ""),
        (Standing.RECEIVED, CHAIR, CLERK, {CLERK}, set(), "complained_of"),
        (Standing.RECEIVED, CHAIR, CLERK, set(), {CLERK}, "complained_of"),
        (Standing.RECEIVED, CHAIR, HEAD, {CHAIR}, set(), "giver_complained_of"),
        (Standing.ANSWERED, CHAIR, HEAD, set(), set(), "complaint_answered"),
    ],
)
def test_a_complaint_is_given_to_nobody_it_is_about(
    standing: Standing, giver: UUID, to: UUID, named: set[UUID], acted: set[UUID], code: str
) -> None:
    said = ""
    try:
        check_giving(standing, giver, to, named, acted)
    except Refused as refused:
        said = refused.code
    assert said == code


@pytest.mark.parametrize(
    ("given_to", "involved", "words", "code"),
    [
        (HEAD, set(), LONG, ""),
        (CHAIR, set(), LONG, "not_given_to_you"),
        (None, set(), LONG, "not_given_to_you"),
        (HEAD, {HEAD}, LONG, "complained_of"),
        (HEAD, set(), "Đã xem", "answer_short"),
    ],
)
def test_an_answer_is_by_whom_it_was_given_to_and_says_something(
    given_to: UUID | None, involved: set[UUID], words: str, code: str
) -> None:
    said = ""
    try:
        check_answer(Standing.GIVEN, HEAD, given_to, involved, words)
    except Refused as refused:
        said = refused.code
    assert said == code


def test_the_end_of_the_term_is_still_in_time_and_an_answer_stops_it() -> None:
    assert not is_overdue(AT, None, AT)
    assert is_overdue(AT, None, AT + timedelta(minutes=1))
    assert not is_overdue(AT, AT, AT + timedelta(days=9))


def test_terms_are_dated_each_with_a_source_and_the_particular_comes_first() -> None:
    before, after = date(2008, 3, 30), date(2017, 3, 31)

    assert term_of(Kind.HARASSMENT, before).working_days == 15
    assert term_of(Kind.HARASSMENT, after).working_days == 5
    assert term_of(Kind.OTHER, after).working_days == 10
    assert all(term.source and term.unconfirmed for term in terms())

"""Terms and working time in words."""

import pytest

from motcua.core.clock import Allowance, allowance_words, duration_words, left_words


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (2 * 480 + 190, "còn 2 ngày 3 giờ"),
        (480, "còn 1 ngày"),
        (479, "còn 7 giờ 59 phút"),
        (60, "còn 1 giờ"),
        (59, "còn 59 phút"),
        (0, "đến hạn"),
        (-192, "quá 3 giờ 12 phút"),
        (-485, "quá 1 ngày"),
    ],
)
def test_what_is_left_is_said_in_days_of_eight_hours(minutes: int, words: str) -> None:
    assert left_words(minutes) == words


def test_no_time_at_all_is_no_minutes() -> None:
    assert duration_words(0) == "0 phút"


@pytest.mark.parametrize(
    ("allowance", "words"),
    [
        (Allowance("working_days", 15), "15 ngày làm việc"),
        (Allowance("working_days", 20), "20 ngày làm việc"),
        (Allowance("working_days", 0.5), "0,5 ngày làm việc"),
        (Allowance("working_hours", 4), "4 giờ làm việc"),
        (Allowance("working_days_civil", 3), "3 ngày làm việc"),
        (Allowance("calendar_days", 30), "30 ngày"),
        (Allowance("same_day"), "trong ngày"),
    ],
)
def test_a_term_is_said_as_the_law_writes_it(allowance: Allowance, words: str) -> None:
    assert allowance_words(allowance) == words

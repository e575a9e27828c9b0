"""How moments, money, codes and states look on every page."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest
from django.template import Context, Engine
from django.utils import translation

from motcua.config.templatetags import motcua as tags
from motcua.core.clock import VN

DUE = datetime(2017, 4, 14, 14, 30, tzinfo=VN)


@dataclass
class Face:
    state: str
    words: str


def render(source: str, **context: object) -> str:
    engine = Engine(builtins=["motcua.config.templatetags.motcua"])
    return engine.from_string(source).render(Context(context))


def test_a_day_is_written_day_first() -> None:
    assert tags.day(date(2017, 4, 5)) == "05/04/2017"


def test_a_moment_is_told_with_its_hour_weekday_and_day() -> None:
    assert tags.moment(DUE) == "14:30 Thứ Sáu 14/04/2017"


def test_a_moment_is_told_in_the_time_of_việt_nam_whatever_zone_it_carries() -> None:
    late_in_utc = datetime(2017, 4, 13, 17, 5, tzinfo=UTC)

    assert tags.moment(late_in_utc) == "00:05 Thứ Sáu 14/04/2017"
    assert tags.day(late_in_utc) == "14/04/2017"
    assert tags.t24(late_in_utc) == "00:05"


def test_lists_say_day_and_hour_only() -> None:
    assert tags.moment_short(DUE) == "14/04 14:30"


def test_weekdays_speak_the_language_of_the_page() -> None:
    with translation.override("vi"):
        assert tags.weekday(date(2017, 4, 9)) == "Chủ Nhật"


def test_money_keeps_its_sign_on_the_same_line() -> None:
    assert tags.vnd(75000) == "75.000\u00a0₫"
    assert tags.thousands(6533) == "6.533"


@pytest.mark.parametrize("tag", ["day", "moment", "moment_short", "t24", "weekday"])
def test_what_is_not_known_is_left_blank(tag: str) -> None:
    assert render("{{ nothing|" + tag + " }}", nothing=None) == ""


def test_a_fee_that_is_not_known_is_left_blank_and_none_is_zero() -> None:
    assert tags.vnd(None) == ""
    assert tags.vnd(0) == "0\u00a0₫"


def test_the_number_people_say_aloud_stands_out_of_a_code() -> None:
    shown = tags.code("000.00.19.H56-170320-0004")

    assert shown == '<span class="code">000.00.19.H56-170320-<b>0004</b></span>'
    assert tags.code_tail("000.00.19.H56-170320-0004") == (
        '<span class="code">170320-<b>0004</b></span>'
    )


def test_what_is_no_code_is_shown_harmless() -> None:
    assert "<script" not in tags.code("<script>-1")


@pytest.mark.parametrize("state", ["wide", "half", "near", "late", "paused", "done"])
def test_a_clock_says_its_state_by_door_and_by_words(state: str) -> None:
    shown = render("{% clock face %}", face=Face(state, "còn 2 ngày 3 giờ"))

    assert f"clock clock--{state}" in shown
    assert tags.DOORS[state] in shown
    assert "còn 2 ngày 3 giờ" in shown


def test_a_clock_leads_to_its_explanation() -> None:
    shown = render("{% clock face '#cach-tinh' %}", face=Face("near", "còn 1 giờ"))

    assert shown.startswith('<a class="clock clock--near" href="#cach-tinh">')


def test_the_six_states_of_a_clock_are_told_apart_without_colour() -> None:
    shapes = {tags.DOORS[state] for state in ("wide", "half", "near", "late", "paused", "done")}

    assert len(shapes) == 6


def test_an_icon_is_silent_beside_its_word() -> None:
    shown = render('{% icon "printer" %}')

    assert 'aria-hidden="true"' in shown
    assert "motcua/icons.svg#printer" in shown

"""Đồng, written, read and spelled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.money import format_number, format_vnd, parse_number, spell_number, spell_vnd


def test_money_is_grouped_by_points_and_never_parted_from_its_sign() -> None:
    assert format_vnd(75000) == "75.000\u00a0₫"
    assert format_number(1500) == "1.500"


@pytest.mark.parametrize(
    "text", ["1.500", "1500", " 1 500 ", "1.500 ₫", "1.500\u00a0đ", "1.500 đồng", "1500VND"]
)
def test_a_number_is_read_however_it_is_grouped(text: str) -> None:
    assert parse_number(text) == 1500


@pytest.mark.parametrize("text", ["", "đồng", "1.50", "1,500", "1.500,5", "15.00.000", "1e3", "-"])
def test_what_could_be_read_in_two_ways_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match="no whole number"):
        parse_number(text)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không đồng"),
        (5, "Năm đồng"),
        (10, "Mười đồng"),
        (11, "Mười một đồng"),
        (14, "Mười bốn đồng"),
        (15, "Mười lăm đồng"),
        (20, "Hai mươi đồng"),
        (21, "Hai mươi mốt đồng"),
        (24, "Hai mươi tư đồng"),
        (105, "Một trăm linh năm đồng"),
        (1_005, "Một nghìn không trăm linh năm đồng"),
        (75_000, "Bảy mươi lăm nghìn đồng"),
        (2_015_000, "Hai triệu không trăm mười lăm nghìn đồng"),
        (3_000_000_005, "Ba tỷ không trăm linh năm đồng"),
        (2 * 10**9 + 10**6, "Hai tỷ không trăm linh một triệu đồng"),
        (500_000, "Năm trăm nghìn đồng"),
        (10**12, "Một nghìn tỷ đồng"),
        (-3, "Âm ba đồng"),
    ],
)
def test_amounts_are_spelled_as_on_a_receipt(amount: int, words: str) -> None:
    assert spell_vnd(amount) == words


def test_what_no_receipt_can_hold_is_not_spelled() -> None:
    with pytest.raises(ValueError, match="too large"):
        spell_number(10**18)


@given(st.integers(-(10**15), 10**15))
def test_what_is_written_is_read_back(amount: int) -> None:
    assert parse_number(format_vnd(amount)) == amount


_SAID = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5}
_SAID |= {"sáu": 6, "bảy": 7, "tám": 8, "chín": 9}
_SCALES = {"nghìn": 10**3, "triệu": 10**6, "tỷ": 10**9}


def heard(words: str) -> int:
    """A number out of its words, by ear: an own reader, that knows nothing of how it is spelled."""
    total = group = figure = 0
    for word in words.split():
        if word in _SAID:
            figure = _SAID[word]
        elif word == "trăm":
            group, figure = group + figure * 100, 0
        elif word == "mươi":
            group, figure = group + figure * 10, 0
        elif word == "mười":
            group, figure = group + 10, 0
        elif word == "tỷ":
            total, group, figure = (total + group + figure) * 10**9, 0, 0
        elif word in _SCALES:
            total, group, figure = total + (group + figure) * _SCALES[word], 0, 0
        else:
            assert word == "linh", word
    return total + group + figure


@given(st.integers(0, 10**12) | st.integers(0, 10**4) | st.sampled_from(range(0, 10**12, 10**9)))
def test_what_is_spelled_is_heard_again(amount: int) -> None:
    assert heard(spell_number(amount)) == amount


def test_no_two_of_the_first_hundred_thousand_sound_alike() -> None:
    assert len({spell_number(number) for number in range(100_000)}) == 100_000

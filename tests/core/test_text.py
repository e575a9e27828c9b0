"""Keys to search and to sort Vietnamese by."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.text import clean, nfc, search_key, sheet_cell, sort_key


@pytest.mark.parametrize("typed", ["Hoà", "Hòa", "hoa", "HOÀ ", "Ho\u0300a", "\u200bHoà"])
def test_one_search_finds_every_way_of_writing_a_name(typed: str) -> None:
    assert search_key(typed) == "hoa"


def test_search_ignores_accents_case_spacing_and_the_stroke_of_d() -> None:
    assert search_key("  Đặng \u00a0Thị\tƯỚC ") == "dang thi uoc"


def test_clean_leaves_one_composed_line() -> None:
    decomposed = unicodedata.normalize("NFD", " Nguyễn\r\n Văn\x00A\u200d ")

    assert clean(decomposed) == "Nguyễn Văn A"
    assert nfc(unicodedata.normalize("NFD", "Nguyễn")) == "Nguyễn"


@pytest.mark.parametrize("typed", ["=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_a_spreadsheet_would_reckon_is_text_in_a_cell(typed: str) -> None:
    assert sheet_cell(typed) == f"'{typed}"
    assert sheet_cell(f"Nguyễn {typed}") == f"Nguyễn {typed}"


@pytest.mark.parametrize(
    "ordered",
    [
        list("aăâbcdđeêghiklmnoôơpqrstuưvxy"),
        ["ma", "mà", "mả", "mã", "má", "mạ"],
        ["An", "Anh", "Ánh", "Ăn", "Ân", "Bình"],
        ["Dương", "Đào", "Đặng", "Em"],
        ["Lê An", "Lê Thị B", "Lệ An"],
        ["Nguyễn Văn A", "nguyễn văn ă", "NGUYỄN VĂN B"],
        ["az", "ă", "ăz", "â"],
        ["tổ 1", "tổ a"],
    ],
)
def test_names_stand_in_the_order_of_the_alphabet_then_of_the_tones(ordered: list[str]) -> None:
    keys = [sort_key(word) for word in ordered]

    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_sort_keys_of_either_form_and_placement_are_equal() -> None:
    assert sort_key("Hoà") == sort_key("HÒA") == sort_key(unicodedata.normalize("NFD", "hòa"))


def test_a_mark_without_a_letter_or_of_another_language_is_left_out() -> None:
    assert sort_key("\u0302 Zoë") == "zoe"
    assert sort_key("\u0302a") == sort_key("a")


@given(st.text())
def test_keys_of_any_text_are_settled(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert search_key(search_key(text)) == search_key(text)
    assert sort_key(text) == sort_key(unicodedata.normalize("NFC", text))

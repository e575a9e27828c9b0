"""The code of a dossier and its check characters."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.codes import (
    CHECK_ALPHABET,
    LAST_NUMBER,
    DossierCode,
    NotACode,
    check_characters,
    normalize,
    tail,
    verify_check,
)

CODE = "000.00.19.H56-170426-0001"
SECRET = b"of this installation"

agencies = st.sampled_from(["000.00.19.H56", "000.17.22.H56", "H56", "H56.19", "H56.19.1.22.333"])
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
numbers = st.integers(1, LAST_NUMBER)


@given(agency=agencies, day=days, number=numbers)
def test_a_code_is_read_back_from_what_is_written(agency: str, day: date, number: int) -> None:
    code = DossierCode.format(agency, day, number)

    assert DossierCode.parse(code) == DossierCode(agency, day, number)
    assert str(DossierCode.parse(code)) == code


@pytest.mark.parametrize(
    "typed", [CODE, "000.00.19.h56-170426-0001", " 000.00.19.H56 – 170426 - 0001 "]
)
def test_a_code_may_be_typed_in_any_case_with_spaces(typed: str) -> None:
    assert DossierCode.parse(typed) == DossierCode("000.00.19.H56", date(2017, 4, 26), 1)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "170426-0001",
        "000.00.19.H56-170426-001",
        "000.00.19.H56-170231-0001",
        "000.00.19.H56-170426-0000",
        "000.00.19.H56-170426-00012",
        "000.00.19.H56-170426-1234567",
        "H56.1.2.3.4.5-170426-0001",
        "000.00.19.H56-１70426-0001",
        f"{CODE}\nX",
    ],
)
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(NotACode):
        DossierCode.parse(typed)


def test_a_number_past_9999_gets_longer_and_none_or_too_many_are_refused() -> None:
    assert DossierCode.format("H56.19", date(2017, 4, 26), 12345) == "H56.19-170426-12345"
    for number in (0, LAST_NUMBER + 1):
        with pytest.raises(NotACode):
            DossierCode.format("H56.19", date(2017, 4, 26), number)


def test_the_tail_is_day_and_number() -> None:
    assert tail(CODE) == "170426-0001"


def test_check_characters_prove_the_slip_of_this_code_and_installation() -> None:
    characters = check_characters(CODE, SECRET)

    assert characters == "CHRH"
    assert verify_check(CODE.lower(), f" {characters.lower()} ", SECRET)
    assert not verify_check(CODE, characters, b"of another installation")
    assert not verify_check(CODE.replace("0001", "0002"), characters, SECRET)
    assert not verify_check(CODE, "đơẹ!", SECRET)


def test_check_characters_make_no_word_and_mix_up_with_nothing() -> None:
    assert not set(CHECK_ALPHABET) & set("AEIOUYDW01258OILSZBGQ")
    assert normalize(CHECK_ALPHABET) == CHECK_ALPHABET
    assert len(set(CHECK_ALPHABET)) == len(CHECK_ALPHABET)


@given(agency=agencies, day=days, number=numbers)
def test_check_characters_are_four_of_the_alphabet(agency: str, day: date, number: int) -> None:
    characters = check_characters(DossierCode.format(agency, day, number), SECRET)

    assert len(characters) == 4
    assert set(characters) <= set(CHECK_ALPHABET)

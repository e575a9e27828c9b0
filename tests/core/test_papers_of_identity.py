"""Numbers that say who someone is, and what the QR of a card says."""

from datetime import date

import pytest

from motcua.core.papers_of_identity import (
    IdKind,
    compact,
    is_card,
    read_card,
    read_number,
    tax_check_digit,
)
from motcua.core.refusal import Refused

CARD = "038085000012|172000001|Lê Thị Hiên Mẫu|05041985|Nữ|Khu phố 5, phường Ba Đình|10052021"


def refused(text: str, kind: IdKind | None = None, *, organisation: bool = False) -> Refused:
    with pytest.raises(Refused) as refusal:
        read_number(text, kind, organisation=organisation)
    return refusal.value


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("038 085 000 012", IdKind.CCCD, "038085000012"),
        ("172.000.001", IdKind.CMND, "172000001"),
        ("b1234567", IdKind.PASSPORT, "B1234567"),
        ("0100109106", IdKind.TAX, "0100109106"),
        ("0100109106-001", IdKind.TAX, "0100109106001"),
    ],
)
def test_the_shape_of_a_number_says_its_kind(text: str, kind: IdKind, number: str) -> None:
    assert read_number(text, organisation=False) == (kind, number)


def test_signs_between_digits_are_no_part_of_a_number() -> None:
    assert compact(" 038-085.000 012 ") == "038085000012"


def test_a_number_of_no_known_length_is_taken_for_the_usual_card() -> None:
    refusal = refused("03808500001")

    assert refusal.code == "id_length"
    assert (refusal.facts["kind"], refusal.facts["length"]) == (IdKind.CCCD, 11)
    assert not refusal.facts["said"]


def test_what_is_no_number_is_refused_without_repeating_it() -> None:
    refusal = refused("03808500001X")

    assert refusal.code == "id_digits"
    assert "03808500001X" not in repr(refusal)


def test_an_organisation_has_a_tax_code_and_no_card() -> None:
    assert read_number("0100109106", organisation=True)[0] is IdKind.TAX
    assert refused("038085000012", IdKind.CCCD, organisation=True).code == "id_kind"


def test_a_tax_code_is_checked_by_its_tenth_digit() -> None:
    assert refused("0100109107").code == "id_check_digit"
    assert tax_check_digit("010010910") == 6


def test_some_nine_digits_begin_no_tax_code() -> None:
    without = next(f"{n:09}" for n in range(1000) if tax_check_digit(f"{n:09}") is None)

    assert {refused(without + str(digit)).code for digit in range(10)} == {"id_check_digit"}


def test_a_passport_has_letters_and_digits_and_at_least_one_digit() -> None:
    assert read_number("C1234567", IdKind.PASSPORT, organisation=False)[1] == "C1234567"
    assert refused("ABCDEF", IdKind.PASSPORT).code == "id_passport"


def test_the_qr_of_a_card_says_who_its_holder_is() -> None:
    card = read_card(CARD + "|Cha|Mẹ")

    assert card is not None
    assert (card.number, card.earlier_number) == ("038085000012", "172000001")
    assert (card.name, card.sex) == ("Lê Thị Hiên Mẫu", "Nữ")
    assert (card.birth_on, card.issued_on) == (date(1985, 4, 5), date(2021, 5, 10))


def test_what_a_card_does_not_say_is_left_empty() -> None:
    card = read_card("038085000012|cũ|Lê Thị Hiên Mẫu|1985|Nữ|Khu phố 5")

    assert card is not None
    assert (card.earlier_number, card.birth_on, card.issued_on) == ("", None, None)


def test_a_day_that_no_calendar_has_is_no_day() -> None:
    card = read_card(CARD.replace("05041985", "31021985"))

    assert card is not None
    assert card.birth_on is None


def test_what_is_no_card_is_none_and_never_an_error() -> None:
    assert not is_card("000.17.22.H56-210531-0001")
    assert read_card("xin chào") is None
    assert read_card("038085000012||||||") is None

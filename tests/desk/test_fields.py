"""Fields read what Vietnamese officials type, and refuse the rest in words that help."""

from datetime import date

import pytest
from django import forms

from motcua.desk.forms.fields import Birthday, Day, Line, Name, Number, Phone, Words


@pytest.mark.parametrize(
    "typed", ["05/04/2017", "5/4/2017", "5-4-2017", "05.04.2017", "05042017", "2017-04-05"]
)
def test_the_fifth_of_april_is_never_the_fourth_of_may(typed: str) -> None:
    assert Day(what="ngày").clean(typed) == date(2017, 4, 5)


@pytest.mark.parametrize("typed", ["31/02/2017", "05/13/2017", "hôm qua", "5/4/17", "0504"])
def test_a_day_that_is_none_is_refused_with_a_sentence(typed: str) -> None:
    with pytest.raises(forms.ValidationError) as refused:
        Day(what="ngày hẹn").clean(typed)

    assert refused.value.messages[0].endswith(".")


def test_a_birth_in_the_future_or_before_1900_is_refused() -> None:
    field = Birthday(what="ngày sinh")
    field.today = date(2017, 3, 31)

    with pytest.raises(forms.ValidationError, match="tương lai"):
        field.clean("01/01/2090")
    with pytest.raises(forms.ValidationError, match="quá xa"):
        field.clean("31/12/1899")
    assert field.clean("31/03/2017") == date(2017, 3, 31)


@pytest.mark.parametrize(
    ("typed", "read"), [("1.500", 1500), ("1500", 1500), ("75.000 ₫", 75000), ("0", 0)]
)
def test_1_500_is_fifteen_hundred(typed: str, read: int) -> None:
    assert Number(what="số tiền").clean(typed) == read


@pytest.mark.parametrize("typed", ["1,5", "1.50", "một", "-1", "9.999.999.999"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(forms.ValidationError):
        Number(what="số tiền").clean(typed)


def test_a_number_is_shown_as_it_is_typed() -> None:
    assert Number(what="số tiền").prepare_value(75000) == "75.000"
    assert Number(what="số tiền").prepare_value("75.000") == "75.000"


def test_a_name_of_ten_thousand_signs_is_refused_in_plain_words() -> None:
    with pytest.raises(forms.ValidationError) as refused:
        Name(what="họ và tên").clean("Mẫu " * 2500)

    assert refused.value.messages[0] == ("Họ và tên dài 9999 ký tự, nhiều nhất 200. Viết ngắn lại.")


def test_a_name_typed_decomposed_comes_out_composed() -> None:
    assert Name(what="họ và tên").clean("  Le\u0302   Thi\u0323 Hie\u0302n Ma\u0302\u0303u ") == (
        "Lê Thị Hiên Mẫu"
    )


def test_a_name_without_a_letter_is_none() -> None:
    with pytest.raises(forms.ValidationError, match="bằng chữ"):
        Name(what="họ và tên").clean("038000000012")


@pytest.mark.parametrize("typed", ["0900 000 012", "0900.000.012", "+84 900 000 012", "0900000012"])
def test_a_phone_is_read_however_it_is_spaced(typed: str) -> None:
    assert Phone(what="số điện thoại", longest=20).clean(typed) == "0900000012"


@pytest.mark.parametrize("typed", ["0900", "900000012", "09000000123456", "số nhà"])
def test_a_phone_that_cannot_be_one_is_refused(typed: str) -> None:
    with pytest.raises(forms.ValidationError):
        Phone(what="số điện thoại", longest=20).clean(typed)


def test_an_empty_field_says_what_is_missing() -> None:
    with pytest.raises(forms.ValidationError) as refused:
        Line(what="số văn bản").clean("")

    assert refused.value.messages == ["Chưa ghi số văn bản."]


def test_several_lines_keep_their_breaks() -> None:
    assert Words(what="lý do").clean("một \r\n\n  hai ") == "một\n\nhai"

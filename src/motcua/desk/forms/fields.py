"""Fields as Vietnamese officials type them: days, amounts, numbers of papers, names, phones.

05/04/2017 is the fifth of April and 1.500 is fifteen hundred, whatever the browser prefers.
Every refusal says what, where and how to mend; text comes out composed (NFC) and single-spaced.
"""

import re
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.validators import validate_email

from motcua.core.money import format_number, parse_number
from motcua.core.text import clean, nfc, sort_key

LONGEST_NAME = 200
LONGEST_SORT_KEY = 400
LONGEST_WORDS = 4000
FIRST_YEAR = 1900
_DAY = re.compile(r"(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})|(\d{2})(\d{2})(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class Line(forms.CharField):
    """One line of text, cleaned to NFC; `what` names it in the sentence about its length."""

    widget: type[forms.Widget] = forms.TextInput

    def __init__(self, *, what: str, longest: int = LONGEST_NAME, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {"required": f"Chưa ghi {what}."})
        super().__init__(**kwargs)
        self.what, self.longest = what, longest

    def to_python(self, value: Any) -> str:
        return clean(str(value)) if value else ""

    def validate(self, value: Any) -> None:
        super().validate(value)
        if len(value) > self.longest:
            raise forms.ValidationError(
                f"{self.what[:1].upper()}{self.what[1:]} dài {len(value)} ký tự, "
                f"nhiều nhất {self.longest}. Viết ngắn lại."
            )


class Words(Line):
    """Several lines of text; line breaks stay."""

    widget = forms.Textarea

    def __init__(self, *, what: str, rows: int = 3, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"class": "input", "rows": rows}))
        super().__init__(what=what, longest=LONGEST_WORDS, **kwargs)

    def to_python(self, value: Any) -> str:
        return "\n".join(clean(line) for line in nfc(str(value or "")).splitlines()).strip()


class Name(Line):
    """A person's or an organisation's name: letters, at most 200 signs."""

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value and not any(sign.isalpha() for sign in value):
            raise forms.ValidationError(f"Ghi {self.what} bằng chữ.")
        if len(sort_key(value)) > LONGEST_SORT_KEY:
            raise forms.ValidationError(
                f"{self.what[:1].upper()}{self.what[1:]} dài quá. Viết ngắn lại."
            )


class Day(forms.Field):
    """A day typed as 05/04/2017, 5-4-2017, 05042017, or sent as 2017-04-05; cleaned to a date."""

    widget = forms.TextInput

    def __init__(self, *, what: str, first: date | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {"required": f"Chưa ghi {what}."})
        super().__init__(**kwargs)
        self.what, self.first = what, first

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        text = clean(str(value))
        parts = _DAY.fullmatch(text)
        iso = _ISO.fullmatch(text)
        try:
            if parts:
                day, month, year = (int(part) for part in parts.groups() if part)
                return date(year, month, day)
            if iso:
                return date(*(int(part) for part in iso.groups()))
        except ValueError:
            raise forms.ValidationError(
                f"Không có ngày {text[:20]}. Xem lại {self.what}."
            ) from None
        raise forms.ValidationError(
            f"{self.what[:1].upper()}{self.what[1:]} ghi như 05/04/2017 (ngày/tháng/năm)."
        )

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%d/%m/%Y}" if isinstance(value, date | datetime) else value


class Birthday(Day):
    """A day of birth: not in the future (as of `today`, given by the form), not before 1900."""

    today: date | None = None

    def validate(self, value: Any) -> None:
        super().validate(value)
        if value is None:
            return
        if self.today and value > self.today:
            raise forms.ValidationError(
                f"Ngày sinh {value:%d/%m/%Y} ở tương lai. Xem lại năm sinh."
            )
        if value.year < FIRST_YEAR:
            raise forms.ValidationError(f"Ngày sinh {value:%d/%m/%Y} quá xa. Xem lại năm sinh.")


class Number(forms.Field):
    """A whole number typed the Vietnamese way: 1.500 is fifteen hundred."""

    widget = forms.TextInput

    def __init__(
        self, *, what: str, least: int = 0, most: int = 1_000_000_000, **kwargs: Any
    ) -> None:
        kwargs.setdefault("error_messages", {"required": f"Chưa ghi {what}."})
        super().__init__(**kwargs)
        self.what, self.least, self.most = what, least, most

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        try:
            number = parse_number(str(value))
        except ValueError:
            raise forms.ValidationError(
                f"{self.what[:1].upper()}{self.what[1:]} là số, ghi như 1.500."
            ) from None
        if not self.least <= number <= self.most:
            raise forms.ValidationError(
                f"{self.what[:1].upper()}{self.what[1:]} từ {format_number(self.least)} "
                f"đến {format_number(self.most)}."
            )
        return number

    def prepare_value(self, value: Any) -> Any:
        return format_number(value) if isinstance(value, int) else value


def digits_of(text: str) -> str:
    """What is typed without the signs people put between digits."""
    return re.sub(r"[\s.\-]", "", text)


class Phone(Line):
    """A Vietnamese phone: 10 digits from 0 (11 for some landlines); +84 is read as 0."""

    def to_python(self, value: Any) -> str:
        text = digits_of(super().to_python(value)).translate({ord("("): None, ord(")"): None})
        return "0" + text.removeprefix("+84") if text.startswith("+84") else text

    def validate(self, value: Any) -> None:
        super().validate(value)
        if not value:
            return
        if not value.isascii() or not value.isdigit() or not value.startswith("0"):
            raise forms.ValidationError("Số điện thoại chỉ gồm chữ số, bắt đầu bằng 0.")
        if len(value) not in (10, 11):
            raise forms.ValidationError(f"Số điện thoại cần 10 chữ số, mới có {len(value)}.")


class Email(Line):
    """An address of e-mail, small letters in the part after the @."""

    def to_python(self, value: Any) -> str:
        name, sign, house = super().to_python(value).rpartition("@")
        return f"{name}{sign}{house.lower()}"

    def validate(self, value: Any) -> None:
        super().validate(value)
        if not value:
            return
        try:
            validate_email(value)
        except forms.ValidationError:
            raise forms.ValidationError(
                f"“{value[:60]}” không phải địa chỉ thư điện tử. Ghi như ten@vidu.vn."
            ) from None

"""The people of a dossier as the counter writes them down: owners, and who hands it in for them."""

from datetime import date
from typing import Any

from django import forms

from motcua.desk.forms.fields import Birthday, Line, Name, Phone, digits_of
from motcua.dossiers.asked import PartyData

PERSON, ORGANISATION = "person", "organisation"
KINDS = [(PERSON, "Cá nhân"), (ORGANISATION, "Tổ chức")]
ID_LENGTHS = {PERSON: (9, 12), ORGANISATION: (10, 13)}


def text(css: str = "input", **attrs: Any) -> forms.TextInput:
    """A one-line input of the look; browsers keep no history of what citizens are called."""
    return forms.TextInput(attrs={"class": css, "autocomplete": "off", **attrs})


class PartyForm(forms.Form):
    """One person or organisation. Only the name is required; the rest is checked when given."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        choices=KINDS, label="Cá nhân hay tổ chức", required=False, widget=forms.RadioSelect
    )
    id_number = Line(
        what="số giấy tờ",
        longest=20,
        required=False,
        label="CCCD, CMND hoặc mã số thuế",
        widget=text("input input--big", inputmode="numeric"),
    )
    name = Name(what="họ và tên", label="Họ và tên", widget=text("input input--big"))
    phone = Phone(
        what="số điện thoại",
        longest=20,
        required=False,
        label="Điện thoại",
        widget=text(inputmode="tel"),
    )
    address = Line(what="địa chỉ", longest=300, required=False, label="Địa chỉ", widget=text())
    birth_on = Birthday(
        what="ngày sinh",
        required=False,
        label="Ngày sinh",
        widget=text(inputmode="numeric", placeholder="05/04/1980"),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        birthday = self.fields["birth_on"]
        if isinstance(birthday, Birthday):
            birthday.today = today

    def clean_kind(self) -> str:
        """A person unless the form says otherwise."""
        return self.cleaned_data["kind"] or PERSON

    def clean_id_number(self) -> str:
        """CCCD 12 or CMND 9 digits for a person; a tax code of 10 or 13 for an organisation."""
        number = digits_of(self.cleaned_data["id_number"])
        kind = self.cleaned_data.get("kind") or PERSON
        if not number:
            return ""
        called = "Số CCCD cần 12 chữ số (CMND 9 chữ số)"
        if kind == ORGANISATION:
            called = "Mã số thuế cần 10 chữ số (đơn vị phụ thuộc 13)"
        if not (number.isascii() and number.isdigit()):
            raise forms.ValidationError(f"{called}, chỉ gồm chữ số.")
        if len(number) not in ID_LENGTHS[kind]:
            raise forms.ValidationError(f"{called}, mới có {len(number)}.")
        return number

    def party(self) -> PartyData:
        """What the service takes. Only after `is_valid`."""
        given = self.cleaned_data
        return PartyData(
            name=given["name"],
            kind=given["kind"],
            id_number=given["id_number"],
            phone=given["phone"],
            address=given["address"],
            birth_on=given["birth_on"] if given["kind"] == PERSON else None,
            authorisation=given.get("authorisation", ""),
        )


class SubmitterForm(PartyForm):
    """Who hands the dossier in for the owner, and on what paper."""

    name = Name(what="họ và tên người nộp", label="Họ và tên người nộp", widget=text())
    authorisation = Line(
        what="giấy uỷ quyền",
        label="Giấy uỷ quyền (số, ngày, nơi lập)",
        widget=text(),
        error_messages={"required": "Nộp thay cần giấy uỷ quyền: ghi số, ngày, nơi lập."},
    )

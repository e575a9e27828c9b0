"""The people of a dossier as the counter writes them down: owners, and who hands it in for them."""

from datetime import date
from typing import Any

from django import forms

from motcua.core.papers_of_identity import IdKind
from motcua.desk.forms import identity
from motcua.desk.forms.fields import Birthday, Email, Line, Name, Phone
from motcua.dossiers.asked import PartyData

PERSON, ORGANISATION = "person", "organisation"
KINDS = [(PERSON, "Cá nhân"), (ORGANISATION, "Tổ chức")]


def text(css: str = "input", **attrs: Any) -> forms.TextInput:
    """A one-line input of the look; browsers keep no history of what citizens are called."""
    return forms.TextInput(attrs={"class": css, "autocomplete": "off", **attrs})


class PartyForm(forms.Form):
    """One person or organisation: a name, and a paper or why there is none; the rest is checked
    when given."""

    use_required_attribute = False
    needs_paper = True

    kind = forms.ChoiceField(
        choices=KINDS, label="Cá nhân hay tổ chức", required=False, widget=forms.RadioSelect
    )
    id_kind = forms.ChoiceField(
        choices=identity.CHOICES,
        label="Loại giấy tờ",
        required=False,
        error_messages={"invalid_choice": "Chọn loại giấy tờ trong danh sách."},
        widget=forms.Select(attrs={"class": "input"}),
    )
    id_number = Line(
        what="số giấy tờ",
        longest=20,
        required=False,
        label="Số giấy tờ",
        widget=text("input input--big"),
    )
    no_id_reason = Line(
        what="lý do không có giấy tờ",
        longest=200,
        required=False,
        label="Lý do",
        widget=text(),
    )
    earlier = Line(
        what="số giấy tờ cũ", longest=20, required=False, widget=forms.HiddenInput
    )  # fmt: skip
    name = Name(what="họ và tên", label="Họ và tên", widget=text("input input--big"))
    phone = Phone(
        what="số điện thoại",
        longest=20,
        required=False,
        label="Điện thoại",
        widget=text(inputmode="tel"),
    )
    email = Email(
        what="thư điện tử",
        longest=254,
        required=False,
        label="Thư điện tử, nếu có",
        widget=text(inputmode="email"),
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

    @property
    def without_paper(self) -> bool:
        """Whether “không có” is chosen, so that the reason is asked for."""
        return str(self["id_kind"].value() or "") == IdKind.NONE

    def clean(self) -> dict[str, Any]:
        """Kind and number fit one another and who it is; nobody is without both."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        kind, number = given.get("id_kind", ""), given.get("id_number", "")
        if kind == IdKind.NONE:
            self._none(given, number)
        elif "id_number" in given:
            self._number(given, kind, number)
        return given

    def _none(self, given: dict[str, Any], number: str) -> None:
        if number:
            self.add_error("id_number", identity.BOTH)
        elif self.needs_paper and not given.get("no_id_reason", "-"):
            self.add_error("no_id_reason", identity.NO_REASON)

    def _number(self, given: dict[str, Any], kind: str, number: str) -> None:
        organisation = given.get("kind") == ORGANISATION
        try:
            found = identity.number_in(number, kind, organisation=organisation)
        except forms.ValidationError as error:
            self.add_error("id_number", error)
            return
        given["id_kind"], given["id_number"] = found
        given["no_id_reason"] = ""
        if self.needs_paper and not found[1]:
            self.add_error("id_number", identity.NOT_WRITTEN)

    def party(self) -> PartyData:
        """What the service takes. Only after `is_valid`."""
        given = self.cleaned_data
        return PartyData(
            name=given["name"],
            kind=given["kind"],
            id_kind=given["id_kind"],
            id_number=given["id_number"],
            no_id_reason=given["no_id_reason"],
            phone=given["phone"],
            email=given["email"],
            address=given["address"],
            birth_on=given["birth_on"] if given["kind"] == PERSON else None,
            authorisation=given.get("authorisation", ""),
        )


class SubmitterForm(PartyForm):
    """Who hands the dossier in for the owner, and on what paper."""

    needs_paper = False

    name = Name(what="họ và tên người nộp", label="Họ và tên người nộp", widget=text())
    authorisation = Line(
        what="giấy uỷ quyền",
        label="Giấy uỷ quyền (số, ngày, nơi lập)",
        widget=text(),
        error_messages={"required": "Nộp thay cần giấy uỷ quyền: ghi số, ngày, nơi lập."},
    )

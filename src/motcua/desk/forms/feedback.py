"""Forms of complaints: taken at the desk, given out, answered."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms

from motcua.desk.forms.fields import Line, Words
from motcua.desk.forms.parties import text
from motcua.feedback.words import FINDINGS, KINDS


class TakeForm(forms.Form):
    """What somebody says at the counter; nobody needs to be named."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        label="Về việc",
        choices=list(KINDS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Chưa chọn phản ánh về việc gì."},
    )
    body = Words(what="nội dung phản ánh", label="Nội dung: việc gì, ở đâu, khi nào", rows=5)
    code = Line(what="mã hồ sơ", label="Mã hồ sơ, nếu có", required=False, widget=text())
    name = Line(what="họ và tên", label="Họ và tên, nếu muốn", required=False, widget=text())
    phone = Line(
        what="điện thoại",
        label="Điện thoại, nếu muốn",
        longest=20,
        required=False,
        widget=text(inputmode="tel"),
    )
    email = Line(
        what="thư điện tử",
        label="Thư điện tử, nếu muốn",
        longest=254,
        required=False,
        widget=text(inputmode="email"),
    )


class GiveForm(forms.Form):
    """To whom a complaint is given, and whom it speaks of."""

    use_required_attribute = False

    to = forms.ChoiceField(
        label="Giao cho",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"required": "Chưa chọn người trả lời."},
    )
    named = forms.MultipleChoiceField(
        label="Người bị phản ánh, nếu có nêu",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self,
        data: Any = None,
        *,
        able: Sequence[tuple[UUID, str]],
        staff: Sequence[tuple[UUID, str]],
    ) -> None:
        super().__init__(data)
        choices: Any = {"to": [("", "Chọn người"), *able], "named": list(staff)}
        for name, offered in choices.items():
            field: Any = self.fields[name]
            field.choices = [(str(key), words) for key, words in offered]

    def to_uuid(self) -> UUID:
        """The chosen official."""
        return UUID(self.cleaned_data["to"])

    def named_uuids(self) -> Sequence[UUID]:
        """Those it speaks of."""
        return [UUID(one) for one in self.cleaned_data["named"]]


class AnswerForm(forms.Form):
    """The answer in writing, which the complainant reads."""

    use_required_attribute = False

    finding = forms.ChoiceField(
        label="Kết luận",
        choices=list(FINDINGS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": "Chưa chọn kết luận."},
    )
    words = Words(what="trả lời", label="Trả lời (người phản ánh đọc được)", rows=6)

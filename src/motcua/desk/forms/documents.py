"""The forms of a document and of a signing key."""

from typing import Any

from django import forms

from motcua.desk.forms.administration import BAD_CHOICE, CHOOSE, SELECT, day_input
from motcua.desk.forms.fields import Day, Line
from motcua.desk.forms.parties import text
from motcua.papers.documents.kinds import kinds
from motcua.papers.documents.services import LONGEST, LONGEST_BODY, Draft


class DocumentForm(forms.Form):
    """The words of a document."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        label="Loại văn bản", widget=forms.Select(attrs=SELECT), error_messages=BAD_CHOICE
    )
    subject = Line(what="trích yếu", longest=LONGEST, label="Trích yếu", widget=text())
    recipient = Line(
        what="nơi nhận", longest=LONGEST, required=False, label="Kính gửi, nơi nhận", widget=text()
    )
    body = forms.CharField(
        label="Nội dung", max_length=LONGEST_BODY, strip=False,
        widget=forms.Textarea(attrs={"class": "input", "rows": 10}),
        error_messages={"required": "Chưa ghi nội dung."}, help_text="Mỗi đoạn một dòng.",
    )  # fmt: skip
    dossier = Line(
        what="mã hồ sơ", longest=60, required=False, label="Của hồ sơ", widget=text(),
        help_text="Mã hồ sơ; để trống nếu không thuộc hồ sơ nào.",
    )  # fmt: skip
    is_result = forms.BooleanField(label="Là kết quả giải quyết của hồ sơ ấy", required=False)
    valid_from_on = Day(what="ngày", required=False, label="Có giá trị từ ngày", widget=day_input())
    valid_until_on = Day(what="ngày", required=False, label="Đến hết ngày", widget=day_input())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(kind.key, kind.name) for kind in kinds().values() if kind.drafted]
        self.fields["kind"].choices = CHOOSE + choices  # type: ignore[attr-defined]

    def draft(self) -> Draft:
        """What was typed; call it when the form is valid."""
        return Draft(**self.cleaned_data)

"""The small forms of the acts on a dossier; what an act asks for beside the button itself."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from motcua.desk.forms.fields import Line, Words
from motcua.desk.forms.parties import text

RADIO = forms.RadioSelect


class ActForm(forms.Form):
    """Nothing but the button. `choices` are the steps one may choose among, (key, name)."""

    use_required_attribute = False

    def __init__(
        self, *args: Any, choices: Sequence[tuple[str, str]] = (), today: date, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if "to" in self.fields:
            if choices:
                self.fields["to"].choices = list(choices)  # type: ignore[attr-defined]
                if len(choices) == 1:
                    self.fields["to"].initial = choices[0][0]
            else:
                del self.fields["to"]

    def take_focus(self) -> None:
        """Put the focus on what the page asks first, so that the hands stay on the keyboard."""
        papers = (name for name in self.fields if name.startswith("pick"))
        first = next(papers, next(iter(self.fields), None))
        if first:
            self.fields[first].widget.attrs["autofocus"] = True

    def arguments(self) -> Mapping[str, Any]:
        """Keyword arguments of the service. Only after `is_valid`."""
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}


class MovingForm(ActForm):
    """Hand over or approve: which way where the process branches, and a note to who comes next."""

    to = forms.ChoiceField(
        label="Chuyển đến", widget=RADIO, error_messages={"required": "Chọn nơi chuyển đến."}
    )
    document = Line(
        what="số văn bản",
        longest=100,
        required=False,
        label="Số phiếu chuyển, công văn",
        widget=text(),
        help_text="Có văn bản thì đồng hồ dừng ở bước sau; không có thì đồng hồ vẫn chạy.",
    )
    note = Words(what="lời nhắn", rows=2, required=False, label="Lời nhắn cho bước sau")

    def __init__(self, *args: Any, stops_clock: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not stops_clock:
            del self.fields["document"]


class LateForm(forms.Form):
    """Why a dossier is late, from the office's list; only asked when it is."""

    overdue_reason = forms.ChoiceField(
        label="Lý do quá hạn",
        required=False,
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"required": "Hồ sơ đã quá hạn: chọn lý do."},
    )

    def ask_why(self, reasons: Sequence[tuple[str, str]]) -> None:
        """Offer `reasons`, or take the question away when there are none to give."""
        if reasons:
            chosen = self.fields["overdue_reason"]
            chosen.choices = [("", "Chọn lý do"), *reasons]  # type: ignore[attr-defined]
            chosen.required = True
        else:
            del self.fields["overdue_reason"]


class ApproveForm(MovingForm, LateForm):
    """A leader agrees and signs; with the PIN also the `documents` that wait for the signature."""

    pin = forms.CharField(
        required=False,
        strip=False,
        max_length=128,
        label="Mã PIN của khoá ký số",
        help_text="Để trống thì duyệt hồ sơ mà không ký văn bản.",
        widget=forms.PasswordInput(attrs={"class": "input", "autocomplete": "off"}),
    )

    def __init__(
        self,
        *args: Any,
        reasons: Sequence[tuple[str, str]] = (),
        documents: Sequence[Any] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.ask_why(reasons)
        self.documents = documents
        if not documents:
            del self.fields["pin"]


class ReturnToDeskForm(LateForm, ActForm):
    """The result, or a refusal as the result, goes to the desk."""

    to = forms.ChoiceField(
        label="Chuyển đến", widget=RADIO, error_messages={"required": "Chọn nơi chuyển đến."}
    )
    outcome = forms.ChoiceField(
        choices=[("result", "Có kết quả"), ("refused", "Từ chối giải quyết, có văn bản nêu lý do")],
        initial="result",
        widget=RADIO,
        label="Kết quả",
        error_messages={"required": "Chọn kết quả."},
    )
    document = Line(
        what="số văn bản",
        longest=100,
        required=False,
        label="Số văn bản từ chối, ghi khi từ chối giải quyết",
        widget=text(),
    )
    note = Words(
        what="lời nhắn", rows=2, required=False, label="Lời nhắn cho một cửa, hoặc lý do từ chối"
    )

    def __init__(self, *args: Any, reasons: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_why(reasons)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("outcome") != "refused":
            return {**given, "document": ""}
        if not given.get("document") and "document" not in self.errors:
            self.add_error("document", "Ghi số văn bản từ chối lãnh đạo đã ký.")
        if not given.get("note") and "note" not in self.errors:
            self.add_error("note", "Ghi rõ vì sao từ chối giải quyết.")
        return given


class SendBackForm(ActForm):
    """Back to who handed it over, with what is wrong."""

    to = forms.ChoiceField(
        label="Trả lại bước", widget=RADIO, error_messages={"required": "Chọn bước trả lại."}
    )
    note = Words(what="lý do trả lại", label="Sai hoặc thiếu gì, sửa thế nào")


class SuspendForm(ActForm):
    """The clock stands still: on which document, and for what."""

    document = Line(
        what="số văn bản",
        longest=100,
        label="Số văn bản làm căn cứ",
        widget=text(placeholder="12/TB-CCT"),
    )
    reason = forms.ChoiceField(
        label="Chờ việc gì",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"required": "Chọn việc phải chờ."},
    )
    note = Words(what="ghi chú", rows=2, required=False, label="Ghi chú")

    def __init__(self, *args: Any, waits: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = [("", "Chọn"), *waits]  # type: ignore[attr-defined]


class ResumeForm(ActForm):
    """What was waited for is there."""

    document = Line(
        what="số văn bản", longest=100, required=False, label="Số văn bản", widget=text()
    )


class PostForm(ActForm):
    """Under which number the post has the result."""

    tracking = Line(
        what="số hiệu bưu gửi",
        longest=40,
        label="Số hiệu bưu gửi",
        widget=text(placeholder="EX123456789VN"),
        error_messages={"required": "Chưa ghi số hiệu bưu gửi."},
    )


class ReasonForm(ActForm):
    """An end that needs to say why."""

    reason = Words(what="lý do", label="Lý do")


class OverdueReasonForm(LateForm, ActForm):
    """Why it is late, as soon as it is known."""

    def __init__(self, *args: Any, reasons: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_why(reasons)

    def arguments(self) -> Mapping[str, Any]:
        return {"reason": self.cleaned_data["overdue_reason"]}

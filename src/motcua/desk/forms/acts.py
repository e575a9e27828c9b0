"""The small forms of the acts on a dossier; what an act asks for beside the button itself."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from motcua.desk.forms.fields import Day, Line, Words
from motcua.desk.forms.parties import text
from motcua.dossiers.asked import OUTSIDE
from motcua.dossiers.services.waiting import Deficiency

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
    note = Words(what="lời nhắn", rows=2, required=False, label="Lời nhắn cho một cửa")

    def __init__(self, *args: Any, reasons: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_why(reasons)


class SendBackForm(ActForm):
    """Back to who handed it over, with what is wrong."""

    to = forms.ChoiceField(
        label="Trả lại bước", widget=RADIO, error_messages={"required": "Chọn bước trả lại."}
    )
    note = Words(what="lý do trả lại", label="Sai hoặc thiếu gì, sửa thế nào")


class SupplementForm(ActForm):
    """Ask once, in full: which papers, what is wrong, how to mend."""

    reply_by = Day(
        what="ngày hẹn bổ sung",
        required=False,
        label="Bổ sung trước ngày",
        widget=text(inputmode="numeric", placeholder="05/04/2017"),
    )
    override_reason = Words(
        what="lý do yêu cầu thêm lần nữa",
        rows=2,
        required=False,
        label="Lý do lãnh đạo cho yêu cầu thêm lần nữa",
    )

    other = Line(
        what="tên giấy tờ khác",
        longest=200,
        required=False,
        label="Giấy tờ ngoài thành phần hồ sơ (nếu pháp luật cho phép)",
        widget=text(),
    )
    other_problem = Words(
        what="lý do cần giấy tờ khác", rows=2, required=False, label="Vì sao cần giấy tờ đó"
    )
    basis = Line(
        what="căn cứ pháp lý",
        longest=300,
        required=False,
        label="Căn cứ pháp lý cho phép yêu cầu",
        widget=text(placeholder="Khoản 2 Điều 11 Nghị định …"),
    )

    def __init__(self, *args: Any, components: Sequence[Any], again: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.components = components
        if not again:
            del self.fields["override_reason"]
        for component in components:
            n = component.ordinal
            self.fields[f"pick{n}"] = forms.BooleanField(required=False, label=component.name)
            self.fields[f"problem{n}"] = Words(
                what="chỗ thiếu, sai", rows=2, required=False, label="Thiếu, sai gì"
            )
            self.fields[f"remedy{n}"] = Words(
                what="cách bổ sung", rows=2, required=False, label="Bổ sung thế nào"
            )

    @property
    def lines(self) -> Sequence[Mapping[str, Any]]:
        """One line a paper, for the page."""
        return [
            {
                "name": component.name,
                "pick": self[f"pick{component.ordinal}"],
                "problem": self[f"problem{component.ordinal}"],
                "remedy": self[f"remedy{component.ordinal}"],
            }
            for component in self.components
        ]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        picked = [c for c in self.components if given.get(f"pick{c.ordinal}")]
        if not picked and not given.get("other"):
            self.add_error(None, "Chọn ít nhất một giấy tờ cần bổ sung.")
        if given.get("other") and not given.get("other_problem"):
            self.add_error("other_problem", "Ghi rõ vì sao cần giấy tờ này.")
        if given.get("other") and not given.get("basis"):
            self.add_error("basis", "Giấy tờ ngoài thành phần hồ sơ cần căn cứ pháp lý.")
        for component in picked:
            if not given.get(f"problem{component.ordinal}"):
                self.add_error(f"problem{component.ordinal}", "Ghi rõ thiếu hoặc sai gì.")
        reply_by = given.get("reply_by")
        if reply_by and reply_by < self.today:
            self.add_error("reply_by", "Ngày hẹn bổ sung đã qua. Chọn ngày sau.")
        return given

    def deficiencies(self) -> Sequence[Deficiency]:
        """What is to be mended, of each paper picked. Only after `is_valid`."""
        given = self.cleaned_data
        return [
            Deficiency(
                component=component.ordinal,
                problem=given[f"problem{component.ordinal}"],
                remedy=given[f"remedy{component.ordinal}"],
            )
            for component in self.components
            if given[f"pick{component.ordinal}"]
        ] + self._other()

    def _other(self) -> list[Deficiency]:
        """A paper the version does not ask for."""
        name = self.cleaned_data.get("other")
        problem = self.cleaned_data.get("other_problem", "")
        return [Deficiency(OUTSIDE, problem, "", name)] if name else []

    def arguments(self) -> Mapping[str, Any]:
        given = self.cleaned_data
        return {
            "items": self.deficiencies(),
            "reply_by": given["reply_by"],
            "override_reason": given.get("override_reason", ""),
            "basis": given.get("basis", ""),
        }


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

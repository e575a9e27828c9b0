"""The forms of what prolongs a dossier, ends it without a result, or opens it again."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms

from motcua.desk.forms.acts import RADIO, ActForm, LateForm
from motcua.desk.forms.fields import Day, Line, Number, Words
from motcua.desk.forms.parties import text
from motcua.desk.forms.supplement import SupplementForm
from motcua.dossiers.measures import GROUNDS


def _day(label: str, *, required: bool = True) -> Day:
    return Day(
        what=label.lower(),
        required=required,
        label=label,
        widget=text(inputmode="numeric", placeholder="05/04/2017"),
    )


class ExtendForm(ActForm):
    """How much longer, and why."""

    days = Number(
        what="số ngày gia hạn",
        least=1,
        most=60,
        label="Gia hạn thêm (ngày)",
        widget=text("input num", inputmode="numeric"),
    )
    reason = Words(what="lý do", label="Lý do gia hạn")


class ApologiseForm(LateForm, ActForm):
    """Another day, and why the first one is not kept; filled in with what was `drafted`."""

    promised_on = _day("Hẹn trả lại ngày")
    note = Words(what="lời xin lỗi", rows=2, required=False, label="Ghi thêm trong văn bản")
    field_order = ("promised_on", "overdue_reason", "note")

    def __init__(
        self,
        *args: Any,
        reasons: Sequence[tuple[str, str]],
        drafted: tuple[date, str] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.ask_why(reasons)
        self.fields["overdue_reason"].label = "Lý do chậm"
        if drafted is not None:
            self.fields["promised_on"].initial, self.fields["overdue_reason"].initial = drafted

    def arguments(self) -> Mapping[str, Any]:
        given = dict(super().arguments())
        given["reason"] = given.pop("overdue_reason")
        return given


class KeepAskingForm(SupplementForm):
    """Which of the papers asked for still do not do, and what is still wrong with them."""

    in_full = False
    override_reason = None  # type: ignore[assignment]
    other = None  # type: ignore[assignment]
    other_problem = None  # type: ignore[assignment]
    basis = None  # type: ignore[assignment]

    def __init__(self, *args: Any, components: Sequence[Any], asked: Sequence[int], **kwargs: Any):
        still = [one for one in components if one.ordinal in asked]
        super().__init__(*args, components=still, again=True, **kwargs)

    def arguments(self) -> Mapping[str, Any]:
        return {"items": self.deficiencies(), "reply_by": self.cleaned_data["reply_by"]}


class DeclineStopForm(ActForm):
    """Until when the owner has, and a word to the officer who proposed to end it."""

    reply_by = _day("Bổ sung trước ngày", required=False)
    note = Words(what="lời nhắn", rows=2, required=False, label="Lời nhắn cho người thụ lý")

    def clean_reply_by(self) -> date | None:
        """Not a day that has passed."""
        day: date | None = self.cleaned_data["reply_by"]
        if day and day < self.today:
            raise forms.ValidationError("Ngày hẹn bổ sung đã qua. Chọn ngày sau.")
        return day


class StopForm(LateForm, ActForm):
    """Why, and when late, the reason from the list."""

    ground = forms.ChoiceField(
        choices=list(GROUNDS.items()),
        widget=RADIO,
        label="Căn cứ dừng",
        error_messages={"required": "Chọn căn cứ dừng."},
    )
    reason = Words(what="lý do", label="Lý do ghi trong thông báo")
    field_order = ("ground", "reason", "overdue_reason")

    def __init__(self, *args: Any, reasons: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_why(reasons)


class WithdrawForm(LateForm, ActForm):
    """Why the owner takes it back, and when that is late, the reason from the list."""

    reason = Words(what="lý do", label="Lý do")
    field_order = ("reason", "overdue_reason")

    def __init__(self, *args: Any, reasons: Sequence[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_why(reasons)


class ReopenForm(ActForm):
    """Back to which step, by which decision, and why."""

    to = forms.ChoiceField(
        label="Giải quyết lại từ bước", widget=RADIO, error_messages={"required": "Chọn bước."}
    )
    document = Line(
        what="số quyết định",
        longest=100,
        label="Số quyết định",
        widget=text(placeholder="102/QĐ-UBND"),
    )
    reason = Words(what="lý do", label="Lý do")

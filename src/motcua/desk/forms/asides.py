"""The forms of what goes on beside a step: opinions of others, visits on the ground."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms

from motcua.core.clock import VN
from motcua.core.flow import Body
from motcua.desk.forms.acts import RADIO, ActForm
from motcua.desk.forms.fields import Day, Line, Number, Words
from motcua.desk.forms.hours import Hour
from motcua.desk.forms.parties import text
from motcua.dossiers.asides import STANCES
from motcua.dossiers.selectors.opinions import Asking

MOST_DAYS = 90


class ConsultForm(ActForm):
    """Whom to ask, each with its days; what about."""

    question = Words(what="nội dung cần hỏi", rows=4, label="Cần ý kiến về việc gì")
    field_order = ("question",)

    def __init__(self, *args: Any, asking: Asking, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asking = asking
        for n, _ in enumerate(asking.bodies):
            self.fields[f"body{n}"] = forms.BooleanField(
                required=False, label=asking.bodies[n].words
            )
            self.fields[f"days{n}"] = Number(
                what="số ngày để trả lời",
                least=1,
                most=MOST_DAYS,
                required=False,
                initial=asking.days,
                label=f"Số ngày để {asking.bodies[n].words} trả lời",
                widget=text("input num", inputmode="numeric"),
            )

    @property
    def lines_of_bodies(self) -> Sequence[Mapping[str, Any]]:
        """One line a body, for the page; `heads` begins each group."""
        found, group = [], ""
        for n, body in enumerate(self.asking.bodies):
            head = body.group if body.group != group else ""
            group = body.group
            found.append({"head": head, "pick": self[f"body{n}"], "days": self[f"days{n}"]})
        return found

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not any(given.get(f"body{n}") for n, _ in enumerate(self.asking.bodies)):
            self.add_error(None, "Chọn ít nhất một nơi để lấy ý kiến.")
        return given

    def arguments(self) -> Mapping[str, Any]:
        given = self.cleaned_data
        bodies = [
            Body(body.office, body.department, given.get(f"days{n}") or self.asking.days)
            for n, body in enumerate(self.asking.bodies)
            if given[f"body{n}"]
        ]
        return {"bodies": bodies, "question": given["question"]}


class AnswerForm(ActForm):
    """What the body thinks and why; whoever asked writes down the paper it answered with."""

    stance = forms.ChoiceField(
        choices=list(STANCES.items()),
        widget=RADIO,
        label="Ý kiến",
        error_messages={"required": "Chọn ý kiến."},
    )
    opinion = Words(what="ý kiến", rows=4, required=False, label="Nội dung ý kiến")
    document = Line(
        what="số công văn",
        longest=100,
        required=False,
        label="Số văn bản trả lời",
        widget=text(placeholder="15/QLĐT"),
    )
    answered_on = Day(
        what="ngày văn bản trả lời",
        required=False,
        label="Ngày văn bản trả lời",
        widget=text(inputmode="numeric", placeholder="05/04/2017"),
    )

    def __init__(self, *args: Any, on_paper: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if on_paper:
            for name in ("document", "answered_on"):
                self.fields[name].required = True
        else:
            del self.fields["answered_on"]
            self.fields["document"].label = "Số văn bản trả lời, nếu có"

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("stance") not in (None, "agree") and not given.get("opinion"):
            self.add_error("opinion", "Ghi rõ vì sao, hoặc điều kiện gì.")
        return given


class MomentForm(ActForm):
    """A day and an hour ahead."""

    visit_on = Day(
        what="ngày đi",
        label="Ngày đi",
        widget=text(inputmode="numeric", placeholder="05/04/2017"),
    )
    hour = Hour(what="giờ đi", label="Giờ đi")

    def visit_at(self) -> datetime:
        """The moment given. Only after `is_valid`."""
        given = self.cleaned_data
        return datetime.combine(given["visit_on"], given["hour"], VN)


class PlanVisitForm(MomentForm):
    """When, where, and who comes along."""

    place = Line(what="nơi đến", label="Nơi đến", widget=text())
    companions = Words(
        what="người cùng đi", rows=2, required=False, label="Ai cùng đi, ai cần có mặt"
    )

    def arguments(self) -> Mapping[str, Any]:
        given = self.cleaned_data
        return {
            "visit_at": self.visit_at(),
            "place": given["place"],
            "companions": given["companions"],
        }


class MoveVisitForm(MomentForm):
    """To when, and why."""

    reason = Words(what="lý do", rows=2, label="Lý do dời")

    def arguments(self) -> Mapping[str, Any]:
        return {"visit_at": self.visit_at(), "reason": self.cleaned_data["reason"]}


class HoldVisitForm(ActForm):
    """Whether it was held, who was there, what was found."""

    kept = forms.ChoiceField(
        choices=[("yes", "Đã đi"), ("no", "Không thực hiện được")],
        initial="yes",
        widget=RADIO,
        label="Buổi đi thực địa",
        error_messages={"required": "Chọn đã đi hay không."},
    )
    companions = Words(what="người có mặt", rows=2, required=False, label="Ai có mặt")
    finding = Words(what="kết quả", rows=4, label="Kết quả, hoặc vì sao không thực hiện được")

    def arguments(self) -> Mapping[str, Any]:
        given = self.cleaned_data
        return {
            "kept": given["kept"] == "yes",
            "finding": given["finding"],
            "companions": given["companions"],
        }

"""The counter's form: owners, submitter, papers, and how the result goes back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import QueryDict

from motcua.catalogue.selectors import VersionRow
from motcua.desk.forms.checklist import PaperForm
from motcua.desk.forms.faults import Fault, fields_faults
from motcua.desk.forms.fields import Number, Words
from motcua.desk.forms.late import LateForm
from motcua.desk.forms.parties import PartyForm, SubmitterForm, text
from motcua.desk.forms.tariff import TariffForm
from motcua.desk.parsing import value
from motcua.dossiers.asked import Intake
from motcua.identity.actors import Actor

MOST_OWNERS = 20


class RestForm(forms.Form):
    """How it came, how many sets, where the result goes, what is charged, why it is refused."""

    use_required_attribute = False

    channel = forms.ChoiceField(
        choices=[
            ("direct", "Tại quầy"),
            ("post", "Bưu chính"),
            ("online", "Thư điện tử, trực tuyến"),
        ],
        required=False,
        initial="direct",
        label="Hồ sơ đến",
        widget=forms.Select(attrs={"class": "input"}),
    )

    result_by = forms.ChoiceField(
        choices=[("desk", "Nhận tại quầy"), ("post", "Qua bưu điện")],
        widget=forms.RadioSelect,
        initial="desk",
        label="Nhận kết quả",
        error_messages={"required": "Chọn nơi nhận kết quả."},
    )
    copies = Number(
        what="số bộ hồ sơ",
        least=1,
        most=100,
        initial=1,
        label="Số bộ",
        widget=text("input num", inputmode="numeric"),
    )
    fee = Number(
        what="số tiền phí, lệ phí",
        required=False,
        label="Phí, lệ phí (đồng)",
        widget=text("input num", inputmode="numeric"),
    )
    reason = Words(what="lý do", required=False, label="Lý do")


@dataclass
class CounterForm:
    """All parts of the counter's form, drawn from one QueryDict.

    `version` is the procedure's version in force as its chosen case has it, None while none is
    chosen. Not valid without one, nor without a case where there are any.
    """

    data: QueryDict | None
    version: VersionRow | None
    today: date
    owners: list[PartyForm] = field(init=False)
    submitter: SubmitterForm | None = field(init=False)
    papers: list[PaperForm] = field(init=False)
    rest: RestForm = field(init=False)
    tariff: TariffForm = field(init=False)
    late: LateForm | None = field(init=False)

    def __post_init__(self) -> None:
        data, today = self.data, self.today
        count = owners_in(data)
        self.owners = [
            PartyForm(
                data if value(data, f"o{n}-kind") or f"o{n}-name" in (data or {}) else None,
                prefix=f"o{n}",
                today=today,
                initial={"kind": "person"},
            )
            for n in range(count)
        ]
        by_other = data is not None and bool(data.get("by_other"))
        self.submitter = (
            SubmitterForm(data, prefix="s", today=today, initial={"kind": "person"})
            if by_other
            else None
        )
        components: Sequence[Any] = self.version.components if self.version else ()
        drawn = data if self._drawn_before() else None
        self.papers = [
            PaperForm(drawn, prefix=f"p{component.ordinal}", component=component)
            for component in components
        ]
        sent = data is not None and any(name.startswith("f-") for name in data)
        self.tariff = TariffForm(data if sent else None, prefix="f", version=self.version)
        fee = self.version.fee_vnd if self.version and not self.tariff.asks else None
        rest = data if data is None or "result_by" in data else None
        self.rest = RestForm(rest, initial={"fee": fee})
        self.late = None
        if data is not None and data.get("late"):
            self.late = LateForm(data if "late-on" in data else None, prefix="late")

    @property
    def case(self) -> str:
        """The key of the case chosen, empty when none is, or there are none."""
        given = value(self.data, "case")
        known = {case.key for case in self.version.cases} if self.version else set()
        return given if given in known else ""

    @property
    def sent(self) -> bool:
        """Whether it came by post or by e-mail, so that how it came is asked."""
        return bool(value(self.data, "sent")) or value(self.data, "channel") in ("post", "online")

    @property
    def drawn(self) -> str:
        """Names the checklist drawn: the procedure and its case."""
        return f"{self.version.slug}/{self.case}".rstrip("/") if self.version else ""

    def _drawn_before(self) -> bool:
        """Whether the checklist in the data is this version's and case's, not another's."""
        return (
            self.data is not None and bool(self.drawn) and value(self.data, "drawn") == self.drawn
        )

    @property
    def people(self) -> Sequence[PartyForm]:
        """The owners, then who hands it in for them."""
        return [*self.owners, *([self.submitter] if self.submitter else [])]

    @property
    def parts(self) -> Sequence[forms.Form]:
        """Every form of the page, in the order it is spoken."""
        late = [self.late] if self.late else []
        return [*self.people, *self.papers, self.rest, self.tariff, *late]

    def take_focus(self, prefix: str = "") -> None:
        """Put the focus on the first thing of that person still empty, else on the papers; without
        `prefix` on the first owner's number.
        """
        who = next((one for one in self.people if one.prefix == prefix), None)
        if who is None:
            self.owners[0].fields["id_number"].widget.attrs["autofocus"] = True
            return
        asked = ["name", "phone", "address", "birth_on"]
        if who.without_paper:
            asked.insert(0, "no_id_reason")
        empty = next((name for name in asked if not who[name].value()), "")
        after = self.papers[0].fields["given"] if self.papers else self.rest.fields["copies"]
        (who.fields[empty] if empty else after).widget.attrs["autofocus"] = True

    def focus_on(self, name: str) -> None:
        """Put the focus on the field of that name, if the page has it."""
        for form in self.parts:
            for drawn in form:
                if drawn.html_name == name:
                    drawn.field.widget.attrs["autofocus"] = True

    def is_valid(self) -> bool:
        """Whether it can be received: a procedure, clean fields, no paper missing."""
        return self.version is not None and not self.faults()

    def faults(self) -> Sequence[Fault]:
        """What stands in the way: the id of the field and its sentence, in order."""
        found = [*self._not_drawn(), *fields_faults(self.parts)]
        if self.version is None:
            found.insert(0, ("thu-tuc", "Chưa chọn thủ tục. Gõ tên rồi chọn trong danh sách."))
        elif self.version.cases and not self.case:
            found.insert(0, ("case0", "Chưa chọn trường hợp. Chọn một, rồi Enter để lấy giấy tờ."))
        for form in self.papers:
            if form.missing:
                found.append(
                    (
                        str(form["given"].auto_id),
                        f"Chưa có “{form.component.name}”. Đánh dấu khi đã nhận, "
                        "chọn “không áp dụng”, hoặc yêu cầu bổ sung.",
                    )
                )
        return found

    def _not_drawn(self) -> list[Fault]:
        """Parts that were not on the page that was sent: they must be drawn before they count."""
        found = [
            (str(owner["name"].auto_id), "Chưa ghi họ và tên.")
            for owner in self.owners
            if not owner.is_bound
        ]
        if self.late is not None and not self.late.is_bound:
            found.append((str(self.late["on"].auto_id), "Chưa ghi ngày nhận."))
        if not self.rest.is_bound:
            found.append(("s4", "Chọn nơi nhận kết quả."))
        if any(not paper.is_bound for paper in self.papers):
            found.append(("s3", "Danh sách giấy tờ vừa đổi theo thủ tục. Đánh dấu lại."))
        return found

    def missing(self) -> Sequence[str]:
        """Names of required papers neither given nor said not to apply."""
        return [form.component.name for form in self.papers if form.missing]

    def counted(self) -> tuple[int, int]:
        """Papers given, and papers that must be: those not optional and not said off, or given."""
        ready = [form for form in self.papers if form.is_valid()]
        given = sum(1 for form in ready if form.cleaned_data["given"])
        return given, given + sum(1 for form in ready if form.missing)

    def intake(self, *, at: datetime, by: Actor, reason: str = "") -> Intake:
        """What the services take. Only when valid (a refusal at intake may miss papers).

        `at` is the server's clock; a late entry was received when its slip says.
        """
        if self.version is None:
            raise ValueError("no procedure chosen")
        rest = self.rest.cleaned_data
        late = self.late
        charges = self.tariff.lines(rest["fee"])
        return Intake(
            version_id=self.version.id,
            owners=[owner.party() for owner in self.owners],
            submitter=self.submitter.party() if self.submitter else None,
            papers=[form.paper() for form in self.papers if not form.missing],
            at=late.received_at if late else at,
            recorded_at=at if late else None,
            late=late.late_slip() if late else None,
            by=by,
            copies=rest["copies"],
            channel=rest["channel"] or "direct",
            result_by=rest["result_by"],
            fee_vnd=sum(one.amount_vnd for one in charges) if charges else rest["fee"] or 0,
            charges=charges,
            reason=reason,
            case=self.case,
        )


def owners_in(data: QueryDict | None) -> int:
    """How many owners the form shows; at least one, at most twenty."""
    given = value(data, "owners")
    count = int(given) if given.isascii() and given.isdigit() and len(given) < 4 else 1
    return max(1, min(count, MOST_OWNERS))

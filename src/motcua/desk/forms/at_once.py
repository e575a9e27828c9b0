"""The form of what is done while the citizen waits: mostly filled already, the name to be typed."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django import forms

from motcua.catalogue.selectors import VersionRow
from motcua.core.tariff import Quantity
from motcua.desk.forms.fields import Line, Name, Number
from motcua.desk.forms.late import LateForm
from motcua.desk.forms.money import money
from motcua.desk.forms.parties import text
from motcua.dossiers.asked import AtOnce, Charge, Intake, PartyData
from motcua.fees.charging import charges
from motcua.identity.actors import Actor

MOST = 9_999
SELECT = {"class": "input"}


class AtOnceForm(forms.Form):
    """Who, how many, where it is written down, who signed, what it costs."""

    use_required_attribute = False

    procedure = forms.ChoiceField(
        label="Thủ tục",
        widget=forms.Select(attrs=SELECT),
        error_messages={
            "required": "Chưa chọn thủ tục.",
            "invalid_choice": "Thủ tục này không làm ngay được. Chọn thủ tục trong danh sách.",
        },
    )
    name = Name(what="họ và tên", label="Họ và tên", widget=text("input input--big"))
    copies = Number(
        what="số bản", least=1, most=MOST, initial=1, label="Số bản",
        widget=text("input num", inputmode="numeric"),
    )  # fmt: skip
    pages = Number(
        what="số trang", least=1, most=MOST, initial=1, label="Số trang",
        widget=text("input num", inputmode="numeric"),
    )  # fmt: skip
    fee = Number(
        what="số tiền phí, lệ phí", required=False, label="Phí, lệ phí (đồng)",
        help_text="Để trống: tính theo biểu phí.",
        widget=text("input num", inputmode="numeric"),
    )  # fmt: skip
    book = Line(what="quyển sổ", longest=40, label="Quyển", widget=text(placeholder="01/2017"))
    number = Number(
        what="số vào sổ", least=1, most=999_999, required=False, label="Số vào sổ",
        widget=text("input num", inputmode="numeric"),
    )  # fmt: skip
    signer = forms.ChoiceField(
        label="Người ký",
        widget=forms.Select(attrs=SELECT),
        error_messages={
            "required": "Chưa chọn người ký.",
            "invalid_choice": "Người này không còn giữ chức. Chọn người ký khác.",
        },
    )
    id_number = Line(
        what="số giấy tờ", longest=20, required=False, label="Số giấy tờ (nếu cần)", widget=text()
    )

    cash = forms.BooleanField(
        required=False, initial=True, label="Thu tiền mặt, lập biên lai (khi có phí)"
    )
    opening = money("tiền đầu ngày", "Tiền trong ngăn đầu ngày (đồng)", required=False)

    def __init__(
        self,
        *args: Any,
        versions: Sequence[VersionRow],
        signers: Sequence[Actor],
        collects: bool,
        opens: bool,
        late: LateForm | None = None,
        **kwargs: Any,
    ) -> None:
        """`collects`: the office can make receipts; `opens`: the first money opens the drawer;
        `late`: what stands on the slip, when it is typed in after the fact (nhập bù)."""
        super().__init__(*args, **kwargs)
        self.late = late
        if not collects:
            del self.fields["cash"]
        if not (collects and opens):
            del self.fields["opening"]
        self._versions = {row.slug: row for row in versions}
        offered: Any = self.fields["procedure"]
        offered.choices = [(row.slug, row.name) for row in versions]
        leaders: Any = self.fields["signer"]
        leaders.choices = [(str(a.position_uuid), f"{a.person}, {a.title}") for a in signers]

    def is_valid(self) -> bool:
        """Whether it can be done: clean fields, and those of the slip when it is typed in late."""
        found = super().is_valid()
        return (self.late is None or self.late.is_valid()) and found

    def intake(self, *, at: datetime, by: Actor) -> Intake:
        """What the service takes. Only after `is_valid`.

        `at` is the server's clock; a late entry was done when its slip says.
        """
        given, late = self.cleaned_data, self.late
        version = self._versions[given["procedure"]]
        charges = self._charges(version)
        return Intake(
            version_id=version.id,
            owners=(PartyData(name=given["name"], id_number=given["id_number"]),),
            papers=(),
            at=late.received_at if late else at,
            recorded_at=at if late else None,
            late=late.late_slip() if late else None,
            by=by,
            fee_vnd=sum(one.amount_vnd for one in charges) if charges else given["fee"] or 0,
            charges=charges,
            at_once=AtOnce(
                given["book"], given["signer"], given["number"], given["copies"], given["pages"]
            ),
        )

    def taken(self) -> dict[str, Any]:
        """What the service is told of the money. Only after `is_valid`, and when it collects."""
        given = self.cleaned_data
        return {
            "fee_taken": given["cash"],
            "opening_vnd": given.get("opening"),
        }

    def _charges(self, version: VersionRow) -> tuple[Charge, ...]:
        """By the tariff, unless another sum was typed."""
        given = self.cleaned_data
        quantity = Quantity(given["copies"], given["pages"], given["copies"])
        found = charges(version, quantity)
        total = sum(one.amount_vnd for one in found)
        return found if given["fee"] in (None, total) else ()

"""Forms of land's financial obligation: the notice, its proof, the slip to the tax office."""

from datetime import date, timedelta
from typing import Any

from django import forms

from motcua.core.obligations import Levy
from motcua.desk.forms.fields import Day, Line
from motcua.desk.forms.money import money
from motcua.desk.forms.parties import text
from motcua.fees.selectors.obligations import kinds
from motcua.fees.services.obligations import Notice

LINES = 4


class NoticeForm(forms.Form):
    """A notice with up to four levies; an empty line does not count."""

    use_required_attribute = False

    number = Line(
        what="số thông báo", longest=100, label="Số thông báo",
        widget=text(placeholder="12/TB-CCT"),
    )  # fmt: skip
    received_on = Day(what="ngày nhận", label="Ngày nhận", widget=text())

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"received_on": today})
        super().__init__(*args, **kwargs)
        choices = [("", "Chọn"), *((one.code, one.name) for one in kinds())]
        for place in range(1, LINES + 1):
            self.fields[f"kind{place}"] = forms.ChoiceField(
                required=False, choices=choices, label=f"Khoản {place}",
                widget=forms.Select(attrs={"class": "input"}),
            )  # fmt: skip
            self.fields[f"amount{place}"] = money("số tiền", "Số tiền (đồng)", required=False)
            self.fields[f"due{place}"] = Day(
                what="hạn nộp", required=False, label="Hạn nộp (để trống: theo loại)", widget=text()
            )
            self.fields[f"deferred{place}"] = forms.BooleanField(required=False, label="Ghi nợ")

    @property
    def lines(self) -> list[list[Any]]:
        """The bound fields of each levy, for the page."""
        names = ("kind", "amount", "due", "deferred")
        return [[self[f"{name}{place}"] for name in names] for place in range(1, LINES + 1)]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        for place in range(1, LINES + 1):
            kind, amount = given.get(f"kind{place}"), given.get(f"amount{place}")
            if kind and not amount and f"amount{place}" not in self.errors:
                self.add_error(f"amount{place}", "Ghi số tiền của khoản này.")
            if amount and not kind:
                self.add_error(f"kind{place}", "Chọn loại khoản nộp.")
        return given

    def notice(self) -> Notice:
        """What the service takes. Only after `is_valid`."""
        given = self.cleaned_data
        days = {one.code: one.days for one in kinds()}
        levies = [
            Levy(
                given[f"kind{place}"],
                given[f"amount{place}"],
                given[f"due{place}"]
                or given["received_on"] + timedelta(days=days[given[f"kind{place}"]]),
                given[f"deferred{place}"],
            )
            for place in range(1, LINES + 1)
            if given[f"kind{place}"]
        ]
        return Notice(given["number"], given["received_on"], levies)


class ProofForm(forms.Form):
    """The paper that shows a notice was paid."""

    use_required_attribute = False

    proof = Line(
        what="số chứng từ", longest=100, label="Chứng từ nộp tiền",
        widget=text(placeholder="Giấy nộp tiền số 0012"),
    )  # fmt: skip
    paid_on = Day(what="ngày nộp", label="Ngày nộp", widget=text())


class SlipForm(forms.Form):
    """The land's facts the tax office needs."""

    use_required_attribute = False

    plot = Line(what="thửa đất", longest=60, label="Thửa đất số", widget=text())
    sheet = Line(what="tờ bản đồ", longest=60, required=False, label="Tờ bản đồ", widget=text())
    place = Line(what="địa chỉ thửa đất", required=False, label="Địa chỉ thửa đất", widget=text())
    area = Line(what="diện tích", longest=60, label="Diện tích (m²)", widget=text())
    purpose = Line(
        what="mục đích sử dụng", longest=100, required=False, label="Mục đích sử dụng",
        widget=text(),
    )  # fmt: skip
    price = Line(
        what="giá chuyển nhượng", longest=60, required=False,
        label="Giá chuyển nhượng theo hợp đồng (đồng)", widget=text(),
    )  # fmt: skip
    case = Line(
        what="trường hợp", longest=200, required=False, label="Trường hợp giải quyết", widget=text()
    )

"""What a tariff asks at the counter: how many copies, pages, cases; who need not pay, and why."""

from typing import Any

from django import forms

from motcua.catalogue.selectors import VersionRow
from motcua.core.tariff import Quantity
from motcua.desk.forms.fields import Line, Number
from motcua.desk.forms.parties import text
from motcua.dossiers.asked import Charge
from motcua.fees.charging import charges, counted, exemptions

MOST = 9_999


def _many(what: str, label: str) -> Number:
    return Number(
        what=what, least=1, most=MOST, initial=1, required=False, label=label,
        widget=text("input num", inputmode="numeric"),
    )  # fmt: skip


class TariffForm(forms.Form):
    """Only what the version's lines need; a version without lines asks nothing."""

    use_required_attribute = False

    copies = _many("số bản", "Số bản cấp")
    pages = _many("số trang", "Số trang mỗi bản")
    cases = _many("số trường hợp", "Số trường hợp")
    exemption = forms.ChoiceField(
        required=False,
        label="Miễn, giảm",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"invalid_choice": "Chọn diện miễn, giảm trong danh sách."},
    )
    proof = Line(
        what="giấy tờ chứng minh", longest=300, required=False, label="Giấy tờ chứng minh",
        widget=text(),
    )  # fmt: skip

    def __init__(self, *args: Any, version: VersionRow | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        needed = counted(version) if version else frozenset()
        for name in {"copies", "pages", "cases"} - needed:
            del self.fields[name]
        offered = exemptions(version) if version else ()
        if offered:
            words = [(one.words, _said(one.words, one.percent)) for one in offered]
            choices: Any = self.fields["exemption"]
            choices.choices = [("", "Không miễn, giảm"), *words]
        else:
            del self.fields["exemption"], self.fields["proof"]

    @property
    def asks(self) -> bool:
        """Whether there is anything to ask."""
        return bool(self.fields)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("exemption") and not given.get("proof") and "proof" not in self.errors:
            self.add_error("proof", "Ghi giấy tờ chứng minh diện miễn, giảm.")
        return given

    def lines(self, typed: int | None) -> tuple[Charge, ...]:
        """The lines of the tariff; none, so that what was `typed` stands alone, where the version
        has no tariff or the clerk wrote another sum. Only when valid, or never bound."""
        if self.version is None or not self.version.fees:
            return ()
        given = self.cleaned_data if self.is_bound else {}
        found = charges(
            self.version,
            Quantity(given.get("copies") or 1, given.get("pages") or 1, given.get("cases") or 1),
            exemption=given.get("exemption", ""),
            proof=given.get("proof", ""),
        )
        other = typed is not None and typed != sum(one.amount_vnd for one in found)
        return () if other and not given.get("exemption") else found


def _said(words: str, percent: int) -> str:
    return f"Miễn: {words}" if percent == 100 else f"Giảm {percent}%: {words}"

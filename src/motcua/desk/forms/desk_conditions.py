"""The forms of desk conditions: what a desk has, why a survey is taken back, what a thing costs."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms

from motcua.core.desk_conditions import Requirement
from motcua.core.money import parse_number
from motcua.desk.forms.administration import day_input
from motcua.desk.forms.fields import Day, Line
from motcua.desk.forms.parties import text
from motcua.organization.services import Survey

LONGEST = 300


class Amount(forms.CharField):
    """A number as people type it: `48`, `48,5`; empty: nobody counted it."""

    def clean(self, value: Any) -> Decimal | None:
        said = str(value or "").strip().replace(" ", "").replace(",", ".")
        if not said:
            return None
        try:
            found = Decimal(said)
        except InvalidOperation:
            raise forms.ValidationError("Ghi số, như 48 hoặc 48,5.") from None
        if not found.is_finite() or found != found.quantize(Decimal("0.1")):
            raise forms.ValidationError("Ghi số, nhiều nhất một chữ số sau dấu phẩy.")
        return found


class SurveyForm(forms.Form):
    """One field for each thing the rule in force speaks of."""

    use_required_attribute = False

    surveyed_on = Day(what="ngày kiểm kê", label="Ngày kiểm kê", widget=day_input())
    three_no = forms.BooleanField(label="Có niêm yết nguyên tắc “3 không”", required=False)
    source = Line(
        what="căn cứ", longest=LONGEST, required=False, label="Biên bản, căn cứ", widget=text()
    )
    note = Line(what="ghi chú", longest=LONGEST, required=False, label="Ghi chú", widget=text())

    def __init__(self, requirements: Sequence[Requirement], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.requirements = requirements
        for one in requirements:
            self.fields[one.key] = Amount(
                label=f"{one.name} ({one.unit})",
                required=False,
                widget=text(inputmode="decimal"),
                help_text=f"ít nhất {one.least:f}" if one.least is not None else "",
            )

    def amounts(self) -> Sequence[forms.BoundField]:
        """The fields of the things, in the order of the rule."""
        return [self[one.key] for one in self.requirements]

    def survey(self) -> Survey:
        """What was typed; call it when the form is valid."""
        given = self.cleaned_data
        found: Mapping[str, Decimal] = {
            one.key: given[one.key] for one in self.requirements if given.get(one.key) is not None
        }
        return Survey(
            given["surveyed_on"], found, given["three_no"], given["note"], given["source"]
        )


class PriceForm(forms.Form):
    """What one of a thing is reckoned at."""

    use_required_attribute = False

    key = forms.ChoiceField(label="Thứ cần", widget=forms.Select(attrs={"class": "input"}))
    price = forms.CharField(label="Đơn giá (đồng)", widget=text(inputmode="numeric"))
    source = Line(
        what="căn cứ", longest=LONGEST, required=False, label="Căn cứ đơn giá", widget=text()
    )

    def __init__(self, things: Sequence[Requirement], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.key, f"{one.name} ({one.unit})") for one in things]
        self.fields["key"].choices = choices  # type: ignore[attr-defined]
        self.fields["price"].error_messages["required"] = "Chưa ghi đơn giá."

    def clean_price(self) -> int:
        try:
            return parse_number(self.cleaned_data["price"])
        except ValueError:
            raise forms.ValidationError("Ghi số tiền, như 15.000.000.") from None

"""The part of the counter's form for a late entry (nhập bù): when, on which slip, and why."""

from datetime import datetime, time
from typing import Any

from django import forms

from motcua.core.clock import VN
from motcua.core.text import clean
from motcua.desk.forms.fields import Day, Line
from motcua.desk.forms.parties import text
from motcua.dossiers.asked import LateSlip


class Hour(forms.Field):
    """A time of day typed as 8:05, 08h05 or 0805; cleaned to a time."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> time | None:
        if value in self.empty_values or isinstance(value, time):
            return value or None
        digits = "".join(sign for sign in clean(str(value)) if sign.isdigit())
        try:
            return time(int(digits[:-2]), int(digits[-2:]))
        except ValueError:
            raise forms.ValidationError("Giờ nhận ghi như 08:05.") from None


class LateForm(forms.Form):
    """What stands on the slip that was written by hand."""

    use_required_attribute = False

    on = Day(what="ngày nhận", label="Ngày nhận", widget=text(inputmode="numeric"))
    hour = Hour(
        label="Giờ nhận",
        error_messages={"required": "Chưa ghi giờ nhận."},
        widget=text("input num", placeholder="08:05"),
    )
    slip = Line(what="số giấy hẹn viết tay", longest=40, label="Số giấy hẹn", widget=text())
    reason = Line(what="lý do nhập bù", longest=300, label="Lý do nhập bù", widget=text())

    @property
    def received_at(self) -> datetime:
        """When it was taken in, as the slip says. Only after `is_valid`."""
        given = self.cleaned_data
        return datetime.combine(given["on"], given["hour"], VN)

    def late_slip(self) -> LateSlip:
        """What the service takes. Only after `is_valid`."""
        return LateSlip(self.cleaned_data["slip"], self.cleaned_data["reason"])

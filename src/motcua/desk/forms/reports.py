"""What a report is asked: a period, an office, by what was known when, and how its lines stand."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms

from motcua.core.clock import VN
from motcua.core.text import clean
from motcua.desk.forms.fields import Day
from motcua.desk.forms.hours import Hour
from motcua.desk.forms.parties import text
from motcua.desk.forms.periods import PeriodForm
from motcua.reports.refusals import SENTENCES

BY = (("field", "Mỗi dòng một lĩnh vực"), ("unit", "Mỗi dòng một đơn vị"))
_EXACT = re.compile(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}")


def known_words(moment: datetime) -> str:
    """A moment as our own addresses say it, to the microsecond; `Known` reads it."""
    return f"{moment.astimezone(VN):%d/%m/%Y %H:%M:%S.%f}"


class Known(forms.Field):
    """A moment typed as 31/03/2017 or 31/03/2017 09:42; a day alone means its end. An address of
    our own says it to the microsecond."""

    widget = forms.TextInput

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        typed, _, hour = clean(str(value)).partition(" ")
        day = Day(what="ngày đã ghi").to_python(typed)
        exact = _EXACT.fullmatch(hour)
        at = time.fromisoformat(hour) if exact else Hour(what="giờ đã ghi").to_python(hour)
        return datetime.combine(day, at or time.max, VN) if day else None


class ReportForm(PeriodForm):
    """`offices`: slug and name of what may be asked about; `at`: what no moment known may pass."""

    dv = forms.ChoiceField(
        label="Đơn vị",
        required=False,
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"invalid_choice": "Đơn vị này không thuộc phạm vi báo cáo. Chọn lại."},
    )
    luc = Known(
        label="Theo những gì đã ghi đến",
        required=False,
        widget=text(inputmode="numeric", placeholder="nay"),
    )
    theo = forms.ChoiceField(
        label="Các dòng", required=False, choices=BY, widget=forms.Select(attrs={"class": "input"})
    )
    duoi = forms.BooleanField(label="Cộng các đơn vị bên dưới", required=False)

    def __init__(
        self,
        data: Mapping[str, Any],
        *,
        offices: Sequence[tuple[str, str]],
        at: datetime,
        by: bool,
        below: bool,
    ) -> None:
        super().__init__(data)
        self.at = at.astimezone(VN)
        self.fields["dv"].choices = offices  # type: ignore[attr-defined]
        for name, wanted in (("theo", by), ("duoi", below)):
            if not wanted:
                del self.fields[name]

    def clean_luc(self) -> datetime | None:
        known: datetime | None = self.cleaned_data["luc"]
        if known is not None and known.date() > self.at.date():
            raise forms.ValidationError(SENTENCES["known_at_ahead"])
        return known

    @property
    def days(self) -> tuple[date, date]:
        """First and last day, of a valid form."""
        return self.cleaned_data["tu"], self.cleaned_data["den"]

"""The period of a report: two days, or one of the quarters offered as links."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms

from motcua.desk.forms.fields import Day
from motcua.desk.forms.parties import text
from motcua.reports.quarters import Quarter, period_name, quarter_of

__all__ = [
    "PeriodForm",
    "Quarter",
    "last_law_quarters",
    "last_quarters",
    "law_quarter_of",
    "period_name",
    "quarter_of",
]


class PeriodForm(forms.Form):
    """First and last day, both counted."""

    use_required_attribute = False

    tu = Day(what="ngày đầu kỳ", label="Từ ngày", widget=text(inputmode="numeric"))
    den = Day(what="ngày cuối kỳ", label="Đến ngày", widget=text(inputmode="numeric"))

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        start, end = given.get("tu"), given.get("den")
        if start and end and end < start:
            self.add_error("den", "Ngày cuối kỳ trước ngày đầu kỳ. Đổi lại.")
        return given


def last_quarters(day: date, count: int = 4) -> Sequence[Quarter]:
    """The quarter of `day` and those before it, newest first."""
    found = [quarter_of(day)]
    while len(found) < count:
        found.append(quarter_of(found[-1].start - timedelta(days=1)))
    return found


def law_quarter_of(day: date) -> Quarter:
    """The quarter of the forms II.06 and II.07 that holds `day`: from the 15th of the month before
    to the 14th of its last month. Source: NĐ 09/2019/NĐ-CP, article 12."""
    month = day.replace(day=1)
    within = quarter_of(month if day.day < 15 else month + timedelta(days=31))
    start = (within.start - timedelta(days=1)).replace(day=15)
    return Quarter(within.name, start, within.end.replace(day=14))


def last_law_quarters(day: date, count: int = 4) -> Sequence[Quarter]:
    """The quarter of the forms that holds `day` and those before it, newest first."""
    found = [law_quarter_of(day)]
    while len(found) < count:
        found.append(law_quarter_of(found[-1].start - timedelta(days=1)))
    return found

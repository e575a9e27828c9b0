"""The period of a report: two days, or one of the quarters offered as links."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms

from motcua.desk.forms.fields import Day
from motcua.desk.forms.parties import text
from motcua.reports.quarters import (
    Quarter,
    law_quarter_of,
    period_name,
    quarter_of,
    year_of,
)

__all__ = [
    "PeriodForm",
    "Quarter",
    "last_law_quarters",
    "last_quarters",
    "last_years",
    "law_quarter_of",
    "period_name",
    "quarter_of",
    "year_of",
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


def last_law_quarters(day: date, count: int = 4) -> Sequence[Quarter]:
    """The quarter of the forms that holds `day` and those before it, newest first."""
    found = [law_quarter_of(day)]
    while len(found) < count:
        found.append(law_quarter_of(found[-1].start - timedelta(days=1)))
    return found


def last_years(day: date, count: int = 3) -> Sequence[Quarter]:
    """The year of `day` and those before it, newest first."""
    return [year_of(date(day.year - back, 1, 1)) for back in range(count)]

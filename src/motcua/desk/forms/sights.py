"""Which offices and days the charts are drawn over."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django import forms

from motcua.desk.forms.periods import PeriodForm, quarter_of
from motcua.dossiers.selectors.sights import View, offices_seen
from motcua.identity.actors import Actor
from motcua.organization.selectors import OfficeRow

LONGEST = timedelta(days=2 * 366)
ALL = "Tất cả đơn vị"


class SightForm(PeriodForm):
    """The period, and one office of the scope or all of them (empty)."""

    dv = forms.CharField(
        label="Đơn vị", required=False, widget=forms.Select(attrs={"class": "input"})
    )

    def __init__(self, data: Any, *, actor: Actor, at: datetime) -> None:
        super().__init__(data)
        self.actor, self.at = actor, at
        self.offices: Sequence[OfficeRow] = ()
        self._offer(at.date(), at.date())

    def clean(self) -> dict[str, Any]:
        given = super().clean()
        start, end = given.get("tu"), given.get("den")
        if start and end and start <= end:
            if end - start > LONGEST:
                self.add_error("den", "Kỳ dài quá hai năm. Chọn ngày cuối kỳ sớm hơn.")
            self._offer(start, end)
        slug = given.get("dv", "")
        if slug and slug not in {office.slug for office in self.offices}:
            self.add_error("dv", "Không có đơn vị này trong kỳ. Chọn trong danh sách.")
        return given

    def _offer(self, start: date, end: date) -> None:
        self.offices = offices_seen(self.actor, start, end)
        every = [("", ALL)] if len(self.offices) > 1 else []
        self.fields["dv"].widget.choices = [
            *every, *((office.slug, office.name) for office in self.offices)
        ]  # fmt: skip

    @property
    def office(self) -> OfficeRow | None:
        """The office chosen; the only one there is when none was, None for all."""
        slug = self.cleaned_data["dv"]
        if len(self.offices) == 1:
            return self.offices[0]
        return next((office for office in self.offices if office.slug == slug), None)

    def view(self) -> View:
        """What the charts are drawn over. Only when valid."""
        chosen = self.office
        ids = (chosen.id,) if chosen else tuple(office.id for office in self.offices)
        return View(ids, self.cleaned_data["tu"], self.cleaned_data["den"], self.at)


def this_quarter(day: date) -> dict[str, str]:
    """The quarter of a day as the form has it."""
    quarter = quarter_of(day)
    return {"tu": f"{quarter.start:%d/%m/%Y}", "den": f"{quarter.end:%d/%m/%Y}"}

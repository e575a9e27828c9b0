"""What the sheet of Phụ lục II is asked on screen: a period, and by what was known when."""

from dataclasses import dataclass
from datetime import date, datetime

from django.forms import ValidationError
from django.http import Http404, QueryDict
from django.utils.http import urlencode

from motcua.core.clock import VN
from motcua.desk.forms.periods import PeriodForm, period_name, quarter_of
from motcua.desk.forms.reports import Known, known_words
from motcua.desk.guarding import DeskRequest
from motcua.organization.selectors import offices_with_desk
from motcua.reports import phu_luc_ii as phu_luc
from motcua.reports.selectors import PhuLucII


@dataclass(frozen=True, slots=True)
class AskedSheet:
    """The period asked for, else the quarter of today; the form says what could not be read.
    `known_at` None: by all that is written down."""

    form: PeriodForm
    start: date
    end: date
    known_at: datetime | None

    @property
    def name(self) -> str:
        """The period, and by what was known when, in words."""
        said = period_name(self.start, self.end)
        if self.known_at is None:
            return said
        known = f"theo những gì đã ghi đến {self.known_at:%H:%M %d/%m/%Y}"
        return f"{said}, {known}"

    @property
    def query(self) -> str:
        """The same as part of an address."""
        given = {"tu": f"{self.start:%d/%m/%Y}", "den": f"{self.end:%d/%m/%Y}"}
        if self.known_at:
            given["luc"] = known_words(self.known_at)
        return urlencode(given)


def asked_sheet(request: DeskRequest) -> AskedSheet:
    """What the address asks for."""
    quarter = quarter_of(request.at.date())
    given: QueryDict | dict[str, str] = request.GET
    if not ("tu" in request.GET or "den" in request.GET):
        given = {"tu": f"{quarter.start:%d/%m/%Y}", "den": f"{quarter.end:%d/%m/%Y}"}
    form, known_at = PeriodForm(given), _known_at(request)
    if form.is_valid():
        return AskedSheet(form, form.cleaned_data["tu"], form.cleaned_data["den"], known_at)
    return AskedSheet(form, quarter.start, quarter.end, known_at)


def sheet_of(request: DeskRequest, asked: AskedSheet) -> PhuLucII:
    """The sheet of the officer's office and those below. 404 where no office has a desk."""
    top = offices_with_desk(request.actor.office_slug)
    if not top:
        raise Http404("no office with a desk here")
    return phu_luc.phu_luc_ii(
        top[0].slug, asked.start, asked.end, now=request.at, known_at=asked.known_at
    )


def _known_at(request: DeskRequest) -> datetime | None:
    """None for all there is, and for what is no moment of the past."""
    try:
        found: datetime | None = Known(required=False).clean(request.GET.get("luc", ""))
    except ValidationError:
        return None
    return found if found and found.date() <= request.at.astimezone(VN).date() else None

"""The calendar of work: the sheet of a year, the editions there were, and the days off of a year
as they are announced, with what they would do to promises before anything takes effect."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from motcua.core.clock import granted_in, year_of
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.forms.calendars import YearForm
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import value
from motcua.desk.saying import said
from motcua.desk.views.administration.frame import chosen_office, draw, offices_of
from motcua.dossiers.selectors.rescheduling import would_move
from motcua.identity.grants import Duty
from motcua.identity.names import names_of
from motcua.identity.services.calendars import enter_year, may_enter_calendar
from motcua.organization.calendars import (
    EditionRow,
    calendar_differences,
    calendars_under,
    editions_of,
    national,
    year_sheet,
)
from motcua.organization.selectors import calendar_of, office_ids_below
from motcua.organization.services.calendars import Announced, composed

SHOWN = 100
NOT_CARRIED = frozenset({"csrfmiddlewaretoken", "do"})


@official(Duty.ADMINISTER)
def calendar(request: DeskRequest) -> HttpResponse:
    """The year named in the address, this one else, of one's office or one below."""
    office = chosen_office(request, request.GET.get("dv", ""))
    known = calendar_of(office.id)
    years = range(known.starts_on.year, known.ends_on.year + 1)
    year = _year(request.GET.get("nam", ""), request.at.year)
    year = min(max(year, years[0]), years[-1])
    rows = editions_of(office.id)
    country = national()
    context = {
        "office": office,
        "offices": offices_of(request),
        "years": years,
        "year": year,
        "sheet": year_sheet(known, year),
        "editions": _told(rows),
        "own": known.edition.startswith("own-"),
        "expected": [y for y in years if year_sheet(country, y).provisional],
        "differences": calendar_differences(),
        "may_enter": may_enter_calendar(request.actor, request.at),
        "open_years": _open_years(request),
    }
    return draw(request, "calendar", "calendar", context)


@official(Duty.ADMINISTER)
def year_entry(request: DeskRequest, year: int) -> HttpResponse:
    """GET shows the year's lines; POST checks them and shows what would move; `do=save` of that
    page adds the edition, and `do=edit` goes back to the lines."""
    if not may_enter_calendar(request.actor, request.at):
        raise PermissionDenied(said(Refused("not_your_calendar")))
    if year not in _open_years(request):
        raise Http404("no year to enter")
    country = national()
    final = country.confirmed_until >= date(year, 12, 31)
    post = request.POST if request.method == "POST" else None
    form = YearForm(year_of(country, year), post, today=request.at.date(), final=final)
    base = value(post, "base") or country.edition
    if post is None or post.get("do") == "edit":
        return _ask(request, form, base, final)
    if not form.is_valid():
        return _ask(request, form, base, final, 422)
    try:
        if post.get("do") == "save":
            return _save(request, form.announced(), base)
        return _preview(request, form, base)
    except Refused as refused:
        form.refuse(refused)
        now = national().edition if refused.code == "calendar_moved" else base
        return _ask(request, form, now, final, 409)


def _ask(
    request: DeskRequest, form: YearForm, base: str, final: bool, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "base": base,
        "final": final,
        "granted": granted_in(form.year),
        "faults": form.faults() if status != 200 else (),
    }
    return draw(request, "calendar_year", "calendar", context, status)


def _preview(request: DeskRequest, form: YearForm, base: str) -> HttpResponse:
    asked = form.announced()
    after = composed(asked, at=request.at)
    offices = office_ids_below(request.actor.office_id)
    unnamed = replace(after, edition="")
    context = {
        "form": form,
        "asked": asked,
        "base": base,
        "before": year_sheet(national(), asked.year),
        "sheet": year_sheet(after, asked.year),
        "moving": would_move(offices, calendars_under(unnamed), SHOWN),
        "opens": may(request.actor, Duty.OPEN),
        "carried": _carried(request),
    }
    return draw(request, "calendar_preview", "calendar", context)


def _save(request: DeskRequest, asked: Announced, base: str) -> HttpResponse:
    before = national().edition
    edition = enter_year(request.actor, asked, base=base, at=request.at)
    if edition == before:
        words = f"Lịch năm {asked.year} đã như vậy từ trước, không thêm bản nào."
    else:
        words = f"Đã ghi lịch năm {asked.year}. Hẹn trả chỉ dời khi lãnh đạo đơn vị xác nhận."
    where = f"{reverse('desk:admin-calendar')}?{urlencode({'nam': asked.year})}"
    return toasts.leave(HttpResponseRedirect(where), toasts.Toast(words))


def _carried(request: DeskRequest) -> Sequence[tuple[str, str]]:
    return [
        (name, str(one))
        for name, values in request.POST.lists()
        for one in values
        if name not in NOT_CARRIED
    ]


def _told(rows: Sequence[EditionRow]) -> list[dict[str, Any]]:
    names = names_of(row.account for row in rows)
    return [
        {"row": row, "by": names.get(row.account, "") if row.account else "Chương trình"}
        for row in rows
    ]


def _open_years(request: DeskRequest) -> range:
    """Years that may be entered: this one to the first the calendar does not have yet."""
    return range(request.at.year, national().ends_on.year + 2)


def _year(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) == 4 else otherwise

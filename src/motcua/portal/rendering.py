"""A public page: which office it speaks for, and how it is kept."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from motcua.core.clock import Calendar
from motcua.organization import timekeeping
from motcua.organization.selectors import OfficeRow, calendar_of, offices_with_desk

KEPT_SECONDS = 60


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any], *, status: int = 200
) -> HttpResponse:
    """The page with what every public page shows: the top office and the moment."""
    top = top_office()
    around = {
        "top": top,
        "at": timekeeping.now(),
        "office_name": top.name if top else "",
        "foot": _foot(top),
        "start": reverse("portal:kiosk"),
        "scan_url": reverse("portal:kiosk-lookup"),
    }
    return render(request, template, {**around, **context}, status=status)


def kept(response: HttpResponse) -> HttpResponse:
    """A page that is the same for everybody: whoever stands between may keep it as long as we keep
    the list it is made from. Its language and the size of its letters are in cookies."""
    response.headers["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    patch_vary_headers(response, ["Cookie"])
    return response


def top_office() -> OfficeRow | None:
    """The office that stands for the whole folder: the first that has a desk, by level."""
    desks = sorted(offices_with_desk(), key=lambda office: (office.kind != "town", office.ordinal))
    return desks[0] if desks else None


def _foot(top: OfficeRow | None) -> dict[str, object]:
    """Whose pages these are, and when its desk is open."""
    if top is None:
        return {}
    return {"desk": top.desk_name, "office": top.name, "hours": _hours(calendar_of(top.id))}


def _hours(calendar: Calendar) -> Sequence[str]:
    """The sessions of the working week, said once when every day is alike."""
    week = [day for day in calendar.sessions if day]
    if not week or any(day != week[0] for day in week):
        return ()
    spans = [f"{_hhmm(opens)}–{_hhmm(closes)}" for opens, closes in week[0]]
    if len(week) != 5:
        return tuple(spans)
    return (_("Thứ Hai đến Thứ Sáu"), f" {_('và')} ".join(spans))


def _hhmm(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"

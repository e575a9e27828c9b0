"""The public listing, and what each procedure asks for and promises."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.listing.public import key_of
from motcua.catalogue.selectors import ProcessRow, VersionRow
from motcua.core.clock import Allowance, ClockError, Deadline, deadline, duration_words
from motcua.core.refusal import Refused
from motcua.dossiers.selectors.doors import who_holds
from motcua.organization import timekeeping
from motcua.organization.selectors import OfficeRow, calendar_of, office_by_slug, offices_with_desk
from motcua.portal import searching
from motcua.portal.addresses import absolute
from motcua.portal.rendering import page, top_office
from motcua.portal.telling import said_of
from motcua.reports.waits.selectors import waited_for

LONGEST_WORDS = 100
KIOSK_PAGE = 40
"""Rows a person scrolls through standing; a listing of a whole town is over 100 kB at the kiosk."""


@dataclass(frozen=True, slots=True)
class Way:
    """One step as anyone may know it: the department, and the working time it may take."""

    name: str
    who: str
    time: str
    wait_days: int
    outside_clock: bool


@dataclass(frozen=True, slots=True)
class Promise:
    """When a dossier filed now would be due; `case` empty for those without a term of their own."""

    case: str
    due: Deadline


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter as a plain link with its count."""

    name: str
    count: int
    url: str
    chosen: bool


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Search, office and field, all in the address: nothing personal is asked here."""
    return page(request, "portal/procedures.html", listed(request, reverse("portal:procedures")))


def listed(request: HttpRequest, base: str, page_size: int | None = None) -> dict[str, object]:
    """The rows of the listing and its filters, whole or a page of it: the top office's without
    words, of all offices with words and no office chosen, `?thu-tuc=` one with all who handle it.

    No query once the day's catalogue is cached.
    """
    chosen = _office(request.GET.get("don-vi", ""))
    words = request.GET.get("tim", "").strip()[:LONGEST_WORDS]
    only = request.GET.get("thu-tuc", "")[:LONGEST_WORDS]
    field = request.GET.get("linh-vuc", "")
    day = timekeeping.now().date()
    office = chosen if chosen or words or only else top_office()
    found = _found(office, words, only, day)
    rows = [one for one in found.rows if not field or one[0].field == field]
    here = {"don-vi": chosen.slug if chosen else "", "tim": words}
    page = Paginator(rows, page_size or max(len(rows), 1)).get_page(request.GET.get("trang"))
    return {
        "office": office,
        "chosen": chosen,
        "choosing": bool(only),
        "offices": offices_with_desk(),
        "words": words,
        "field": field,
        "count": len(rows),
        "rows": searching.lines(list(page), office, base, day),
        "only_near": found.only_near,
        "elsewhere": searching.lines(found.elsewhere, None, base, day),
        "everywhere": found.everywhere,
        "base": base,
        "page": page,
        "query": f"{urlencode({**here, 'linh-vuc': field})}&",
        "fields": [
            Choice(name, n, f"{base}?{urlencode({**here, 'linh-vuc': name})}", name == field)
            for name, n in catalogue.fields_of([row for row, _ in found.rows])
        ],
        "all_fields": f"{base}?{urlencode(here)}",
    }


def _found(office: OfficeRow | None, words: str, only: str, day: date) -> searching.Listed:
    if only:
        return searching.one_of(only, day)
    if words:
        return searching.searched(office, words, day)
    return searching.all_of(office, day) if office else searching.Listed()


@require_safe
def procedure(request: HttpRequest, office: str, slug: str) -> HttpResponse:
    """One procedure at one office. An unknown one is a 404 with a way back."""
    said = facts(office, slug)
    canonical = absolute(request, reverse("portal:code", args=[said["key"]]))
    return page(request, "portal/procedure.html", {**said, "canonical": canonical})


def facts(office_slug: str, slug: str) -> dict[str, object]:
    """What the page of a procedure says. Raises Refused: unknown_office, unknown_procedure."""
    office = office_by_slug(office_slug)
    now = timekeeping.now()
    version = catalogue.version_for(office.id, slug, now.date())
    process = catalogue.process_for(version.id, office.id, now.date()) if version.at_desk else None
    return {
        "office": office,
        **said_of(version),
        "key": key_of(version, now.date()),
        **(_waited(office, version) if version.at_desk else {}),
        "if_now": _if_now(office, version) if version.at_desk else (),
        "way": _way(office, process) if process else (),
        "plain_way": process.derived if process else False,
    }


def _waited(office: OfficeRow, version: VersionRow) -> dict[str, object]:
    """How long one waits there; `waited` None with too few dossiers. One query."""
    renewal, told = waited_for(version.procedure_id)
    return {"renewal": renewal, "waited": told.get(office.id)}


def _if_now(office: OfficeRow, version: VersionRow) -> Sequence[Promise]:
    """When it would be due if it were received whole at this moment; nothing where no calendar
    reaches."""
    try:
        return [
            Promise(case, _due(office, version, allowance)) for case, allowance in _terms(version)
        ]
    except ClockError:
        return ()


def _due(office: OfficeRow, version: VersionRow, allowance: Allowance) -> Deadline:
    return deadline(calendar_of(office.id), allowance, timekeeping.now(), (), version.cutoff)


def _terms(version: VersionRow) -> Sequence[tuple[str, Allowance]]:
    """The common term, unless each case has its own, then those that cases have of their own."""
    own = [(case.name, case.allowance) for case in version.cases if case.allowance]
    all_have = bool(own) and len(own) == len(version.cases)
    return own if all_have else [("", version.allowance), *own]


def _way(office: OfficeRow, process: ProcessRow) -> Sequence[Way]:
    return tuple(
        Way(
            step.name,
            who_holds(step, office.id),
            duration_words(step.budget_minutes),
            step.wait_days,
            step.clock_stops,
        )
        for step in process.route.steps
    )


def _office(slug: str) -> OfficeRow | None:
    """The office in the address; None when it names none."""
    try:
        return office_by_slug(slug) if slug else None
    except Refused:
        return None

"""What the address of a report asks for: read once, for its page, its files and its dossiers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import Http404
from django.utils.http import urlencode

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.periods import (
    Quarter,
    last_law_quarters,
    last_quarters,
    last_years,
    law_quarter_of,
    quarter_of,
    year_of,
)
from motcua.desk.forms.reports import ReportForm
from motcua.desk.guarding import DeskRequest
from motcua.organization.selectors import office_ids_below, offices_between, offices_with_desk
from motcua.reports.refusals import sentence
from motcua.reports.selectors import FAMILY, Report, Table, Wanted

KEPT = ("tu", "den", "dv", "luc", "theo", "duoi")
"""The fields of an address that say which report it is, whatever is opened of it."""


@dataclass(frozen=True, slots=True)
class AskedReport:
    """A report as asked: its table, or what is wrong with what was typed."""

    report: Report
    form: ReportForm
    table: Table | None
    faults: Sequence[tuple[str, str]]
    quarters: Sequence[Quarter]
    query: str


def asked(request: DeskRequest, slug: str) -> AskedReport:
    """The report of that name for the officer's offices; without days, the quarter of today.

    Queries as the report. 404 for a name there is none of.
    """
    report = FAMILY.get(slug)
    if report is None:
        raise Http404("no such report")
    by_law = report.quarters and settings.MOTCUA_REPORT_PERIOD == "15-14"
    day = request.at.astimezone(VN).date()
    usual, quarters = _offered(report, day, by_law=by_law)
    given = {"tu": f"{usual.start:%d/%m/%Y}", "den": f"{usual.end:%d/%m/%Y}"}
    offices = _offices(request)
    given |= {"dv": offices[0][0]} if offices else {}
    for name in KEPT:
        given |= {name: request.GET[name]} if request.GET.get(name) else {}
    form = ReportForm(given, offices=offices, at=request.at, by=report.by, below=report.below)
    faults = list(fields_faults([form]))
    table = None
    if not faults:
        try:
            table = report.build(_wanted(request, form))
        except Refused as refused:
            faults = [("id_dv", sentence(refused))]
            form.add_error("dv", faults[0][1])
    kept = {name: given[name] for name in KEPT if given.get(name)}
    return AskedReport(report, form, table, faults, quarters, urlencode(kept))


def _offered(report: Report, day: date, *, by_law: bool) -> tuple[Quarter, Sequence[Quarter]]:
    """The period shown without being asked for, and those offered as links."""
    if report.years:
        return year_of(day), [*last_years(day), *last_quarters(day, 2)]
    if by_law:
        return law_quarter_of(day), last_law_quarters(day)
    return quarter_of(day), last_quarters(day)


def _wanted(request: DeskRequest, form: ReportForm) -> Wanted:
    first, last = form.days
    given = form.cleaned_data
    return Wanted(
        given["dv"], first, last, request.at,
        known_at=given["luc"], with_below=given.get("duoi", False),
        by=given.get("theo") or "field",
    )  # fmt: skip


def _offices(request: DeskRequest) -> Sequence[tuple[str, str]]:
    """What this officer reports on: their office's desk and those below it, today and at the
    beginning of this year; an office without a desk of its own stands for those below it."""
    own, day = request.actor.office_slug, request.at.astimezone(VN).date()
    found = {row.slug: row for row in offices_with_desk(own)}
    for row in offices_between(own, day.replace(month=1, day=1), day):
        found.setdefault(row.slug, row)
    within = office_ids_below(request.actor.office_id)
    listed = [(slug, row.name) for slug, row in found.items() if row.id in within]
    if own not in found:
        listed.insert(0, (own, request.actor.office_name))
    return listed

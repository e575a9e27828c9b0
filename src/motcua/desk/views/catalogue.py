"""The catalogue as officials see it: what is in force, with its marks, and how each is handled."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.utils.http import urlencode

from motcua.catalogue.confirming.asked import confirmations_of
from motcua.catalogue.decisions.promulgations import history_of
from motcua.catalogue.listing import whole
from motcua.catalogue.listing.public import is_only_days, is_unconfirmed
from motcua.catalogue.search.finding import search_procedures
from motcua.catalogue.selectors import (
    VersionRow,
    fields_of,
    procedures_in_force,
    procedures_of,
    process_for,
    version_in_force,
)
from motcua.core.flow import Route
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.rendering import page
from motcua.desk.views.confirming import confirms
from motcua.dossiers.selectors.doors import depths, who_holds
from motcua.identity.grants import Duty
from motcua.organization.selectors import (
    OfficeRow,
    department_by_code,
    office_by_id,
    office_ids_below,
    offices_with_desk,
)

LONGEST = 200
PART_OF_CODE = re.compile(r"[0-9][0-9.]{2,}")
PAGE = 100
"""Rows of a page: all of a town's procedures at once weigh more than a first view may."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of a process as a door still closed."""

    name: str
    who: str
    budget: int
    column: int
    outside_clock: bool
    wait_days: int
    state: str = "ahead"


@official(Duty.CATALOGUE)
def procedures(request: DeskRequest) -> HttpResponse:
    """The list of one's office; all of them for an office without procedures of its own.

    The words looked for travel by POST, as everywhere at the desk.
    """
    office, rows = _rows(request)
    mechanism = request.GET.get("cc", "")
    words = clean(request.POST.get("q", ""))[:LONGEST]
    field = request.GET.get("lv", "")
    shown = [
        row
        for row in (_searched(request, office, rows, words) if words else rows)
        if (not field or row.field == field) and (not mechanism or _is_of(row, mechanism))
    ]
    turned = Paginator(shown, PAGE).get_page(request.GET.get("trang") if not words else 1)
    context = {
        "rows": shown if words else turned,
        "only_days": {row.id for row in shown if is_only_days(row)},
        "page": turned,
        "query": f"{urlencode({'lv': field, 'cc': mechanism})}&",
        "all": len(rows),
        "fields": fields_of(rows),
        "field": field,
        "words": words,
        "office": office.name,
        "may_judge": may(request.actor, Duty.QUALITY),
        "counts": {
            "at_desk": sum(1 for row in rows if row.at_desk),
            "not_at_desk": sum(1 for row in rows if not row.at_desk),
        },
    }
    return page(request, "desk/catalogue.html", context, here="catalogue")


def _is_of(row: VersionRow, mechanism: str) -> bool:
    """Whether it goes by a mechanism at the desk; `elsewhere`: not at the desk at all."""
    if mechanism == "elsewhere":
        return not row.at_desk
    return row.at_desk and row.mechanism == mechanism


@official(Duty.CATALOGUE)
def procedure(request: DeskRequest, slug: str) -> HttpResponse:
    """All it says today, the steps it goes through here, and what each version changed."""
    try:
        row = version_in_force(slug, request.at.date())
    except Refused:
        raise Http404("no such procedure in force here") from None
    office_id = _handling_office(request, row)
    process = process_for(row.id, office_id, request.at.date()) if office_id else None
    department = department_by_code(office_id or request.actor.office_id, row.department_code)
    context = {
        "row": row,
        "term_unread": is_unconfirmed(row, "allowance"),
        "groups": whole.groups(row),
        "department": department.name if department else row.department_code,
        "parts": whole.parts(row),
        "results": whole.results(row),
        "only_days": is_only_days(row),
        "process": process,
        "columns": way(process.route, office_id) if process and office_id else (),
        "confirmations": confirmations_of(row.procedure_id),
        "may_confirm": confirms(request.actor),
        "eras": history_of(row.procedure_id, request.at.date()),
    }
    return page(request, "desk/procedure.html", context, here="catalogue")


def way(route: Route, office_id: int) -> Sequence[Sequence[StepRow]]:
    """The steps of a process as columns of doors."""
    columns = depths(route)
    found: dict[int, list[StepRow]] = {}
    for step in route.steps:
        row = StepRow(
            name=step.name,
            who=who_holds(step, office_id),
            budget=step.budget_minutes,
            column=columns[step.key],
            outside_clock=step.clock_stops,
            wait_days=step.wait_days,
        )
        found.setdefault(row.column, []).append(row)
    return [found[column] for column in sorted(found)]


def _rows(request: DeskRequest) -> tuple[OfficeRow, Sequence[VersionRow]]:
    """The office in the address when it is below, else one's own, with what it handles; with all in
    force when it handles nothing itself."""
    day = request.at.date()
    office = office_by_id(request.actor.office_id)
    for below in office_ids_below(office.id):
        if office_by_id(below).slug == request.GET.get("dv"):
            office = office_by_id(below)
    return office, procedures_of(office.id, day) or procedures_in_force(day)


def _searched(
    request: DeskRequest, office: OfficeRow, rows: Sequence[VersionRow], words: str
) -> Sequence[VersionRow]:
    """What matches, the best first; by a part of the code as well."""
    day = request.at.date()
    where = office.id if procedures_of(office.id, day) else None
    coded = [row for row in rows if PART_OF_CODE.fullmatch(words) and words in row.code]
    return coded or search_procedures(where, words, day, limit=len(rows))


def _handling_office(request: DeskRequest, row: VersionRow) -> int | None:
    """One's own office when it handles the procedure, else the first that does."""
    day = request.at.date()
    own = request.actor.office_id
    candidates = [own, *(office.id for office in offices_with_desk())]
    return next((one for one in candidates if process_for(row.id, one, day)), None)

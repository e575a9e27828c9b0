"""The dossiers behind a figure of Phụ lục II, beside the sheet or alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from motcua.core.refusal import Refused
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import fragment
from motcua.desk.views.report_asked import AskedSheet, asked_sheet, sheet_of
from motcua.dossiers.figures import Figure
from motcua.identity.grants import Duty
from motcua.organization.selectors import office_by_slug, office_ids_below
from motcua.reports import phu_luc_ii as phu_luc
from motcua.reports.selectors import Line, PhuLucII, behind

FIGURES: Mapping[str, str] = {
    "received": "đã nhận",
    "on_time": "đúng hạn",
    "overdue": "quá hạn",
}
FIGURE_OF: Mapping[str, Figure] = {name: name for name in get_args(Figure)}
BAR = 90
FIRST = 8
"""Dossiers beside the sheet; all of them are a page of their own."""


@dataclass(frozen=True, slots=True)
class Behind:
    """The dossiers behind one figure; `reasons` with the width of each bar, where all are known."""

    unit: str
    label: str
    count: int
    lines: Sequence[Line]
    more: bool
    whole: str
    reasons: Sequence[tuple[str, int, str]]


@official(Duty.REPORT)
def drill(request: DeskRequest) -> HttpResponse:
    """What stands beside the sheet, alone."""
    asked = asked_sheet(request)
    context = {
        "drill": behind_of(request, asked, sheet_of(request, asked)),
        "name": asked.name,
        "query": asked.query,
    }
    return fragment(request, "desk/_drill.html", context)


def behind_of(request: DeskRequest, asked: AskedSheet, sheet: PhuLucII) -> Behind:
    """The dossiers behind the figure in the address. 404 for offices that are not below."""
    figure = FIGURE_OF.get(request.GET.get("so", ""))
    try:
        unit = office_by_slug(request.GET.get("dv", ""))
    except Refused:
        raise Http404("no such office") from None
    listed = any(row.slug == unit.slug for row in sheet.rows)
    if figure is None or not (listed or unit.id in office_ids_below(request.actor.office_id)):
        raise Http404("no such figure here")
    found = behind(unit.slug, figure, sheet.period, asked.known_at)
    reasons: dict[str, int] = {}
    whole = len(found.lines) == found.count
    for line in found.lines if figure == "overdue" and whole else ():
        words = line.reason or phu_luc.NO_REASON
        reasons[words] = reasons.get(words, 0) + 1
    most = max(reasons.values(), default=1)
    where = urlencode({"dong": unit.slug, "cot": figure})
    return Behind(
        unit=unit.name,
        label=FIGURES[figure],
        count=found.count,
        lines=found.lines[:FIRST],
        more=found.count > FIRST,
        whole=f"{reverse('desk:report-dossiers', args=['phu-luc-ii'])}?{asked.query}&{where}",
        reasons=[
            (words, n, f"{BAR * n / most:.1f}")
            for words, n in sorted(reasons.items(), key=lambda one: -one[1])
        ],
    )

"""Phụ lục II on screen: the sheet as it will be signed, and the dossiers behind any figure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from django.http import Http404, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from motcua.catalogue.listing.posting import Share, boards, share_of
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.desk import auditing
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.periods import PeriodForm, last_quarters, period_name, quarter_of
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.rendering import fragment, page
from motcua.dossiers.figures import Figure
from motcua.identity.grants import Duty
from motcua.organization.selectors import office_by_slug, office_ids_below, offices_with_desk
from motcua.organization.timekeeping import is_demonstration
from motcua.reports import phu_luc_ii as phu_luc
from motcua.reports.phu_luc_ii import Row
from motcua.reports.selectors import Line, PhuLucII, as_csv, as_json, as_pdf, as_xlsx, behind

FIGURES: Mapping[str, str] = {
    "received": "đã nhận",
    "on_time": "đúng hạn",
    "overdue": "quá hạn",
}
FIGURE_OF: Mapping[str, Figure] = {name: name for name in get_args(Figure)}
WRITERS: Mapping[str, tuple[Callable[[PhuLucII], str | bytes], str]] = {
    "json": (as_json, "application/json; charset=utf-8"),
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "pdf": (lambda sheet: as_pdf(sheet, sample=is_demonstration()), "application/pdf"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
BAR = 90
NUMBERS = ("procedures_one_stop", "procedures_interlinked", *get_args(Figure))


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of the sheet, and where it leads."""

    number: int | None
    label: str
    url: str = ""
    fragment: str = ""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A unit's line."""

    ordinal: int | None
    unit: str
    note: str
    cells: Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the sheet; `totals` in the order of the columns, blanks None."""

    group: str
    heading: str
    rows: Sequence[SheetRow]
    totals: Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Behind:
    """The dossiers behind one figure; `reasons` with the width of each bar."""

    unit: str
    label: str
    count: int
    lines: Sequence[Line]
    more: bool
    reasons: Sequence[tuple[str, int, str]]


@official(Duty.REPORT)
def phu_luc_ii(request: DeskRequest) -> HttpResponse:
    """The sheet of a period, by default this quarter; a chosen figure opens beside it."""
    form, start, end = _period(request)
    faults = fields_faults([form])
    context: dict[str, Any] = {
        "form": form,
        "faults": faults,
        "start": start,
        "end": end,
        "name": period_name(start, end),
        "quarters": last_quarters(request.at.date()),
    }
    status = 422 if faults else 200
    if not faults:
        context |= _sheet(request, start, end)
    return page(request, "desk/report.html", context, here="report", status=status)


@official(Duty.REPORT)
def drill(request: DeskRequest) -> HttpResponse:
    """What stands beside the sheet, alone."""
    _, start, end = _period(request)
    sheet = _read(request, start, end)
    context = {
        "drill": _behind(request, sheet),
        "name": period_name(start, end),
        "query": _query(start, end),
    }
    return fragment(request, "desk/_drill.html", context)


@official(Duty.REPORT)
def download(request: DeskRequest, form: str) -> HttpResponse:
    """The same sheet as a file."""
    if form not in WRITERS:
        raise Http404("no such form")
    _, start, end = _period(request)
    sheet = _read(request, start, end)
    write, content_type = WRITERS[form]
    auditing.exported(request, f"phu-luc-ii.{form}")
    name = f"phu-luc-ii-{sheet.office.slug}-{start:%Y%m%d}-{end:%Y%m%d}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(write(sheet), content_type=content_type, headers=headers)


def _period(request: DeskRequest) -> tuple[PeriodForm, date, date]:
    """The period asked for, else the quarter of today; the form says what could not be read."""
    quarter = quarter_of(request.at.date())
    given: QueryDict | dict[str, str] = request.GET
    if not ("tu" in request.GET or "den" in request.GET):
        given = {"tu": f"{quarter.start:%d/%m/%Y}", "den": f"{quarter.end:%d/%m/%Y}"}
    form = PeriodForm(given)
    if form.is_valid():
        return form, form.cleaned_data["tu"], form.cleaned_data["den"]
    return form, quarter.start, quarter.end


def _read(request: DeskRequest, start: date, end: date) -> PhuLucII:
    top = offices_with_desk(request.actor.office_slug)
    if not top:
        raise Http404("no office with a desk here")
    return phu_luc.phu_luc_ii(top[0].slug, start, end, now=request.at)


def _sheet(request: DeskRequest, start: date, end: date) -> dict[str, Any]:
    sheet = _read(request, start, end)
    query = _query(start, end)
    chosen = (request.GET.get("dv", ""), request.GET.get("so", ""))
    totals = [sheet.totals[group] for group in sorted(sheet.totals)]
    received, on_time, overdue = (sum(getattr(t, f) for t in totals) for f in get_args(Figure))
    return {
        "sheet": sheet,
        "title": sheet.title,
        "heads": phu_luc.HEADS,
        "reasons_head": phu_luc.REASONS_HEAD,
        "total_word": phu_luc.TOTAL,
        "blocks": _blocks(sheet, query, chosen),
        "query": query,
        "drill": _behind(request, sheet) if chosen[1] in FIGURES else None,
        "checks": {
            "received": received,
            "on_time": on_time,
            "overdue": overdue,
            "equal": received == on_time + overdue,
            "units": len(sheet.rows),
        },
        "posted": _posted(sheet),
        "posted_on": _last_day(sheet),
        "may_see_boards": may(request.actor, Duty.POST_LISTING, Duty.QUALITY),
    }


def _posted(sheet: PhuLucII) -> Share:
    """How much of what these offices handle hung in its edition on the last day of the period."""
    ids = [office_by_slug(row.slug).id for row in sheet.rows]
    return share_of(boards(ids, _last_day(sheet)))


def _last_day(sheet: PhuLucII) -> date:
    return min(sheet.period.to_on, sheet.period.judged_at.astimezone(VN).date())


def _blocks(sheet: PhuLucII, query: str, chosen: tuple[str, str]) -> Sequence[Block]:
    found = []
    for group in sorted(sheet.totals):
        totals = sheet.totals[group]
        rows = [
            SheetRow(row.ordinal, row.unit, row.note, _cells(row, query, chosen))
            for row in sheet.rows
            if row.group == group
        ]
        numbers = [getattr(totals, name) for name in NUMBERS]
        found.append(Block(group, sheet.heading_of(group), rows, numbers))
    return found


def _cells(row: Row, query: str, chosen: tuple[str, str]) -> Sequence[Cell]:
    cells = []
    for mechanism, name in (("one_stop", NUMBERS[0]), ("interlinked", NUMBERS[1])):
        number = getattr(row, name)
        where = urlencode({"dv": row.slug, "cc": mechanism})
        url = f"{reverse('desk:catalogue')}?{where}" if number else ""
        cells.append(Cell(number, "thủ tục", url))
    for name, label in FIGURES.items():
        number = getattr(row, name)
        where = f"{query}&{urlencode({'dv': row.slug, 'so': name})}"
        url = f"{reverse('desk:report')}?{where}" if number else ""
        part = f"{reverse('desk:report-drill')}?{where}" if number else ""
        cells.append(Cell(number, f"hồ sơ {label}", url, part, chosen == (row.slug, name)))
    return cells


def _behind(request: DeskRequest, sheet: PhuLucII) -> Behind:
    """The dossiers behind the figure in the address. 404 for offices that are not below."""
    figure = FIGURE_OF.get(request.GET.get("so", ""))
    try:
        unit = office_by_slug(request.GET.get("dv", ""))
    except Refused:
        raise Http404("no such office") from None
    listed = any(row.slug == unit.slug for row in sheet.rows)
    if figure is None or not (listed or unit.id in office_ids_below(request.actor.office_id)):
        raise Http404("no such figure here")
    found = behind(unit.slug, figure, sheet.period)
    reasons: dict[str, int] = {}
    for line in found.lines if figure == "overdue" else ():
        words = line.reason or phu_luc.NO_REASON
        reasons[words] = reasons.get(words, 0) + 1
    most = max(reasons.values(), default=1)
    return Behind(
        unit=unit.name,
        label=FIGURES[figure],
        count=found.count,
        lines=found.lines,
        more=found.count > len(found.lines),
        reasons=[(words, n, f"{BAR * n / most:.1f}") for words, n in reasons.items()],
    )


def _query(start: date, end: date) -> str:
    return urlencode({"tu": f"{start:%d/%m/%Y}", "den": f"{end:%d/%m/%Y}"})

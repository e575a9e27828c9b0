"""A report that is a table: on screen, as a file, and the dossiers behind each of its figures."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from motcua.core.tally import Standing
from motcua.desk import auditing
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import page
from motcua.desk.views.figure_lists import take_away
from motcua.desk.views.reports.asking import KEPT, AskedReport, asked
from motcua.dossiers.reasons import reasons
from motcua.identity.grants import Duty
from motcua.reports.selectors import (
    FAMILY,
    FORMATS,
    VOIDED,
    Cell,
    Narrowed,
    Sought,
    Table,
    opened,
    whole,
)

TYPES: Mapping[str, str] = {
    "json": "application/json; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
STANDINGS: Mapping[str, tuple[Standing, str]] = {
    "truoc-han": (Standing.EARLY, "Đã giải quyết, trước hạn"),
    "dung-han": (Standing.ON_TIME, "Đã giải quyết, đúng hạn"),
    "qua-han": (Standing.OVERDUE, "Đã giải quyết, quá hạn"),
    "con-trong-han": (Standing.PENDING_IN_TIME, "Đang giải quyết, trong hạn"),
    "dang-qua-han": (Standing.PENDING_OVERDUE, "Đang giải quyết, quá hạn"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell as drawn: what stands in it, where it leads, what that is called."""

    said: str
    url: str
    label: str
    words: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One line as drawn."""

    mark: str
    name: str
    strong: bool
    cells: Sequence[Shown]


@official(Duty.REPORT)
def sheet(request: DeskRequest, slug: str) -> HttpResponse:
    """The table; every figure leads to the dossiers it counts."""
    found = asked(request, slug)
    context = {
        "asked": found,
        "form": found.form,
        "faults": found.faults,
        "report": found.report,
        "table": found.table,
        "quarters": found.quarters,
        "query": found.query,
        "rows": list(_rows(found)) if found.table else (),
        "voided": _voided(found, found.table) if found.table else "",
        "over": any(column.over for column in found.table.columns) if found.table else False,
        "numbered": any(one.number for one in found.table.columns) if found.table else False,
    }
    status = 422 if found.faults else 200
    return page(request, "desk/reports/sheet.html", context, here="report", status=status)


@official(Duty.REPORT)
def file(request: DeskRequest, slug: str, form: str) -> HttpResponse:
    """The same table as a file, or to be looked at and printed (`xem`)."""
    if form not in TYPES:
        raise Http404("no such form")
    table = _table(asked(request, slug))
    auditing.exported(request, f"{slug}.{form}")
    first, last = table.period.from_on, table.period.to_on
    name = f"{slug}-{table.office.slug}-{first:%Y%m%d}-{last:%Y%m%d}.{form}"
    how = "inline" if "xem" in request.GET else "attachment"
    headers = {"Content-Disposition": f'{how}; filename="{name}"'}
    return HttpResponse(FORMATS[form](table), content_type=TYPES[form], headers=headers)


@official(Duty.REPORT)
def dossiers(request: DeskRequest, slug: str) -> HttpResponse:
    """What stands behind one figure, by pages of a hundred, narrowed by standing and reason. It
    names nobody: a dossier opens for whom it may."""
    found = asked(request, slug)
    table = _table(found)
    key, column, cell, sought = _figure(request, table)
    place = {"dong": key, "cot": column}
    to, narrowed = narrowed_by(request)
    query = urlencode([*_pairs(request), *place.items(), *narrowed.items()])
    back = reverse("desk:report" if slug == "phu-luc-ii" else "desk:report-sheet",
                   args=[] if slug == "phu-luc-ii" else [slug])  # fmt: skip
    context = {
        "span": table.span,
        "report": found.report,
        "said": _said(table, key, column),
        "figure": cell.number,
        "opened": opened(sought, page_number(request), to),
        "key": uuid4(),
        "away": f"{reverse('desk:report-dossiers-away', args=[slug])}?{query}",
        "back": f"{back}?{found.query}",
        "asked": [*_pairs(request), *place.items()],
        "standings": STANDINGS.items(),
        "reasons": reasons(),
        "narrowed": narrowed,
        "query": query,
    }
    return page(request, "desk/reports/dossiers.html", context, here="report")


@official(Duty.REPORT)
@require_POST
def dossiers_away(request: DeskRequest, slug: str) -> HttpResponse:
    """The same list whole, as a file: the address says which, the button in which form."""
    table = _table(asked(request, slug))
    key, column, _, sought = _figure(request, table)
    to, _ = narrowed_by(request)
    said = f"{FAMILY[slug].name}: {_said(table, key, column)}. {table.span}"
    return take_away(request, whole(sought, to, said))


def _figure(request: DeskRequest, table: Table) -> tuple[str, str, Cell, Sought]:
    """The figure an address names: its line, its column, its cell and what it counts."""
    key, column = request.GET.get("dong", ""), request.GET.get("cot", "")
    cell = table.cell(key, column)
    if cell is None or cell.sought is None:
        raise Http404("no such figure here")
    return key, column, cell, cell.sought


def _table(found: AskedReport) -> Table:
    if found.table is None:
        raise Http404(found.faults[0][1])
    return found.table


def _rows(found: AskedReport) -> Iterator[Row]:
    table = _table(found)
    for line in table.lines:
        cells = []
        for column, cell in zip(table.columns, line.cells, strict=False):
            said = cell.said
            label = f"{column.over} {column.head}".strip()
            url = where(found, line.key, column.key, cell)
            cells.append(Shown(said, url, f"{label}, {line.name}", column.words))
        yield Row(line.mark, line.name, line.kind != "line", cells)


def _voided(found: AskedReport, table: Table) -> str:
    """The page of the mistaken intakes told under the sheet; nothing where none are."""
    cell = table.cell(VOIDED, "received")
    return where(found, VOIDED, "received", cell) if cell else ""


def where(found: AskedReport, line: str, column: str, cell: Cell) -> str:
    """The page a figure opens; nothing for a blank, a nought and what counts no dossiers."""
    if cell.link is not None:
        name, query = cell.link
        return f"{reverse(name)}?{urlencode(query)}" if cell.number else ""
    if not cell.number or cell.sought is None:
        return ""
    page_of = reverse("desk:report-dossiers", args=[found.report.slug])
    return f"{page_of}?{found.query}&{urlencode({'dong': line, 'cot': column})}"


def _said(table: Table, key: str, column: str) -> str:
    line = next(one for one in (*table.lines, *table.hidden) if one.key == key)
    head = next(one for one in table.columns if one.key == column)
    return ", ".join(filter(None, (line.name, f"{head.over} {head.head}".strip().lower())))


def narrowed_by(request: DeskRequest) -> tuple[Narrowed, dict[str, str]]:
    """What a list is narrowed to, by standing and reason, and how an address says it."""
    standing = STANDINGS.get(request.GET.get("tt", ""))
    reason = request.GET.get("ld", "")
    known = reason in {one.code for one in reasons()}
    kept = {"tt": request.GET["tt"]} if standing else {}
    kept |= {"ld": reason} if known else {}
    return Narrowed(standing[0] if standing else None, reason if known else None), kept


def _pairs(request: DeskRequest) -> list[tuple[str, str]]:
    return [(name, request.GET[name]) for name in KEPT if request.GET.get(name)]


def page_number(request: DeskRequest) -> int:
    """Which page of a list is asked for, from 1."""
    given = request.GET.get("trang", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 7 else 1

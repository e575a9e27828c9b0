"""Phụ lục II on screen: the sheet as it will be signed, and the dossiers behind any figure."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, get_args

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.http import urlencode

from motcua.catalogue.listing.posting import Share, boards, share_of
from motcua.core.clock import VN
from motcua.desk import auditing
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.periods import last_quarters
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.rendering import page
from motcua.desk.views.report_asked import AskedSheet, asked_sheet, sheet_of
from motcua.desk.views.report_behind import FIGURES, behind_of
from motcua.dossiers.figures import Figure
from motcua.identity.grants import Duty
from motcua.organization.selectors import office_by_slug
from motcua.organization.timekeeping import is_demonstration
from motcua.reports import phu_luc_ii as phu_luc
from motcua.reports.phu_luc_ii import Row
from motcua.reports.phu_luc_ii_table import EVERYTHING
from motcua.reports.selectors import (
    FORMATS,
    VOIDED,
    PhuLucII,
    Table,
    as_csv,
    as_json,
    as_pdf,
    as_xlsx,
    phu_luc_ii_table,
)

WRITERS: Mapping[str, tuple[Callable[[PhuLucII], str | bytes], str]] = {
    "json": (as_json, "application/json; charset=utf-8"),
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "pdf": (lambda sheet: as_pdf(sheet, sample=is_demonstration()), "application/pdf"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "docx": (
        lambda sheet: FORMATS["docx"](phu_luc_ii_table(sheet)),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
}
NOTED = ("con-mo", "ky-truoc", "nhap-bu")
"""The lines of the table behind the sentences under the sheet, in their order."""
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
    """A block of the sheet; `totals` in the order of the columns."""

    group: str
    heading: str
    rows: Sequence[SheetRow]
    totals: Sequence[Cell]


@official(Duty.REPORT)
def phu_luc_ii(request: DeskRequest) -> HttpResponse:
    """The sheet of a period, by default this quarter; a chosen figure opens beside it."""
    asked = asked_sheet(request)
    faults = fields_faults([asked.form])
    context: dict[str, Any] = {
        "form": asked.form,
        "faults": faults,
        "start": asked.start,
        "end": asked.end,
        "name": asked.name,
        "quarters": last_quarters(request.at.date()),
    }
    status = 422 if faults else 200
    if not faults:
        context |= _sheet(request, asked)
    return page(request, "desk/report.html", context, here="report", status=status)


@official(Duty.REPORT)
def download(request: DeskRequest, form: str) -> HttpResponse:
    """The same sheet as a file."""
    if form not in WRITERS:
        raise Http404("no such form")
    asked = asked_sheet(request)
    sheet = sheet_of(request, asked)
    write, content_type = WRITERS[form]
    auditing.exported(request, f"phu-luc-ii.{form}")
    name = f"phu-luc-ii-{sheet.office.slug}-{asked.start:%Y%m%d}-{asked.end:%Y%m%d}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(write(sheet), content_type=content_type, headers=headers)


def _sheet(request: DeskRequest, asked: AskedSheet) -> dict[str, Any]:
    sheet, query, known_at = sheet_of(request, asked), asked.query, asked.known_at
    chosen = (request.GET.get("dv", ""), request.GET.get("so", ""))
    table = phu_luc_ii_table(sheet, known_at)
    received, on_time, overdue = (
        _cell(table, EVERYTHING, name, query, f"hồ sơ {label}") for name, label in FIGURES.items()
    )
    return {
        "sheet": sheet,
        "title": sheet.title,
        "heads": phu_luc.HEADS,
        "reasons_head": phu_luc.REASONS_HEAD,
        "total_word": phu_luc.TOTAL,
        "blocks": _blocks(sheet, table, query, chosen),
        "reasons": _under(table, query, "ly-do:"),
        "notes": _notes(sheet, table, query),
        "query": query,
        "drill": behind_of(request, asked, sheet) if chosen[1] in FIGURES else None,
        "checks": {
            "received": received,
            "on_time": on_time,
            "overdue": overdue,
            "equal": received.number == (on_time.number or 0) + (overdue.number or 0),
            "units": len(sheet.rows),
        },
        "posted": _posted(sheet, known_at),
        "posted_on": _last_day(sheet),
        "may_see_boards": may(request.actor, Duty.POST_LISTING, Duty.QUALITY),
    }


def _posted(sheet: PhuLucII, known_at: datetime | None) -> Share:
    """How much of what these offices handle hung in its edition on the last day of the period."""
    ids = [office_by_slug(row.slug).id for row in sheet.rows]
    return share_of(boards(ids, _last_day(sheet), known_at))


def _last_day(sheet: PhuLucII) -> date:
    return min(sheet.period.to_on, sheet.period.judged_at.astimezone(VN).date())


def _cell(table: Table, line: str, column: str, query: str, label: str) -> Cell:
    """One figure that opens the whole list of its dossiers."""
    cell = table.cell(line, column)
    if cell is None:
        return Cell(None, label)
    if cell.link is not None:
        page_of, where = reverse(cell.link[0]), urlencode(cell.link[1])
        return Cell(cell.number, label, f"{page_of}?{where}" if cell.number else "")
    if not cell.number or cell.sought is None:
        return Cell(cell.number, label)
    where = urlencode({"dong": line, "cot": column})
    listed = reverse("desk:report-dossiers", args=[table.slug])
    return Cell(cell.number, label, f"{listed}?{query}&{where}")


def _under(table: Table, query: str, lead: str) -> Sequence[Cell]:
    """The hidden lines whose key begins so: each in the one column it has a figure in."""
    return [
        _cell(table, line.key, column.key, query, line.name)
        for line in table.hidden
        for column, cell in zip(table.columns, line.cells, strict=True)
        if line.key.startswith(lead) and cell.sought is not None
    ]


def _notes(sheet: PhuLucII, table: Table, query: str) -> Sequence[tuple[str, Cell | None]]:
    """The sentences under the sheet, each with its figure where it has one."""
    figures = [cell for key in NOTED for cell in _under(table, query, key)]
    if not sheet.late_entries:
        figures.pop()
    told = list(sheet.footnotes)
    voided = zip(sheet.said_of_voided, _under(table, query, VOIDED), strict=False)
    rest = ((one, None) for one in told[len(figures) :])
    return [*zip(told, figures, strict=False), *rest, *voided]


def _blocks(sheet: PhuLucII, table: Table, query: str, chosen: tuple[str, str]) -> Sequence[Block]:
    found = []
    for group in sorted(sheet.totals):
        rows = [
            SheetRow(row.ordinal, row.unit, row.note, _cells(row, query, chosen))
            for row in sheet.rows
            if row.group == group
        ]
        line = f"tong:{group}"
        numbers = [_cell(table, line, name, query, phu_luc.TOTAL) for name in NUMBERS]
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

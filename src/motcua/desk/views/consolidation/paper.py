"""Figures from paper: typed in a grid, loaded from a sheet, and looked at again as they came."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from motcua.core.refusal import Refused
from motcua.desk import auditing
from motcua.desk.forms.consolidation import GridForm, SheetForm, grid_of
from motcua.desk.forms.faults import fields_faults
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.saying import said
from motcua.desk.views.consolidation.frame import OPEN, back, draw, drawn, or_404
from motcua.files.kinds import XLSX
from motcua.reports.consolidation import answering, pages, papers
from motcua.reports.consolidation.checking import heads
from motcua.reports.consolidation.pages import Grid
from motcua.reports.consolidation.sheets import CSV, template_csv, template_xlsx


@official(*OPEN)
def enter(request: DeskRequest, uuid: UUID, slug: str) -> HttpResponse:
    """The grid and the place for a file; what was typed stays where something does not add up, and
    what a file says is put into the grid to be mended there."""
    grid: Grid = or_404(lambda: pages.grid(request.actor, uuid, slug, request.at))
    if request.method != "POST":
        return _draw(request, uuid, grid, _before(grid))
    if "tep" in request.FILES or "nap" in request.POST:
        return _loaded(request, uuid, grid)
    form = GridForm(grid.form, grid.lines, request.POST)
    if not form.is_valid():
        return _draw(request, uuid, grid, form, status=422)
    return _kept(request, uuid, grid, form, None)


def _loaded(request: DeskRequest, uuid: UUID, grid: Grid) -> HttpResponse:
    sheet = SheetForm(grid.form, grid.lines, request.POST, request.FILES)
    if not sheet.is_valid():
        return _draw(request, uuid, grid, _before(grid), sheet, status=422)
    source = sheet.cleaned_data["nguon_tep"]
    form = GridForm(grid.form, grid.lines, {**sheet.grid(), "nguon": source})
    if not form.is_valid():
        return _draw(request, uuid, grid, form, status=422)
    return _kept(request, uuid, grid, form, sheet)


def _kept(
    request: DeskRequest, uuid: UUID, grid: Grid, form: GridForm, sheet: SheetForm | None
) -> HttpResponse:
    slug = grid.office.slug
    loaded = sheet.cleaned_data["tep"] if sheet else None
    try:
        answering.enter(
            request.actor, uuid, slug, form.typed(), source=form.cleaned_data["nguon"],
            at=request.at, loaded=loaded,
        )  # fmt: skip
    except Refused as refused:
        form.add_error(None, said(refused))
        return _draw(request, uuid, grid, form, status=409)
    told = "Đã ghi số liệu từ sổ giấy. Xem lại rồi xác nhận"
    return back("desk:consolidation-unit", [uuid, slug], told)


@official(*OPEN)
def template(request: DeskRequest, uuid: UUID, slug: str, form: str) -> HttpResponse:
    """The sheet to fill in, as XLSX or CSV."""
    grid: Grid = or_404(lambda: pages.grid(request.actor, uuid, slug, request.at))
    if form not in ("xlsx", "csv"):
        raise Http404("no such form")
    xlsx = form == "xlsx"
    body = template_xlsx(grid.form, grid.lines) if xlsx else template_csv(grid.form, grid.lines)
    name = f"mau-{grid.form.slug}-{slug}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    kind = XLSX if xlsx else f"{CSV}; charset=utf-8"
    return HttpResponse(body, content_type=kind, headers=headers)


@official(*OPEN)
def sheet(request: DeskRequest, sheet: UUID) -> HttpResponse:
    """What was typed from paper: who, when, from which book, and the figures."""
    row, office, found, made = or_404(lambda: papers.paper(request.actor, sheet, request.at))
    shown = drawn(made.table, row.uuid, office.slug)
    context = {
        "round": row,
        "office": office,
        "paper": found,
        "back": reverse("desk:consolidation-unit", args=[row.uuid, office.slug]),
        **shown,
        "rows": [_plain(one) for one in shown["rows"]],
    }
    return draw(request, "paper", context)


@official(*OPEN)
def file(request: DeskRequest, sheet: UUID) -> HttpResponse:
    """The very spreadsheet that was loaded."""
    _, _, found, _ = or_404(lambda: papers.paper(request.actor, sheet, request.at))
    body, kind = or_404(lambda: papers.paper_file(sheet))
    auditing.exported(request, "so-giay")
    ending = "xlsx" if kind == XLSX else "csv"
    headers = {"Content-Disposition": f'attachment; filename="so-giay-{found.uuid}.{ending}"'}
    return HttpResponse(body, content_type=kind, headers=headers)


def _by_line(form: GridForm) -> list[tuple[str, str]]:
    """The faults with the line each is in: a column is not enough to find a cell by."""
    names = {
        str(cell.auto_id): row.name for row in form.rows() for cell in row.cells if cell is not None
    }
    return [
        (where, f"{names[where]}: {sentence}" if where in names else sentence)
        for where, sentence in fields_faults([form])
    ]


def _plain(row: Any) -> Any:
    """A row whose figures lead nowhere: this page is where they come from."""
    return replace(row, cells=[replace(cell, url="") for cell in row.cells])


def _before(grid: Grid) -> GridForm:
    """The grid with what was typed last, else empty."""
    last = grid.last
    typed = {line.place: line.numbers for line in last.lines} if last else {}
    initial = grid_of(grid.lines, typed) | ({"nguon": last.source} if last else {})
    return GridForm(grid.form, grid.lines, initial=initial)


def _draw(
    request: DeskRequest,
    uuid: UUID,
    grid: Grid,
    form: GridForm,
    loading: SheetForm | None = None,
    status: int = 200,
) -> HttpResponse:
    loading = loading or SheetForm(grid.form, grid.lines)
    context = {
        "grid": grid,
        "form": form,
        "loading": loading,
        "heads": heads(grid.form).values(),
        "faults": [*_by_line(form), *fields_faults([loading])],
        "uuid": uuid,
    }
    return draw(request, "enter", context, status)

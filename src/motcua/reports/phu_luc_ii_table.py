"""Phụ lục II as a table: every figure on the sheet with the dossiers it counts, those of its
footnotes and reasons included."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from motcua.core.money import format_number
from motcua.core.tally import Standing
from motcua.dossiers.behind import LATE, Which
from motcua.organization.selectors import office_by_slug
from motcua.reports.counting import VOIDED, VOIDED_NAME
from motcua.reports.drill import FIGURES, Sought
from motcua.reports.period import Period
from motcua.reports.phu_luc_ii import HEADS, REASONS_HEAD, TOTAL, PhuLucII, Row, Totals
from motcua.reports.tables import Cell, Column, Line, Table

COLUMNS = (
    Column("procedures_one_stop", HEADS[2]),
    Column("procedures_interlinked", HEADS[3]),
    Column("received", HEADS[4]),
    Column("on_time", HEADS[5]),
    Column("overdue", HEADS[6]),
    Column("note", HEADS[7], words=True),
)
MECHANISMS = {"procedures_one_stop": "one_stop", "procedures_interlinked": "interlinked"}
EVERYTHING = "tat-ca"
"""The key of the line that stands for all units: hidden, for the sums told beside the sheet."""
REASON = "ly-do:"
_TOLD = {
    "con-mo": Which(standings=frozenset({Standing.PENDING_IN_TIME})),
    "nhap-bu": Which(entered_late=True),
    VOIDED: Which("voided"),
}


def phu_luc_ii_table(sheet: PhuLucII, known_at: datetime | None = None) -> Table:
    """The sheet with what each figure counts. No query."""
    return Table(
        slug="phu-luc-ii",
        form="PHỤ LỤC II",
        rule="",
        title=sheet.title,
        unit="",
        office=sheet.office,
        period=sheet.period,
        name_head=HEADS[1],
        name_key="unit",
        columns=COLUMNS,
        lines=list(_lines(sheet, known_at)),
        footnotes=(*_reasons_said(sheet), *sheet.footnotes, *sheet.said_of_voided),
        hidden=list(_hidden(sheet, known_at)),
        known_at=known_at,
    )


def _lines(sheet: PhuLucII, known_at: datetime | None) -> Iterator[Line]:
    for group in sorted(sheet.totals):
        yield Line(f"khoi:{group}", group, sheet.heading_of(group), (), "heading")
        rows = [row for row in sheet.rows if row.group == group]
        for row in rows:
            ordinal = "" if row.ordinal is None else str(row.ordinal)
            cells = _cells(sheet, row, _ids([row]), known_at, row.slug)
            yield Line(row.slug, ordinal, row.unit, [*cells, Cell(words=row.note)])
        alone = rows[0].slug if len(rows) == 1 else ""
        cells = _cells(sheet, sheet.totals[group], _ids(rows), known_at, alone)
        yield Line(f"tong:{group}", "", TOTAL, [*cells, Cell()], "subtotal")


def _cells(
    sheet: PhuLucII,
    row: Row | Totals,
    ids: tuple[int, ...],
    known_at: datetime | None,
    slug: str = "",
) -> Sequence[Cell]:
    """Procedures lead to the catalogue, of a single unit; figures to dossiers."""
    cells = []
    for column in COLUMNS[:2]:
        asked = {"dv": slug, "cc": MECHANISMS[column.key]}
        link = ("desk:catalogue", asked) if slug else None
        cells.append(Cell(getattr(row, column.key), link=link))
    for name, which in FIGURES.items():
        cells.append(Cell(getattr(row, name), Sought(ids, sheet.period, which, known_at)))
    return cells


def _hidden(sheet: PhuLucII, known_at: datetime | None) -> Iterator[Line]:
    """What stands under the sheet and beside it; each in the column its word belongs to."""
    ids = _ids(sheet.rows)
    every = [sum(getattr(row, name) for row in sheet.rows) for name in FIGURES]
    cells = [
        Cell(n, Sought(ids, sheet.period, which, known_at))
        for n, which in zip(every, FIGURES.values(), strict=True)
    ]
    yield Line(EVERYTHING, "", "Tất cả các đơn vị", [Cell(), Cell(), *cells, Cell()])
    yield _one("con-mo", "Đúng hạn, đang giải quyết", "on_time", sheet.still_open,
               told_of("con-mo", ids, sheet.period, known_at))  # fmt: skip
    yield _one("ky-truoc", "Nhận kỳ trước, nay đã quá hạn", "overdue",
               sheet.late_after_earlier_period,
               told_of("ky-truoc", ids, sheet.period, known_at))  # fmt: skip
    yield _one("nhap-bu", "Nhập bù", "received", sheet.late_entries,
               told_of("nhap-bu", ids, sheet.period, known_at))  # fmt: skip
    yield _one(VOIDED, VOIDED_NAME, "received", sheet.voided,
               told_of(VOIDED, ids, sheet.period, known_at))  # fmt: skip
    for code, (words, count) in zip(sheet.reason_codes, sheet.overdue_reasons, strict=True):
        key = f"{REASON}{code or '-'}"
        yield _one(key, words, "overdue", count, told_of(key, ids, sheet.period, known_at))


def told_of(key: str, ids: tuple[int, ...], period: Period, known_at: datetime | None) -> Sought:
    """What a figure told beside the sheet counts. KeyError for a key of none."""
    if key.startswith(REASON):
        code = key.removeprefix(REASON)
        because = Which(standings=LATE, reason="" if code == "-" else code)
        return Sought(ids, period, because, known_at)
    if key == "ky-truoc":
        before = replace(period.before(), judged_at=period.judged_at)
        since = Which(standings=LATE, in_time_at=period.before().to_at)
        return Sought(ids, before, since, known_at)
    return Sought(ids, period, _TOLD[key], known_at)


def _one(key: str, name: str, column: str, number: int, sought: Sought) -> Line:
    cells = [Cell(number, sought) if one.key == column else Cell() for one in COLUMNS]
    return Line(key, "", name, cells)


def _reasons_said(sheet: PhuLucII) -> Sequence[str]:
    if not sheet.overdue_reasons:
        return ()
    told = (f"+ {words} ({format_number(n)} hồ sơ)" for words, n in sheet.overdue_reasons)
    return (REASONS_HEAD, *told)


def _ids(rows: Sequence[Row]) -> tuple[int, ...]:
    return tuple(office_by_slug(row.slug).id for row in rows)

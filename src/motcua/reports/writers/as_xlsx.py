"""Phụ lục II as a workbook: real numbers, formulas for totals, the law's heads, a print area."""

import io
from typing import Any

import xlsxwriter

from motcua.reports.phu_luc_ii import HEADS, REASONS_HEAD, TITLE, TOTAL, PhuLucII

FONT = {"font_name": "Times New Roman", "font_size": 12}
_WIDTHS = (6, 34, 16, 18, 14, 16, 16, 14)
_NUMBERS = ("procedures_one_stop", "procedures_interlinked", "received", "on_time", "overdue")
_FIRST = 6


def as_xlsx(sheet: PhuLucII) -> bytes:
    """One A4 landscape page; the file carries the sheet's own day, so it is the same each time."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    book.set_properties({"title": TITLE[0], "created": sheet.period.judged_at.replace(tzinfo=None)})
    page = book.add_worksheet("Phụ lục II")
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    looks = _looks(book)
    _head(page, sheet, looks)
    row = _body(page, sheet, looks)
    page.print_area(0, 0, _foot(page, sheet, looks, row), 7)
    book.close()
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    boxed = {**FONT, "border": 1, "valign": "vcenter"}
    return {
        "title": book.add_format({**FONT, "bold": True, "align": "center"}),
        "annex": book.add_format({**FONT, "italic": True, "align": "center"}),
        "head": book.add_format({**boxed, "bold": True, "align": "center", "text_wrap": True}),
        "text": book.add_format(boxed),
        "bold": book.add_format({**boxed, "bold": True}),
        "number": book.add_format({**boxed, "num_format": "#,##0", "align": "center"}),
        "sum": book.add_format({**boxed, "bold": True, "num_format": "#,##0", "align": "center"}),
        "center": book.add_format({**boxed, "align": "center"}),
        "plain": book.add_format(FONT),
        "plain_bold": book.add_format({**FONT, "bold": True}),
    }


def _head(page: Any, sheet: PhuLucII, looks: dict[str, Any]) -> None:
    page.merge_range(0, 0, 0, 7, "PHỤ LỤC II", looks["title"])
    page.merge_range(1, 0, 1, 7, TITLE[0], looks["title"])
    page.merge_range(2, 0, 2, 7, sheet.title[1], looks["title"])
    page.merge_range(3, 0, 3, 7, sheet.annex, looks["annex"])
    span = ", ".join(filter(None, (sheet.span, sheet.until)))
    page.merge_range(4, 0, 4, 7, span, looks["annex"])
    page.set_row(5, 50)
    for column, words in enumerate(HEADS):
        page.write_string(5, column, words, looks["head"])


def _body(page: Any, sheet: PhuLucII, looks: dict[str, Any]) -> int:
    at = _FIRST
    for group in sheet.totals:
        page.write_string(at, 0, group, looks["head"])
        page.merge_range(at, 1, at, 7, sheet.heading_of(group), looks["bold"])
        first = at = at + 1
        for row in (row for row in sheet.rows if row.group == group):
            _write(page, at, 0, row.ordinal, looks["center"])
            page.write_string(at, 1, row.unit, looks["text"])
            for column, name in enumerate(_NUMBERS, start=2):
                _write(page, at, column, getattr(row, name), looks["number"])
            page.write_string(at, 7, row.note, looks["text"])
            at += 1
        page.write_blank(at, 0, None, looks["bold"])
        page.write_string(at, 1, TOTAL, looks["bold"])
        for column, name in enumerate(_NUMBERS, start=2):
            value = getattr(sheet.totals[group], name)
            if value is None:
                page.write_blank(at, column, None, looks["sum"])
            else:
                letter = "ABCDEFGH"[column]
                formula = f"=SUM({letter}{first + 1}:{letter}{at})"
                page.write_formula(at, column, formula, looks["sum"], value)
        page.write_blank(at, 7, None, looks["bold"])
        at += 1
    return at


def _foot(page: Any, sheet: PhuLucII, looks: dict[str, Any], at: int) -> int:
    if sheet.overdue_reasons:
        at += 1
        page.write_string(at, 0, REASONS_HEAD, looks["plain_bold"])
        for words, count in sheet.overdue_reasons:
            at += 1
            page.write_string(at, 0, f"+ {words}", looks["plain"])
            page.write_number(at, 7, count, looks["plain"])
    at += 1
    for sentence in sheet.footnotes:
        at += 1
        page.write_string(at, 0, sentence, looks["plain"])
    return at


def _write(page: Any, row: int, column: int, value: int | None, look: Any) -> None:
    if value is None:
        page.write_blank(row, column, None, look)
    else:
        page.write_number(row, column, value, look)

"""A sheet of the cash book as a workbook: real numbers, formulas for totals, a print area."""

import io
from datetime import date, datetime, time
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from motcua.fees.sheets import Sheet

HEADS = (
    "Ngày", "Thu tiền mặt", "Trả lại tiền mặt", "Nộp kho bạc", "Thu chuyển khoản",
    "Trả lại chuyển khoản", "Chênh lệch", "Số ngăn", "Chưa ký",
)  # fmt: skip
NAMES = (
    "cash_vnd", "back_vnd", "handed_in_vnd", "bank_vnd", "bank_back_vnd", "difference_vnd",
    "drawers", "unsigned",
)  # fmt: skip
_FONT = {"font_name": "Times New Roman", "font_size": 12}
_FIRST = 4


def as_xlsx(sheet: Sheet, office: str) -> bytes:
    """One A4 landscape page; the same sheet, the same bytes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    first = sheet.period.first
    book.set_properties({"title": f"Sổ quỹ {sheet.period.title}", "created": _moment(first)})
    page = book.add_worksheet("Sổ quỹ")
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_column(0, len(HEADS) - 1, 16)
    boxed = {**_FONT, "border": 1}
    title = book.add_format({**_FONT, "bold": True, "align": "center"})
    head = book.add_format({**boxed, "bold": True, "align": "center", "text_wrap": True})
    day = book.add_format({**boxed, "num_format": "dd/mm/yyyy"})
    number = book.add_format({**boxed, "num_format": "#,##0"})
    total = book.add_format({**boxed, "bold": True, "num_format": "#,##0"})
    page.merge_range(0, 0, 0, len(HEADS) - 1, office.upper(), title)
    named = f"SỔ QUỸ THU PHÍ, LỆ PHÍ: {sheet.period.title}"
    page.merge_range(1, 0, 1, len(HEADS) - 1, named, title)
    for column, words in enumerate(HEADS):
        page.write_string(_FIRST - 1, column, words, head)
    for place, row in enumerate(sheet.rows, start=_FIRST):
        page.write_datetime(place, 0, _moment(row.day_on), day)
        for column, name in enumerate(NAMES, start=1):
            page.write_number(place, column, getattr(row, name), number)
    last = _FIRST + len(sheet.rows)
    page.write_string(last, 0, "Cộng", total)
    for column, name in enumerate(NAMES, start=1):
        _total(page, last, column, sheet.total(name), total)
    page.print_area(0, 0, last, len(HEADS) - 1)
    book.close()
    return out.getvalue()


def _total(page: Any, last: int, column: int, value: int, look: Any) -> None:
    """A formula over the column with its value, so that a reader without a calculator sees it."""
    if last == _FIRST:
        page.write_number(last, column, 0, look)
        return
    first, end = xl_rowcol_to_cell(_FIRST, column), xl_rowcol_to_cell(last - 1, column)
    page.write_formula(last, column, f"=SUM({first}:{end})", look, value)


def _moment(day: date) -> datetime:
    return datetime.combine(day, time())

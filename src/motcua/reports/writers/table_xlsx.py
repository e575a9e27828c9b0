"""Any report that is a table as a workbook: real numbers, formulas for sums, the law's heads, a
print area of A4 landscape with the heads on each page."""

import io
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell

from motcua.reports.tables import Cell, Column, Line, Table

FONT = {"font_name": "Times New Roman", "font_size": 12}
FIRST = 2
"""Before the columns of numbers: the ordinal and the name."""


def table_xlsx(table: Table) -> bytes:
    """The file carries the moment it was judged at, so it is the same each time."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    judged = table.period.judged_at.replace(tzinfo=None)
    book.set_properties({"title": " ".join(table.title), "created": judged})
    page = book.add_worksheet(table.slug)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.set_column(0, 0, 6)
    page.set_column(1, 1, 40)
    for place, column in enumerate(table.columns, start=FIRST):
        page.set_column(place, place, 36 if column.words and column.key != "code" else 13)
    looks = _looks(book)
    top = _title(page, table, looks)
    first = _heads(page, table, looks, top)
    page.repeat_rows(top, first - 1)
    last = _body(page, table, looks, first)
    page.print_area(0, 0, _foot(page, table, looks, last), _last(table))
    book.close()
    return out.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    boxed = {**FONT, "border": 1, "valign": "vcenter"}
    looks = {
        "plain": FONT,
        "bold": {**FONT, "bold": True},
        "title": {**FONT, "bold": True, "align": "center"},
        "italic": {**FONT, "italic": True, "align": "center"},
        "right": {**FONT, "italic": True, "align": "right"},
        "head": {**boxed, "bold": True, "align": "center", "text_wrap": True},
        "small": {**boxed, "italic": True, "align": "center", "font_size": 10},
        "center": {**boxed, "align": "center"},
        "text": {**boxed, "text_wrap": True},
        "text bold": {**boxed, "text_wrap": True, "bold": True},
        "number": {**boxed, "num_format": "#,##0", "align": "center"},
        "number bold": {**boxed, "num_format": "#,##0", "align": "center", "bold": True},
        "share": {**boxed, "num_format": "0.00%", "align": "center"},
        "share bold": {**boxed, "num_format": "0.00%", "align": "center", "bold": True},
    }
    return {name: book.add_format(look) for name, look in looks.items()}


def _last(table: Table) -> int:
    return FIRST + len(table.columns) - 1


def _title(page: Any, table: Table, looks: dict[str, Any]) -> int:
    page.write_string(0, 0, table.form, looks["bold"])
    page.write_string(1, 0, table.rule, looks["plain"])
    page.write_string(0, _last(table), f"Đơn vị báo cáo: {table.office.name}", looks["right"])
    page.write_string(1, _last(table), f"Đơn vị nhận báo cáo: {table.receiver}", looks["right"])
    at = 3
    for words in table.title:
        page.merge_range(at, 0, at, _last(table), words, looks["title"])
        at += 1
    page.merge_range(at, 0, at, _last(table), f"Kỳ báo cáo: {table.span}", looks["italic"])
    page.write_string(at + 1, _last(table), table.unit, looks["right"])
    return at + 2


def _heads(page: Any, table: Table, looks: dict[str, Any], at: int) -> int:
    """Up to three rows of heads; answers the row below them."""
    over = any(column.over for column in table.columns)
    below = at + 1 if over else at
    for place, words in enumerate(("TT", table.name_head)):
        _spanned(page, (at, place, below, place), words, looks["head"])
    place = FIRST
    for words, span in table.heads if over else ():
        if words:
            _spanned(page, (at, place, at, place + span - 1), words, looks["head"])
        place += span
    for place, column in enumerate(table.columns, start=FIRST):
        first = below if column.over else at
        _spanned(page, (first, place, below, place), column.head, looks["head"])
    page.set_row(below, 48)
    if not any(column.number for column in table.columns):
        return below + 1
    numbers = ("(1)", "(2)", *(column.number for column in table.columns))
    for place, words in enumerate(numbers):
        page.write_string(below + 1, place, words, looks["small"])
    return below + 2


def _spanned(page: Any, place: tuple[int, int, int, int], words: str, look: Any) -> None:
    if place[:2] == place[2:]:
        page.write_string(*place[:2], words, look)
    else:
        page.merge_range(*place, words, look)


def _body(page: Any, table: Table, looks: dict[str, Any], first: int) -> int:
    for row, line in enumerate(table.lines, start=first):
        bold = "" if line.kind == "line" else " bold"
        page.write_string(row, 0, line.mark, looks["center" if not bold else "head"])
        page.write_string(row, 1, line.name, looks[f"text{bold}"])
        for at, (column, cell) in enumerate(zip(table.columns, line.cells, strict=False)):
            place = (row, FIRST + at)
            sums = _formula(table, line, column, row, first) if table.adds_up else ""
            _write(page, place, cell, sums, looks, bold)
    return first + len(table.lines)


def _formula(table: Table, line: Line, column: Column, row: int, first: int) -> str:
    """How a cell is summed in its row or over the rows it stands for; "" for a plain number."""
    keys = [one.key for one in table.columns]
    if column.adds:
        return "=" + "+".join(
            xl_rowcol_to_cell(row, FIRST + keys.index(key)) for key in column.adds
        )
    rows = _summed(table, line, row - first)
    if not rows or line.kind not in ("section", "total"):
        return ""
    letter = xl_col_to_name(FIRST + keys.index(column.key))
    if rows == list(range(rows[0], rows[-1] + 1)) and len(rows) > 1:
        return f"=SUM({letter}{first + rows[0] + 1}:{letter}{first + rows[-1] + 1})"
    return "=" + "+".join(f"{letter}{first + one + 1}" for one in rows)


def _summed(table: Table, line: Line, place: int) -> list[int]:
    """The places of the lines a section or the total sums."""
    kinds = [one.kind for one in table.lines]
    if line.kind == "total":
        return [
            n for n, kind in enumerate(kinds) if kind == ("section" if table.grouped else "line")
        ]
    found = []
    for n in range(place + 1, len(kinds)):
        if kinds[n] != "line":
            break
        found.append(n)
    return found


def _write(
    page: Any, place: tuple[int, int], cell: Cell, sums: str, looks: dict[str, Any], bold: str
) -> None:
    if cell.share is not None:
        page.write_number(*place, cell.share, looks[f"share{bold}"])
    elif cell.number is None or cell.whole is not None:
        page.write_string(*place, cell.words, looks[f"text{bold}"])
    elif sums:
        page.write_formula(*place, sums, looks[f"number{bold}"], cell.number)
    else:
        page.write_number(*place, cell.number, looks[f"number{bold}"])


def _foot(page: Any, table: Table, looks: dict[str, Any], at: int) -> int:
    for sentence in table.footnotes:
        at += 1
        page.write_string(at, 0, sentence, looks["plain"])
    at += 2
    right = max(FIRST, _last(table) - 2)
    for column, words in ((1, "NGƯỜI LẬP BIỂU"), (right, "THỦ TRƯỞNG ĐƠN VỊ")):
        page.write_string(at, column, words, looks["title"])
    return at + 5

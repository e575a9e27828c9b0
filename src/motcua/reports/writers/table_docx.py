"""Any report that is a table as a Word document, A4 landscape, to be edited before it is signed."""

from typing import Any

from docx.shared import Pt

from motcua.reports.tables import Line, Table
from motcua.reports.writers import docx_parts as parts

WIDE = 262.0
"""Millimetres between the margins."""


def table_docx(table: Table, *, sample: bool = False) -> bytes:
    """The document; `sample` marks it as made from invented data. Same table, same bytes."""
    made = parts.page(" ".join(table.title), table.period.judged_at, landscape=True)
    left, right = parts.plain(made, (WIDE / 2, WIDE / 2))
    parts.fill(left, table.form, bold=True)
    if table.rule:
        parts.say(left, table.rule, size=10)
    parts.fill(right, f"Đơn vị báo cáo: {table.office.name}", to=parts.RIGHT)
    if table.receiver:
        parts.say(right, f"Đơn vị nhận báo cáo: {table.receiver}", to=parts.RIGHT)
    for place, words in enumerate(table.title):
        title = parts.say(made, words, size=13, bold=True, to=parts.CENTER)
        title.paragraph_format.space_before = Pt(0 if place else 6)
    parts.rule(made, WIDE, WIDE / 6)
    parts.say(made, f"Kỳ báo cáo: {table.span}", italic=True, to=parts.CENTER)
    if table.unit:
        parts.say(made, table.unit, size=10, italic=True, to=parts.RIGHT)
    _grid(made, table)
    for place, sentence in enumerate(table.footnotes):
        note = parts.say(made, sentence, size=11, italic=True)
        note.paragraph_format.space_before = Pt(0 if place else 4)
    if sample:
        parts.say(made, "DỮ LIỆU MẪU, KHÔNG CÓ GIÁ TRỊ", size=10, bold=True)
    parts.say(made, "")
    for cell, words in zip(parts.plain(made, (WIDE / 2, WIDE / 2)),
                           ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ"), strict=True):  # fmt: skip
        parts.fill(cell, words, bold=True, to=parts.CENTER)
    return parts.saved(made)


def _grid(made: Any, table: Table) -> None:
    over = any(column.over for column in table.columns)
    numbered = any(column.number for column in table.columns)
    heads = 1 + over + numbered
    grid = parts.ruled(made, heads + len(table.lines), _widths(table), heads)
    for place, words in enumerate(("TT", table.name_head)):
        _head(grid, (0, place), (int(over), place), words)
    at = 2
    for words, span in table.heads if over else ():
        if words:
            _head(grid, (0, at), (0, at + span - 1), words)
        at += span
    for place, column in enumerate(table.columns, start=2):
        first = 1 if column.over else 0
        _head(grid, (first, place), (int(over), place), column.head)
    if numbered:
        numbers = ("(1)", "(2)", *(column.number for column in table.columns))
        for cell, words in zip(grid.rows[heads - 1].cells, numbers, strict=True):
            parts.fill(cell, words, size=8, italic=True, to=parts.CENTER)
    for row, line in zip(grid.rows[heads:], table.lines, strict=True):
        _row(row.cells, table, line)


def _head(grid: Any, first: tuple[int, int], last: tuple[int, int], words: str) -> None:
    cell = grid.cell(*first)
    if first != last:
        cell = cell.merge(grid.cell(*last))
    parts.fill(cell, words, size=10, bold=True, to=parts.CENTER)


def _row(cells: Any, table: Table, line: Line) -> None:
    bold = line.kind != "line"
    parts.fill(cells[0], line.mark, size=11, bold=bold, to=parts.CENTER)
    parts.fill(cells[1], line.name, size=11, bold=bold)
    for at, (column, cell) in enumerate(zip(table.columns, line.cells, strict=False), start=2):
        side = parts.LEFT if column.words else parts.CENTER
        parts.fill(cells[at], cell.said, size=11, bold=bold, to=side)
    if line.kind == "heading":
        cells[1].merge(cells[-1])


def _widths(table: Table) -> list[float]:
    """The ordinal, the name with what is left over, the columns; words get twice a number's."""
    number = 16.0 if len(table.columns) > 8 else 26.0
    widths = [2 * number if one.words and one.key != "code" else number for one in table.columns]
    return [10.0, WIDE - 10.0 - sum(widths), *widths]

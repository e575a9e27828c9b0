"""The spreadsheet: its columns, the template people download, and the lines they send back."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import xlsxwriter
from python_calamine import CalamineError, CalamineWorkbook, ZipError

from motcua.core.refusal import Refused
from motcua.core.text import clean, search_key
from motcua.identity.kinds import WORDS, PositionKind

MOST = 100
LARGEST = 2_000_000
HEADS: Mapping[str, str] = {
    "full_name": "Họ và tên",
    "username": "Tên đăng nhập",
    "office": "Đơn vị",
    "department": "Phòng",
    "kind": "Loại vị trí",
    "title": "Chức danh",
    "from_on": "Từ ngày",
}
REQUIRED = ("full_name", "username", "kind")
WIDTHS = (28, 18, 26, 32, 22, 30, 14)
SAMPLE = ("Nguyễn Thị Hiên Mẫu", "hien.nguyen", "", "", "Cán bộ một cửa", "Công chức một cửa", "")
Cell = str | date


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line below the headings: its number in the file, from 1, and its cells by column."""

    number: int
    cells: Mapping[str, Cell]


def template(offices: Sequence[tuple[str, Sequence[str]]]) -> bytes:
    """An XLSX with the headings, a line to show how, and a second sheet of what may be written:
    `offices` are names with those of their departments."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    bold = book.add_format({"bold": True, "border": 1, "bg_color": "#e7ecf0"})
    grey = book.add_format({"italic": True, "font_color": "#576471"})
    page = book.add_worksheet("Danh sách")
    for column, (head, width) in enumerate(zip(HEADS.values(), WIDTHS, strict=True)):
        page.set_column(column, column, width)
        page.write_string(0, column, head, bold)
        page.write_string(1, column, SAMPLE[column], grey)
    page.freeze_panes(1, 0)
    kinds = [WORDS[kind] for kind in PositionKind if kind is not PositionKind.PROGRAM]
    page.data_validation(1, 4, MOST, 4, {"validate": "list", "source": kinds})
    words = book.add_worksheet("Ghi được gì")
    words.set_column(0, 2, 44)
    for column, head in enumerate(("Loại vị trí", "Đơn vị", "Phòng")):
        words.write_string(0, column, head, bold)
    words.write_column(1, 0, kinds)
    parts = [(office, part) for office, listed in offices for part in (listed or [""])]
    words.write_column(1, 1, [office for office, _ in parts])
    words.write_column(1, 2, [part for _, part in parts])
    book.close()
    return out.getvalue()


def lines(content: bytes) -> Sequence[SheetLine]:
    """The lines of a file, empty ones and the template's own sample left out.

    Refused: roster_unreadable, roster_heads, roster_empty, roster_too_long.
    """
    rows = _rows(content)
    heads = [search_key(str(cell)) for cell in rows[0]] if rows else []
    columns = {name: _place(heads, head) for name, head in HEADS.items()}
    missing = [HEADS[name] for name in REQUIRED if columns[name] is None]
    if missing:
        raise Refused("roster_heads", missing=", ".join(missing))
    found = []
    for number, row in enumerate(rows[1:], start=2):
        cells = {
            name: _cell(row[place])
            for name, place in columns.items()
            if place is not None and place < len(row)
        }
        given = [cells.get(name, "") for name in HEADS]
        if any(given) and tuple(given) != SAMPLE:
            found.append(SheetLine(number, cells))
    if not found:
        raise Refused("roster_empty")
    if len(found) > MOST:
        raise Refused("roster_too_long", lines=len(found), most=MOST)
    return found


def _rows(content: bytes) -> list[list[object]]:
    if len(content) > LARGEST:
        raise Refused("roster_unreadable")
    try:
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
        rows: list[list[object]] = sheet.to_python(skip_empty_area=False)  # type: ignore[assignment]
    except (CalamineError, ZipError, IndexError, ValueError):
        raise Refused("roster_unreadable") from None
    return rows


def _place(heads: Sequence[str], head: str) -> int | None:
    wanted = search_key(head)
    return heads.index(wanted) if wanted in heads else None


def _cell(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return clean(str(value)) if value is not None else ""

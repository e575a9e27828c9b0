"""The lines of a register file, CSV or XLSX, as cells by column."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, ZipError

from motcua.core.clock import VN
from motcua.dossiers.registers.headings import columns_of

Cell = str | date | datetime
DELIMITERS = ",;\t"
LONGEST_CELL = 50_000_000


class Unreadable(ValueError):
    """The file as a whole cannot be read; `str()` says why in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line below the headings: its number in the file, from 1, and its non-empty cells.

    A cell is a text, a day, or a moment. `overflowing`: it has more cells than there are columns.
    """

    number: int
    cells: Mapping[str, Cell]
    overflowing: bool = False


def read(
    path: Path,
    chosen: Sequence[str] | None = None,
    always: Mapping[str, Cell] | None = None,
) -> Iterator[Line]:
    """The lines of `path`, empty ones left out. Its headings name the columns, unless they were
    `chosen`, one for each heading; `always` holds for a line that does not say otherwise.

    Raises Unreadable, BadHeadings, OSError.
    """
    rows = _rows(path)
    _, first = next(rows, (0, ()))
    if not first:
        raise Unreadable("tệp trống. Dòng đầu phải là tên các cột.")
    columns = columns_of(_texts(first)) if chosen is None else chosen
    for number, row in rows:
        cells = {name: cell for name, cell in zip(columns, row, strict=False) if name and cell}
        overflowing = any(row[len(columns) :])
        if cells or overflowing:
            yield Line(number, {**(always or {}), **cells}, overflowing)


def headings(path: Path) -> tuple[Sequence[str], int]:
    """The first line of `path`, and how many come after it. Raises Unreadable, OSError."""
    rows = _rows(path)
    _, first = next(rows, (0, ()))
    if not first:
        raise Unreadable("tệp trống. Dòng đầu phải là tên các cột.")
    return _texts(first), sum(1 for _ in rows)


def _rows(path: Path) -> Iterator[tuple[int, Sequence[Cell]]]:
    return _xlsx(path) if path.suffix.lower() in (".xlsx", ".xlsm") else _csv(path)


def _texts(row: Sequence[Cell]) -> Sequence[str]:
    return [str(cell) for cell in row]


def _csv(path: Path) -> Iterator[tuple[int, Sequence[Cell]]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        said = "tệp không phải UTF-8. Mở bằng bảng tính, lưu lại dạng “CSV UTF-8” hoặc XLSX."
        raise Unreadable(said) from None
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    begins = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield begins, [cell.strip() for cell in row]
            begins = reader.line_num + 1
    except csv.Error as error:
        raise Unreadable(f"dòng {begins} không đọc được ({error}).") from None


def _xlsx(path: Path) -> Iterator[tuple[int, Sequence[Cell]]]:
    try:
        sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
        rows = sheet.to_python(skip_empty_area=False)
    except (CalamineError, ZipError, IndexError) as error:
        said = f"tệp XLSX không mở được ({type(error).__name__}). Mở và lưu lại bằng bảng tính."
        raise Unreadable(said) from None
    for number, row in enumerate(rows, start=1):
        cells = [_cell(value) for value in row]
        if any(cells):
            yield number, cells


def _cell(value: object) -> Cell:
    """A day stays a day: spreadsheets keep it as a moment at midnight."""
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value.replace(tzinfo=VN)
    if isinstance(value, date):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()

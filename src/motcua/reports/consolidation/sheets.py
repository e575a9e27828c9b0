"""The spreadsheet an office on paper fills in: its template, and what is read out of it.

The first row heads the columns, by the words of the template or by their keys, in any order; the
first column names the line. Empty cells say nothing. Described in docs/huong-dan/tong-hop.md.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import xlsxwriter

from motcua.core.consolidating import Lines
from motcua.core.money import parse_number
from motcua.core.text import clean, search_key
from motcua.files.kinds import XLSX
from motcua.files.spreadsheets import Cell, Sheet, Unreadable, column_name, open_csv, open_xlsx
from motcua.reports.consolidation.checking import LARGEST, heads
from motcua.reports.consolidation.forms import Form
from motcua.reports.consolidation.typed import TypedLine

CSV = "text/csv"
NAME_HEAD = "Dòng"
MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file as it was sent."""

    content: bytes
    name: str

    @property
    def media_type(self) -> str:
        """What it is, told by how it begins."""
        return XLSX if self.content[:4] == b"PK\x03\x04" else CSV


@dataclass(frozen=True, slots=True)
class Read:
    """What a file says by place and column, and each cell or line that cannot be read."""

    typed: Lines
    faults: Sequence[str]


def read(loaded: Loaded, form: Form, asked: Sequence[TypedLine]) -> Read:
    """The figures of a file. Pure, and never raises: what is wrong is told by row and column."""
    try:
        xlsx = loaded.media_type == XLSX
        sheet = open_xlsx(loaded.content)[0] if xlsx else open_csv(loaded.content)
    except Unreadable as error:
        return Read({}, [str(error)])
    return _Reader(sheet, form, asked).read()


class _Reader:
    """One sheet being read; `faults` grows."""

    def __init__(self, sheet: Sheet, form: Form, asked: Sequence[TypedLine]) -> None:
        self.sheet, self.form = sheet, form
        self.lines = {search_key(name): one for one in asked for name in _names(one)}
        self.faults: list[str] = []

    def read(self) -> Read:
        first = self.sheet.rows[0] if self.sheet.rows else ()
        columns = self._columns(first)
        if not columns:
            said = ", ".join(heads(self.form).values())
            return Read({}, [f"Dòng 1 không có cột nào trong các cột: {said}. Dùng tệp mẫu."])
        found: dict[str, dict[str, int]] = {}
        for number, row in enumerate(self.sheet.rows[1:], start=2):
            line = self._line(number, row)
            if line is None:
                continue
            if line.place in found:
                self.faults.append(f"Dòng {number}: “{line.name}” đã có ở dòng trên. Bỏ bớt một.")
                continue
            found[line.place] = self._numbers(number, row, line, columns)
        return Read(found, self.faults[:MOST_FAULTS])

    def _columns(self, first: Sequence[Cell]) -> Mapping[int, str]:
        known = {search_key(head): key for key, head in heads(self.form).items()}
        known |= {search_key(one.key): one.key for one in self.form.columns}
        return {
            place: known[search_key(str(cell))]
            for place, cell in enumerate(first)
            if place and search_key(str(cell)) in known
        }

    def _line(self, number: int, row: Sequence[Cell]) -> TypedLine | None:
        """The line a row is about; None for a row that is empty, or about none there is."""
        name = clean(str(row[0])) if row else ""
        if not any(cell not in ("", None) for cell in row):
            return None
        line = self.lines.get(search_key(name))
        if line is None:
            said = f"Dòng {number}: không có dòng “{name[:60]}” trong biểu. Chép tên từ tệp mẫu."
            self.faults.append(said)
        return line

    def _numbers(
        self, number: int, row: Sequence[Cell], line: TypedLine, columns: Mapping[int, str]
    ) -> dict[str, int]:
        found = {}
        for place, key in columns.items():
            cell = row[place] if place < len(row) else ""
            if cell == "":
                continue
            where = f"Dòng {number}, cột {column_name(place)}"
            if key not in line.columns:
                self.faults.append(f"{where}: dòng “{line.name}” không ghi số ở cột này.")
            elif self.sheet.formulas and (number, place) in self.sheet.formulas:
                self.faults.append(f"{where}: là công thức. Dán lại thành số.")
            elif (value := number_of(cell)) is None:
                self.faults.append(f"{where}: “{str(cell)[:20]}” không phải số hồ sơ, như 1.315.")
            else:
                found[key] = value
        return found


def number_of(cell: Cell) -> int | None:
    """A count as people write it: `1315`, `1.315`; None for anything else."""
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and 0 <= cell <= LARGEST else None
    try:
        value = parse_number(str(cell))
    except ValueError:
        return None
    return value if 0 <= value <= LARGEST else None


def _names(line: TypedLine) -> Sequence[str]:
    return (line.name, line.place, *([line.key] if line.key else [line.office]))


def template_csv(form: Form, asked: Sequence[TypedLine]) -> str:
    """The lines to fill in, under the heads, every figure blank; with a byte order mark, so that
    spreadsheets read it as UTF-8."""
    rows = [[NAME_HEAD, *heads(form).values()], *([line.name] for line in asked)]
    return "\ufeff" + "".join(",".join(map(_quoted, row)) + "\r\n" for row in rows)


def template_xlsx(form: Form, asked: Sequence[TypedLine]) -> bytes:
    """The same as a workbook: what may be filled in is white, the rest grey."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    head = book.add_format({"bold": True, "border": 1, "text_wrap": True, "bg_color": "#e7ecf0"})
    grey = book.add_format({"border": 1, "bg_color": "#f2f4f6"})
    cell = book.add_format({"border": 1, "num_format": "#,##0"})
    page = book.add_worksheet("Số liệu")
    page.set_column(0, 0, 60)
    page.set_column(1, len(form.columns), 14)
    page.freeze_panes(1, 1)
    for place, words in enumerate((NAME_HEAD, *heads(form).values())):
        page.write_string(0, place, words, head)
    for row, line in enumerate(asked, start=1):
        page.write_string(row, 0, line.name, head)
        for place, column in enumerate(form.columns, start=1):
            page.write_blank(row, place, None, cell if column.key in line.columns else grey)
    last = len(asked)
    page.data_validation(
        1, 1, last, len(form.columns),
        {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": LARGEST,
         "error_title": "Số hồ sơ", "error_message": "Ghi số nguyên, không âm."},
    )  # fmt: skip
    book.close()
    return out.getvalue()


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'

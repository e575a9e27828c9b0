"""The lines under the headings of a sheet, with the place of every fault. Pure.

Columns may stand in any order; a heading that is not known is a fault, because what stands under it
would be lost unseen. So are formulas and merged cells where something is read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from motcua.catalogue.decisions.asked import Fault
from motcua.core.text import clean, search_key
from motcua.files.spreadsheets import Cell, Sheet, column_name


@dataclass(slots=True)
class Table:
    """The lines under the headings of one sheet, by heading, with the number of each in the file;
    `faults` are what is wrong with the sheet itself and with single cells."""

    name: str
    places: Mapping[str, int] = field(default_factory=dict)
    lines: list[tuple[int, Mapping[str, Cell]]] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, row: int, heading: str, sentence: str) -> None:
        """Note what is wrong with the cell of that row under that heading."""
        where = _column(self.places[heading], heading) if heading in self.places else heading
        self.faults.append(Fault(sentence, self.name, row, where))


def table_of(sheet: Sheet, headings: Sequence[str], needed: Sequence[str]) -> Table:
    """The sheet's lines; the headings stand in the first of its first ten rows that has two."""
    table = Table(sheet.name)
    known = {search_key(heading): heading for heading in headings}
    number, found = _heading_row(sheet, known)
    if not number:
        table.faults.append(
            Fault("Không thấy dòng tên cột. Dùng tệp mẫu, giữ nguyên tên cột.", sheet.name)
        )
        return table
    _headings(table, found, [str(cell) for cell in sheet.rows[number - 1]], number)
    for heading in needed:
        if heading not in table.places:
            table.fault(number, heading, f"Thiếu cột “{heading}”.")
    used = {place: heading for heading, place in table.places.items()}
    named = {place for place, cell in enumerate(sheet.rows[number - 1]) if cell != ""}
    table.faults += spoiled(sheet, used, number)
    for row_number, row in enumerate(sheet.rows[number:], start=number + 1):
        cells = {
            heading: row[place]
            for heading, place in table.places.items()
            if place < len(row) and row[place] != ""
        }
        if cells:
            table.lines.append((row_number, cells))
        _strays(table, row_number, row, named)
    return table


def _heading_row(sheet: Sheet, known: Mapping[str, str]) -> tuple[int, Sequence[str]]:
    for number, row in enumerate(sheet.rows[:10], start=1):
        found = [known.get(search_key(str(cell)), "") for cell in row]
        if sum(map(bool, found)) >= 2:
            return number, found
    return 0, ()


def _headings(table: Table, found: Sequence[str], written: Sequence[str], row: int) -> None:
    places: dict[str, int] = {}
    table.places = places
    for place, heading in enumerate(found):
        said = clean(written[place])
        if heading and heading in places:
            table.faults.append(
                Fault("Tên cột này có hai lần.", table.name, row, _column(place, said))
            )
        elif heading:
            places[heading] = place
        elif said:
            table.faults.append(
                Fault(
                    f"Tệp mẫu không có cột “{said[:60]}”. Sửa tên cột, hoặc bỏ cột này.",
                    table.name, row, column_name(place),
                )
            )  # fmt: skip


def _strays(table: Table, number: int, row: Sequence[Cell], named: set[int]) -> None:
    for place, cell in enumerate(row):
        if cell != "" and place not in named:
            said = "Ô này nằm ngoài các cột có tên. Xoá, hoặc đưa vào đúng cột."
            table.faults.append(Fault(said, table.name, number, column_name(place)))


def spoiled(sheet: Sheet, used: Mapping[int, str], after: int) -> list[Fault]:
    """Formulas and merged cells from the row `after` on, in the columns that are read, each with
    its heading."""
    told = (
        (sheet.formulas, "Ô này là công thức. Chép và dán lại thành giá trị."),
        (sheet.merged, "Ô này gộp nhiều ô. Bỏ gộp rồi điền từng ô."),
    )
    return [
        Fault(sentence, sheet.name, row, _column(place, used[place]))
        for places, sentence in told
        for row, place in sorted(places)
        if row >= after and place in used
    ]


def _column(place: int, heading: str) -> str:
    """`B (Mã TTHC)`; the letter alone where there is no heading."""
    letter = column_name(place)
    return f"{letter} ({heading})" if heading else letter


def words_in(cell: Cell) -> str:
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:g}"
    return cell

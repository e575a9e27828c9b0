"""A decision in a spreadsheet: one sheet for its head, one for procedures, one for each list.

Columns stand in any order under Vietnamese headings. An empty cell says nothing, `(bỏ)` takes
away. Every fault is named by sheet, row and column, all of them at once.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, cast

from motcua.catalogue.content import FIELDS, LISTS, Field, ListField
from motcua.catalogue.decisions.asked import HEAD, KINDS, Entry, Fault, Handed, Head
from motcua.catalogue.decisions.codes import core_of
from motcua.catalogue.sheets.cells import CLEARED, BadCell, day_of, value_of
from motcua.catalogue.sheets.tables import Table, spoiled, table_of, words_in
from motcua.core.text import clean, search_key
from motcua.files.spreadsheets import Cell, Sheet, Unreadable, open_csv, open_xlsx

MOST = 2000
HEAD_SHEET, MAIN_SHEET = "Quyết định", "Thủ tục"
KIND, SLUG, CODE, INSTEAD = "Nội dung", "Khóa", "Mã TTHC", "Thay bằng"
MAIN_HEADINGS: Final = (
    KIND,
    CODE,
    SLUG,
    INSTEAD,
    *(one.label for one in FIELDS if one.key != "code"),
)
LONGEST_SLUG: Final = 80
_FIELDS: Final = {one.label: one for one in FIELDS}
_KINDS: Final = {search_key(word): key for key, word in KINDS.items()} | {
    search_key(key): key for key in KINDS
}


def read(content: bytes, name: str) -> Handed:
    """The decision in a file called `name`. Pure, and never raises: what is wrong is told."""
    try:
        if content[:4] == b"PK\x03\x04":
            sheets = {search_key(sheet.name): sheet for sheet in open_xlsx(content)}
        elif name.lower().endswith((".xlsx", ".xls", ".xlsm", ".ods")):
            raise Unreadable("Tệp này không phải XLSX. Mở bằng bảng tính, lưu lại dạng XLSX.")
        else:
            return _from_csv(open_csv(content, MAIN_SHEET))
    except Unreadable as error:
        return Handed(None, (), (Fault(str(error)),))
    return _from_book(sheets)


def _from_book(sheets: Mapping[str, Sheet]) -> Handed:
    head_sheet, main_sheet = sheets.get(search_key(HEAD_SHEET)), sheets.get(search_key(MAIN_SHEET))
    if head_sheet is None or main_sheet is None:
        lacking = HEAD_SHEET if head_sheet is None else MAIN_SHEET
        return Handed(None, (), (Fault(f"Tệp không có trang “{lacking}”. Dùng tệp mẫu."),))
    head, faults = _head(dict(_pairs(head_sheet)), HEAD_SHEET)
    faults += spoiled(head_sheet, {0: "", 1: ""}, 1)
    main = table_of(main_sheet, MAIN_HEADINGS, (KIND,))
    lists = {
        known.key: table_of(sheet, (CODE, SLUG, *(one.label for one in known.columns)), ())
        for known in LISTS
        if (sheet := sheets.get(search_key(known.label))) is not None
    }
    entries = _entries(main, lists)
    for table in (main, *lists.values()):
        faults += table.faults
    return Handed(head, entries, tuple(faults))


def _from_csv(sheet: Sheet) -> Handed:
    labels = [label for label, _ in HEAD.values()]
    table = table_of(sheet, (*MAIN_HEADINGS, *labels), (KIND,))
    said: dict[str, tuple[int, Cell]] = {}
    for row, cells in table.lines:
        for label in labels:
            value = cells.get(label, "")
            if value and said.setdefault(label, (row, value))[1] != value:
                table.fault(row, label, f"Khác với dòng {said[label][0]}. Một tệp một quyết định.")
    head, faults = _head(said, MAIN_SHEET)
    entries = _entries(table, {})
    return Handed(head, entries, (*faults, *table.faults))


def _pairs(sheet: Sheet) -> Iterator[tuple[str, tuple[int, Cell]]]:
    """The head's sheet: what, and beside it the value."""
    known = {search_key(label): label for label, _ in HEAD.values()}
    for number, row in enumerate(sheet.rows, start=1):
        if len(row) > 1 and (label := known.get(search_key(str(row[0]).rstrip(":")))):
            yield label, (number, row[1])


def _head(said: Mapping[str, tuple[int, Cell]], sheet: str) -> tuple[Head | None, list[Fault]]:
    found: dict[str, Any] = {}
    faults = []
    for key, (label, longest) in HEAD.items():
        row, cell = said.get(label, (0, ""))
        if longest:
            found[key] = clean(words_in(cell))
        else:
            found[key] = day_of(cell) if cell else None
        if cell and not found[key]:
            faults.append(Fault("Ghi ngày như 05/04/2017.", sheet, row, label))
        elif not found[key] and key != "title":
            faults.append(Fault(f"Chưa ghi {label.lower()}.", sheet, row, label))
        elif longest and len(found[key]) > longest:
            faults.append(Fault(f"Nhiều nhất {longest} ký tự.", sheet, row, label))
    return (None if faults else Head(**found)), faults


def _entries(main: Table, lists: Mapping[str, Table]) -> Sequence[Entry]:
    """What is said of each procedure, its lists with it; they are found by slug or by code."""
    found: dict[str, Entry] = {}
    for row, cells in main.lines[:MOST]:
        entry = _entry(main, row, cells)
        name = entry.slug or entry.code or f"dong-{row}"
        if name in found:
            main.fault(row, CODE, f"“{name}” đã có ở dòng {found[name].row}. Gộp hai dòng.")
        found[name] = entry
    if len(main.lines) > MOST:
        main.fault(main.lines[MOST][0], KIND, f"Nhiều nhất {MOST} thủ tục một tệp.")
    if not main.lines and not main.faults:
        main.faults.append(Fault("Trang này chưa có dòng nào.", main.name))
    by_code = {core_of(entry.code): entry for entry in found.values() if entry.code} | found
    for known in LISTS:
        if known.key in lists:
            _lines(lists[known.key], known, by_code)
    return tuple(found.values())


def _entry(main: Table, row: int, cells: Mapping[str, Cell]) -> Entry:
    kind = _KINDS.get(search_key(words_in(cells.get(KIND, ""))), "")
    if not kind and KIND in main.places:
        main.fault(row, KIND, f"Ghi một trong: {'; '.join(KINDS.values())}.")
    said = _values(main, row, cells, _FIELDS)
    slug, code = _given(cells, SLUG), said.get("code", "")
    if not (slug or code or said.get("name")):
        main.fault(row, CODE, "Ghi mã TTHC hoặc khóa của thủ tục.")
    return Entry(kind, slug, code, _code(cells.get(INSTEAD, "")).lower(), said, row)


def _given(cells: Mapping[str, Cell], heading: str) -> str:
    return clean(words_in(cells.get(heading, ""))).lower()[:LONGEST_SLUG]


def _lines(table: Table, known: ListField, found: Mapping[str, Entry]) -> None:
    """The lines of a list into the procedure each belongs to."""
    columns = {one.label: one for one in known.columns}
    for row, cells in table.lines:
        name = _given(cells, SLUG) or core_of(_code(cells.get(CODE, "")))
        if name not in found:
            table.fault(row, CODE, f"Trang “{MAIN_SHEET}” không có thủ tục “{name}”.")
            continue
        entry = found[name]
        lines = cast(dict[str, Any], entry.content).setdefault(known.key, [])
        if any(words_in(cell).casefold() == CLEARED for cell in cells.values()):
            continue
        values = _values(table, row, cells, columns)
        for one in known.columns:
            if one.needed and one.empty in ("", None) and one.label not in cells:
                table.fault(row, one.label, f"Chưa ghi {one.label.lower()}.")
        lines.append({one.key: values.get(one.key, one.empty) for one in known.columns})
        cast(dict[str, list[int]], entry.rows).setdefault(known.key, []).append(row)


def _values(
    table: Table, row: int, cells: Mapping[str, Cell], fields: Mapping[str, Field]
) -> dict[str, Any]:
    found = {}
    for label, cell in cells.items():
        if label not in fields:
            continue
        one = fields[label]
        text = _code(cell) if one.key == "code" else words_in(cell)
        try:
            found[one.key] = value_of(one, text)
        except BadCell as bad:
            table.fault(row, label, str(bad))
    return found


def _code(cell: Cell) -> str:
    """A code typed as a number has lost the zeros at its end."""
    return f"{cell:.6f}" if isinstance(cell, float) else clean(words_in(cell))

"""Spreadsheets people send: their cells as they stand, and what makes a file unfit to be read.

A file is opened only after its inside was weighed and checked, so that one that unpacks to
gigabytes costs nothing. Cells come out as text in NFC, days as days; formulas and merged cells are
named by place, because what they hold is not what one sees.
"""

import csv
import html
import io
import re
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook, ZipError

from motcua.core.text import nfc

LARGEST = 5_000_000
UNPACKED = 60_000_000
PARTS = 400
ROWS = 20_000
COLUMNS = 200
DELIMITERS = ",;\t"
Cell = str | date | float

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^>]*?>")
_NAME = re.compile(rb'\sname="([^"]*)"')
_ID = re.compile(rb'\s(?:\w+:)?id="([^"]*)"')
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^>]*?>")
_RELATION_ID = re.compile(rb'\sId="([^"]*)"')
_TARGET = re.compile(rb'\sTarget="([^"]*)"')
_FORMULA = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>/]*>\s*<(?:\w+:)?f[\s>/]')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):')


class Unreadable(ValueError):
    """The file as a whole cannot be read; `str()` says why and what to do, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its name: its rows from the first, and where formulas and merged cells begin, as
    (row from 1, column from 0)."""

    name: str
    rows: Sequence[Sequence[Cell]]
    formulas: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    merged: frozenset[tuple[int, int]] = field(default_factory=frozenset)


def open_xlsx(content: bytes) -> Sequence[Sheet]:
    """The sheets of a workbook. Raises Unreadable. About 10 ms, and 1 s for the largest."""
    parts = _parts(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = book.sheet_names
        read = [book.get_sheet_by_name(name) for name in names]
        for sheet in read:
            if sheet.total_height > ROWS or sheet.total_width > COLUMNS:
                raise Unreadable(
                    f"Trang “{sheet.name}” có hơn {ROWS} dòng hoặc {COLUMNS} cột. Bỏ phần thừa."
                )
        rows = [sheet.to_python(skip_empty_area=False) for sheet in read]
    except (CalamineError, ZipError, IndexError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(_DAMAGED) from None
    paths = _paths(parts)
    return tuple(
        Sheet(
            nfc(name),
            tuple(tuple(_cell(value) for value in row) for row in lines),
            _places(_FORMULA, parts.get(paths.get(name, ""), b"")),
            _places(_MERGED, parts.get(paths.get(name, ""), b"")),
        )
        for name, lines in zip(names, rows, strict=True)
    )


def open_csv(content: bytes, name: str = "CSV") -> Sheet:
    """The one sheet of a CSV in UTF-8, parted by comma, semicolon or tab. Raises Unreadable."""
    if len(content) > LARGEST:
        raise Unreadable(_TOO_LARGE)
    try:
        text = nfc(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unreadable(
            "Tệp CSV không phải UTF-8. Mở bằng bảng tính, lưu lại dạng “CSV UTF-8” hoặc XLSX."
        ) from None
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise Unreadable(
            "Tệp CSV có dấu nháy không đóng hoặc ô quá dài. Lưu lại bằng bảng tính."
        ) from None
    if len(rows) > ROWS:
        raise Unreadable(f"Tệp có hơn {ROWS} dòng. Bỏ phần thừa.")
    return Sheet(name, tuple(tuple(cell.strip() for cell in row) for row in rows))


def column_name(place: int) -> str:
    """`A` for 0, `AA` for 26."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


_DAMAGED = "Tệp XLSX không mở được. Mở bằng bảng tính, lưu lại dạng XLSX rồi gửi lại."
_TOO_LARGE = f"Tệp lớn hơn {LARGEST // 1_000_000} MB. Bỏ hình ảnh, trang thừa rồi gửi lại."
_BOMB = "Tệp bung ra quá lớn, không đọc. Chép riêng các bảng cần nhập sang một tệp mới."


def _parts(content: bytes) -> Mapping[str, bytes]:
    """What is inside, each part unpacked within the limit and true to its checksum."""
    if len(content) > LARGEST:
        raise Unreadable(_TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            listed = packed.infolist()
            if len(listed) > PARTS or sum(one.file_size for one in listed) > UNPACKED:
                raise Unreadable(_BOMB)
            return {one.filename: packed.read(one) for one in listed}
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError):
        raise Unreadable(_DAMAGED) from None


def _paths(parts: Mapping[str, bytes]) -> Mapping[str, str]:
    """Under which name inside the file each sheet lies."""
    targets = {}
    for found in _RELATION.findall(parts.get("xl/_rels/workbook.xml.rels", b"")):
        key, target = _RELATION_ID.search(found), _TARGET.search(found)
        if key and target:
            path = target[1].decode("utf-8", "replace")
            targets[key[1]] = path[1:] if path.startswith("/") else f"xl/{path}"
    paths = {}
    for found in _SHEET.findall(parts.get("xl/workbook.xml", b"")):
        name, key = _NAME.search(found), _ID.search(found)
        if name and key and key[1] in targets:
            paths[html.unescape(name[1].decode("utf-8", "replace"))] = targets[key[1]]
    return paths


def _places(pattern: re.Pattern[bytes], part: bytes) -> frozenset[tuple[int, int]]:
    return frozenset(
        (int(found[2]), _column(found[1].decode())) for found in pattern.finditer(part)
    )


def _column(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1


def _cell(value: object) -> Cell:
    """A day stays a day, a number a number, an hour is written as one."""
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else f"{value:%d/%m/%Y %H:%M}"
    if isinstance(value, date):
        return value
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return f"{value.seconds // 3600:02}:{value.seconds // 60 % 60:02}"
    if isinstance(value, float | int):
        return float(value)
    return nfc(str(value)).strip()

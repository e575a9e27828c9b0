"""The spreadsheet to fill in: every sheet and heading that `reading` reads, an example
of a decision, and what may be written where."""

import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

import xlsxwriter

from motcua.catalogue.content import FIELDS, LISTS, Field, Kind
from motcua.catalogue.decisions.asked import HEAD, KINDS
from motcua.catalogue.sheets.cells import CLEARED
from motcua.catalogue.sheets.reading import (
    CODE,
    HEAD_SHEET,
    INSTEAD,
    KIND,
    MAIN_HEADINGS,
    MAIN_SHEET,
    SLUG,
)

GUIDE: Final = "Cách ghi"
_HOW: Final[Mapping[Kind, str]] = {
    Kind.FLAG: "có hoặc không",
    Kind.NUMBER: "số, như 15",
    Kind.AMOUNT: "số, như 15 hoặc 0,5",
    Kind.MONEY: "số đồng, như 75.000",
    Kind.HOUR: "giờ, như 15:00",
    Kind.STEPS: "đến 2: 2.000; còn lại: 1.000",
    Kind.ARTICLES: "mỗi dòng: tên mục, dấu hai chấm, điều khoản, [V] hoặc [M]",
}


def template() -> bytes:
    """An XLSX without any line, to be filled in."""
    return workbook({}, (), {})


def workbook(
    head: Mapping[str, str],
    lines: Sequence[Mapping[str, str]],
    lists: Mapping[str, Sequence[Mapping[str, str]]],
) -> bytes:
    """An XLSX with these lines, each a text by heading; `lists` by the key of the list."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "constant_memory": False})
    bold = book.add_format({"bold": True, "border": 1, "bg_color": "#e7ecf0", "text_wrap": True})
    page = book.add_worksheet(HEAD_SHEET)
    page.set_column(0, 0, 24)
    page.set_column(1, 1, 70)
    for row, (label, _) in enumerate(HEAD.values()):
        page.write_string(row, 0, label, bold)
        page.write_string(row, 1, head.get(label, ""))
    main = _sheet(book, MAIN_SHEET, MAIN_HEADINGS, lines, bold)
    main.data_validation(1, 0, 2000, 0, {"validate": "list", "source": list(KINDS.values())})
    for known in LISTS:
        headings = (CODE, SLUG, *(one.label for one in known.columns if one.kind is not Kind.FILE))
        _sheet(book, known.label, headings, lists.get(known.key, ()), bold)
    _guide(book, bold)
    book.close()
    return out.getvalue()


def _sheet(
    book: Any, name: str, headings: Sequence[str], lines: Sequence[Mapping[str, str]], bold: Any
) -> Any:
    page = book.add_worksheet(name)
    page.set_column(0, len(headings) - 1, 18)
    for column, heading in enumerate(headings):
        page.write_string(0, column, heading, bold)
        for row, line in enumerate(lines, start=1):
            if line.get(heading):
                page.write_string(row, column, line[heading])
    page.freeze_panes(1, 0)
    return page


def _guide(book: Any, bold: Any) -> None:
    page = book.add_worksheet(GUIDE)
    page.set_column(0, 1, 30)
    page.set_column(2, 2, 90)
    for column, head in enumerate(("Trang", "Cột", "Ghi gì")):
        page.write_string(0, column, head, bold)
    told = [
        (MAIN_SHEET, KIND, "; ".join(KINDS.values())),
        (MAIN_SHEET, SLUG, "để trống nếu đã ghi mã; thủ tục mới thì đặt, như dang-ky-mau"),
        (MAIN_SHEET, INSTEAD, "mã hoặc khóa của thủ tục thay thế"),
        ("", "", f"Ô trống: quyết định không nói đến. “{CLEARED}”: bỏ điều đang có."),
        ("", "", "Trang danh sách ghi đủ mọi dòng của thủ tục; danh sách cũ được thay hẳn."),
        *((MAIN_SHEET, one.label, _how(one)) for one in FIELDS),
        *(
            (known.label, one.label, _how(one))
            for known in LISTS
            for one in known.columns
            if one.kind is not Kind.FILE
        ),
    ]
    for row, line in enumerate(told, start=1):
        for column, text in enumerate(line):
            page.write_string(row, column, text)


def _how(one: Field) -> str:
    if one.words:
        several = ", có thể nhiều, cách nhau dấu chấm phẩy" if one.kind is Kind.CHOICES else ""
        return f"một trong: {'; '.join(one.words.values())}{several}"
    return _HOW.get(one.kind, f"chữ, nhiều nhất {one.longest} ký tự")

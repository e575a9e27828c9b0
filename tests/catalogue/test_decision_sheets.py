"""A decision in a spreadsheet: read in any order of columns, and every fault named by place."""

import io
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import pytest
import xlsxwriter

from motcua.catalogue.decisions.asked import Fault, Handed
from motcua.catalogue.sheets.reading import MAIN_SHEET, read
from motcua.catalogue.sheets.template import template, workbook

HEAD = {
    "Số quyết định": "1234/QĐ-UBND",
    "Ngày ký": "28/03/2017",
    "Cơ quan ban hành": "UBND tỉnh Thanh Hóa",
    "Ngày có hiệu lực": "15/05/2017",
}
LINE = {
    "Nội dung": "Sửa đổi, bổ sung",
    "Mã TTHC": "1.001612",
    "Thời hạn giải quyết": "2",
    "Cách tính thời hạn": "ngày làm việc",
}


def of(
    lines: list[dict[str, str]],
    head: Mapping[str, str] = HEAD,
    **lists: list[dict[str, str]],
) -> Handed:
    return read(workbook(head, lines, lists), "quyet-dinh.xlsx")


def book(
    fill: Callable[[Any], None], head: Mapping[str, str] = HEAD, name: str = MAIN_SHEET
) -> Handed:
    """A workbook whose sheet of procedures is drawn by hand."""
    out = io.BytesIO()
    made = xlsxwriter.Workbook(out, {"in_memory": True})
    top = made.add_worksheet("Quyết định")
    for row, (label, text) in enumerate(head.items()):
        top.write_string(row, 0, label)
        top.write_string(row, 1, text)
    fill(made.add_worksheet(name))
    made.close()
    return read(out.getvalue(), "quyet-dinh.xlsx")


def lines_on(page: Any, *rows: list[object]) -> None:
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime):
                page.write_datetime(number, column, cell)
            else:
                page.write(number, column, cell)


def told(handed: Handed) -> list[tuple[str, int, str]]:
    return [(fault.sheet, fault.row, fault.column) for fault in handed.faults]


def test_a_decision_is_read_with_only_what_it_says() -> None:
    handed = of([LINE], components=[{"Mã TTHC": "1.001612", "Tên giấy tờ": "Đơn", "Số bản": "2"}])

    assert handed.faults == ()
    assert handed.head is not None
    assert (handed.head.number, f"{handed.head.effective_on}") == ("1234/QĐ-UBND", "2017-05-15")
    (entry,) = handed.entries
    assert (entry.kind, entry.code, entry.row) == ("amended", "1.001612", 2)
    assert entry.content == {
        "code": "1.001612",
        "allowance": 2,
        "allowance_kind": "working_days",
        "components": [
            {"name": "Đơn", "kind": "original", "copies": 2, "optional": False, "case": ""}
        ],
    }


def test_columns_stand_in_any_order_and_may_be_decomposed() -> None:
    def fill(page: Any) -> None:
        rows = [["Cách tính thời hạn", "Thời hạn giải quyết", "Nội dung", "Mã TTHC"],
                ["Ngày làm việc", 3, "Sửa đổi, bổ sung", 1.001612]]  # fmt: skip
        for row in rows:
            row[:] = [unicodedata.normalize("NFD", c) if isinstance(c, str) else c for c in row]
        lines_on(page, *rows)

    handed = book(fill, {unicodedata.normalize("NFD", k): v for k, v in HEAD.items()})

    assert handed.faults == ()
    assert handed.entries[0].content["allowance"] == 3
    assert handed.entries[0].code == "1.001612"


def test_a_code_typed_as_a_number_gets_back_the_zeros_it_lost() -> None:
    handed = book(lambda page: lines_on(page, ["Nội dung", "Mã TTHC"], ["Bãi bỏ", 2.00081]))

    assert handed.entries[0].code == "2.000810"


def test_a_whole_code_is_read_and_its_list_lines_are_found_by_core() -> None:
    code = "1.012753.000.00.00.H56"
    papers = [{"Mã TTHC": name, "Tên giấy tờ": "Đơn"} for name in (code, "1.012753")]

    handed = of([LINE | {"Mã TTHC": code}], components=papers)

    assert handed.faults == ()
    (entry,) = handed.entries
    assert len(entry.content["components"]) == 2


def test_the_lines_of_a_list_keep_their_rows() -> None:
    papers = [
        {"Mã TTHC": "1.000001", "Tên giấy tờ": "Đơn"},
        {"Mã TTHC": "1.001612", "Tên giấy tờ": "Đơn"},
        {"Mã TTHC": "1.001612", "Tên giấy tờ": "Bản vẽ"},
    ]

    first, second = of([LINE, LINE | {"Mã TTHC": "1.000001"}], components=papers).entries

    assert (first.rows, second.rows) == ({"components": [3, 4]}, {"components": [2]})


def test_nothing_taken_away_and_something_taken_away_are_told_apart() -> None:
    away = {"Mã TTHC": "1.001612", "Tên khoản thu": "(bỏ)"}
    (entry,) = of([LINE | {"Phí, lệ phí": "(bỏ)"}], fees=[away]).entries

    assert entry.content["fee_text"] == ""
    assert entry.content["fees"] == []
    assert "result" not in entry.content


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("Thời hạn giải quyết", "mười lăm"),
        ("Thời hạn giải quyết", "-3"),
        ("Cách tính thời hạn", "ngày nghỉ"),
        ("Cấp thực hiện", "cấp thôn"),
        ("Giờ chốt nhận", "25:00"),
        ("Mức cơ bản (đồng)", "1.50"),
        ("Nhận tại một cửa", "có lẽ"),
        ("Tên thủ tục", "x" * 501),
        ("Điều khoản của từng mục", "Điều 5"),
        ("Mức độ trực tuyến", "7"),
        ("Nội dung", "Sửa lung tung"),
    ],
)
def test_a_bad_cell_is_named_by_row_and_column(column: str, text: str) -> None:
    handed = of([LINE, LINE | {"Mã TTHC": "1.000001", column: text}])

    ((sheet, row, where),) = told(handed)
    assert (sheet, row) == (MAIN_SHEET, 3)
    assert column in where


def test_every_fault_is_named_at_once() -> None:
    handed = of(
        [{"Nội dung": "?", "Mã TTHC": "1.0", "Thời hạn giải quyết": "x"}, LINE, LINE],
        HEAD | {"Ngày ký": "hôm qua", "Cơ quan ban hành": ""},
        components=[{"Mã TTHC": "9.9", "Tên giấy tờ": "Đơn"}, {"Mã TTHC": "1.0", "Số bản": "2"}],
    )

    assert told(handed) == [
        ("Quyết định", 2, "Ngày ký"),
        ("Quyết định", 3, "Cơ quan ban hành"),
        (MAIN_SHEET, 2, "A (Nội dung)"),
        (MAIN_SHEET, 2, told(handed)[3][2]),
        (MAIN_SHEET, 4, "B (Mã TTHC)"),
        ("Thành phần", 2, "A (Mã TTHC)"),
        ("Thành phần", 3, "C (Tên giấy tờ)"),
    ]


def test_a_formula_is_refused_where_it_stands() -> None:
    def fill(page: Any) -> None:
        lines_on(page, ["Nội dung", "Mã TTHC"], ["Bãi bỏ", "1.001612"])
        page.write_formula(1, 1, '="1.00"&"1612"', None, "1.001612")

    (fault,) = book(fill).faults
    assert (fault.sheet, fault.row, fault.column) == (MAIN_SHEET, 2, "B (Mã TTHC)")
    assert "công thức" in fault.sentence


def test_merged_cells_are_refused_where_they_begin() -> None:
    def fill(page: Any) -> None:
        lines_on(page, ["Nội dung", "Mã TTHC"], ["Bãi bỏ", "1.001612"], ["", "1.001613"])
        page.merge_range(1, 0, 2, 0, "Bãi bỏ")

    faults = book(fill).faults
    assert (2, "A (Nội dung)") in {(fault.row, fault.column) for fault in faults}
    assert any("gộp" in fault.sentence for fault in faults)


def test_a_title_merged_above_the_headings_does_no_harm() -> None:
    def fill(page: Any) -> None:
        page.merge_range(0, 0, 0, 3, "DANH MỤC THỦ TỤC")
        for column, cell in enumerate(("Nội dung", "Mã TTHC")):
            page.write(2, column, cell)
            page.write(3, column, ("Bãi bỏ", "1.001612")[column])

    handed = book(fill)

    assert handed.faults == ()
    assert handed.entries[0].row == 4


def test_days_as_text_and_as_days_are_read_alike_and_nonsense_is_not() -> None:
    def fill(page: Any) -> None:
        lines_on(page, ["Nội dung", "Mã TTHC"], ["Bãi bỏ", "1.001612"])

    for text in ("15/05/2017", "15-5-2017", "2017-05-15"):
        head = book(fill, HEAD | {"Ngày có hiệu lực": text}).head
        assert head is not None
        assert f"{head.effective_on}" == "2017-05-15"
    bad = book(fill, HEAD | {"Ngày có hiệu lực": "31/02/2017"})
    assert told(bad) == [("Quyết định", 4, "Ngày có hiệu lực")]


def test_an_unknown_column_is_named_since_what_it_holds_would_be_lost() -> None:
    handed = book(
        lambda page: lines_on(
            page, ["Nội dung", "Mã TTHC", "Thời hạng"], ["Bãi bỏ", "1.001612", "3"]
        )
    )

    assert told(handed) == [(MAIN_SHEET, 1, "C")]


def test_what_stands_beside_the_columns_is_named() -> None:
    handed = book(
        lambda page: lines_on(page, ["Nội dung", "Mã TTHC"], ["Bãi bỏ", "1.001612", "", "thừa"])
    )

    assert (MAIN_SHEET, 2, "D") in told(handed)


def test_the_same_heading_twice_is_named() -> None:
    handed = book(
        lambda page: lines_on(page, ["Nội dung", "Mã TTHC", "Mã TTHC"], ["Bãi bỏ", "1.001612"])
    )

    assert told(handed) == [(MAIN_SHEET, 1, "C (Mã TTHC)")]


def bomb() -> bytes:
    """A workbook that unpacks to far more than it weighs."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 200_000_000)
    return out.getvalue()


def liar() -> bytes:
    """One that says it is small and is not."""
    content = bytearray(bomb())
    at = content.rindex((200_000_000).to_bytes(4, "little"))
    content[at : at + 4] = (1000).to_bytes(4, "little")
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "name", "word"),
    [
        (bomb, "bom.xlsx", "quá lớn"),
        (liar, "bom.xlsx", "không mở được"),
        (lambda: b"PK\x03\x04 nothing", "hong.xlsx", "không mở được"),
        (lambda: b"%PDF-1.4", "quyet-dinh.xlsx", "không phải XLSX"),
        (lambda: b"x" * 6_000_000, "lon.csv", "lớn hơn"),
        (lambda: "Nội dung".encode("utf-16"), "quyet-dinh.csv", "UTF-8"),
        (lambda: b"", "quyet-dinh.csv", "tên cột"),
        (template, "mau.xlsx", "Chưa ghi"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    content: Callable[[], bytes], name: str, word: str
) -> None:
    handed = read(content(), name)

    assert handed.entries == ()
    assert any(word in fault.sentence for fault in handed.faults)


def test_a_csv_carries_the_head_on_its_first_line() -> None:
    text = (
        "Nội dung;Mã TTHC;Số quyết định;Ngày ký;Cơ quan ban hành;Ngày có hiệu lực\n"
        "Bãi bỏ;1.001612;5/QĐ;28/03/2017;UBND tỉnh;15/05/2017\n"
        "Bãi bỏ;1.001613;;;;\n"
    )

    good = read(text.encode("utf-8-sig"), "quyet-dinh.csv")
    torn = read(text.replace("1.001613;;", "1.001613;6/QĐ;").encode(), "quyet-dinh.csv")

    assert good.faults == ()
    assert [entry.code for entry in good.entries] == ["1.001612", "1.001613"]
    assert told(torn) == [(MAIN_SHEET, 3, "C (Số quyết định)")]


def test_the_template_is_empty_and_has_every_heading() -> None:
    handed = read(template(), "mau.xlsx")

    assert {fault.row for fault in handed.faults if fault.sheet == MAIN_SHEET} <= {0}
    assert not [f for f in handed.faults if isinstance(f, Fault) and "không có cột" in f.sentence]

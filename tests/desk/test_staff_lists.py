"""Staff come as a list: judged line by line, shown first, written whole."""

import io
import re
from datetime import date
from typing import Any

import pytest
import xlsxwriter
from django.db import connection
from django.test import Client
from python_calamine import CalamineWorkbook

from acting import words

HEADS = ["Họ và tên", "Tên đăng nhập", "Đơn vị", "Phòng", "Loại vị trí", "Chức danh", "Từ ngày"]


def rows(query: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def last_audit() -> str:
    return str(rows("SELECT action FROM audit_auditrow ORDER BY id DESC LIMIT 1")[0][0])


def sheet(*lines: list[Any], heads: list[str] = HEADS) -> io.BytesIO:
    """An XLSX as people send it."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    page = book.add_worksheet()
    for number, line in enumerate([heads, *lines]):
        for column, cell in enumerate(line):
            write = page.write_datetime if isinstance(cell, date) else page.write
            write(number, column, cell)
    book.close()
    out.seek(0)
    out.name = "danh-sach.xlsx"
    return out


def send(admin: Client, file: io.BytesIO, **more: str) -> Any:
    return admin.post("/can-bo/quan-tri/nhap-danh-sach", {"file": file, **more})


GOOD = (
    ["Hoàng Thị Một Mẫu", "ds.mot", "", "", "Cán bộ một cửa", "", ""],
    ["Hoàng Văn Hai Mẫu", "ds.hai", "Phường Ba Đình", "TPHT", "chuyên viên", "Công chức",
     date(2017, 3, 1)],
    ["Hoàng Văn Hai Mẫu", "ds.hai", "ba-dinh", "", "Văn thư", "", "01/03/2017"],
)  # fmt: skip


def test_every_fault_of_a_list_is_named_by_its_row_and_nobody_is_written(world: Any) -> None:
    before = rows("SELECT count(*) FROM identity_account")
    bad = sheet(
        GOOD[0],
        ["", "ds.ba", "", "", "Cán bộ một cửa", "", ""],
        ["Ai Đó Mẫu", "clerk", "Sao Hoả", "", "Giám đốc", "", "31/02/2017"],
        ["Khác Mẫu", "ds.mot", "", "", "Chuyên viên", "", ""],
    )

    answer = send(world.as_("admin"), bad, commit="1")

    said = words(answer)
    assert answer.status_code == 422
    for part in (
        "3 Họ và tên Chưa ghi họ và tên", "4 Tên đăng nhập “clerk” đã có người dùng",
        "4 Đơn vị Không có đơn vị này", "4 Loại vị trí Ghi một trong", "4 Từ ngày Ghi như",
        "5 Tên đăng nhập “ds.mot” ở dòng 2 là người khác", "5 Phòng Chuyên viên phải thuộc",
    ):  # fmt: skip
        assert part in said, part
    assert rows("SELECT count(*) FROM identity_account") == before


def test_a_good_list_is_shown_first_and_written_whole_by_the_next_button(world: Any) -> None:
    admin = world.as_("admin")
    before = rows("SELECT count(*) FROM identity_account")[0][0]

    dry = send(admin, sheet(*GOOD))
    between = rows("SELECT count(*) FROM identity_account")[0][0]
    sealed = re.search(r'name="sealed" value="([^"]+)"', dry.content.decode())
    assert sealed
    done = admin.post("/can-bo/quan-tri/nhap-danh-sach", {"sealed": sealed[1], "commit": "1"})
    again = admin.post("/can-bo/quan-tri/nhap-danh-sach", {"sealed": sealed[1], "commit": "1"})

    assert "Danh sách đúng: 2 người, 3 vị trí" in words(dry)
    assert between == before
    assert "Đã thêm 2 người" in words(done)
    assert rows("SELECT count(*) FROM identity_account")[0][0] == before + 2
    assert "đã có người dùng" in words(again)
    posts = rows(
        "SELECT count(*) FROM identity_holding h JOIN identity_account a ON a.id = h.account_id"
        " WHERE a.username = 'ds.hai' AND a.must_change AND h.from_on = '2017-03-01'"
    )
    assert posts == [(2,)]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (None, "Chưa chọn tệp"),
        (io.BytesIO(b"khong phai xlsx"), "Tệp không mở được"),
        (sheet(["a"], heads=["Cột lạ"]), "Dòng đầu thiếu cột Họ và tên"),
        (sheet(), "Danh sách chưa có ai"),
        (sheet(*[["A Mẫu", f"n{n}", "", "", "Văn thư", "", ""] for n in range(101)]), "101 dòng"),
    ],
)
def test_a_file_that_is_no_list_is_refused_with_what_to_do(
    world: Any, file: io.BytesIO | None, sentence: str
) -> None:
    form = {"file": file} if file else {}

    answer = world.as_("admin").post("/can-bo/quan-tri/nhap-danh-sach", form)

    assert answer.status_code == 422
    assert sentence in words(answer)


def test_the_template_is_a_list_with_nobody_in_it(world: Any) -> None:
    file = world.as_("admin").get("/can-bo/quan-tri/nhap-danh-sach/mau.xlsx").content

    book = CalamineWorkbook.from_filelike(io.BytesIO(file))
    answer = send(world.as_("admin"), io.BytesIO(file))

    assert book.get_sheet_by_index(0).to_python()[0] == HEADS
    assert any("Quản lý đô thị" in str(row[2]) for row in book.get_sheet_by_index(1).to_python())
    assert "Danh sách chưa có ai" in words(answer)

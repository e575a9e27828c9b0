"""The administrator's pages in a browser with JavaScript switched off: people, posts, parts, lent
posts, a list of staff from a spreadsheet.
"""

import io
import re

import pytest
import xlsxwriter
from playwright.sync_api import Browser, Page

from browsing import House
from scriptless import (
    click,
    enter,
    fill,
    give_password,
    official,
    press,
    said,
    send,
    take_in,
    without_script,
)

pytestmark = [pytest.mark.browser, pytest.mark.prove]

ADMIN, CLERK = "quantri.bim-son", "motcua.bim-son"
OFFICER, PART = "chuyenvien.yt.bim-son", "TX-YT"
"""Whom no other walk needs: the post ends here."""
PAGES = ("", "/vi-tri", "/don-vi", "/uy-quyen", "/nhap-danh-sach", "/suc-khoe", "/nhat-ky")
HEADS = ["Họ và tên", "Tên đăng nhập", "Đơn vị", "Phòng", "Loại vị trí", "Chức danh", "Từ ngày"]
OWN = "năm con chim sẻ nâu"
DESK = "cả đơn vị, không thuộc phòng nào"


def add(admin: Page, name: str, username: str, title: str) -> str:
    """A new clerk of the desk; the one-time password."""
    admin.goto("/can-bo/quan-tri/nguoi-moi")
    place = next(
        words
        for words in admin.locator("select[name=place] option").all_inner_texts()
        if "thị xã" in words.lower() and words.endswith(DESK)
    )
    fill(admin, full_name=name, username=username, kind="Cán bộ một cửa", place=place, title=title)
    send(admin)
    return admin.locator("#one-time").inner_text()


def open_person(admin: Page, name: str) -> None:
    admin.goto("/can-bo/quan-tri")
    fill(admin, words=name)
    click(admin, "Tìm")
    click(admin, name)


def test_somebody_new_gets_a_post_chooses_a_password_and_loses_the_post_the_same_day(
    house: House, chromium: Browser
) -> None:
    with (
        official(house, chromium, ADMIN) as admin,
        without_script(house.url, chromium) as new,
    ):
        once = add(admin, "Lò Thị Tắt Mẫu", "tat.lo", "Quầy không chữ chạy")
        assert "In bằng lệnh in của trình duyệt" in said(admin)
        enter(new, "tat.lo", once)
        assert "Đặt mật khẩu mới" in said(new)
        fill(new, old=once, new=OWN, again=OWN)
        with new.expect_navigation():
            new.keyboard.press("Enter")
        new.goto("/can-bo/tiep-nhan")
        assert "Tiếp nhận hồ sơ" in said(new)

        open_person(admin, "Lò Thị Tắt Mẫu")
        click(admin, "Giao thêm vị trí")
        admin.locator("select[name=kind]").select_option(label="Văn thư")
        admin.locator("select[name=place]").select_option(index=1)
        send(admin)
        assert "Đã giao vị trí" in said(admin)
        for title in ("Văn thư", "Quầy không chữ chạy"):
            click(admin, f"vị trí {title}")
            send(admin)
            assert "Đã ghi ngày kết thúc" in said(admin)
        assert said(admin).count("không ngày nào") == 2
        new.goto("/can-bo/tiep-nhan")
        assert "không giữ vị trí nào" in said(new).lower() or "vi-tri" in new.url
        click(admin, "Đóng tài khoản")
        assert "Tài khoản đã đóng" in said(admin)


def test_a_forgotten_password_is_replaced_and_a_name_mended(
    house: House, chromium: Browser
) -> None:
    with (
        official(house, chromium, ADMIN) as admin,
        without_script(house.url, chromium) as new,
    ):
        first = add(admin, "Lò Thị Quên Mẫu", "quen.lo", "Quầy quên")
        open_person(admin, "Lò Thị Quên Mẫu")
        fill(admin, full_name="Lò Thị Nhớ Mẫu")
        click(admin, "Lưu họ tên")
        assert "Đã đổi tên" in said(admin)
        click(admin, "Cấp mật khẩu một lần")
        second = admin.locator("#one-time").inner_text()

        new.goto("/can-bo/dang-nhap")
        give_password(new, "quen.lo", first)
        assert "không đúng" in said(new)
        give_password(new, "quen.lo", second)
        assert "Đặt mật khẩu mới" in said(new)


def test_a_post_ends_and_its_box_goes_to_who_takes_over(house: House, chromium: Browser) -> None:
    with (
        official(house, chromium, ADMIN) as admin,
        official(house, chromium, CLERK) as clerk,
    ):
        name = str(house.rows(
            "SELECT full_name FROM identity_account WHERE username = %s", OFFICER
        )[0][0])  # fmt: skip
        (procedure,) = house.rows(
            "SELECT p.slug FROM catalogue_procedure p JOIN catalogue_procedureversion v"
            " ON v.procedure_id = p.id WHERE v.department_code = %s ORDER BY p.slug LIMIT 1",
            PART,
        )[0]
        code = take_in(clerk, "038080004101", f"/can-bo/tiep-nhan?thu-tuc={procedure}")
        press(clerk, code, "Chuyển bước")
        add(admin, "Lò Thị Nhận Mẫu", "nhan.lo", "Quầy nhận")
        open_person(admin, name)
        click(admin, "Kết thúc…")
        assert "Hộp việc còn" in said(admin)
        send(admin)
        assert "Chọn người nhận bàn giao" in admin.inner_text(".errors")

        taker = admin.locator("select[name=successor] option:has-text('(nhan.lo)')")
        fill(admin, successor=taker.inner_text())
        send(admin)

        assert "đã bàn giao" in said(admin)
        open_person(admin, "Lò Thị Nhận Mẫu")
        assert "Chuyên viên" in admin.inner_text("table.grid >> nth=0")


def test_departments_counters_and_hours_are_kept_by_forms(house: House, chromium: Browser) -> None:
    with official(house, chromium, ADMIN) as admin:
        admin.goto("/can-bo/quan-tri/don-vi")
        fill(admin, code="TX-TAT", name="Phòng Không chữ chạy")
        click(admin, "Thêm phòng")
        assert "Phòng Không chữ chạy" in said(admin)
        fill(admin, counter="Quầy Không chữ chạy")
        click(admin, "Thêm quầy")
        assert "Quầy Không chữ chạy" in said(admin)
        for place in ("Phòng", "Quầy"):
            with admin.expect_navigation():
                admin.locator(f"tr:has-text('{place} Không chữ chạy') button").click()
        assert "Không chữ chạy" not in admin.inner_text("table.grid >> nth=0")
        fill(admin, afternoon_to="khuya")
        click(admin, "Lưu giờ tiếp nhận")
        assert admin.locator(".errors").count() == 1
        assert admin.input_value("[name=afternoon_to]") == "khuya"


def test_a_post_is_lent_and_the_lending_ends(house: House, chromium: Browser) -> None:
    with official(house, chromium, ADMIN) as admin:
        admin.goto("/can-bo/quan-tri/uy-quyen")
        for name, wanted in (("post", "Phó Chủ tịch UBND thị xã"), ("to_person", "(kiemsoat.bim")):
            words = admin.locator(f"select[name={name}] option:has-text('{wanted}')").first
            fill(admin, **{name: words.inner_text()})
        fill(admin, from_on="31/03/2017", until_on="02/04/2017", reason="Giấy 09/UQ-UBND")
        click(admin, "Ghi uỷ quyền")
        assert "Đã ghi uỷ quyền" in said(admin)

        row = admin.locator("tr:has-text('09/UQ-UBND')")
        with admin.expect_navigation():
            row.get_by_role("button").click()

        assert "Đã hết" in admin.inner_text("tr:has-text('09/UQ-UBND')")
        admin.goto("/can-bo/quan-tri/nhat-ky")
        assert "Kết thúc uỷ quyền" in said(admin)


def test_a_list_of_staff_is_judged_and_then_written_whole(house: House, chromium: Browser) -> None:
    good = ["Lò Văn Dòng Mẫu", "dong.lo", "ba-dinh", "", "Cán bộ một cửa", "Quầy 9", "31/03/2017"]
    with official(house, chromium, ADMIN) as admin:
        send_list(admin, [[*good[:3], "", "Thợ nề", "", "31/03/2017"]])
        assert "phải sửa. Chưa ghi ai." in said(admin)
        send_list(admin, [good])
        assert "Danh sách đúng: 1 người, 1 vị trí." in said(admin)
        assert not house.rows("SELECT 1 FROM identity_account WHERE username = 'dong.lo'")

        click(admin, "Ghi 1 người")

        assert "Đã thêm 1 người" in said(admin)
        assert re.search(r"dong\.lo \S{8,}", said(admin))
        assert house.rows("SELECT 1 FROM identity_account WHERE username = 'dong.lo'")


def send_list(admin: Page, rows: list[list[str]]) -> None:
    book = io.BytesIO()
    with xlsxwriter.Workbook(book) as sheet:
        page = sheet.add_worksheet()
        for number, row in enumerate([HEADS, *rows]):
            page.write_row(number, 0, row)
    admin.goto("/can-bo/quan-tri/nhap-danh-sach")
    admin.set_input_files(
        "#file", {"name": "danh-sach.xlsx", "mimeType": "", "buffer": book.getvalue()}
    )
    click(admin, "Kiểm tra, chưa ghi")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_on_these_pages_waits_for_a_script(
    house: House, chromium: Browser, path: str
) -> None:
    with official(house, chromium, ADMIN) as admin:
        answer = admin.goto(f"/can-bo/quan-tri{path}")

        assert answer is not None
        assert answer.status == 200
        dead = admin.locator("button:visible:not([type=submit]):not([aria-disabled])")
        assert dead.all_inner_texts() == []
        assert admin.locator(".btn kbd:visible, .rail kbd:visible, .keys:visible").count() == 0

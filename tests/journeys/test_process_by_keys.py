"""A home-affairs officer writes, tries, publishes and takes back a process by keys alone, in a
browser that runs no script."""

import pytest
from playwright.sync_api import Browser, Page

from browsing import House
from scriptless import official, said

pytestmark = pytest.mark.browser

MOST_TABS = 250
AT = "(s) => document.activeElement && document.activeElement.matches(s)"


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(MOST_TABS):
        if page.evaluate(AT, selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"no Tab leads to {selector} on {page.url}")


def write(page: Page, selector: str, text: str) -> None:
    """Instead of what the field holds."""
    tab_to(page, selector)
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)


def enter(page: Page, selector: str) -> None:
    """Go there and press Enter, which leads to another page."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_process_with_branches_is_written_mended_tried_published_and_taken_back(
    house: House, chromium: Browser
) -> None:
    with official(house, chromium, "noivu.bim-son") as page:
        page.goto("/can-bo/quy-trinh?loc=chua-co")
        enter(page, "main table a")
        procedure = page.url
        enter(page, "form[action$='/soan'] button")
        enter(page, "button[value='chen:2']")

        assert page.evaluate(AT, "#id_s3-name")
        write(page, "#id_s3-name", "Lấy ý kiến phòng khác")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        write(page, "#id_s3-amount", "0,5")
        write(page, "#id_s3-next", "99")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "chuyển đến “99” không có" in said(page)
        write(page, "#id_s2-next", "3, 4")
        write(page, "#id_s3-next", "5")
        write(page, "#id_tu", "01/04/2017")
        write(page, "#id_nguon", "Quyết định 15/QĐ-UBND")
        write(page, "#id_ngay", "03/04/2017")
        write(page, "#id_gio", "08:00")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "Nhận 08:00 Thứ Hai 03/04/2017 ở Thị xã Bỉm Sơn: hẹn trả" in said(page)
        assert "ban hành được" in said(page)
        enter(page, "button[value=xem]")
        assert "Lấy ý kiến phòng khác" in said(page)
        enter(page, ".acts button.btn--main")

        assert page.url.split("?")[0] == procedure.split("?")[0]
        assert "Đã ban hành, có hiệu lực từ 01/04/2017." in said(page)
        assert "sắp áp dụng" in said(page)
        enter(page, "form[action$='/thu-hoi'] button")
        enter(page, ".acts a[href$='/bo']")
        assert "Bỏ bản nháp quy trình này?" in said(page)
        enter(page, "button[form=bo]")
        assert "đã thu hồi" in said(page)

"""The acts of a dossier in a browser with JavaScript switched off, by forms and links alone."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from playwright.sync_api import Browser, Page

from browsing import CODE, LEFT_OF_768, House

pytestmark = [pytest.mark.browser, pytest.mark.long]

CLERK, OFFICER = "motcua.bim-son", "chuyenvien.qldt.bim-son"
HEAD, CHAIR, RECORDS = "truongphong.qldt.bim-son", "chutich.bim-son", "vanthu.bim-son"
PLAIN = "/can-bo/tiep-nhan?thu-tuc=tx-gia-han-gpxd"


@contextmanager
def without_script(house: House, chromium: Browser, username: str) -> Iterator[Page]:
    """A person signed in, in a browser that runs no script."""
    context = chromium.new_context(
        viewport=LEFT_OF_768,  # type: ignore[arg-type]
        base_url=house.url,
        locale="vi-VN",
        java_script_enabled=False,
    )
    page = context.new_page()
    page.goto("/can-bo/dang-nhap")
    page.fill("#username", username)
    page.fill("#password", house.password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "dang-nhap" not in url)
    yield page
    context.close()


def receive(page: Page, number: str = "038080002468") -> str:
    page.goto(PLAIN)
    page.fill("#id_o0-id_number", number)
    page.fill("#id_o0-name", "Hồ Thị Tắt Mẫu")
    for paper in page.locator(".papers input[id$=-given]").all():
        paper.check()
    page.click("text=Tiếp nhận và in 2 giấy hẹn")
    page.wait_for_url("**/da-nhan*")
    found = CODE.search(page.url)
    assert found
    return found[1]


def press(page: Page, code: str, label: str, **fields: str) -> None:
    """Open the dossier, press the act, fill in what it asks, press again."""
    page.goto(f"/can-bo/ho-so/{code}")
    with page.expect_navigation():
        page.locator(f".acts :is(a, button):not([aria-disabled]):has-text('{label}')").first.click(
            timeout=8000
        )
    form = page.locator("form#viec")
    if form.count():
        for choice in form.locator("input[type=radio]").all()[:1]:
            choice.check()
        for name, text in fields.items():
            form.locator(f"[name='{name}']").first.fill(text)
        with page.expect_navigation():
            page.locator(".acts button[type=submit]").first.click()
    assert page.locator(".toast").count(), f"{label}: {page.inner_text('main')[:300]}"


def test_a_dossier_walks_from_the_counter_to_its_owner(house: House, chromium: Browser) -> None:
    with ExitStack() as seats:
        clerk, officer, head, chair, records = (
            seats.enter_context(without_script(house, chromium, who))
            for who in (CLERK, OFFICER, HEAD, CHAIR, RECORDS)
        )
        code = receive(clerk)

        press(clerk, code, "Sửa lỗi ghi", **{"owner0-phone": "0900000135", "reason": "Gõ thiếu"})
        press(clerk, code, "Chuyển bước")
        press(clerk, code, "Thu hồi")
        press(clerk, code, "Chuyển bước")
        press(officer, code, "Chuyển bước")
        press(head, code, "Trả lại bước trước", note="Thiếu chữ ký")
        press(officer, code, "Chuyển bước")
        press(head, code, "Duyệt")
        press(chair, code, "Duyệt")
        press(records, code, "Chuyển kết quả")
        press(records, code, "Hoàn tác")
        press(records, code, "Chuyển kết quả")
        clerk.goto(f"/can-bo/ho-so/{code}/tra-ket-qua")
        for paid in clerk.locator("form input[type=checkbox]").all():
            paid.check()
        with clerk.expect_navigation():
            clerk.locator(".acts button[type=submit]").first.click()

        kinds = house.events(code)
        assert kinds[-1] == "result_returned"
        assert {"corrected", "recalled", "sent_back", "undone", "finished"} <= set(kinds)


def test_what_is_done_at_once_and_a_voided_intake_need_no_script_either(
    house: House, chromium: Browser
) -> None:
    with without_script(house, chromium, "motcua.ba-dinh") as clerk:
        clerk.goto("/can-bo/lam-ngay")
        clerk.fill("#id_name", "Hồ Thị Tắt Mẫu")
        clerk.keyboard.press("Enter")
        clerk.wait_for_selector(".toast")
        assert "Đã làm xong hồ sơ" in clerk.inner_text(".toast")
    with without_script(house, chromium, CLERK) as clerk:
        code = receive(clerk, "038080002469")
        press(clerk, code, "Huỷ tiếp nhận", reason="Nhầm người")
        assert house.events(code)[-1] == "voided"
        with clerk.expect_navigation():
            clerk.click("text=Nhận lại với người nộp này")
        assert clerk.input_value("#id_o0-name") == "Hồ Thị Tắt Mẫu"

"""Walk the handbook's steps in a running demonstration and photograph them.

    motcua demo                                   # in another window
    .venv/bin/python docs/screenshots/make.py http://127.0.0.1:8000

The steps of docs/huong-dan are done here by the person each page names, the main ones by key; a
step that no longer works ends the run. It writes dossiers, so walk through a demonstration that
may be thrown away. Takes about a minute, and Debian's chromium.
"""

import io
import os
import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

HERE = Path(__file__).parent
PASSWORD = "mau-2017"  # noqa: S105 - invented, and printed by `motcua demo`
DESKTOP = (1366, 768)
PHONE = (360, 740)
COLOURS = 128
"""Enough for flat pages; keeps a picture below 150 kB."""


def main(address: str) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("chromium is missing: sh requirements/debian.sh browser")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        walk = Walk(browser, address)
        code = walk.clerk()
        walk.mending(code)
        walk.at_once()
        walk.officer()
        walk.head()
        walk.chair()
        walk.records()
        walk.handing_out()
        walk.citizen(code)
        walk.oversight()
        browser.close()


class Walk:
    """Everybody's day at `address`, one after the other."""

    def __init__(self, browser: Browser, address: str) -> None:
        self.browser = browser
        self.address = address.rstrip("/")

    @contextmanager
    def seat(self, username: str = "", size: tuple[int, int] = DESKTOP) -> Iterator[Page]:
        """A browser of one's own, signed in when named."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            base_url=self.address,
            locale="vi-VN",
            reduced_motion="reduce",
        )
        context.set_default_timeout(15_000)
        page = context.new_page()
        if username:
            page.goto("/can-bo/dang-nhap")
            page.fill("#username", username)
            page.fill("#password", PASSWORD)
            page.keyboard.press("Enter")
            page.wait_for_url(lambda url: "dang-nhap" not in url)
        try:
            yield page
        finally:
            context.close()

    def clerk(self) -> str:
        """The counter: one dossier taken in by keyboard. Answers with its code."""
        with self.seat("motcua.bim-son") as page:
            expect(
                page.get_by_role("heading", name="Tiếp nhận hồ sơ", exact=True, level=1)
            ).to_be_visible()
            page.keyboard.type("gpxd do thi")
            expect(page.locator("#found button").first).to_contain_text("tại đô thị")
            photograph(page, "quay-tim-thu-tuc")
            page.keyboard.press("Enter")
            expect(page.locator("#found button").first).to_be_focused()
            page.keyboard.press("Enter")
            expect(page.locator("#id_o0-id_number")).to_be_focused()
            typed = ("038080123456", "Lê Thị Hoa Mẫu", "0900000123", "Khu phố 5, phường Ba Đình")
            for words in typed:
                page.keyboard.type(words)
                page.keyboard.press("Tab")
            papers = page.locator("input[id$=-given]")
            for number in range(papers.count()):
                papers.nth(number).focus()
                page.keyboard.press("Space")
            expect(page.locator("#preview")).to_contain_text("17/04/2017")
            photograph(page, "quay")
            page.keyboard.press("F8")
            page.wait_for_url("**/da-nhan")
            photograph(page, "da-nhan")
            code = page.url.split("/ho-so/")[1].split("/")[0]
            page.keyboard.press("F4")
            expect(
                page.get_by_role("heading", name="Tiếp nhận hồ sơ", exact=True, level=1)
            ).to_be_visible()
            page.keyboard.press("F2")
            page.keyboard.type(code.lower())
            page.keyboard.press("Enter")
            page.wait_for_url("**/ho-so/" + code)
            photograph(page, "ho-so")
            return code

    def mending(self, code: str) -> None:
        """The counter: what was typed wrong, and what came on paper while the power was out."""
        with self.seat("motcua.bim-son") as page:
            page.goto("/can-bo/ho-so/" + code)
            page.get_by_role("link", name="Sửa lỗi ghi…").click()
            page.wait_for_url("**/sua-loi-ghi")
            photograph(page, "sua-loi-ghi")
            page.goto("/can-bo/tiep-nhan")
            page.keyboard.type("gpxd do thi")
            expect(page.locator("#found button").first).to_contain_text("tại đô thị")
            page.keyboard.press("Enter")
            expect(page.locator("#found button").first).to_be_focused()
            page.keyboard.press("Enter")
            page.get_by_role("button", name="Nhập bù…").click()
            expect(page.locator("#bu")).to_be_visible()
            photograph(page, "nhap-bu")

    def at_once(self) -> None:
        """The ward's counter: done while one waits."""
        with self.seat("motcua.ba-dinh") as page:
            page.goto("/can-bo/lam-ngay")
            expect(page.locator("#id_name")).to_be_focused()
            page.keyboard.type("Lê Thị Chờ Mẫu")
            page.keyboard.press("Enter")
            expect(page.locator("body")).to_contain_text("Đã làm xong hồ sơ")
            photograph(page, "lam-ngay")

    def officer(self) -> None:
        """The department: ask for a supplement, pass another on."""
        with self.seat("chuyenvien.qldt.bim-son") as page:
            photograph(page, "hop-viec")
            page.locator("td.do a").first.click()
            page.get_by_role("link", name="Yêu cầu bổ sung…").click()
            page.locator("input[id^=id_pick]").first.check()
            page.locator("textarea").nth(0).fill("Thiếu chữ ký của chủ hộ ở trang 2.")
            page.locator("textarea").nth(1).fill("Ký vào trang 2, nộp lại tại quầy.")
            page.locator("[name=reply_by]").fill("29/12/2017")
            photograph(page, "yeu-cau-bo-sung")
            page.keyboard.press("Control+Enter")
            page.wait_for_url(lambda url: "yeu-cau-bo-sung" not in url)
            self.pass_on(page)

    def head(self) -> None:
        """The head: what is late, one dossier approved."""
        with self.seat("truongphong.qldt.bim-son") as page:
            self.pass_on(page)
            page.goto("/can-bo/dieu-hanh")
            photograph(page, "dieu-hanh-phong")

    def chair(self) -> None:
        """The chair: several signed at once."""
        with self.seat("chutich.bim-son") as page:
            for number in (0, 1):
                page.goto("/can-bo/sang-nay")
                page.locator("td.do a").nth(number).click()
                page.wait_for_url("**/ho-so/*")
            page.goto("/can-bo/sang-nay")
            for number in (0, 1):
                page.locator("input[name=pick]").nth(number).check()
            photograph(page, "chu-tich")
            page.keyboard.press("F8")
            page.wait_for_url("**/hop-viec/nhieu")
            photograph(page, "ky-nhieu")

    def records(self) -> None:
        """The records clerk: stamped and on its way to the desk."""
        with self.seat("vanthu.bim-son") as page:
            self.pass_on(page)

    def handing_out(self) -> None:
        """The counter again: a result leaves with its owner."""
        with self.seat("motcua.bim-son") as page:
            page.goto("/can-bo/tra-ket-qua")
            photograph(page, "tra-ket-qua")
            page.get_by_role("link", name=re.compile("^Trả kết quả hồ sơ")).first.click()
            photograph(page, "trao-ket-qua")
            fee = page.get_by_label(re.compile("^Thu đủ"))
            if fee.count():
                fee.check()
            page.keyboard.press("F8")
            page.wait_for_url("**/tra-ket-qua/da-tra/*")
            page.goto("/can-bo/tra-ket-qua/chua-nhan")
            photograph(page, "chua-nhan")
            page.goto("/can-bo/sang-nay")
            photograph(page, "sang-nay")

    def citizen(self, code: str) -> None:
        """Nobody signed in: listing, lookup, kiosk, on a phone too."""
        with self.seat(size=PHONE) as page:
            page.goto("/")
            photograph(page, "dien-thoai-trang-dau")
            page.goto("/tra-cuu?ma=" + code)
            photograph(page, "dien-thoai-tra-cuu")
        with self.seat() as page:
            page.goto("/")
            page.get_by_role("searchbox").or_(page.locator("#q")).first.fill("khai sinh")
            page.keyboard.press("Enter")
            page.wait_for_url("**/thu-tuc?**")
            photograph(page, "niem-yet")
            page.goto("/kiosk")
            photograph(page, "kiosk")

    def oversight(self) -> None:
        """Home affairs: the morning's figures and the quarter's report."""
        with self.seat("noivu.bim-son") as page:
            photograph(page, "dieu-hanh")
            page.goto("/can-bo/bao-cao/phu-luc-ii")
            photograph(page, "phu-luc-ii")

    def pass_on(self, page: Page) -> None:
        """Open the first of the inbox and press its main button."""
        page.goto("/can-bo/hop-viec")
        page.locator("td.do a").first.click()
        page.wait_for_url("**/can-bo/ho-so/**")
        expect(page.locator("[data-main]")).to_be_visible()
        before = page.url
        page.keyboard.press("F8")
        page.wait_for_url(lambda url: url != before)


def photograph(page: Page, name: str) -> None:
    """Keep what the window shows as a small PNG beside this file."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    small = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(HERE / f"{name}.png", optimize=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("one argument: the address of a running demonstration")
    main(sys.argv[1])

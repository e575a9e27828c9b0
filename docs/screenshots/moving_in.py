"""Walk docs/huong-dan/cai-dat.md in an empty folder and photograph it.

    .venv/bin/python docs/screenshots/moving_in.py

Serves a folder of its own, which is thrown away. Takes about a minute, and Debian's chromium.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from make import DESKTOP, photograph
from playwright.sync_api import Page, expect, sync_playwright

OFFICE = "UBND phường Nam Sơn"
ADMIN = ("quantri", "Lê Thị Cửa Mẫu", "ba con mèo vàng ngủ")
CLERK = ("hien.ngo", "Ngô Thị Hiên Mẫu")
PATIENCE_SECONDS = 60


def main() -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        raise SystemExit("chromium is missing: sh requirements/debian.sh browser")
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder)) as (url, code),
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        width, height = DESKTOP
        page = browser.new_page(base_url=url, viewport={"width": width, "height": height})
        move_in(page, code)
        administer(page)
        browser.close()


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, str]]:
    """A new folder served on a free port: its address and its code."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    env = os.environ | {"MOTCUA_DATA": str(folder / "data"), "MOTCUA_LISTEN": address}
    program = [sys.executable, "-m", "motcua.config"]
    said = subprocess.run([*program, "setup"], env=env, check=True, capture_output=True, text=True)  # noqa: S603
    found = re.search(r"mã thiết lập: (\S+)", said.stdout)
    if found is None:
        raise SystemExit(said.stdout)
    process = subprocess.Popen([*program, "serve"], env=env)  # noqa: S603
    try:
        wait_for(f"http://{address}/")
        yield f"http://{address}", found[1]
    finally:
        process.terminate()
        process.wait(30)


def wait_for(url: str) -> None:
    """Until somebody answers there."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - our own address
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise SystemExit(f"nobody answers at {url}")


def move_in(page: Page, code: str) -> None:
    """The code, the form, done."""
    page.goto("/")
    photograph(page, "thiet-lap-ma")
    page.fill("#code", code)
    page.keyboard.press("Enter")
    username, name, password = ADMIN
    for field, words in (
        ("name", OFFICE),
        ("agency_code", "000.09.19.H56"),
        ("full_name", name),
        ("username", username),
        ("password", password),
        ("again", password),
    ):
        page.fill(f"#id_{field}", words)
    page.set_viewport_size({"width": DESKTOP[0], "height": 1760})
    photograph(page, "thiet-lap")
    page.set_viewport_size({"width": DESKTOP[0], "height": DESKTOP[1]})
    page.get_by_role("button", name="Thiết lập đơn vị").click()
    expect(page.locator("body")).to_contain_text("Đã thiết lập")
    page.get_by_role("link", name="Đăng nhập").click()
    page.fill("#username", username)
    page.fill("#password", password)
    page.keyboard.press("Enter")
    page.wait_for_url("**/can-bo/quan-tri")


def administer(page: Page) -> None:
    """A person with a post, the password said once, the list, the care page."""
    page.keyboard.press("F8")
    page.get_by_label("Họ và tên").fill(CLERK[1])
    page.get_by_label("Tên đăng nhập").fill(CLERK[0])
    page.get_by_label("Loại vị trí").select_option(label="Cán bộ một cửa")
    photograph(page, "quan-tri-them-nguoi")
    page.keyboard.press("F8")
    expect(page.locator("#one-time")).to_be_visible()
    page.evaluate("document.querySelector('#one-time').textContent = 'k7mw-3xtp-9hfc'")
    photograph(page, "quan-tri-mat-khau-mot-lan")
    page.goto("/can-bo/quan-tri")
    photograph(page, "quan-tri")
    page.goto("/can-bo/quan-tri/don-vi")
    photograph(page, "quan-tri-don-vi")
    page.goto("/can-bo/quan-tri/suc-khoe")
    photograph(page, "quan-tri-suc-khoe")


if __name__ == "__main__":
    main()

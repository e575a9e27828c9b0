"""A ward moves into an empty folder: set up by page, staffed by screen, working the same day."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from playwright.sync_api import Browser, Page, expect

import watching
from browsing import LEFT_OF_768, launched
from motcua.config import embedded, postgres

pytestmark = pytest.mark.browser

OFFICE = "UBND phường Nam Sơn Mẫu"
AGENCY = "000.09.19.H56"
ADMIN = ("quantri", "Lê Thị Cửa Mẫu", "ba con mèo vàng ngủ")
CLERK = ("hien.ngo", "Ngô Thị Hiên Mẫu", "sáu chiếc thuyền ra khơi")
CHAIR = ("noc.nguyen", "Nguyễn Văn Nóc Mẫu", "mưa rào trên mái ngói")
FIRST_NUMBER = 13
MINUTES = 10


@dataclass
class Ward:
    """`motcua serve` on a folder of its own, started and stopped like by a service."""

    data: Path
    address: str
    process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"http://{self.address}"

    def start(self) -> None:
        self.process = subprocess.Popen(
            [*watching.PROGRAM, "serve"],
            env=watching.environment(self.data, MOTCUA_LISTEN=self.address, MOTCUA_WORKERS="1"),
            stdout=subprocess.DEVNULL,
            stderr=(self.data.parent / "serve.txt").open("a"),
            text=True,
        )
        assert watching.until(self.listens, 60), self.said()

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)

    def crash(self) -> None:
        """All its processes killed at once, as by a power cut."""
        for pid in watching.of_folder(self.data):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        assert self.process is not None
        self.process.wait(30)
        assert watching.until(lambda: not watching.of_folder(self.data), 30)

    def pages(self) -> set[int]:
        """The processes that serve pages."""
        return {
            pid
            for pid in watching.of_folder(self.data)
            if "processes.pages" in watching.asked_of(pid)
        }

    def has_new_settings(self, before: set[int]) -> bool:
        """Whether it took up what the first-run page wrote, by itself, and serves by it."""
        with contextlib.suppress(OSError):
            now = self.pages()
            return bool(now) and not now & before and self.listens()
        return False

    def listens(self) -> bool:
        """Whether a page is answered; a socket alone may belong to one about to stop."""
        try:
            with urllib.request.urlopen(  # noqa: S310 - our own address
                f"{self.url}/can-bo/dang-nhap", timeout=5
            ) as page:
                return bool(page.status == 200)
        except OSError:
            return False

    def said(self) -> str:
        """What `serve` wrote for who started it."""
        return (self.data.parent / "serve.txt").read_text(encoding="utf-8")

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with psycopg.connect(embedded.connection_string(self.data, postgres.DATABASE)) as database:
            return database.execute(query).fetchall()  # type: ignore[call-overload,no-any-return]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's chromium, without the demonstration that other journeys walk through."""
    with launched() as browser:
        yield browser


@pytest.fixture
def ward(tmp_path: Path) -> Iterator[Ward]:
    data = tmp_path / "data"
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        one = Ward(data, f"127.0.0.1:{probe.getsockname()[1]}")
    done = subprocess.run(
        [*watching.PROGRAM, "setup"],
        env=watching.environment(data),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    one.start()
    yield one
    one.stop()


def seat(ward: Ward, chromium: Browser) -> Page:
    """A browser of one's own."""
    context = chromium.new_context(viewport=dict(LEFT_OF_768), base_url=ward.url, locale="vi-VN")
    context.set_default_timeout(30_000)
    return context.new_page()


def set_up(page: Page, code: str, public_url: str) -> None:
    """From any page to the first-run page, the code, the form, the sign-in page."""
    page.goto("/tra-cuu")
    expect(page.get_by_role("heading", name="Thiết lập lần đầu")).to_be_visible()
    page.get_by_label("Mã thiết lập").fill("sai-sai-sai")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("không đúng")
    page.get_by_label("Mã thiết lập").fill(code)
    page.keyboard.press("Enter")
    username, name, password = ADMIN
    for label, words in (
        ("Tên đơn vị mới", OFFICE),
        ("Mã định danh của đơn vị", AGENCY),
        ("Số của hồ sơ đầu tiên hôm nay", str(FIRST_NUMBER)),
        ("Họ và tên", name),
        ("Tên đăng nhập", username),
    ):
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_label("Làm việc cả sáng Thứ Bảy").check()
    page.locator("#id_password").fill(password)
    page.locator("#id_again").fill(password)
    page.get_by_label("Địa chỉ web công khai (nếu có)").fill(public_url)
    page.keyboard.press("Enter")
    expect(page.locator("body")).to_contain_text(f"Đã thiết lập {OFFICE}")


def sign_in(page: Page, username: str, password: str) -> None:
    page.goto("/can-bo/dang-nhap")
    page.fill("#username", username)
    page.fill("#password", password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "dang-nhap" not in url)


def add(page: Page, person: tuple[str, str, str], posts: list[tuple[str, str]]) -> str:
    """A person by screen, with their posts (kind, place); answers the one-time password."""
    username, name, _ = person
    page.goto("/can-bo/quan-tri")
    page.keyboard.press("F8")
    page.get_by_label("Họ và tên").fill(name)
    page.get_by_label("Tên đăng nhập").fill(username)
    (kind, place), *more = posts
    fill_post(page, kind, place)
    page.keyboard.press("F8")
    once = page.locator("#one-time").inner_text()
    page.get_by_role("link", name=f"Trang của {name}").click()
    for kind, place in more:
        expect(page.get_by_role("link", name="Giao thêm vị trí")).to_be_visible()
        page.keyboard.press("F8")
        fill_post(page, kind, place)
        page.keyboard.press("F8")
        expect(page.get_by_role("status")).to_contain_text("Đã giao vị trí")
    return once


def fill_post(page: Page, kind: str, place: str) -> None:
    page.get_by_label("Loại vị trí").select_option(label=kind)
    page.get_by_label("Đơn vị, phòng").select_option(label=place)


def first_sign_in(page: Page, person: tuple[str, str, str], once: str) -> None:
    """The one-time password opens only the page that asks for another."""
    username, _, own = person
    sign_in(page, username, once)
    expect(page.get_by_role("heading", name="Đặt mật khẩu mới")).to_be_visible()
    page.locator("#id_old").fill(once)
    page.locator("#id_new").fill(own)
    page.locator("#id_again").fill(own)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "mat-khau" not in url)


def work_as(page: Page, title: str) -> None:
    """In which of one's posts to work."""
    page.goto("/can-bo/vi-tri")
    page.get_by_role("button", name=title).click()
    page.wait_for_url(lambda url: "vi-tri" not in url)


def take_in_a_birth(page: Page) -> str:
    """At the counter; answers the code on the printed slip's page."""
    page.goto("/can-bo/tiep-nhan?thu-tuc=khai-sinh")
    page.locator("#id_o0-name").fill("Lương Thị Bé Mẫu")
    page.locator("#id_o0-id_number").fill("038000000123")
    page.locator("#id_o0-address").fill("Khu phố 1")
    for paper in page.locator("input[id$=-given]").all():
        paper.check()
    page.keyboard.press("F8")
    page.wait_for_url("**/da-nhan")
    found = re.search(r"/ho-so/([^/]+)/", page.url)
    assert found, page.url
    slip = page.request.get(f"/can-bo/ho-so/{found[1]}/giay-hen.pdf")
    assert slip.body().startswith(b"%PDF")
    return found[1]


def certified_copy(page: Page) -> None:
    """Done while the citizen waits."""
    page.goto("/can-bo/lam-ngay")
    page.locator("#id_procedure").select_option("chung-thuc-ban-sao")
    page.locator("#id_name").fill("Phạm Văn Bậc Mẫu")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đã làm xong")


def pass_on(page: Page, code: str) -> None:
    """The main act of the dossier's page."""
    page.goto(f"/can-bo/ho-so/{code}")
    page.keyboard.press("F8")
    page.wait_for_selector(".toast")


def hand_out(page: Page, code: str) -> None:
    """The result goes to its owner, by the main button of the page that asks to whom."""
    page.goto(f"/can-bo/ho-so/{code}")
    page.keyboard.press("F8")
    page.wait_for_url("**/tra-ket-qua")
    page.keyboard.press("F8")
    page.wait_for_url(lambda url: not url.endswith("/tra-ket-qua"))


def test_a_ward_works_from_an_empty_folder_and_finds_everything_after_a_power_cut(
    ward: Ward, chromium: Browser
) -> None:
    began = time.monotonic()
    code = re.search(r"mã thiết lập: (\S+)", ward.said())
    assert code
    page = seat(ward, chromium)

    before = ward.pages()
    set_up(page, code[1], ward.url.replace("127.0.0.1", "localhost"))
    assert watching.until(lambda: ward.has_new_settings(before), 60), ward.said()
    sign_in(page, ADMIN[0], ADMIN[2])
    everywhere = "cả đơn vị, không thuộc phòng nào"
    clerk_once = add(page, CLERK, [("Cán bộ một cửa", everywhere)])
    chair_once = add(
        page,
        CHAIR,
        [("Lãnh đạo UBND", everywhere), ("Chuyên viên", "Văn phòng HĐND và UBND")],
    )
    clerk, chair = seat(ward, chromium), seat(ward, chromium)
    first_sign_in(clerk, CLERK, clerk_once)
    first_sign_in(chair, CHAIR, chair_once)
    birth = take_in_a_birth(clerk)
    certified_copy(clerk)
    pass_on(clerk, birth)
    work_as(chair, "Chuyên viên")
    pass_on(chair, birth)
    work_as(chair, "Lãnh đạo UBND")
    pass_on(chair, birth)
    hand_out(clerk, birth)

    assert re.fullmatch(rf"{re.escape(AGENCY)}-\d{{6}}-{FIRST_NUMBER:04d}", birth)
    ward.crash()
    ward.start()
    after = seat(ward, chromium)
    sign_in(after, CLERK[0], CLERK[2])
    after.goto(f"/can-bo/ho-so/{birth}")
    expect(after.locator("body")).to_contain_text("Đã trả kết quả")
    after.goto("/can-bo/lam-ngay")
    expect(after.locator("body")).to_contain_text("Phạm Văn Bậc Mẫu")
    citizen = seat(ward, chromium)
    citizen.goto(f"/tra-cuu?ma={birth}")
    expect(citizen.locator("body")).to_contain_text("Đã trả")
    citizen.goto("/thiet-lap")
    expect(citizen.locator("body")).to_contain_text("Không tìm thấy")
    assert ward.rows("SELECT count(*) FROM dossiers_dossier") == [(2,)]
    assert ward.rows("SELECT count(*) FROM identity_account WHERE demo") == [(0,)]
    assert time.monotonic() - began < MINUTES * 60

"""Every page of every role, on a second-hand PC and on a phone: axe, console, width and weight."""

import hashlib
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Frame

import hostile
import watching
from browsing import DESKTOP, LEFT_OF_768, PHONE, Hands, House, sideways, troubles
from deciding import PERMIT, three_file

pytestmark = pytest.mark.browser

VENDOR = Path(__file__).parent / "vendor"
LISTED = tomllib.loads((VENDOR / "vendor.toml").read_text("utf-8"))
FIRST_VIEW_BYTES = 100_000
RULES = """given => axe.run(
    {exclude: [['tbody > tr:nth-child(n+31)'], ['li:nth-child(n+31)']]},
    {resultTypes: ['violations'], rules: given}
).then(
    found => found.violations.map(one => [one.id, one.nodes.slice(0, 3).map(node => node.target)])
)"""
PASSED_OVER = {DESKTOP["width"]: {}, PHONE["width"]: {"color-contrast": {"enabled": False}}}
"""Colours are the same at every width, as `test_no_width_of_the_screen_changes_a_colour` holds, and
take half of the time. Thirty rows of a table stand for the others."""
ON_A_PHONE: set[str] = set()
"""What axe has judged on a phone: the other roles' page of that address is only measured there."""
ROLES = (
    "motcua.bim-son",
    "chuyenvien.qldt.bim-son",
    "chutich.bim-son",
    "quantri.bim-son",
    *(
        pytest.param(role, marks=pytest.mark.prove)  # `make prove` looks at theirs
        for role in (
            "truongphong.qldt.bim-son",
            "vanthu.bim-son",
            "vpdk-bim-son",
            "noivu.bim-son",
            "kiemsoat.bim-son",
            "tpht.ba-dinh",
            "captren.thanh-hoa",
        )
    ),
)
PUBLIC = (
    "/",
    "/thu-tuc",
    "/thu-tuc?q=khai+sinh",
    "/thu-tuc/bim-son/tx-gpxd-nha-o-do-thi",
    "/tthc/1.001193",
    "/tthc/2.000635",
    "/tthc/khai-sinh?ngay=2017-01-15",
    "/niem-yet/ba-dinh/ho-tich?ban=34679CFH",
    "/du-lieu-mo",
    "/tra-cuu",
    "/kiem-tra-ma",
    "/kiem-tra-van-ban",
    "/Q/GIA/123",
    "/kiosk",
    "/kiosk/tra-cuu",
    "/kiosk/thu-tuc",
    "/kiosk/thu-tuc/bim-son/tx-gpxd-nha-o-do-thi",
    "/kiosk/chu-va-tieng",
    "/gop-y",
    "/gop-y/cam-on",
    "/phan-anh",
    "/phan-anh/tra-cuu",
    "/kiosk/gop-y",
    "/kiosk/phan-anh",
    "/kiosk/phan-anh/tra-cuu",
    "/can-bo/dang-nhap",
    "/khong-co-trang-nay",
)
ALSO = {
    "motcua.bim-son": (
        "/can-bo/tiep-nhan?thu-tuc=tx-gpxd-nha-o-do-thi",
        "/can-bo/tim",
        "/can-bo/cho-kiem-tra",
        "/can-bo/tra-ket-qua/buu-dien",
        "/can-bo/tra-ket-qua/dien-tu",
        "/can-bo/dieu-hanh",
        "/can-bo/tra-ket-qua/chua-nhan",
        "/can-bo/ban-giao/lap",
        "/can-bo/so-theo-doi?tu=01/01/2017&den=31/03/2017&tt=da-tra",
        "/can-bo/tin-bao?tt=khong-gui",
        "/can-bo/in-hang-loat",
        "/can-bo/tin-bao/goi-dien",
        "/can-bo/tin-bao/thu",
        "/can-bo/tin-bao/hop-thu-thu",
        "/can-bo/sang-nay/qua-han",
        "/can-bo/man-hinh",
        "/can-bo/hop-viec/bo-loc",
        "/can-bo/hop-viec?tinh-trang=moi-den",
        "/can-bo/phan-anh/moi",
        "/can-bo/so-quy",
        "/can-bo/bien-lai",
        "/can-bo/bien-lai?tt=da-huy",
    ),
    "quantri.bim-son": (
        "/can-bo/bien-lai/quyen",
        "/can-bo/tra-ket-qua/chua-nhan/so-ngay",
        "/can-bo/quan-tri/nguoi-moi",
        "/can-bo/quan-tri/vi-tri",
        "/can-bo/quan-tri/don-vi",
        "/can-bo/quan-tri/dia-chi-web",
        "/can-bo/quan-tri/lich",
        "/can-bo/quan-tri/lich?nam=2027&dv=ba-dinh",
        "/can-bo/quan-tri/lich/2017",
        "/can-bo/quan-tri/uy-quyen",
        "/can-bo/quan-tri/nhap-danh-sach",
        "/can-bo/quan-tri/nhap-so",
        "/can-bo/quan-tri/tin-bao",
        "/can-bo/quan-tri/chan-giay",
        "/can-bo/quan-tri/tin-bao/bim-son/finished/long",
        "/can-bo/quan-tri/khoa-ky-so",
        "/can-bo/quan-tri/suc-khoe",
        "/can-bo/quan-tri/nhat-ky",
        "/can-bo/quan-tri/viec-nen",
        "/can-bo/mat-khau",
    ),
    "chutich.bim-son": (
        "/can-bo/dieu-hanh/qua-han",
        "/can-bo/dieu-hanh/hen-cho-xac-nhan",
        "/can-bo/dieu-hanh/ly-do-qua-han",
        "/can-bo/sang-nay/phieu-xin-loi",
        "/can-bo/canh-bao?loc=da-bo-qua",
        "/can-bo/khoi-luong",
        "/can-bo/bieu-do",
        "/can-bo/bieu-do/dung-han",
        "/can-bo/bieu-do/luc-den",
        "/can-bo/bieu-do/cho-o-dau?dv=bim-son",
        "/can-bo/bieu-do/ho-so/tuoi?dv=bim-son",
        "/can-bo/bao-cao/phu-luc-ii?o=bim-son&so=overdue",
    ),
    "chuyenvien.qldt.bim-son": ("/can-bo/van-ban/moi",),
    "noivu.bim-son": (
        "/can-bo/quy-trinh?dv=ba-dinh&loc=chua-co",
        "/can-bo/quy-trinh?loc=dang-soan",
        "/can-bo/quy-trinh/tx-gpxd-nha-o-do-thi",
        "/can-bo/bao-cao",
        "/can-bo/bao-cao/tinh-hinh",
        "/can-bo/bao-cao/dieu-kien",
        "/can-bo/bao-cao/dieu-kien/bim-son",
        "/can-bo/bao-cao/bieu/ii-06b?tu=01/01/2017&den=31/03/2017",
        "/can-bo/bao-cao/bieu/ii-06b/ho-so?tu=01/01/2017&den=31/03/2017&dong=B&cot=received",
        "/can-bo/bao-cao/bieu/ii-06a?tu=01/04/2017&den=01/01/2017",
    ),
    "kiemsoat.bim-son": (
        "/can-bo/cong-bo/tep",
        "/can-bo/cong-bo/moi",
        "/can-bo/cong-bo/doi-moi",
        "/can-bo/niem-yet?dv=ba-dinh",
        "/can-bo/niem-yet/bim-son/ho-tich?ban=34679CFH",
        "/can-bo/danh-muc/chat-luong",
        "/can-bo/mau-giay",
        "/can-bo/danh-muc/chat-luong?dv=ba-dinh&loai=no-form",
        "/can-bo/thu-tuc/tx-gpxd-nha-o-do-thi",
    ),
}
DOSSIER_OF = {
    "motcua.bim-son": "finished",
    "chuyenvien.qldt.bim-son": "in_progress",
    "chutich.bim-son": "awaiting_supplement",
    "captren.thanh-hoa": "returned",
}


class Look:
    """One pair of eyes: opens a page without a cache and notes what is wrong with it."""

    def __init__(self, hands: Hands, axe: str) -> None:
        self.hands, self.axe = hands, axe
        self.said = troubles(hands.page)
        self.bytes = 0.0
        self.wire = hands.context.new_cdp_session(hands.page)
        self.wire.send("Network.enable")
        self.wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
        self.wire.on("Network.loadingFinished", self._weigh)
        hands.page.on("framenavigated", self._begin)

    def _begin(self, frame: Frame) -> None:
        """What the page before still asked for is neither this one's weight nor its trouble."""
        if frame.parent_frame is None:
            self.said.clear()
            self.bytes = 0

    def _weigh(self, event: dict[str, Any]) -> None:
        self.bytes += event["encodedDataLength"]

    def at(self, path: str) -> list[str]:
        """What is wrong with the page at `path`, at both sizes."""
        page = self.hands.page
        page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
        answer = page.goto(self.hands.house.url + path, wait_until="load")
        if not page.evaluate("'axe' in window"):
            self.hands.context.add_init_script(self.axe)  # read by every page from now on
            page.evaluate(self.axe)
        found: list[str] = []
        for size in (DESKTOP, PHONE):
            page.set_viewport_size(size)  # type: ignore[arg-type]
            found += self._too_wide(size["width"])
            if size == DESKTOP or path not in ON_A_PHONE:
                found += self._faults(size["width"])
        ON_A_PHONE.add(path)
        assert self.bytes, path
        if self.bytes > FIRST_VIEW_BYTES:
            found.append(f"{self.bytes:.0f} bytes")
        status = answer.status if answer else 0
        expected = f"{status}" if status >= 400 else "\0"
        return found + [said for said in self.said if expected not in said]

    def _too_wide(self, width: int) -> list[str]:
        there, seen = sideways(self.hands.page)
        return [f"{width}: {there} wide"] if there > seen else []

    def _faults(self, width: int) -> list[str]:
        found = self.hands.page.evaluate(RULES, PASSED_OVER[width])
        return [f"{width}: {rule} at {', '.join(map(str, places))}" for rule, places in found]


def faults(look: Look, paths: Sequence[str]) -> dict[str, list[str]]:
    return {path: found for path in paths if (found := look.at(path))}


def a_dossier(house: House, stage: str) -> str:
    """The code of a dossier of the town in that stage."""
    found = house.rows(
        "SELECT d.code FROM dossiers_dossier d JOIN organization_office o ON o.id = d.office_id"
        " WHERE o.slug = 'bim-son' AND d.stage = %s ORDER BY d.id DESC LIMIT 1",
        stage,
    )
    return str(found[0][0])


@pytest.mark.parametrize("username", ROLES)
def test_every_page_of_a_role_is_sound(
    house: House, seat: Callable[..., Hands], axe: str, username: str
) -> None:
    hands = seat(username)
    hands.goto("/can-bo/")
    rail = [link.get_attribute("href") or "" for link in hands.page.locator(".rail a").all()]
    first = hands.page.locator("main table a[href*='/can-bo/ho-so/']")
    dossiers = [first.first.get_attribute("href") or ""] if first.count() else []
    if username in DOSSIER_OF:
        dossiers.append(f"/can-bo/ho-so/{a_dossier(house, DOSSIER_OF[username])}")

    found = faults(Look(hands, axe), [*rail, *ALSO.get(username, ()), *dossiers])

    assert rail
    assert found == {}


def test_the_pages_of_acts_are_sound(house: House, seat: Callable[..., Hands], axe: str) -> None:
    hands = seat("chuyenvien.qldt.bim-son")
    hands.goto("/can-bo/hop-viec")
    dossier = hands.page.locator("main table a[href*='/can-bo/ho-so/']").first
    hands.goto(dossier.get_attribute("href") or "")
    acts = [a.get_attribute("href") or "" for a in hands.page.locator(".acts a[href]").all()]

    assert len(acts) >= 2
    assert faults(Look(hands, axe), acts) == {}


def test_the_pages_of_a_process_being_written_are_sound(
    seat: Callable[..., Hands], axe: str
) -> None:
    hands = seat("noivu.bim-son")
    hands.goto("/can-bo/quy-trinh/lt-khai-sinh-thuong-tru-bhyt?dv=ba-dinh")
    copying = hands.page.locator("a[href$='/chep']").first.get_attribute("href") or ""
    hands.press("F8")
    hands.page.wait_for_url("**/nhap/**")
    draft = hands.page.url.removeprefix(hands.house.url)

    found = faults(Look(hands, axe), [draft, f"{draft}/ban-hanh", f"{draft}/bo", copying])

    hands.goto(f"{draft}/bo")
    hands.page.get_by_role("button", name="Bỏ bản nháp").click()
    assert found == {}


def test_the_pages_of_a_register_that_is_brought_in_are_sound(
    house: House, seat: Callable[..., Hands], axe: str, tmp_path: Path
) -> None:
    sent = tmp_path / "so.csv"
    sent.write_text(
        "Mã TTHC,Họ tên,Ngày nhận,Cột lạ\ntx-gia-han-gpxd,Lê Thị Sổ Mẫu,01/03/2017,1\n"
        "khong-co,Lê Văn Sổ Mẫu,01/03/2017,2\n",
        encoding="utf-8",
    )
    hands = seat("quantri.bim-son")
    hands.goto("/can-bo/quan-tri/nhap-so")
    hands.page.set_input_files("#file", sent)
    hands.press("F8")
    hands.page.wait_for_url("**/nhap-so/*")
    page = hands.page.url.removeprefix(house.url)

    choosing = faults(Look(hands, axe), [page])
    hands.goto(page)
    hands.page.select_option("#office", "bim-son")
    hands.press("F8")
    hands.page.wait_for_load_state()
    assert watching.until(
        lambda: house.rows("SELECT 1 FROM dossiers_registerimport WHERE state = 'checked'") != [],
        60,
    )

    assert choosing == {}
    assert faults(Look(hands, axe), [page, "/can-bo/quan-tri/nhap-so"]) == {}
    assert "1 dòng phải sửa" in hands.page.goto(house.url + page).text()  # type: ignore[union-attr]


def test_the_pages_of_a_narrative_report_being_drafted_are_sound(
    house: House, seat: Callable[..., Hands], axe: str
) -> None:
    hands = seat("noivu.bim-son")
    hands.goto("/can-bo/bao-cao/tinh-hinh")
    hands.press("F8")
    hands.page.wait_for_url("**/tinh-hinh/*")
    page = hands.page.url.removeprefix(house.url)

    assert faults(Look(hands, axe), [page, f"{page}/soan"]) == {}


def test_the_pages_of_figures_from_below_are_sound(seat: Callable[..., Hands], axe: str) -> None:
    hands = seat("noivu.bim-son")
    hands.goto("/can-bo/bao-cao/tong-hop")
    hands.page.get_by_label("Xã Hà Lan").check()
    hands.press("F8")
    hands.page.wait_for_url("**/tong-hop/*-*")
    asked = hands.page.url.removeprefix(hands.house.url)

    found = faults(
        Look(hands, axe),
        [asked, f"{asked}/bang", f"{asked}/phu-son", f"{asked}/ha-lan/nhap",
         f"{asked}/so?dong=tong:A&cot=received"],
    )  # fmt: skip

    hands.goto(asked)
    hands.page.fill("#words", "Mở thử")
    hands.page.get_by_role("button", name="Huỷ kỳ tổng hợp").click()
    assert found == {}


def test_the_page_that_hands_out_a_result_is_sound(
    house: House, seat: Callable[..., Hands], axe: str
) -> None:
    code = a_dossier(house, "finished")

    found = faults(Look(seat("motcua.bim-son"), axe), [f"/can-bo/ho-so/{code}/tra-ket-qua"])

    assert found == {}


def test_the_pages_of_a_bill_a_receipt_and_a_day_of_the_cash_book_are_sound(
    house: House, seat: Callable[..., Hands], axe: str
) -> None:
    ((receipt, book, day, code),) = house.rows(
        "SELECT r.uuid, b.uuid, c.uuid, d.code FROM fees_receipt r"
        " JOIN fees_receiptbook b ON b.id = r.book_id JOIN fees_payment p ON p.id = r.payment_id"
        " JOIN fees_movement m ON m.payment_id = p.id JOIN fees_cashday c ON c.id = m.cash_day_id"
        " JOIN dossiers_dossier d ON d.id = p.dossier_id"
        " JOIN identity_account a ON a.id = p.account_id"
        " WHERE a.username = 'motcua.bim-son' ORDER BY r.id LIMIT 1"
    )

    found = faults(
        Look(seat("motcua.bim-son"), axe),
        [f"/can-bo/ho-so/{code}/thu-phi", f"/can-bo/bien-lai/{receipt}",
         f"/can-bo/bien-lai/quyen/{book}", f"/can-bo/so-quy/{day}"],
    )  # fmt: skip

    assert found == {}


def test_the_pages_of_files_of_a_document_and_of_money_for_land_are_sound(
    house: House, seat: Callable[..., Hands], axe: str
) -> None:
    code = a_dossier(house, "in_progress")
    clerk, records = seat("motcua.bim-son"), seat("vanthu.bim-son")
    clerk.goto(f"/can-bo/ho-so/{code}/tep")
    clerk.page.locator("#tep [name=c1]").set_input_files(
        {"name": "don.pdf", "mimeType": "application/pdf", "buffer": hostile.pdf()}
    )
    clerk.press("F8")
    clerk.page.wait_for_selector(f"a[href='/can-bo/ho-so/{code}/tep/1']")
    words = {"kind": "tb", "subject": "Lịch trực Tết", "body": "Phân công trực."}
    where = records.post("/can-bo/van-ban/moi", words).headers["location"]

    found = faults(
        Look(clerk, axe),
        [f"/can-bo/ho-so/{code}/tep", f"/can-bo/ho-so/{code}/tep/1",
         f"/can-bo/ho-so/{code}/tep/1/go", "/can-bo/may-quet", "/can-bo/hoan-phi",
         "/can-bo/nghia-vu", f"/can-bo/ho-so/{code}/nghia-vu"],
    )  # fmt: skip
    found |= faults(Look(records, axe), ["/can-bo/van-ban", where, f"{where}/sua"])

    assert found == {}


def test_the_pages_of_a_decision_are_sound(
    house: House, seat: Callable[..., Hands], axe: str
) -> None:
    hands = seat("kiemsoat.bim-son")
    hands.goto("/can-bo/cong-bo/tep")
    file = {"name": "quyet-dinh.xlsx", "mimeType": "", "buffer": three_file("5432/QĐ-UBND")}
    hands.page.set_input_files("#file", file)  # type: ignore[arg-type]
    hands.page.click("text=Kiểm tra, chưa ghi")
    hands.page.click("text=Ghi quyết định, trình duyệt")
    hands.page.wait_for_url(lambda url: not url.endswith("/tep"))
    page = hands.page.url.removeprefix(house.url)

    found = faults(
        Look(hands, axe),
        [page, "/can-bo/cong-bo", f"{page}/thu-tuc", f"{page}/thu-tuc/{PERMIT}",
         f"{page}/thu-tuc/moi?noi-dung=new", f"{page}/thu-tuc/tx-gia-han-gpxd",
         f"{page}/ho-so/{PERMIT}"],
    )  # fmt: skip

    assert found == {}


def test_every_public_page_is_sound(seat: Callable[..., Hands], axe: str) -> None:
    assert faults(Look(seat(), axe), PUBLIC) == {}


def test_the_counter_needs_no_scrolling_in_what_a_browser_leaves_of_768_px(
    seat: Callable[..., Hands],
) -> None:
    clerk = seat("motcua.bim-son", LEFT_OF_768)
    for path in ("/can-bo/tiep-nhan", "/can-bo/tiep-nhan?thu-tuc=tx-gpxd-nha-o-do-thi"):
        clerk.goto(path)
        height = clerk.page.evaluate("document.documentElement.scrollHeight")
        assert height <= LEFT_OF_768["height"], path


@pytest.mark.parametrize("entry", LISTED["package"][0]["file"], ids=lambda entry: entry["path"])
def test_axe_is_byte_for_byte_the_one_listed(entry: dict[str, str]) -> None:
    assert hashlib.sha256((VENDOR / entry["path"]).read_bytes()).hexdigest() == entry["sha256"]

"""One dossier from the counter to the citizen: six people, one keyboard each, one scanner."""

import io
import json
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Browser
from pyzbar.pyzbar import ZBarSymbol, decode

import watching
from browsing import Hands, House, sit_down, with_viewer

pytestmark = pytest.mark.browser

CLERK, LAST_CLERK = "motcua.bim-son", "motcua2.bim-son"
OFFICER, HEAD = "chuyenvien.qldt.bim-son", "truongphong.qldt.bim-son"
CHAIR, RECORDS = "chutich.bim-son", "vanthu.bim-son"
CHAIN = (
    (CLERK, "chuyen"),
    (OFFICER, "chuyen"),
    (HEAD, "duyet"),
    (CHAIR, "duyet"),
    (RECORDS, "ve-mot-cua"),
)
NAME, ID_NUMBER, PHONE = "Lương Thị Hành Trình Mẫu", "038000000987", "0900000987"
REPORT = "/can-bo/bao-cao/phu-luc-ii.json"


def settled_in_the_quarter(hands: Hands) -> tuple[int, int]:
    """Received, and settled or still within their time, of the town, as its report says."""
    answer = hands.context.request.get(hands.house.url + REPORT)
    town = json.loads(answer.body())["totals"]["A"]
    return town["received"], town["on_time"]


def receive(hands: Hands) -> str:
    """An intake by keys alone; answers the code."""
    hands.press("F4")
    hands.page.wait_for_selector("#thu-tuc:focus")
    hands.type("gia han giay phep xay dung")
    hands.page.wait_for_selector("#found .option")
    hands.press("ArrowDown", "Enter")
    hands.page.wait_for_selector("#id_o0-id_number:focus")
    for datum in (ID_NUMBER, NAME, PHONE, "Khu phố 3, phường Ba Đình", "05/04/1980"):
        hands.type(datum)
        hands.press("Tab")
    papers = hands.page.locator(".papers tbody tr").count()
    hands.press("Tab", "Tab", "Space", *["ArrowDown", "Space"] * (papers - 1), "F8")
    hands.page.wait_for_url("**/da-nhan")
    return hands.code()


def slip_codes(hands: Hands, code: str) -> dict[str, str]:
    """What a scanner and a phone read from the slip as the browser draws it for printing."""
    hands.page.set_viewport_size({"width": 1800, "height": 2500})
    hands.goto(f"/can-bo/ho-so/{code}/giay-hen.pdf#zoom=200&toolbar=0")
    read: dict[str, str] = {}

    def both() -> bool:
        picture = Image.open(io.BytesIO(hands.page.screenshot()))
        found = decode(picture, symbols=[ZBarSymbol.CODE128, ZBarSymbol.QRCODE])
        read.update({one.type: one.data.decode() for one in found})
        return {"CODE128", "QRCODE"} <= set(read)

    assert watching.until(both, 20), read
    return read


def open_by_scan(hands: Hands, code: str) -> None:
    """Open the dossier by scanning its bar code, wherever the focus is."""
    hands.goto("/can-bo/")
    hands.scan(code)
    hands.page.wait_for_url(f"**/can-bo/ho-so/{code}")


def is_refused(hands: Hands, code: str, slug: str, house: House) -> None:
    """The act is no button for this person, and a form sent past the page does nothing."""
    before = house.events(code)
    offered = hands.page.locator(f".acts :is(a[href*='/{slug}'], form[action*='/{slug}'])")
    assert offered.count() == 0, f"{hands.username} is offered {slug}"
    barred = hands.page.locator(".acts [aria-disabled=true]")
    for button in barred.all():
        assert hands.page.locator(f"#{button.get_attribute('aria-describedby')}").inner_text()

    answer = hands.post(f"/can-bo/ho-so/{code}/{slug}", {"seq": len(before), "outcome": "result"})

    assert answer.status in (403, 409), f"{hands.username} {slug}: {answer.status}"
    assert house.events(code) == before


def test_a_dossier_walks_from_the_counter_to_the_citizen_by_keyboard_and_scanner(
    house: House, chromium: Browser, seat: Callable[..., Hands]
) -> None:
    chair = seat(CHAIR)
    received, settled = settled_in_the_quarter(chair)
    clerk = seat(CLERK)
    clerk.goto("/can-bo/")
    clerk.pressed = 0

    code = receive(clerk)

    assert clerk.pressed <= 25
    assert clerk.focus().startswith("In giấy hẹn")
    with with_viewer(chromium) as browser:
        read = slip_codes(sit_down(house, browser, CLERK), code)
    assert read["CODE128"] == code
    assert read["QRCODE"].startswith(f"{house.url.upper()}/Q/{code}/")

    seats = {CLERK: clerk, CHAIR: chair} | {who: seat(who) for who in (OFFICER, HEAD, RECORDS)}
    for place, (username, _) in enumerate(CHAIN):
        hands = seats[username]
        open_by_scan(hands, code)
        before = len(house.events(code))
        hands.press("F8")
        hands.page.wait_for_selector(".toast")
        assert len(house.events(code)) > before
        if place + 1 < len(CHAIN):  # it stands with the next one now, whose act is not ours
            open_by_scan(hands, code)
            is_refused(hands, code, CHAIN[place + 1][1], house)

    hands = seats[RECORDS]
    open_by_scan(hands, code)
    is_refused(hands, code, "tra-ket-qua", house)
    last = seat(LAST_CLERK)
    open_by_scan(last, code)
    last.press("F8")
    last.page.wait_for_url("**/tra-ket-qua*")
    assert "Phí, lệ phí còn phải thu" in last.words()
    last.press("Space")  # the focus waits on "Đã thu đủ"
    last.press("F8")
    last.page.wait_for_selector(".toast")

    assert house.events(code)[-1] == "result_returned"
    people = house.rows(
        "SELECT count(DISTINCT e.account_id) FROM dossiers_event e"
        " JOIN dossiers_dossier d ON d.id = e.dossier_id WHERE d.code = %s",
        code,
    )
    assert people == [(6,)]
    assert settled_in_the_quarter(chair) == (received + 1, settled + 1)
    citizen = seat()
    citizen.page.goto(read["QRCODE"])
    assert "Đã trả kết quả" in citizen.words()
    assert NAME not in citizen.words()
    citizen.goto("/tra-cuu")
    citizen.page.locator("#ma").focus()
    citizen.scan(code)
    citizen.page.wait_for_selector(".status")
    assert "Đã trả kết quả" in citizen.words()

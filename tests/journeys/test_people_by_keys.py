"""The counter with people who come back, with a card, with several dossiers, after a session's end:
by keyboard and scanner, and once without JavaScript."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from browsing import LEFT_OF_768, Hands, House

pytestmark = pytest.mark.browser

CLERK = "motcua.bim-son"
PERMIT = "/can-bo/tiep-nhan?thu-tuc=tx-gpxd-nha-o-do-thi"
CARD = (
    "038080007654|171237654|Lê Thị Thẻ Mẫu|05041980|Nữ|"
    "Khu phố 5, phường Ba Đình, thị xã Bỉm Sơn|01022022"
)
MOST_KEYS = 25


@contextmanager
def without_script(house: House, chromium: Browser) -> Iterator[Page]:
    """A clerk signed in, in a browser with JavaScript switched off."""
    context = chromium.new_context(
        viewport=LEFT_OF_768,  # type: ignore[arg-type]
        locale="vi-VN",
        java_script_enabled=False,
    )
    page = context.new_page()
    page.goto(house.url + "/can-bo/dang-nhap")
    page.fill("#username", CLERK)
    page.fill("#password", house.password)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "dang-nhap" not in url)
    yield page
    context.close()


def tick_papers(hands: Hands) -> None:
    """From the first paper on, by Space and ArrowDown."""
    papers = hands.page.locator(".papers tbody tr").count()
    hands.press("Space", *["ArrowDown", "Space"] * (papers - 1))


def received_with_card(hands: Hands) -> str:
    """Receive for the bearer of the card; answers the code."""
    hands.goto(PERMIT)
    hands.page.wait_for_selector("#id_o0-id_number:focus")
    hands.pressed = 0
    hands.scan(CARD)
    hands.page.wait_for_selector("#id_o0-phone:focus")
    hands.type("0900007654")
    hands.press(*["Tab"] * 5)
    tick_papers(hands)
    hands.press("F8")
    hands.page.wait_for_url("**/da-nhan*")
    return hands.code()


def test_a_card_fills_the_form_wherever_the_focus_is(
    house: House, seat: Callable[..., Hands]
) -> None:
    clerk = seat(CLERK)
    for place in ("#id_o0-address", "#q", ".papers input >> nth=0"):
        clerk.goto(PERMIT)
        clerk.page.locator(place).focus()

        clerk.scan(CARD)

        clerk.page.wait_for_selector("#id_o0-name[value='Lê Thị Thẻ Mẫu']")
        assert clerk.page.input_value("#id_o0-id_number") == "038080007654"
        assert clerk.page.input_value("#id_o0-birth_on") == "05/04/1980"
        assert "|" not in clerk.page.input_value("#id_o0-address")


@pytest.mark.parametrize("place", ["#id_o0-name", "#id_o0-phone", "#id_o0-address"])
@pytest.mark.parametrize("accents_only", [True, False], ids=["accents", "all"])
def test_a_card_keeps_the_letters_that_come_without_a_key(
    seat: Callable[..., Hands], place: str, accents_only: bool
) -> None:
    clerk = seat(CLERK)
    clerk.goto(PERMIT)
    clerk.page.locator(place).evaluate("field => { field.value = 'gõ dở'; }")
    clerk.page.locator(place).focus()
    clerk.press("End")

    clerk.scan(CARD, keyless=lambda sign: not accents_only or not sign.isascii())

    clerk.page.wait_for_selector("#id_o0-name[value='Lê Thị Thẻ Mẫu']")
    assert clerk.page.input_value("#id_o0-id_number") == "038080007654"
    kept = {"#id_o0-phone": "gõ dở", "#id_o0-address": "gõ dở"}
    assert clerk.page.input_value(place) == kept.get(place, "Lê Thị Thẻ Mẫu")


def test_one_key_takes_who_came_before_over_and_the_next_dossier_needs_only_its_procedure(
    house: House, seat: Callable[..., Hands]
) -> None:
    clerk = seat(CLERK)
    first = received_with_card(clerk)
    assert clerk.pressed <= MOST_KEYS

    clerk.goto(PERMIT)
    clerk.page.wait_for_selector("#id_o0-id_number:focus")
    clerk.type("038080007654")
    clerk.page.wait_for_selector("#known .known")
    assert "Người này còn hồ sơ cùng thủ tục" in clerk.page.inner_text("#known")
    clerk.pressed = 0
    clerk.press("Enter")
    clerk.page.wait_for_selector("#id_o0-name[value='Lê Thị Thẻ Mẫu']")
    assert clerk.pressed == 1
    assert clerk.page.input_value("#id_o0-phone") == "0900007654"
    assert clerk.focus() == "id_p1-given"

    clerk.goto(f"/can-bo/ho-so/{first}/da-nhan")
    clerk.page.get_by_role("button", name="Nhận thêm cho người này").focus()
    clerk.pressed = 0
    clerk.press("Enter")
    clerk.page.wait_for_selector("#thu-tuc:focus")
    clerk.type("gia han giay phep xay dung")
    clerk.page.wait_for_selector("#found .option")
    clerk.press("ArrowDown", "Enter")
    clerk.page.wait_for_selector("#id_o0-name[value='Lê Thị Thẻ Mẫu']")
    clerk.page.locator(".papers input").first.focus()
    tick_papers(clerk)
    clerk.press("F8")
    clerk.page.wait_for_url("**/da-nhan?*")
    assert clerk.pressed <= MOST_KEYS
    assert clerk.focus().startswith("In cả 2 giấy hẹn")
    href = clerk.page.locator("[data-print]").get_attribute("href") or ""
    assert first in href
    assert clerk.code() in href
    assert clerk.context.request.get(house.url + href).headers["content-type"] == "application/pdf"


def test_no_paper_asks_why_and_the_focus_stands_there(seat: Callable[..., Hands]) -> None:
    clerk = seat(CLERK)
    clerk.goto(PERMIT)
    clerk.page.wait_for_selector("#id_o0-id_number:focus")

    clerk.press("Shift+Tab")
    assert clerk.focus() == "id_o0-id_kind"
    clerk.press("End")

    clerk.page.wait_for_selector("#id_o0-no_id_reason:focus")


def test_the_password_is_asked_over_the_page_and_work_goes_on_where_it_was(
    house: House, seat: Callable[..., Hands]
) -> None:
    clerk = seat()
    clerk.sign_in(CLERK)
    clerk.goto(PERMIT)
    clerk.context.clear_cookies(name="motcua_phien")
    clerk.page.locator("#id_o0-name").focus()
    clerk.type("Trần Thị Hết Phiên Mẫu")
    clerk.page.wait_for_selector("#again-password:focus")

    clerk.type("sai")
    clerk.press("Enter")
    clerk.page.wait_for_selector("#again-fault:not(:empty)")
    clerk.type(house.password)
    clerk.press("Enter")

    clerk.page.wait_for_selector("#again", state="hidden")
    assert clerk.focus() == "id_o0-name"
    assert clerk.page.input_value("#id_o0-name") == "Trần Thị Hết Phiên Mẫu"
    clerk.page.wait_for_selector("#saved:not(:empty)")


def test_help_opens_over_the_page_and_gives_the_focus_back(seat: Callable[..., Hands]) -> None:
    clerk = seat(CLERK)
    clerk.goto(PERMIT)
    clerk.page.locator(".papers input").first.focus()

    clerk.press("?")
    clerk.page.wait_for_selector("#help-title:focus")
    assert "Quét thẻ căn cước" in clerk.page.inner_text("#help")
    clerk.press("Escape")

    clerk.page.wait_for_selector("#help", state="hidden")
    assert clerk.focus() == "id_p1-given"
    assert "/can-bo/tiep-nhan" in clerk.page.url


def test_without_javascript_the_same_person_is_found_shown_and_received(
    house: House, chromium: Browser
) -> None:
    name, still_open = "Hồ Thị Không Kịch Bản Mẫu", "Người này còn hồ sơ cùng thủ tục"

    def fill(page: Page, name: str) -> None:
        page.goto(house.url + PERMIT)
        page.fill("#id_o0-id_number", "038080001357")
        if name:
            page.fill("#id_o0-name", name)
            return
        with page.expect_navigation():
            page.keyboard.press("Enter")

    def receive(page: Page) -> None:
        for paper in page.locator(".papers input[id$=-given]").all():
            paper.check()
        page.click("text=Tiếp nhận và in 2 giấy hẹn")

    with without_script(house, chromium) as page:
        fill(page, name)
        receive(page)
        page.wait_for_url("**/da-nhan*")

        fill(page, "")
        assert page.input_value("#id_o0-name") == name
        assert still_open in page.inner_text("#known")
        receive(page)
        page.wait_for_url("**/da-nhan*")

        fill(page, name)
        with page.expect_navigation():
            receive(page)
        assert still_open in page.inner_text(".intake > .stack >> nth=0")
        page.click("text=Tiếp nhận và in 2 giấy hẹn")
        page.wait_for_url("**/da-nhan*")

        with page.expect_navigation():
            page.click("text=Nhận thêm cho người này")
        assert name in page.inner_text("main")
        with page.expect_navigation():
            page.click(".rail a:has-text('Trợ giúp')")
        assert "Khi thấy lạ" in page.inner_text("main")

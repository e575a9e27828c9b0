"""Pressing twice, two at once, a page that is no longer true, a session that ran out."""

from collections.abc import Callable

import pytest

from browsing import Hands, House

pytestmark = pytest.mark.browser

CLERK, OTHER_CLERK = "motcua.bim-son", "motcua2.bim-son"
OFFICER = "chuyenvien.qldt.bim-son"
COUNTER = "/can-bo/tiep-nhan?thu-tuc=tx-gia-han-gpxd"
NAME = "Phùng Văn Bấm Mẫu"


def fill(hands: Hands) -> None:
    """Everything the counter's form needs, up to the button."""
    hands.goto(COUNTER)
    page = hands.page
    page.locator("#id_o0-id_number").fill("038000000765")
    page.locator("#id_o0-name").fill(NAME)
    page.locator("#id_o0-phone").fill("0900000765")
    page.locator("#id_o0-address").fill("Khu phố 1")
    for tick in page.locator(".papers tbody input[name$='-given']").all():
        tick.check()


def received(hands: Hands) -> str:
    fill(hands)
    hands.press("F8")
    hands.page.wait_for_url("**/da-nhan")
    return hands.code()


def test_a_double_click_receives_once(house: House, seat: Callable[..., Hands]) -> None:
    clerk = seat(CLERK)
    fill(clerk)
    before = house.count()

    clerk.page.locator("[data-main]").dblclick()
    clerk.page.wait_for_url("**/da-nhan")

    assert house.count() == before + 1


def test_of_two_officers_at_once_one_wins_and_the_other_is_told_who_did_what(
    house: House, seat: Callable[..., Hands]
) -> None:
    first, second = seat(CLERK), seat(OTHER_CLERK)
    code = received(first)
    for hands in (first, second):
        hands.goto(f"/can-bo/ho-so/{code}")
        hands.page.wait_for_selector("[data-main]")
    first.press("F8")
    first.page.wait_for_selector(".toast")
    before = house.events(code)

    second.press("F8")
    second.page.wait_for_selector("[role=alert]")

    told = second.page.locator("[role=alert]").inner_text()
    assert "Cán bộ một cửa, Quầy 1" in told
    assert "chuyển hồ sơ" in told
    assert second.focus() != "body"
    assert house.events(code) == before


def test_a_stale_page_does_nothing_and_keeps_the_words(
    house: House, seat: Callable[..., Hands]
) -> None:
    clerk, officer, elsewhere = seat(CLERK), seat(OFFICER), seat(OFFICER)
    code = received(clerk)
    clerk.goto(f"/can-bo/ho-so/{code}")
    clerk.press("F8")
    clerk.page.wait_for_selector(".toast")
    officer.goto(f"/can-bo/ho-so/{code}")
    officer.goto(f"/can-bo/ho-so/{code}/tra-lai")
    elsewhere.goto(f"/can-bo/ho-so/{code}")
    elsewhere.press("F8")
    elsewhere.page.wait_for_selector(".toast")
    before = house.events(code)

    officer.page.locator("textarea").first.fill("thiếu chữ ký ở trang hai")
    officer.press("F8")
    officer.page.wait_for_selector("[role=alert]")

    assert "thiếu chữ ký ở trang hai" in officer.page.locator("[role=alert]").inner_text()
    assert house.events(code) == before


def test_an_expired_session_gives_a_half_typed_form_back(
    house: House, seat: Callable[..., Hands]
) -> None:
    clerk = seat()
    clerk.sign_in(CLERK)
    fill(clerk)
    before = house.count()
    clerk.context.clear_cookies(name="motcua_phien")

    clerk.press("F8")
    clerk.page.wait_for_selector("#username:focus")
    clerk.type(CLERK)
    clerk.press("Tab")
    clerk.type(house.password)
    clerk.press("Enter")
    clerk.page.wait_for_selector("#id_o0-name")

    assert clerk.page.locator("#id_o0-name").input_value() == NAME
    assert "chưa có gì được ghi" in clerk.words()
    assert house.count() == before
    clerk.press("F8")
    clerk.page.wait_for_url("**/da-nhan")
    assert house.count() == before + 1

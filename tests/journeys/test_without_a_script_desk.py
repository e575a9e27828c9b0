"""The desk's pages in a browser with JavaScript switched off: the morning, many at once, results
that go out or lie there, drafts, a session that ran out, help, and no button that does nothing.
"""

import re
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page

from browsing import CODE, House
from scriptless import (
    PLAIN,
    click,
    enter,
    fill,
    give_password,
    official,
    press,
    said,
    send,
    send_in,
    take_in,
    without_script,
)  # fmt: skip

pytestmark = [pytest.mark.browser, pytest.mark.prove]

CLERK, OFFICER = "motcua2.bim-son", "chuyenvien.qldt.bim-son"
HEAD, CHAIR, RECORDS = "truongphong.qldt.bim-son", "phochutich.bim-son", "vanthu.bim-son"
SESSION = "motcua_phien"


def box(code: str) -> str:
    """The tick box of a dossier."""
    return f"input[name=pick][value^='{code}|']"


def on_the_way(
    house: House, chromium: Browser, numbers: list[str], steps: list[tuple[str, str]]
) -> list[str]:
    """Dossiers taken in, then moved on by (who, which act)."""
    with ExitStack() as seats:
        seated = {
            who: seats.enter_context(official(house, chromium, who))
            for who in dict.fromkeys([CLERK, *(who for who, _ in steps)])
        }
        codes = [take_in(seated[CLERK], number) for number in numbers]
        for who, act in steps:
            for code in codes:
                press(seated[who], code, act)
    return codes


def test_the_chair_opens_what_waits_in_the_morning_and_signs_it_all_at_once(
    house: House, chromium: Browser
) -> None:
    way = [(CLERK, "Chuyển bước"), (OFFICER, "Chuyển bước"), (HEAD, "Duyệt")]
    codes = on_the_way(house, chromium, ["038080003101", "038080003102"], way)

    with official(house, chromium, CHAIR) as chair:
        chair.goto("/can-bo/sang-nay")
        for code in codes:
            assert chair.locator(box(code)).count() == 0
            chair.goto(f"/can-bo/ho-so/{code}")
            chair.goto("/can-bo/sang-nay")
        for code in codes:
            chair.check(box(code))
        click(chair, "Ký các hồ sơ đã chọn")
        assert "Chuyển 2 hồ sơ?" in said(chair)
        send(chair)

        assert said(chair).count("xong Đã duyệt") == 2
    for code in codes:
        assert house.events(code)[-1] == "approved"


def test_an_office_sends_on_several_from_its_box(house: House, chromium: Browser) -> None:
    codes = on_the_way(house, chromium, ["038080003111", "038080003112"], [])

    with official(house, chromium, CLERK) as clerk:
        clerk.goto("/can-bo/hop-viec")
        for code in codes:
            clerk.check(box(code))
        click(clerk, "Chuyển, duyệt các hồ sơ đã chọn")
        send(clerk)

        assert said(clerk).count("xong Đã chuyển") == 2
    for code in codes:
        assert house.events(code)[-1] == "handed_over"


def test_results_get_their_place_are_found_by_name_and_go_out_together_to_who_stands_in(
    house: House, chromium: Browser
) -> None:
    way = [
        (CLERK, "Chuyển bước"), (OFFICER, "Chuyển bước"), (HEAD, "Duyệt"), (CHAIR, "Duyệt"),
        (RECORDS, "Chuyển kết quả"),
    ]  # fmt: skip
    one, two = on_the_way(house, chromium, ["038080003121", "038080003121"], way)

    with official(house, chromium, CLERK) as clerk:
        clerk.goto("/can-bo/tra-ket-qua")
        fill(clerk, **{f"shelf-{one}": "Ô 12", f"shelf-{two}": "Ô 12"})
        click(clerk, "Ghi chỗ để")
        assert "Đã ghi chỗ để của 2 kết quả" in said(clerk)
        clerk.fill("#tim", one)
        click(clerk, "Tìm")
        assert "Ô 12" in said(clerk)
        clerk.check(box(two))
        clerk.locator("input[name=collector][value=collector]").check()
        send(clerk)
        assert "Ghi họ tên người nhận thay." in said(clerk)
        fill(
            clerk, name="Ngô Văn Rui Mẫu", id_number="038000000099",
            relation=relation(clerk), paper="Giấy uỷ quyền ngày 12/3/2017",
        )  # fmt: skip
        for paid in clerk.locator("input[name=fee_taken]").all():
            paid.check()
        send(clerk)

        assert "Đã trả 2 kết quả" in said(clerk)
        assert "Ngô Văn Rui Mẫu" in said(clerk)
        paper = clerk.get_by_role("link", name="In giấy biên nhận").get_attribute("href")
        assert clerk.request.get(str(paper)).body().startswith(b"%PDF")
    for code in (one, two):
        assert house.events(code)[-1] == "result_returned"


def relation(page: Page) -> str:
    """The first relation one may choose."""
    return str(page.locator("select[name=relation] option").nth(1).inner_text())


def tick_only(page: Page, chosen: str, others: list[str]) -> None:
    page.check(f"input[name=pick][value='{chosen}']")
    for other in others:
        page.uncheck(f"input[name=pick][value='{other}']")


def test_who_has_not_fetched_a_result_is_reminded_once(house: House, chromium: Browser) -> None:
    with official(house, chromium, CLERK) as clerk:
        clerk.goto("/can-bo/tra-ket-qua/chua-nhan")
        codes = [box.input_value() for box in clerk.locator("input[name=pick]:checked").all()]
        chosen, *others = codes
        tick_only(clerk, chosen, others)
        send(clerk)
        assert "Đã xếp 1 lời nhắc" in said(clerk)
        assert "1 lần" in clerk.locator(f"tr:has(input[value='{chosen}'])").inner_text()

        tick_only(clerk, chosen, others)
        send(clerk)

        assert "lời nhắc" in clerk.locator("[role=alert]").inner_text()


def test_a_form_put_aside_is_found_taken_up_and_dropped(house: House, chromium: Browser) -> None:
    with official(house, chromium, CLERK) as clerk:
        clerk.goto(PLAIN)
        fill(clerk, **{"o0-name": "Lê Thị Dở Mẫu", "o0-phone": "0900000777"})
        click(clerk, "Để lại sau")
        click(clerk, "Lê Thị Dở Mẫu")
        assert clerk.input_value("#id_o0-phone") == "0900000777"

        clerk.goto("/can-bo/tiep-nhan")
        with clerk.expect_navigation():
            clerk.locator("tr:has-text('Lê Thị Dở Mẫu') button").click()

        assert "Lê Thị Dở Mẫu" not in said(clerk)


def test_a_session_that_ran_out_carries_what_was_typed_through_the_sign_in_page(
    house: House, chromium: Browser
) -> None:
    with official(house, chromium, CLERK) as clerk:
        clerk.goto(PLAIN)
        fill(clerk, **{"o0-name": "Lê Thị Hết Mẫu", "o0-id_number": "038080003141"})
        clerk.context.clear_cookies(name=SESSION)

        click(clerk, "Tiếp nhận và in 2 giấy hẹn")
        assert "Phiên làm việc đã hết" in said(clerk)
        give_password(clerk, CLERK, house.password)
        assert "Những gì đã gõ còn nguyên, chưa có gì được ghi" in said(clerk)
        assert clerk.input_value("#id_o0-name") == "Lê Thị Hết Mẫu"
        code = send_in(clerk, "038080003141")
        assert house.events(code)[0] == "received"

        clerk.goto(f"/can-bo/ho-so/{code}/huy-tiep-nhan")
        fill(clerk, reason="Nhầm người nộp")
        clerk.context.clear_cookies(name=SESSION)
        send(clerk)
        give_password(clerk, CLERK, house.password)
        assert clerk.input_value("[name=reason]") == "Nhầm người nộp"
        send(clerk)
        assert house.events(code)[-1] == "voided"


def test_a_procedure_is_found_an_agent_named_and_a_refusal_given_by_buttons_alone(
    house: House, chromium: Browser
) -> None:
    with official(house, chromium, CLERK) as clerk:
        clerk.goto("/can-bo/tiep-nhan")
        fill(clerk, q="gia han giay phep xay dung")
        click(clerk, "Tìm")
        if clerk.locator("#options").count():
            with clerk.expect_navigation():
                clerk.locator("#options button").first.click()
        fill(clerk, **{"o0-name": "Lê Thị Thay Mẫu", "o0-id_number": "038080003151"})
        clerk.check("#by_other")
        click(clerk, "Vẽ lại trang")
        fill(clerk, **{"s-name": "Ngô Văn Thay Mẫu"})
        click(clerk, "Vẽ lại trang")
        assert "Người nộp thay: Ngô Văn Thay Mẫu" in said(clerk)
        assert re.search(r"5\. Trả kết quả: \S", said(clerk))
        click(clerk, "Từ chối…")
        fill(clerk, reason="Không thuộc thẩm quyền, nộp tại Sở Xây dựng")
        clerk.uncheck("#by_other")
        click(clerk, "Từ chối và in phiếu")

        assert "PHIẾU TỪ CHỐI" in said(clerk)
        assert "In bằng lệnh in của trình duyệt" in said(clerk)
        assert CODE.search(clerk.url)


def test_letters_grow_and_help_is_a_page(house: House, chromium: Browser) -> None:
    with official(house, chromium, CLERK) as clerk:
        click(clerk, "Trợ giúp")
        assert "đang tắt JavaScript nên phím tắt không chạy" in said(clerk)
        click(clerk, "125%")

        assert clerk.locator("html.size-125").count() == 1
        assert "/can-bo/tro-giup" in clerk.url
    with without_script(house.url, chromium) as citizen:
        citizen.goto("/")
        click(citizen, "English")
        assert citizen.locator("html[lang=en]").count() == 1
        click(citizen, "112%")
        assert citizen.locator("html.size-112[lang=en]").count() == 1


ALONE = {
    "tiep-nhan", "hop-viec", "hop-viec/bo-loc", "tra-ket-qua", "sang-nay", "canh-bao", "tro-giup",
}  # fmt: skip


@pytest.mark.parametrize("path", sorted(ALONE))
def test_nothing_is_drawn_that_only_a_script_would_answer(
    house: House, chromium: Browser, path: str
) -> None:
    with official(house, chromium, CLERK) as clerk:
        clerk.goto(f"/can-bo/{path}")

        dead = clerk.locator("button[type=button]:visible:not([aria-disabled])")
        assert [one.inner_text() for one in dead.all()] == []
        assert clerk.locator(".btn kbd:visible, .rail kbd:visible, .keys:visible").count() == 0
        outside = clerk.locator("button:visible:not(form button):not([form]):not([aria-disabled])")
        assert [one.inner_text() for one in outside.all()] == []


def test_signing_in_says_what_is_wrong_and_signing_out_ends_it(
    house: House, chromium: Browser
) -> None:
    with without_script(house.url, chromium) as page:
        page.goto("/can-bo/dang-nhap")
        give_password(page, CLERK, "không phải")
        assert "không đúng" in page.inner_text("[role=alert]")

        enter(page, CLERK, house.password)
        click(page, "Ra")

        page.goto("/can-bo/hop-viec")
        assert "/can-bo/dang-nhap" in page.url

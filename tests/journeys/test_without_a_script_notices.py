"""Notices to citizens with JavaScript switched off: found, told by telephone, worded, tried."""

import pytest
from playwright.sync_api import Browser

from browsing import House
from scriptless import click, official

pytestmark = [pytest.mark.browser, pytest.mark.prove]

CLERK, ADMIN = "motcua.bim-son", "quantri.bim-son"
PAGES = ("tin-bao", "tin-bao/goi-dien", "tin-bao/thu", "tin-bao/hop-thu-thu")
UNREACHED = """
UPDATE outgoing_outboxmessage SET state = 'person', why = 'refused', next_at = NULL
WHERE sent_at IS NULL AND id = (
    SELECT max(m.id) FROM outgoing_outboxmessage m
    JOIN dossiers_dossier d ON d.id = m.dossier_id JOIN organization_office o ON o.id = d.office_id
    JOIN dossiers_party p ON p.dossier_id = d.id AND p.role = 'owner' AND p.phone <> ''
    WHERE o.slug = 'bim-son' AND m.state = 'passed' AND m.kind = 'finished')
RETURNING id
"""


def test_who_no_channel_reached_is_called_and_the_call_is_written_down(
    house: House, chromium: Browser
) -> None:
    ((message,),) = house.rows(UNREACHED)
    with official(house, chromium, CLERK) as clerk:
        clerk.goto("/can-bo/tin-bao?tt=can-nguoi")
        clerk.click(f"a[href='/can-bo/tin-bao/{message}']")
        assert "Nơi nhận từ chối" in clerk.inner_text("main")
        clerk.click("main p >> text=Gọi điện")
        clerk.check(f"input[name=pick][value='{message}']")
        click(clerk, "Ghi đã gọi")

        assert "Đã ghi gọi điện 1 tin." in clerk.inner_text("body")
        clerk.goto(f"/can-bo/tin-bao/{message}")
        assert "Đã gọi điện" in clerk.inner_text("main")


def test_an_administrator_words_a_notice_anew_sees_it_first_and_goes_back(
    house: House, chromium: Browser
) -> None:
    with official(house, chromium, ADMIN) as admin:
        admin.goto("/can-bo/quan-tri/tin-bao")
        admin.click("a[href$='/bim-son/withdrawn/short']")
        admin.fill("#id_body", "Chào {ho_ten}.")
        click(admin, "Xem thử")
        assert "Không dùng được chỗ điền “ho_ten”" in admin.inner_text("main")

        admin.fill("#id_body", "Đã rút hồ sơ {ma_ho_so}.")
        click(admin, "Xem thử")
        assert "Đã rút hồ sơ 000.00" in admin.inner_text("main")
        click(admin, "Lưu mẫu tin")
        assert admin.inner_text("a[href$='/bim-son/withdrawn/short']") == "lời riêng"
        admin.click("a[href$='/bim-son/withdrawn/short']")
        click(admin, "Về lời có sẵn")

        assert admin.inner_text("a[href$='/bim-son/withdrawn/short']") == "lời có sẵn"


def test_a_trial_of_the_demonstration_lands_in_its_own_box(house: House, chromium: Browser) -> None:
    with official(house, chromium, ADMIN) as admin:
        admin.goto("/can-bo/quan-tri/tin-bao")
        admin.fill("#address", "thu.mau@vidu.vn")
        click(admin, "Gửi tin thử")
        click(admin, "hộp thư thử")

        assert "thu.mau@vidu.vn" in admin.inner_text("main")


@pytest.mark.parametrize("path", PAGES)
def test_nothing_on_these_pages_waits_for_a_script(
    house: House, chromium: Browser, path: str
) -> None:
    with official(house, chromium, CLERK) as clerk:
        answer = clerk.goto(f"/can-bo/{path}")

        assert answer is not None
        assert answer.status == 200
        dead = clerk.locator("button:visible:not([type=submit]):not([aria-disabled])")
        assert dead.all_inner_texts() == []
        assert clerk.locator(".btn kbd:visible, .rail kbd:visible").count() == 0

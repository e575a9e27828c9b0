"""An office moves into an empty folder in a browser with JavaScript switched off."""

import pytest
from playwright.sync_api import Browser

from browsing import House
from scriptless import click, enter, fill, said, without_script

pytestmark = pytest.mark.browser

OWN = "ba con mèo vàng ngủ"


def test_the_first_run_page_is_gone_through_by_forms_alone(
    empty_house: House, chromium_alone: Browser
) -> None:
    with without_script(empty_house.url, chromium_alone) as page:
        page.goto("/tra-cuu")
        assert "Thiết lập lần đầu" in said(page)
        fill(page, code="sai-sai-sai")
        click(page, "Tiếp tục")
        assert "không đúng" in page.inner_text("[role=alert]")
        fill(page, code=(empty_house.data / "keys" / "first-run").read_text("utf-8").strip())
        click(page, "Tiếp tục")
        fill(
            page, name="UBND phường Nam Sơn Mẫu", agency_code="000.09.19.H56", next_number="13",
            morning_from="7h30", afternoon_to="17:00", saturday=True,
            full_name="Lê Thị Cửa Mẫu", username="quantri", password=OWN, again="khác",
        )  # fmt: skip
        click(page, "Thiết lập đơn vị và tạo tài khoản quản trị")
        assert page.locator(".errors").count() == 1
        assert page.input_value("[name=name]") == "UBND phường Nam Sơn Mẫu"
        assert page.is_checked("[name=saturday]")
        fill(page, password=OWN, again=OWN)
        click(page, "Thiết lập đơn vị và tạo tài khoản quản trị")
        assert "Đã thiết lập UBND phường Nam Sơn Mẫu" in said(page)

        enter(page, "quantri", OWN)

        page.goto("/can-bo/quan-tri/don-vi")
        assert "UBND phường Nam Sơn Mẫu" in said(page)
        assert page.input_value("[name=afternoon_to]") == "17:00"
        assert page.goto("/thiet-lap").status == 404  # type: ignore[union-attr]

"""A day off is announced: entered without a script, looked at by axe, its promises moved by keys
alone and without a script, and verify finds nothing."""

import subprocess

import pytest
from playwright.sync_api import Browser

import watching
from browsing import DESKTOP, PHONE, Hands, House, sideways, sit_down
from scriptless import click, official, said

pytestmark = [pytest.mark.browser, pytest.mark.prove]

YEAR = "/can-bo/quan-tri/lich/2017"
WAITING = "/can-bo/dieu-hanh/hen-cho-xac-nhan"
RULES = "axe.run(document, {resultTypes: ['violations']})"


def announce(house: House, chromium: Browser) -> str:
    """The administrator enters 7/4/2017; what the preview says."""
    with official(house, chromium, "quantri.bim-son") as page:
        page.goto(YEAR)
        lines = page.locator("input[name^='nghi-'][name$='-first']")
        spare = next(n for n in range(lines.count()) if not lines.nth(n).input_value())
        page.fill(f"#id_nghi-{spare}-first", "7/4/2017")
        page.fill(f"#id_nghi-{spare}-reason", "nghỉ bão")
        page.fill("#id_vb-number", "12/TB-BNV")
        page.fill("#id_vb-signed_on", "30/03/2017")
        page.fill("#id_vb-issuer", "Bộ Nội vụ")
        click(page, "Xem trước, chưa ghi")
        before = said(page)
        click(page, "Ghi lịch năm 2017")
        assert "Đã ghi lịch năm 2017" in said(page)
    return before


def moved(house: House) -> int:
    return int(house.rows("SELECT count(*) FROM dossiers_event WHERE kind = 'due_moved'")[0][0])


def unsound(hands: Hands, axe: str) -> list[str]:
    """What axe and the width have against the page, at both sizes."""
    found = []
    for size in (DESKTOP, PHONE):
        hands.page.set_viewport_size(size)  # type: ignore[arg-type]
        hands.page.evaluate(axe)
        there, seen = sideways(hands.page)
        found += [f"{there} wide"] if there > seen else []
        found += [one["id"] for one in hands.page.evaluate(RULES)["violations"]]
    hands.page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
    return found


def test_a_day_off_is_entered_and_promises_follow_the_head(
    house_apart: House, chromium_alone: Browser, axe: str
) -> None:
    preview = announce(house_apart, chromium_alone)

    assert "hẹn trả sẽ khác" in preview
    assert "muộn hơn 1 ngày" in preview
    assert moved(house_apart) == 0
    with official(house_apart, chromium_alone, "chutich.bim-son") as page:
        page.goto(WAITING)
        boxes = page.locator("input[name='pick']")
        waiting = boxes.count()
        for place in range(2, waiting):
            boxes.nth(place).uncheck()
        click(page, "Dời hẹn các hồ sơ đã chọn")
        assert "Đã dời hẹn trả của 2 hồ sơ" in said(page)
    assert moved(house_apart) == 2
    hands = sit_down(house_apart, chromium_alone, "chutich.bim-son", DESKTOP)
    hands.goto("/can-bo/sang-nay")
    hands.tab_to("a[href='/can-bo/dieu-hanh/hen-cho-xac-nhan']")
    hands.press("Enter")
    hands.page.wait_for_url(f"**{WAITING}")
    assert unsound(hands, axe) == []
    hands.tab_to("input[name='pick']")
    hands.press("Space", "F8")
    hands.page.wait_for_selector(".toast")
    assert moved(house_apart) == waiting - 1
    hands.tab_to("button[value='keep']")
    hands.press("Enter")
    hands.page.wait_for_selector(".empty")
    assert moved(house_apart) == waiting - 1
    hands.context.close()
    assert verify(house_apart) == 0


def verify(house: House) -> int:
    """`motcua verify` on the house's database."""
    environment = watching.environment(house.data, DATABASE_URL=house.database_url)
    return subprocess.run([*watching.PROGRAM, "verify"], env=environment, check=False).returncode

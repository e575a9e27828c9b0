"""Thirty certified copies in a row: a name and Enter each, the hands never leave the keyboard."""

import json
from collections.abc import Callable

import pytest

from browsing import Hands

pytestmark = pytest.mark.browser

MOST_KEYS = 8
REPORT = "/can-bo/bao-cao/phu-luc-ii.json"


def received(hands: Hands) -> int:
    """Received at the wards in the quarter, as the report says."""
    answer = hands.context.request.get(hands.house.url + REPORT)
    return int(json.loads(answer.body())["totals"]["B"]["received"])


def test_thirty_in_a_row_without_leaving_the_page_and_all_in_the_report(
    seat: Callable[..., Hands],
) -> None:
    clerk, chair = seat("motcua.ba-dinh"), seat("chutich.bim-son")
    before = received(chair)
    clerk.goto("/can-bo/lam-ngay")

    for number in range(30):
        clerk.page.wait_for_selector("#id_name:focus")
        clerk.pressed = 0
        clerk.type(f"Lê Thị Chờ Mẫu {number}")
        clerk.press("Enter")
        clerk.page.wait_for_selector(f"text=Lê Thị Chờ Mẫu {number}")
        assert clerk.pressed <= MOST_KEYS

    assert received(chair) == before + 30
    assert clerk.focus() == "id_name"


def test_a_wrong_number_is_told_beside_it_and_the_focus_stands_there(
    seat: Callable[..., Hands],
) -> None:
    clerk = seat("motcua.ba-dinh")
    clerk.goto("/can-bo/lam-ngay")
    clerk.page.wait_for_selector("#id_name:focus")

    clerk.type("Lê Thị Chờ Mẫu")
    clerk.press("Tab")
    clerk.type("không")
    clerk.press("F8")

    clerk.page.wait_for_selector("#id_copies:focus")
    assert "Số bản là số" in clerk.words()
    assert clerk.page.input_value("#id_name") == "Lê Thị Chờ Mẫu"

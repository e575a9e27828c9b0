"""What the whole browser run left in the log: routes and durations, nobody."""

import json
import re
from collections.abc import Callable
from urllib.parse import unquote

import pytest

from browsing import Hands, House

pytestmark = pytest.mark.browser

NUMBER = re.compile(r"\d{9,}")


def test_the_log_names_nobody(house: House, seat: Callable[..., Hands]) -> None:
    name, id_number, phone = house.rows(
        "SELECT name, id_number, phone FROM dossiers_party"
        " WHERE role = 'owner' AND id_number <> '' AND phone <> '' ORDER BY id DESC LIMIT 1"
    )[0]
    clerk = seat("motcua.bim-son")
    for searched in (name, id_number, phone):
        clerk.goto("/can-bo/")
        clerk.press("F2")
        clerk.type(searched)
        clerk.press("Enter")
        clerk.page.wait_for_url(lambda url: "/tim" in url or "/ho-so/" in url)
    citizen = seat()
    for asked in (name, phone):
        citizen.goto(f"/tra-cuu?ma={asked}")
        citizen.goto(f"/{asked}")

    log = "".join(file.read_text("utf-8") for file in (house.data / "log").iterdir())

    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    routes = {line.get("route") for line in lines}
    assert {"can-bo/tim", "can-bo/ho-so/<str:code>", "tra-cuu"} <= routes
    numbers = {
        number
        for row in house.rows("SELECT DISTINCT id_number, phone FROM dossiers_party")
        for number in row
        if number
    }
    assert not numbers & set(NUMBER.findall(log))
    names = house.rows("SELECT DISTINCT name FROM dossiers_party")
    assert "Mẫu" not in unquote(log)
    assert not [one for (one,) in names if one in unquote(log)]
    assert log.count(house.password) == 0

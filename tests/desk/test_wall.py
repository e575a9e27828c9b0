"""The screen on the wall: figures by step, codes that run out first, and nobody's name."""

import re
from typing import Any

import pytest

from acting import words
from motcua.dossiers import services
from office import OWNER, Office

WALL = "/can-bo/man-hinh"


@pytest.fixture(scope="module")
def codes(office: Office) -> dict[str, str]:
    """A late dossier at the desk and one in the department, both of three weeks ago."""
    desk, department = office.received(), office.received()
    office.act(services.hand_over, department, "clerk")
    return {"clerk": desk.code, "officer": department.code}


@pytest.mark.parametrize("who", ["clerk", "officer", "head"])
def test_the_screen_shows_what_is_late_by_step_and_its_code(
    world: Any, codes: dict[str, str], who: str
) -> None:
    page = words(world.as_(who).get(WALL))

    assert codes["clerk" if who == "clerk" else "officer"] in page
    assert "quá" in page


def test_the_screen_names_nobody(world: Any, codes: dict[str, str]) -> None:
    page = world.as_("clerk").get(WALL).content.decode()

    assert OWNER.name not in page
    assert OWNER.address not in page
    assert "Quầy Mẫu" not in page


def test_a_department_does_not_see_what_only_the_desk_holds(
    world: Any, codes: dict[str, str]
) -> None:
    assert codes["clerk"] not in words(world.as_("officer").get(WALL))


def test_the_screen_asks_anew_each_minute_also_without_a_script(
    world: Any, codes: dict[str, str]
) -> None:
    page = world.as_("officer").get(WALL).content.decode()

    assert re.search(r'<noscript>\s*<meta http-equiv="refresh" content="60">', page)
    assert 'hx-trigger="every 60s"' in page


def test_who_opens_no_dossier_has_no_screen(world: Any, codes: dict[str, str]) -> None:
    assert world.as_("admin").get(WALL).status_code == 403

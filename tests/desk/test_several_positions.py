"""A page that a script fills, when its session has no position for it: led on, not half-drawn."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from motcua.identity.kinds import PositionKind

COUNTER = "/can-bo/tiep-nhan"
PARTS = COUNTER + "/thu-tuc"
OVER = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{COUNTER}?thu-tuc=x"}
WHERE = "/can-bo/vi-tri?tiep=%2Fcan-bo%2Ftiep-nhan%3Fthu-tuc%3Dx"


@pytest.fixture(scope="module")
def positions(world: Any) -> list[str]:
    """The uuids of two positions that one clerk holds."""
    from motcua.identity import services
    from motcua.organization.selectors import office_by_slug

    account = services.add_person(
        username="both", full_name="Lê Thị Hai Mẫu", password="mat-khau-mau-1", demo=True
    )
    held = []
    for slug in ("bim-son", "ba-dinh"):
        position = services.add_position(
            office_id=office_by_slug(slug).id,
            kind=PositionKind.DESK_CLERK,
            title=f"Cán bộ một cửa {slug}",
            department_id=None,
        )
        services.give_position(account, position, from_on=date(2017, 1, 1))
        held.append(str(position.uuid))
    return held


@pytest.fixture
def clerk(world: Any, positions: list[str]) -> Client:
    return world.fresh("both")  # type: ignore[no-any-return]


def test_a_script_is_led_to_the_choice_of_position_by_the_whole_window(clerk: Client) -> None:
    answer = clerk.post(PARTS, {"q": "gpxd"}, headers=OVER)

    assert answer.status_code == 204
    assert answer["HX-Redirect"] == WHERE


def test_without_a_script_it_stays_a_redirect(clerk: Client) -> None:
    answer = clerk.get(COUNTER)

    assert answer.status_code == 302
    assert answer["Location"] == "/can-bo/vi-tri?tiep=%2Fcan-bo%2Ftiep-nhan"


def test_a_page_drawn_for_another_position_gets_no_part_and_keeps_what_was_typed(
    clerk: Client, positions: list[str]
) -> None:
    first, second = positions
    clerk.post("/can-bo/vi-tri", {"position": second})
    typed = {"q": "gpxd", "o0-name": "Vũ Thị Nhầm Mẫu"}

    same = clerk.post(PARTS, typed, headers={**OVER, "X-Position": second})
    other = clerk.post(PARTS, typed, headers={**OVER, "X-Position": first})

    assert same.status_code == 200
    assert other.status_code == 204
    back = clerk.post("/can-bo/vi-tri", {"position": first, "tiep": COUNTER}, follow=True)
    assert "Vũ Thị Nhầm Mẫu" in back.content.decode()


def test_an_address_outside_the_door_is_not_where_one_is_led_back_to(clerk: Client) -> None:
    outside = {**OVER, "HX-Current-URL": "https://elsewhere.example/x"}
    answer = clerk.post(PARTS, {"q": "gpxd"}, headers=outside)

    page = clerk.get(answer["HX-Redirect"]).content.decode()

    assert 'name="tiep" value="/can-bo/"' in page

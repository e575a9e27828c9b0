"""Nobody comes through the officials' door without signing in, and nobody past their position."""

from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, reverse

from motcua.desk import urls
from motcua.desk.rail import ENTRIES

OPEN = {"sign-in", "sign-out"}
PASSWORD = "mat-khau-mau-1"  # noqa: S105 (an invented one)


def test_every_address_needs_an_official_but_signing_in_and_out() -> None:
    for pattern in urls.urlpatterns:
        assert isinstance(pattern, URLPattern)
        guarded = getattr(pattern.callback, "needs_official", False)
        opened = getattr(pattern.callback, "open_to_anyone", False)
        assert guarded is not opened, pattern.name
        assert opened is (pattern.name in OPEN), pattern.name


def test_a_page_asked_for_without_a_session_leads_to_sign_in_and_back(world: Any) -> None:
    answer = Client().get("/can-bo/hop-viec")

    assert answer.status_code == 302
    assert answer["Location"] == "/can-bo/dang-nhap?tiep=%2Fcan-bo%2Fhop-viec"


def test_a_form_sent_after_the_session_ended_comes_back_filled_and_nothing_is_done(
    world: Any,
) -> None:
    browser = Client()
    asked = browser.post(
        "/can-bo/tiep-nhan",
        {"procedure": "tx-gpxd-nha-o-do-thi", "o0-name": "Đỗ Văn Then Mẫu", "do": "receive"},
    )
    assert 'name="giu:o0-name" value="Đỗ Văn Then Mẫu"' in asked.content.decode()

    back = browser.post(
        "/can-bo/dang-nhap",
        {
            "username": "clerk",
            "password": PASSWORD,
            "tiep": "/can-bo/tiep-nhan",
            "giu:procedure": "tx-gpxd-nha-o-do-thi",
            "giu:o0-name": "Đỗ Văn Then Mẫu",
            "giu:do": "receive",
        },
        follow=True,
    )

    page = back.content.decode()
    assert 'value="Đỗ Văn Then Mẫu"' in page
    assert "chưa có gì được ghi" in page
    again = browser.get("/can-bo/tiep-nhan").content.decode()
    assert 'value="Đỗ Văn Then Mẫu"' not in again
    assert "Hồ sơ để lại sau" in again


def test_where_to_go_after_signing_in_stays_inside_the_door(world: Any) -> None:
    answer = Client().post(
        "/can-bo/dang-nhap",
        {"username": "clerk", "password": PASSWORD, "tiep": "//elsewhere.example/can-bo/"},
    )

    assert answer["Location"] == "/can-bo/"


@pytest.mark.usefixtures("within_a_minute")
def test_wrong_passwords_are_told_and_the_sixth_try_is_locked_out(world: Any) -> None:
    answers = [
        Client().post("/can-bo/dang-nhap", {"username": "affairs", "password": "sai"})
        for _ in range(6)
    ]

    assert answers[0].status_code == 403
    assert "không đúng" in answers[0].content.decode()
    assert answers[-1].status_code == 429
    assert "tạm khoá" in answers[-1].content.decode()


@pytest.mark.parametrize(
    ("username", "path"),
    [
        ("officer", "/can-bo/tiep-nhan"),
        ("clerk", "/can-bo/dieu-hanh"),
        ("clerk", "/can-bo/bao-cao/phu-luc-ii"),
        ("head", "/can-bo/quan-tri"),
        ("admin", "/can-bo/hop-viec"),
        ("admin", "/can-bo/ho-so"),
    ],
)
def test_what_a_position_may_not_is_refused_with_its_title(
    world: Any, username: str, path: str
) -> None:
    answer = world.as_(username).get(path)

    assert answer.status_code == 403
    assert "không có phần việc này" in answer.content.decode()


@pytest.mark.parametrize(
    "username",
    ["clerk", "officer", "head", "chair", "records", "affairs", "admin", "books", "above"],
)
def test_every_entry_of_the_rail_opens_for_who_sees_it(world: Any, username: str) -> None:
    client = world.as_(username)
    page = client.get("/can-bo/", follow=True).content.decode()
    nav = page.split('<nav class="rail"')[1].split("</nav>")[0]
    shown = [entry for entry in ENTRIES if f'href="{reverse(entry.route)}"' in nav]

    assert shown
    for entry in shown:
        answer = client.get(reverse(entry.route), follow=True)  # money leads on to one's own page
        assert answer.status_code == 200, entry.key


def test_a_fragment_asked_for_without_a_session_swaps_nothing(world: Any) -> None:
    answer = Client().post(
        "/can-bo/tiep-nhan/thu-tuc", {"q": "gpxd"}, headers={"HX-Request": "true"}
    )

    assert answer.status_code == 401

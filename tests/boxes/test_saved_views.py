"""Views of the inbox: kept by one person at one post, counted, one of them opened first."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from acting import words
from motcua.boxes.models import SavedView
from motcua.boxes.services.views import MOST_VIEWS
from motcua.dossiers import services
from office import Office
from world import World

BOX, VIEWS = "/can-bo/hop-viec", "/can-bo/hop-viec/bo-loc"
OTHER = "tx-gpxd-nha-o-do-thi"
ASKED = {"thu-tuc": OTHER}


@pytest.fixture(scope="module", autouse=True)
def box(world: World, office: Office) -> None:
    """Four dossiers of one procedure and two of another in the box of the desk."""
    wanted = [office.intake()] * 4 + [replace(office.intake(OTHER))] * 2
    services.receive(wanted, key=uuid4(), whole=True)


@pytest.fixture(autouse=True)
def clerk(world: World) -> Client:
    """The clerk, who keeps nothing yet."""
    SavedView.objects.all().delete()
    return world.as_("clerk")


def kept(clerk: Client, name: str = "Nhà ở", **changes: str) -> SavedView:
    answer = clerk.post(VIEWS, {"do": "save", "name": name, **ASKED, **changes})
    assert answer.status_code == 302, words(answer)
    return SavedView.objects.get(name=name)


def test_a_filter_is_kept_as_a_tab_that_counts_what_waits_in_it(clerk: Client) -> None:
    assert "Lưu bộ lọc này" in words(clerk.get(BOX, ASKED))

    kept(clerk)

    page = clerk.get(BOX, ASKED)
    assert "Cần làm 6 Chờ người dân 0 Nhà ở 2" in words(page)
    assert "Lưu bộ lọc này" not in words(page)
    counted = clerk.get(f"{BOX}/dem", {**ASKED, "co": "6"}, headers={"HX-Request": "true"})
    assert "Nhà ở 2" in words(counted)


def test_the_first_view_opens_where_nothing_is_asked_and_the_whole_box_stays_in_reach(
    clerk: Client,
) -> None:
    kept(clerk, default="1")

    assert clerk.get(BOX)["Location"] == f"{BOX}?thu-tuc={OTHER}"
    assert clerk.get(f"{BOX}?loc=can-lam").status_code == 200


def test_another_first_view_takes_its_place_and_may_be_given_up(clerk: Client) -> None:
    kept(clerk, default="1")
    second = kept(clerk, "Mới đến", **{"tinh-trang": "moi-den"})

    clerk.post(VIEWS, {"do": "first", "view": str(second.uuid)})
    assert list(SavedView.objects.filter(is_default=True)) == [second]
    clerk.post(VIEWS, {"do": "whole", "view": str(second.uuid)})

    assert clerk.get(BOX).status_code == 200


def test_it_is_renamed_and_taken_away(clerk: Client) -> None:
    view = kept(clerk)

    clerk.post(VIEWS, {"do": "rename", "view": str(view.uuid), "name": "  Xây   nhà "})
    assert SavedView.objects.get().name == "Xây nhà"
    clerk.post(VIEWS, {"do": "delete", "view": str(view.uuid)})

    assert "Chưa lưu bộ lọc nào" in words(clerk.get(VIEWS))


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"name": " "}, "Chưa đặt tên"),
        ({"name": "a" * 41}, "Tên dài quá 40 ký tự"),
        ({"name": "nhà Ở"}, "Đã có bộ lọc tên"),
        ({"name": "Tất cả", "thu-tuc": ""}, "chưa lọc gì"),
    ],
)
def test_what_cannot_be_kept_is_said_and_what_was_typed_stays(
    clerk: Client, sent: dict[str, str], said: str
) -> None:
    kept(clerk)

    answer = clerk.post(VIEWS, {"do": "save", **ASKED, **sent})

    assert answer.status_code == 422
    assert said in words(answer)
    assert SavedView.objects.count() == 1
    if sent.get("thu-tuc") is None:
        assert f'value="{sent["name"]}"' in answer.content.decode()


def test_a_name_that_is_taken_is_said_at_the_view_renamed(clerk: Client) -> None:
    kept(clerk)
    other = kept(clerk, "Mới đến", **{"tinh-trang": "moi-den"})

    answer = clerk.post(VIEWS, {"do": "rename", "view": str(other.uuid), "name": "Nhà ở"})

    assert answer.status_code == 422
    assert 'href="#id_name_1"' in answer.content.decode()


def test_no_more_than_the_limit_are_kept(clerk: Client) -> None:
    for n in range(MOST_VIEWS):
        kept(clerk, f"Bộ lọc {n}")

    answer = clerk.post(VIEWS, {"do": "save", "name": "Nữa", **ASKED})

    assert "không lưu thêm được" in words(answer)


def test_nobody_else_sees_or_changes_it(world: World, clerk: Client) -> None:
    view = kept(clerk)
    other: Any = world.as_("clerk2")

    assert "Nhà ở" not in words(other.get(BOX))
    refused = other.post(VIEWS, {"do": "delete", "view": str(view.uuid)})

    assert refused.status_code == 409
    assert SavedView.objects.filter(pk=view.pk).exists()

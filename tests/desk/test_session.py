"""A session that ends, a form left half-filled, and help: nothing typed is lost, help is near."""

from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from acting import intake, receive, words
from motcua.desk.helping import PAGES
from motcua.desk.rail import ENTRIES

SIGN_IN = "/can-bo/dang-nhap"
COUNTER = "/can-bo/tiep-nhan"
PASSWORD = "mat-khau-mau-1"  # noqa: S105 (an invented one)
OVER = {"HX-Request": "true"}


def enter(browser: Client, username: str = "clerk", **fields: str) -> Any:
    """Give the password on the sign-in page."""
    form = {"username": username, "password": PASSWORD, **fields}
    return browser.post(SIGN_IN, form, follow=True)


def test_every_page_holds_the_question_it_may_need_for_who_works_there(world: Any) -> None:
    page = world.as_("clerk").get(COUNTER).content.decode()

    assert '<dialog id="again"' in page
    assert 'name="username" value="clerk"' in page


def test_a_script_whose_session_ended_is_told_so_and_changes_nothing(world: Any) -> None:
    answer = Client().post(f"/can-bo/nhap/{uuid4()}", intake(), headers=OVER)

    assert answer.status_code == 401


def test_the_password_over_the_page_opens_the_session_and_gives_a_new_token(world: Any) -> None:
    browser = Client(enforce_csrf_checks=True)
    browser.get(SIGN_IN)
    token = browser.cookies["motcua_bieu_mau"].value

    answer = browser.post(
        SIGN_IN,
        {"username": "clerk", "password": PASSWORD, "csrfmiddlewaretoken": token},
        headers=OVER,
    )

    saved = browser.post(
        f"/can-bo/nhap/{uuid4()}", intake(csrfmiddlewaretoken=answer.json()["token"]), headers=OVER
    )
    assert "Đã giữ nháp" in words(saved)


def test_a_wrong_password_over_the_page_says_so_in_its_place(world: Any) -> None:
    browser = Client()

    wrong = browser.post(SIGN_IN, {"username": "clerk2", "password": "sai"}, headers=OVER)
    empty = browser.post(SIGN_IN, {"username": "clerk2", "password": ""}, headers=OVER)

    assert wrong.status_code == 403
    assert "không đúng" in wrong.json()["fault"]
    assert empty.json()["fault"] == "Ghi tên đăng nhập và mật khẩu."
    assert browser.get(COUNTER).status_code == 302


def test_the_page_goes_on_in_the_position_it_was_drawn_for(world: Any) -> None:
    page = world.as_("clerk").get(COUNTER).content.decode()
    position = page.split('name="position" value="')[1].split('"')[0]
    browser = Client()

    browser.post(
        SIGN_IN,
        {"username": "clerk", "password": PASSWORD, "position": position},
        headers=OVER,
    )

    assert browser.session["desk_position"] == position


def test_a_position_one_does_not_hold_is_not_taken(world: Any) -> None:
    browser = Client()

    browser.post(
        SIGN_IN,
        {"username": "clerk", "password": PASSWORD, "position": str(uuid4())},
        headers=OVER,
    )

    assert "desk_position" not in browser.session


def test_what_the_sign_in_page_carried_is_a_draft_from_then_on(world: Any) -> None:
    draft = str(uuid4())
    form = intake(draft=draft, **{"o0-name": "Đỗ Thị Then Mẫu"})
    carried = {f"giu:{name}": value for name, value in form.items()}

    enter(Client(), tiep=COUNTER, **carried)

    left = world.as_("clerk").get(f"/can-bo/nhap/{draft}", follow=True)
    assert 'value="Đỗ Thị Then Mẫu"' in left.content.decode()
    world.as_("clerk").post(f"/can-bo/nhap/{draft}/bo")


def test_an_unfinished_intake_is_offered_at_the_next_sign_in_and_names_nobody(
    world: Any,
) -> None:
    uuid = uuid4()
    world.as_("clerk2").post(f"/can-bo/nhap/{uuid}", intake(**{"o0-name": "Vũ Thị Dở Mẫu"}))

    page = enter(Client(), "clerk2", tiep="/can-bo/hop-viec").content.decode()

    toast = page.split('class="toast"')[1].split("</div>")[0]
    assert "Còn 1 hồ sơ nhập dở." in toast
    assert f'href="/can-bo/nhap/{uuid}"' in toast
    assert "Vũ Thị Dở Mẫu" not in toast


def test_who_left_nothing_is_offered_nothing(world: Any) -> None:
    page = enter(Client(), "officer").content.decode()

    assert "nhập dở" not in page


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.key != "help"], ids=lambda e: e.key)
def test_every_entry_of_the_rail_has_its_help(entry: Any) -> None:
    assert PAGES[entry.key].answers


def test_help_opens_over_the_page_with_what_belongs_to_it(world: Any) -> None:
    page = world.as_("clerk").get(COUNTER).content.decode()
    over = world.as_("clerk").get("/can-bo/tro-giup?trang=intake", headers=OVER)

    assert "/can-bo/tro-giup?trang=intake" in page
    assert "Quét thẻ căn cước" in words(over)
    assert "F8" in words(over)
    assert "<html" not in over.content.decode()


def test_without_a_script_help_is_a_page_of_its_own(world: Any) -> None:
    answer = world.as_("clerk").get("/can-bo/tro-giup?trang=intake")

    assert "Quét thẻ căn cước" in words(answer)
    assert "Khi thấy lạ" in words(answer)
    assert "125%" in words(answer)


@pytest.mark.parametrize("key", ["", "khong-co", "../x"])
def test_help_of_an_unknown_page_is_the_general_one(world: Any, key: str) -> None:
    answer = world.as_("clerk").get("/can-bo/tro-giup", {"trang": key}, headers=OVER)

    assert "Máy quét không mở hồ sơ" in words(answer)


@pytest.mark.parametrize("size", ["112", "125"])
def test_the_size_of_text_is_kept_for_officials_too(world: Any, size: str) -> None:
    browser = world.fresh("clerk")
    browser.get(f"/hien-thi?co-chu={size}&tu=/can-bo/")

    page = browser.get(COUNTER).content.decode()

    assert f'class="size-{size}"' in page


def test_a_dossier_and_its_acts_have_their_help(world: Any) -> None:
    clerk = world.as_("clerk")
    code = receive(clerk)

    page = clerk.get(f"/can-bo/ho-so/{code}").content.decode()

    assert "/can-bo/tro-giup?trang=dossier" in page
    assert PAGES["dossier"].answers

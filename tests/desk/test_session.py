"""A session that ends, a form left half-filled, and help: nothing typed is lost, help is near."""

from html import escape
from typing import Any
from uuid import uuid4

import pytest
from django.http import QueryDict
from django.test import Client

from acting import intake, receive, words
from motcua.desk.helping import PAGES
from motcua.desk.rail import ENTRIES
from motcua.desk.refilling import refill
from motcua.desk.views.administration.frame import TABS

SIGN_IN = "/can-bo/dang-nhap"
COUNTER = "/can-bo/tiep-nhan"
PASSWORD = "mat-khau-mau-1"  # noqa: S105 (an invented one)
GIVEN_BACK = "Những gì đã gõ còn nguyên, chưa có gì được ghi"
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


def test_any_form_comes_back_filled_after_the_session_ended_and_nothing_is_done(
    world: Any,
) -> None:
    said = "Ghi “rõ” & đúng <b>"
    code = receive(world.as_("clerk"))
    forms = {
        "/can-bo/lam-ngay": {"name": "Tạ Thị Ngay Mẫu", "copies": "7", "signer": "khong-co"},
        f"/can-bo/ho-so/{code}/sua-loi-ghi": {"reason": said, "owner0-name": "Tạ Thị Sửa Mẫu"},
        "/can-bo/phan-anh/moi": {"body": said, "name": "Tạ Thị Kể Mẫu"},
    }

    for path, typed in forms.items():
        gate = Client().post(path, typed)
        assert "những gì đã gõ còn nguyên" in words(gate)
        carried = {f"giu:{name}": value for name, value in typed.items()}
        browser = Client()
        page = enter(browser, tiep=path, **carried)
        assert page.status_code == 200
        assert GIVEN_BACK in words(page)
        for value in typed.values():
            assert value == "khong-co" or escape(value) in page.content.decode(), path
        assert GIVEN_BACK not in words(browser.get(path))


def test_of_two_forms_at_one_address_the_one_that_was_sent_is_filled() -> None:
    page = """<form method="post" action="/x"><input name="one" value="1"></form>
<form method="post" action="/x" id="b"><input type="hidden" name="key" value="k">
<input name="two" value="2" class="c"><input type="checkbox" name="on" checked>
<select name="s"><option value="a" selected>A</option><option value="b">B</option></select>
<textarea name="t">alt</textarea><input type="radio" name="r" value="1"></form>
<textarea form="b" name="t"></textarea><form method="post" action="/y"><input name="two"></form>"""
    sent = QueryDict("key=old&two=%22%C4%91%22&s=b&t=%3Cp%3E&t=zwei&r=1")

    filled = refill(page, "/x", sent)

    expected = """<form method="post" action="/x"><input name="one" value="1"></form>
<form method="post" action="/x" id="b"><input type="hidden" name="key" value="k">
<input name="two" value="&quot;đ&quot;" class="c"><input type="checkbox" name="on">
<select name="s"><option value="a">A</option><option value="b" selected>B</option></select>
<textarea name="t">
&lt;p&gt;</textarea><input type="radio" name="r" value="1" checked></form>
<textarea form="b" name="t">
zwei</textarea><form method="post" action="/y"><input name="two"></form>"""
    assert filled == expected


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


@pytest.mark.parametrize("tab", [key for key, _, _ in TABS])
def test_each_page_of_administration_has_help_of_its_own(tab: str) -> None:
    purpose, *tasks, final = PAGES[f"admin-{tab}"].answers

    assert purpose[0] == "Trang này để làm gì"
    assert len(tasks) == 3
    assert final[0] == "Điều không lấy lại được"


def test_the_help_of_a_page_of_administration_is_asked_for_by_its_tab(world: Any) -> None:
    admin = world.as_("admin")

    page = admin.get("/can-bo/quan-tri/don-vi").content.decode()

    assert "/can-bo/tro-giup?trang=admin-parts" in page
    over = admin.get("/can-bo/tro-giup?trang=admin-parts", headers=OVER)
    assert "Quản trị: phòng, quầy, giờ" in words(over)


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

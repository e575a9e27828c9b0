"""The administrator's pages: people, posts, parts, lending, lists; each within its reach."""

import re
import unicodedata
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client

from acting import press, receive, words
from motcua.identity.actors import actors_of
from world import NOW

PAGES = (
    "/can-bo/quan-tri", "/can-bo/quan-tri/nguoi-moi", "/can-bo/quan-tri/vi-tri",
    "/can-bo/quan-tri/don-vi", "/can-bo/quan-tri/uy-quyen", "/can-bo/quan-tri/nhap-danh-sach",
    "/can-bo/quan-tri/nhap-danh-sach/mau.xlsx", "/can-bo/quan-tri/suc-khoe",
    "/can-bo/quan-tri/nhat-ky",
)  # fmt: skip
POST = {"kind": "BP_MOT_CUA", "place": "bim-son", "title": "Quầy thử", "from_on": "31/03/2017"}


def rows(query: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def uuid_of(username: str) -> UUID:
    found: UUID = rows("SELECT uuid FROM identity_account WHERE username = %s", username)[0][0]
    return found


def post_of(username: str) -> UUID:
    """The post the person holds and that has no end yet."""
    found: UUID = rows(
        "SELECT p.uuid FROM identity_holding h JOIN identity_position p ON p.id = h.position_id"
        " JOIN identity_account a ON a.id = h.account_id"
        " WHERE a.username = %s AND h.until_on IS NULL ORDER BY h.id",
        username,
    )[0][0]
    return found


def leave_page(username: str) -> str:
    return f"/can-bo/quan-tri/nguoi/{uuid_of(username)}/vi-tri/{post_of(username)}/ket-thuc"


def once(answer: Any) -> str:
    """The one-time password on the page."""
    found = re.search(r'id="one-time"[^>]*>([^<]+)<', answer.content.decode())
    assert found, words(answer)
    return found[1]


def add(admin: Client, login: str, **changes: str) -> Any:
    form = {"full_name": f"Người {login} Mẫu", "username": login, **POST, **changes}
    return admin.post("/can-bo/quan-tri/nguoi-moi", form)


def last_audit() -> str:
    return str(rows("SELECT action FROM audit_auditrow ORDER BY id DESC LIMIT 1")[0][0])


@pytest.mark.parametrize("path", PAGES)
def test_only_administrators_open_these_pages(world: Any, path: str) -> None:
    assert world.as_("admin").get(path).status_code == 200
    for username in ("clerk", "chair", "affairs", "above"):
        assert world.as_(username).get(path).status_code == 403, username


@pytest.mark.parametrize("path", [p for p in PAGES if not p.endswith("xlsx")])
def test_a_page_keeps_to_the_rules_of_the_house(world: Any, path: str) -> None:
    page = world.as_("admin").get(path).content.decode()

    ids = re.findall(r'\sid="([^"]+)"', page)
    assert " style=" not in page
    assert page.count("<h1") == 1
    assert len(ids) == len(set(ids)), sorted({one for one in ids if ids.count(one) > 1})
    assert set(re.findall(r'<label[^>]* for="([^"]+)"', page)) <= set(ids)


def test_a_new_person_gets_a_post_and_a_password_that_opens_one_page_only(world: Any) -> None:
    secret = once(add(world.as_("admin"), "moi.mot"))
    browser = Client()

    entered = browser.post("/can-bo/dang-nhap", {"username": "moi.mot", "password": secret})
    barred = browser.get("/can-bo/hop-viec")
    weak = browser.post("/can-bo/mat-khau", {"old": secret, "new": "ngắn", "again": "ngắn"})
    own = {"old": secret, "new": "thuyền giấy trôi xa", "again": "thuyền giấy trôi xa"}
    changed = browser.post("/can-bo/mat-khau", own)

    assert entered.status_code == 302
    assert barred["Location"] == "/can-bo/mat-khau"
    assert "ít nhất 10 ký tự" in words(weak)
    assert changed["Location"] == "/can-bo/"
    assert browser.get("/can-bo/hop-viec").status_code == 200


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"username": "clerk"}, "đã có người dùng"),
        ({"username": "Có Dấu"}, "không hợp lệ"),
        ({"full_name": ""}, "Chưa ghi họ và tên"),
        ({"kind": "CHUYEN_VIEN"}, "phải thuộc một phòng"),
        ({"kind": "CHUONG_TRINH"}, "Không có trong danh sách"),
        ({"place": "thanh-hoa"}, "Không có trong danh sách"),
        ({"from_on": "31/02/2017"}, "Không có ngày 31/02/2017"),
    ],
)
def test_a_fault_is_said_and_nobody_is_added(
    world: Any, change: dict[str, str], sentence: str
) -> None:
    before = rows("SELECT count(*) FROM identity_account")

    answer = add(world.as_("admin"), "khong.them", **change)

    assert answer.status_code in (409, 422)
    assert sentence in words(answer)
    assert 'value="Quầy thử"' in answer.content.decode()
    assert rows("SELECT count(*) FROM identity_account") == before


def test_a_forgotten_password_is_replaced_and_the_old_sessions_end(world: Any) -> None:
    secret = once(add(world.as_("admin"), "quen.mk"))
    browser = Client()
    browser.post("/can-bo/dang-nhap", {"username": "quen.mk", "password": secret})

    fresh = once(
        world.as_("admin").post(f"/can-bo/quan-tri/nguoi/{uuid_of('quen.mk')}/vao-lai/cap-mat-khau")
    )

    assert fresh != secret
    assert last_audit() == "reset_password"
    assert browser.get("/can-bo/mat-khau")["Location"].startswith("/can-bo/dang-nhap")


def test_a_password_is_the_same_on_every_vietnamese_keyboard(world: Any) -> None:
    secret = once(add(world.as_("admin"), "go.dau"))
    browser = Client()
    browser.post("/can-bo/dang-nhap", {"username": "go.dau", "password": secret})
    composed, decomposed = (
        unicodedata.normalize(form, "một cửa sổ rộng") for form in ("NFC", "NFD")
    )
    browser.post("/can-bo/mat-khau", {"old": secret, "new": composed, "again": composed})

    answer = Client().post("/can-bo/dang-nhap", {"username": "go.dau", "password": decomposed})

    assert answer.status_code == 302


def test_a_new_password_opens_a_locked_account_at_once(world: Any) -> None:
    add(world.as_("admin"), "bi.khoa")
    for _ in range(6):
        locked = Client().post("/can-bo/dang-nhap", {"username": "bi.khoa", "password": "sai"})
    person = f"/can-bo/quan-tri/nguoi/{uuid_of('bi.khoa')}"

    secret = once(world.as_("admin").post(f"{person}/vao-lai/cap-mat-khau"))
    answer = Client().post("/can-bo/dang-nhap", {"username": "bi.khoa", "password": secret})

    assert locked.status_code == 429
    assert answer.status_code == 302


def test_a_person_with_a_post_elsewhere_is_out_of_reach(world: Any) -> None:
    above = uuid_of("above")

    for path in ("", "/giao-vi-tri"):
        answer = world.as_("admin").get(f"/can-bo/quan-tri/nguoi/{above}{path}")
        assert answer.status_code == 404
    answer = world.as_("admin").post(f"/can-bo/quan-tri/nguoi/{above}/vao-lai/cap-mat-khau")
    assert answer.status_code == 404


def test_people_are_found_without_accents_and_no_name_stands_in_an_address(world: Any) -> None:
    answer = world.as_("admin").post("/can-bo/quan-tri", {"q": "cot chuyen vien"})
    nobody = world.as_("admin").post("/can-bo/quan-tri", {"q": "khong ai ca"})

    assert "Trần Văn Cột Mẫu" in words(answer)
    assert "Lê Thị Quầy Mẫu" not in words(answer)
    assert "Không có ai khớp" in words(nobody)


def test_an_account_closes_once_its_posts_are_over_and_opens_again(world: Any) -> None:
    admin = world.as_("admin")
    add(admin, "ra.di", from_on="01/03/2017")
    person = f"/can-bo/quan-tri/nguoi/{uuid_of('ra.di')}"

    held = admin.post(f"{person}/dong")
    admin.post(leave_page("ra.di"), {"until_on": "31/03/2017", "successor": ""})
    closed = admin.post(f"{person}/dong", follow=True)
    reopened = admin.post(f"{person}/vao-lai/mo-lai")

    assert "còn giữ vị trí Quầy thử" in words(held)
    assert "Tài khoản đã đóng" in words(closed)
    assert once(reopened)


def test_ending_a_post_says_what_is_in_its_box_and_never_leaves_it_to_nobody(world: Any) -> None:
    clerk, admin = world.as_("clerk"), world.as_("admin")
    code = receive(clerk)
    press(clerk, code, "chuyen")
    page = leave_page("officer")
    add(admin, "thay.cot", kind="BP_MOT_CUA")
    form = {"until_on": "31/03/2017", "successor": ""}

    shown = words(admin.get(page))
    refused = admin.post(page, form)
    handed = admin.post(page, {**form, "successor": str(uuid_of("thay.cot"))}, follow=True)

    assert "Hộp việc còn 1 hồ sơ" in shown
    assert code in shown
    assert "Chọn người nhận bàn giao" in words(refused)
    assert refused.status_code == 409
    assert "đã bàn giao" in words(handed)
    assert rows("SELECT count(*) FROM audit_auditrow WHERE action = 'hand_over_box'") == [(1,)]
    successor = world.as_("thay.cot")
    rows_of = rows(
        "UPDATE identity_account SET must_change = false WHERE username = 'thay.cot' RETURNING id"
    )
    assert rows_of
    place = str(post_of_kind("thay.cot", "CHUYEN_VIEN"))
    successor.post("/can-bo/vi-tri", {"position": place})
    assert code.rsplit("-", 1)[-1] in words(successor.get("/can-bo/hop-viec"))


def post_of_kind(username: str, kind: str) -> UUID:
    found: UUID = rows(
        "SELECT p.uuid FROM identity_holding h JOIN identity_position p ON p.id = h.position_id"
        " JOIN identity_account a ON a.id = h.account_id"
        " WHERE a.username = %s AND p.kind = %s AND h.until_on IS NULL",
        username,
        kind,
    )[0][0]
    return found


def test_the_last_administrator_cannot_leave(world: Any) -> None:
    answer = world.as_("admin").post(
        leave_page("admin"), {"until_on": "31/03/2017", "successor": ""}
    )

    assert answer.status_code == 409
    assert "quản trị cuối cùng" in words(answer)


def test_a_post_cannot_end_before_it_began(world: Any) -> None:
    answer = world.as_("admin").post(
        leave_page("records"), {"until_on": "31/12/2016", "successor": ""}
    )

    assert "phải sau thời điểm bắt đầu" in words(answer)


def test_a_post_given_by_mistake_ends_the_same_day_counts_for_none_and_stays_on_record(
    world: Any,
) -> None:
    admin = world.as_("admin")
    add(admin, "giao.nham", title="Quầy giao nhầm")
    person = f"/can-bo/quan-tri/nguoi/{uuid_of('giao.nham')}"
    assert "Quầy giao nhầm" in str(actors_at("giao.nham"))

    ended = admin.post(
        leave_page("giao.nham"), {"until_on": "31/03/2017", "successor": ""}, follow=True
    )

    assert "Đã ghi ngày kết thúc" in words(ended)
    assert actors_at("giao.nham") == []
    assert "Quầy giao nhầm Đã kết thúc" in words(admin.get(person))
    assert "31/03/2017 không ngày nào" in words(admin.get(person))
    assert "không ngày nào" in words(admin.get("/can-bo/quan-tri/vi-tri?xem=da-het"))
    assert last_audit() == "end_holding"
    admin.post(f"{person}/giao-vi-tri", {**POST, "title": "Quầy giao nhầm"})
    assert "Quầy giao nhầm" in str(actors_at("giao.nham"))


def actors_at(username: str) -> list[str]:
    """The posts a person may act in now."""
    (pk,) = rows("SELECT id FROM identity_account WHERE username = %s", username)[0]
    return [actor.title for actor in actors_of(pk, NOW)]


def test_a_post_is_lent_for_days_and_the_lending_ends(world: Any) -> None:
    admin = world.as_("admin")
    form = {
        "post": f"{uuid_of('chair')}/{post_of('chair')}", "to_person": str(uuid_of("head")),
        "from_on": "31/03/2017", "until_on": "05/04/2017", "reason": "Đi công tác, 12/UQ-UBND",
    }  # fmt: skip

    past = admin.post("/can-bo/quan-tri/uy-quyen/moi", {**form, "until_on": "30/03/2017"})
    oneself = admin.post(
        "/can-bo/quan-tri/uy-quyen/moi", {**form, "to_person": str(uuid_of("chair"))}
    )
    lent = admin.post("/can-bo/quan-tri/uy-quyen/moi", form, follow=True)
    held = words(world.as_("head").get("/can-bo/vi-tri"))
    (number,) = rows("SELECT id FROM identity_delegation")[0]
    ended = admin.post("/can-bo/quan-tri/uy-quyen/ket-thuc", {"lent": number}, follow=True)

    assert past.status_code == 409
    assert "cho chính mình" in words(oneself)
    assert "12/UQ-UBND" in words(lent)
    assert "được uỷ quyền" in held
    assert "Đã kết thúc uỷ quyền" in words(ended)
    assert "được uỷ quyền" not in words(world.as_("head").get("/can-bo/vi-tri"))


def test_the_trail_says_who_did_what_about_whom(world: Any) -> None:
    admin = world.as_("admin")
    add(admin, "nhat.ky")

    page = words(admin.get("/can-bo/quan-tri/nhat-ky"))
    found = words(admin.post("/can-bo/quan-tri/nhat-ky", {"q": "giao vi tri nhat.ky"}))

    assert "Giao vị trí Người nhat.ky Mẫu Đỗ Văn Máy Mẫu" in page
    assert "Giao vị trí Người nhat.ky Mẫu" in found
    assert "Thêm người Người nhat.ky" not in found

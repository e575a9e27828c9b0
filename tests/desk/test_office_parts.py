"""Departments, counters, hours and offices below, as the administrator keeps them."""

from typing import Any

import pytest
from django.db import connection

from acting import words


def rows(query: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def last_audit() -> str:
    return str(rows("SELECT action FROM audit_auditrow ORDER BY id DESC LIMIT 1")[0][0])


def test_departments_and_counters_come_and_go_but_not_under_somebody(world: Any) -> None:
    admin = world.as_("admin")
    parts = "/can-bo/quan-tri/don-vi"

    admin.post(f"{parts}/phong", {"dv": "bim-son", "code": "tx-thu", "name": "Phòng Thử"})
    again = admin.post(f"{parts}/phong", {"dv": "bim-son", "code": "TX-THU", "name": "Phòng Hai"})
    admin.post(f"{parts}/quay", {"dv": "bim-son", "counter": "Quầy 3"})
    twice = admin.post(f"{parts}/quay", {"dv": "bim-son", "counter": "quay 3"})
    page = words(admin.get(f"{parts}?dv=bim-son"))
    held = admin.post(f"{parts}/phong/ket-thuc", {"dv": "bim-son", "part": "TX-QLDT"})
    ended = admin.post(f"{parts}/phong/ket-thuc", {"dv": "bim-son", "part": "TX-THU"}, follow=True)

    assert "đã dùng ở đơn vị này" in words(again)
    assert "Đã có quầy tên" in words(twice)
    assert "Phòng Thử" in page
    assert "Quầy 3" in page
    assert "còn giữ vị trí" in words(held)
    assert "Phòng Thử" not in words(ended)


def test_hours_are_the_offices_own_and_what_crosses_is_refused(world: Any) -> None:
    admin = world.as_("admin")
    hours = {
        "dv": "ba-dinh", "morning_from": "7h", "morning_to": "11h",
        "afternoon_from": "13h", "afternoon_to": "16h30",
    }  # fmt: skip

    kept = admin.post("/can-bo/quan-tri/don-vi/gio", hours, follow=True)
    crossed = admin.post("/can-bo/quan-tri/don-vi/gio", {**hours, "afternoon_from": "10h"})

    assert 'value="16:30"' in kept.content.decode()
    assert "mở trước, đóng sau" in words(crossed)
    assert 'value="17:30"' in admin.get("/can-bo/quan-tri/don-vi?dv=bim-son").content.decode()


BELOW = "/can-bo/quan-tri/don-vi/truc-thuoc"
NEW_WARD = {
    "dv": "bim-son", "below_name": "UBND phường Nam Sơn", "below_kind": "ward",
    "below_code": "000.77.19.H56",
}  # fmt: skip


def test_an_office_below_is_added_after_the_first_day_with_its_desk_and_departments(
    world: Any,
) -> None:
    admin = world.as_("admin")

    answer = admin.post(BELOW, NEW_WARD, follow=True)
    again = admin.post(BELOW, NEW_WARD)

    assert "Đã thêm đơn vị trực thuộc" in words(answer)
    assert "đã có. Kiểm tra danh sách" in words(again)
    page = words(admin.get("/can-bo/quan-tri/don-vi?dv=ubnd-phuong-nam-son"))
    assert "Phòng của UBND phường Nam Sơn" in page
    assert "0 phòng" not in page
    assert "Thêm đơn vị trực thuộc UBND phường Nam Sơn" not in page
    assert "Thêm đơn vị trực thuộc" in words(admin.get("/can-bo/quan-tri/nhat-ky"))
    place = admin.get("/can-bo/quan-tri/nguoi-moi").content.decode()
    assert 'value="ubnd-phuong-nam-son"' in place


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"below_name": ""}, "Chưa ghi tên đơn vị."),
        ({"below_kind": ""}, "Chưa chọn."),
        ({"below_kind": "province"}, "Không có trong danh sách."),
        ({"below_kind": "town"}, "không phải cấp dưới"),
        ({"below_code": "mã lạ"}, "không đúng dạng"),
    ],
)
def test_a_bad_office_below_is_told_at_its_field_and_nothing_is_added(
    world: Any, changes: dict[str, str], sentence: str
) -> None:
    wanted = {**NEW_WARD, "below_name": "UBND phường Bắc Thử", **changes}

    answer = world.as_("admin").post(BELOW, wanted)

    assert answer.status_code in (409, 422)
    assert sentence in words(answer)
    assert not rows("SELECT 1 FROM organization_office WHERE name = 'UBND phường Bắc Thử'")


def test_a_ward_has_no_office_below(world: Any) -> None:
    answer = world.as_("admin").post(BELOW, {**NEW_WARD, "dv": "ba-dinh", "below_name": "Xã Thử"})

    assert answer.status_code == 409
    assert "không có đơn vị trực thuộc" in words(answer)


def test_an_office_above_is_never_the_one_that_is_changed(world: Any) -> None:
    world.as_("admin").post(
        "/can-bo/quan-tri/don-vi/quay", {"dv": "thanh-hoa", "counter": "Quầy lạ"}
    )

    offices = rows(
        "SELECT o.slug FROM organization_counter c JOIN organization_office o ON o.id = c.office_id"
        " WHERE c.name = 'Quầy lạ'"
    )
    assert offices == [("bim-son",)]

"""The page of reorganizations: entered, looked at, approved by another, taken back."""

import re
from datetime import date

import pytest

from motcua.organization.models import Office
from world import World

LIST = "/can-bo/quan-tri/sap-xep"
MERGE = {
    "effective_on": "01/05/2017", "instrument": "NQ 1/NQ-HĐND", "offices": ["ha-lan"],
    "into": "dong-son",
}  # fmt: skip


@pytest.fixture(scope="module")
def proposed(world: World) -> str:
    """The address of a merger the administrator proposed."""
    answer = world.as_("admin").post(f"{LIST}/moi/merge", MERGE)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.url)


def test_each_kind_has_a_form(world: World) -> None:
    for kind in ("merge", "split", "rename", "move"):
        page = world.as_("admin").get(f"{LIST}/moi/{kind}").content.decode()
        assert "Ghi và xem trước" in page
    assert world.as_("admin").get(f"{LIST}/moi/nothing").status_code == 404


def test_what_is_missing_is_said_beside_the_form(world: World) -> None:
    answer = world.as_("admin").post(f"{LIST}/moi/merge", {"into": "dong-son"})

    assert answer.status_code == 422
    assert "Chưa chọn đơn vị kết thúc." in answer.content.decode()


def test_a_refusal_stands_at_its_field(world: World) -> None:
    answer = world.as_("admin").post(f"{LIST}/moi/merge", {**MERGE, "effective_on": "01/01/2017"})

    assert answer.status_code == 409
    assert "Ngày có hiệu lực phải sau hôm nay" in answer.content.decode()


def test_the_preview_says_what_moves_and_who_ends(world: World, proposed: str) -> None:
    page = re.sub(r"\s+", " ", world.as_("admin").get(proposed).content.decode())

    assert "Xã Hà Lan kết thúc" in page
    assert "0 hồ sơ đang giải quyết và 0 kết quả chờ trả" in page
    assert "Chờ người thứ hai có thẩm quyền duyệt." in page
    assert "Rút lại" in page


def test_a_clerk_has_no_such_page(world: World, proposed: str) -> None:
    assert world.as_("clerk").get(LIST).status_code == 403
    assert world.as_("clerk").post(f"{proposed}/duyet").status_code == 403


def test_the_proposer_is_refused_and_the_chair_approves(world: World, proposed: str) -> None:
    refused = world.as_("admin").post(f"{proposed}/duyet")
    assert refused.status_code == 409

    assert "Duyệt" in world.as_("chair").get(proposed).content.decode()
    answer = world.as_("chair").post(f"{proposed}/duyet")

    assert answer.status_code == 302
    assert "Đã duyệt, chờ đến ngày" in world.as_("chair").get(LIST).content.decode()
    assert Office.objects.get(slug="ha-lan").dissolved_on == date(2017, 5, 1)


def test_taken_back_everything_is_as_before(world: World, proposed: str) -> None:
    answer = world.as_("admin").post(f"{proposed}/rut")

    assert answer.status_code == 302
    assert Office.objects.get(slug="ha-lan").dissolved_on == date(2019, 12, 1)
    assert "Đã rút" in world.as_("admin").get(LIST).content.decode()


def test_the_chair_finds_the_page_from_the_overview(world: World) -> None:
    assert LIST in world.as_("chair").get("/can-bo/dieu-hanh").content.decode()


def test_a_division_lists_its_parts(world: World) -> None:
    asked = {
        "effective_on": "01/05/2017", "instrument": "NQ 2/NQ-HĐND", "office": "ba-dinh",
        "into_1": "ngoc-trao", "into_2": "bac-son", "fields_2": "Hộ tịch; Chứng thực",
    }  # fmt: skip
    answer = world.as_("admin").post(f"{LIST}/moi/split", asked)
    page = world.as_("admin").get(answer.url).content.decode()

    assert "phần còn lại" in page
    assert "Hộ tịch, Chứng thực" in page

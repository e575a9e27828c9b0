"""The inbox: fifty rows at a time, narrowed with counts, counted anew without drawing the rows."""

import re
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from acting import words
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.selectors import waiting
from motcua.dossiers.services.waiting import Deficiency
from office import ANSWER_BY, PLAIN, Office

BOX = "/can-bo/hop-viec"
OTHER = "tx-gpxd-nha-o-do-thi"
HALTED = 2


@pytest.fixture(scope="module")
def full(world: Any, office: Office) -> Office:
    """Sixty of one procedure and three of another in the box of the desk, two of them halted."""
    wanted = [office.intake(PLAIN)] * 60 + [replace(office.intake(OTHER))] * 3
    done = services.receive(wanted, key=uuid4(), whole=True)
    assert all(isinstance(one, Done) for one in done)
    for one in done[:HALTED]:
        dossier = waiting.DossierStep.objects.get(dossier_id=one.dossier).dossier  # type: ignore[union-attr]
        office.act(
            services.request_supplement, dossier, "clerk", document="1/HDHS", reply_by=ANSWER_BY,
            items=[Deficiency(1, "thiếu", "nộp thêm")],
        )  # fmt: skip
    return office


def rows(page: str) -> list[str]:
    return re.findall(r'name="pick"\s+value="([^"|]+)\|', page)


def test_fifty_rows_are_drawn_and_the_rest_follow_on_asking(world: Any, full: Office) -> None:
    clerk = world.as_("clerk")

    first = clerk.get(BOX).content.decode()
    rest = clerk.get(f"{BOX}?sau=50").content.decode()

    assert len(rows(first)) == 50
    assert "Xem thêm 50 hồ sơ" in first
    assert "Xem thêm 50 hồ sơ" not in rest
    assert len(rows(rest)) == 61 - 50
    assert not set(rows(first)) & set(rows(rest))


def test_a_filter_says_how_many_it_leaves_and_leaves_so_many(world: Any, full: Office) -> None:
    clerk = world.as_("clerk")
    page = clerk.get(BOX).content.decode()

    (count,) = re.findall(rf'<option value="{OTHER}">[^<]*\((\d+)\)</option>', page)
    left = rows(clerk.get(f"{BOX}?thu-tuc={OTHER}").content.decode())

    assert len(left) == int(count) == 3


@pytest.mark.parametrize(
    "asked", ["linh-vuc=kh%C3%B4ng", "kenh=online", "tu=x", "han=sau-do&tinh-trang=da-bo-sung"]
)
def test_a_filter_nothing_fits_says_so_and_offers_the_whole_box(
    world: Any, full: Office, asked: str
) -> None:
    answer = world.as_("clerk").get(f"{BOX}?{asked}")

    assert rows(answer.content.decode()) == []
    assert "Không hồ sơ nào khớp bộ lọc" in words(answer)


def test_the_due_filters_share_the_box_out_among_them(world: Any, full: Office) -> None:
    clerk = world.as_("clerk")
    kinds = ("qua-han", "hom-nay", "bay-ngay", "sau-do", "khong-han")

    found = [
        rows(clerk.get(f"{BOX}?han={kind}&sau={sau}").content.decode())
        for kind in kinds
        for sau in (0, 50)
    ]

    assert sorted(code for part in found for code in part) == sorted(
        rows(clerk.get(BOX).content.decode()) + rows(clerk.get(f"{BOX}?sau=50").content.decode())
    )


def test_rows_of_the_second_page_can_be_ticked_as_those_of_the_first(
    world: Any, full: Office
) -> None:
    clerk = world.as_("clerk")
    ticks = re.findall(
        r'name="pick"\s+value="([^"]+)"', clerk.get(f"{BOX}?sau=50").content.decode()
    )

    asked = clerk.post(f"{BOX}/nhieu", {"pick": ticks[:3]})

    assert "Chuyển 3 hồ sơ?" in words(asked)


def test_the_counts_alone_tell_what_came_since_and_draw_no_row(world: Any, full: Office) -> None:
    clerk = world.as_("clerk")

    answer = clerk.get(f"{BOX}/dem?co=58", headers={"HX-Request": "true"})

    assert words(answer) == (
        "Cần làm 61 Chờ người dân 2 Chờ kiểm tra 0 Ý kiến, thực địa 0 "
        "Thêm 3 hồ sơ mới đến: mở lại danh sách"
    )


def test_a_count_stops_and_says_that_it_does(
    world: Any, full: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "MOST_COUNTED", 20)

    page = words(world.as_("clerk").get(BOX))

    assert "Cần làm 20+" in page

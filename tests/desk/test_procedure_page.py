"""The page of a procedure: all that its version says, with articles and marks, and its history."""

import re
from dataclasses import replace
from datetime import date, time

import pytest

from acting import words
from motcua.catalogue.decisions.difference import Change
from motcua.catalogue.decisions.promulgations import Era
from motcua.catalogue.rows import (
    CaseRow,
    ComponentRow,
    FeeRow,
    FormRow,
    ResultRow,
    VersionRow,
)
from motcua.catalogue.selectors import procedures_in_force
from motcua.core.clock import Allowance, AllowanceKind
from motcua.desk.views import catalogue
from world import NOW, World

SLUG = "tx-gpxd-nha-o-do-thi"
PAGE = f"/can-bo/thu-tuc/{SLUG}"


@pytest.fixture
def version(world: World) -> VersionRow:
    """A version that says something of everything."""
    row = next(one for one in procedures_in_force(NOW.date()) if one.slug == SLUG)
    return replace(
        row,
        cutoff=time(15, 30),
        after_supplement="restart",
        supplement_within_days=3,
        silence_days=7,
        silence_consents=True,
        sensitive=True,
        articles={"silence_days": {"article": "Điều 36 Luật Xây dựng", "mark": "M"}},
        cases=(
            CaseRow(1, "sua-chua", "Sửa chữa, cải tạo", Allowance(AllowanceKind.WORKING_DAYS, 8),
                    "08 ngày", "Khoản 2 Điều 97", "V"),
        ),
        components=(
            ComponentRow(1, "Đơn đề nghị", "original", 2, optional=False),
            ComponentRow(2, "Ảnh hiện trạng", "electronic", 1, optional=True, case="sua-chua"),
        ),
        fees=(
            FeeRow(1, "Lệ phí cấp phép", "charge", 75000, "dossier", (), 150000, "return",
                   "Miễn cho hộ nghèo; giảm một nửa cho người cao tuổi", "NQ 27/2016", "M"),
        ),
        forms=(FormRow(1, "Phụ lục 1", "Đơn cấp phép", "bản 2016", "don.docx", "b" * 64),),
        results=(ResultRow(1, "Giấy phép xây dựng", 12, "12 tháng kể từ ngày cấp"),),
    )  # fmt: skip


def test_it_shows_everything_the_version_says(
    world: World, version: VersionRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(catalogue, "version_in_force", lambda slug, day: version)

    page = words(world.as_("books").get(PAGE))

    for said in (
        "Giờ chốt nhận 15:30",
        "Sau khi bổ sung tính lại",
        "Hạn yêu cầu bổ sung (ngày) 3",
        "Hạn trả lời lấy ý kiến (ngày) 7 Điều 36 Luật Xây dựng chờ đối chiếu công báo",
        "Im lặng coi như đồng ý có",
        "Nhạy cảm có",
        "Trường hợp: Sửa chữa, cải tạo 8 ngày làm việc (văn bản: 08 ngày) Khoản 2 Điều 97",
        "Đơn đề nghị bản chính 2",
        "Ảnh hiện trạng nếu có bản điện tử 1",
        "không quá 150.000",
        "Miễn cho hộ nghèo; giảm một nửa cho người cao tuổi",
        "NQ 27/2016 chờ đối chiếu công báo",
        "Phụ lục 1 Đơn cấp phép bản 2016 don.docx",
        "Giấy phép xây dựng 12 tháng văn bản: 12 tháng kể từ ngày cấp",
    ):
        assert said in page, said


def test_each_version_says_what_differs_from_the_one_before(
    world: World, version: VersionRow, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = Change(
        "allowance", "Thời hạn", "Thời hạn giải quyết", "changed", "15 ngày", "20 ngày"
    )
    eras = [
        Era(replace(version, effective_on=date(2017, 3, 1)), None, "", (changed,)),
        Era(replace(version, id=-1), None, "", ()),
    ]
    monkeypatch.setattr(catalogue, "history_of", lambda procedure_id, today: eras)

    page = words(world.as_("books").get(PAGE))

    assert "Thời hạn giải quyết 15 ngày 20 ngày" in page
    assert "Bản đầu tiên, không có bản trước để so." in page


def test_two_officials_take_a_mark_off_on_screen(world: World) -> None:
    form = f"{PAGE}/doi-chieu"
    books, chair = world.as_("books"), world.as_("chair")
    given = {"number": "50/2014/QH13", "signed_on": "18/06/2014", "article": "Điều 102"}

    nothing = books.post(form, given)
    books.post(form, {**given, "muc": ["name"]})
    listed = words(chair.get("/can-bo/danh-muc/chat-luong"))
    page = chair.get(form).content.decode()
    act = re.search(r'action="(/can-bo/doi-chieu/[^"]+/duyet)"', page)
    assert act is not None
    own = books.post(act[1])
    chair.post(act[1])

    assert nothing.status_code == 422
    assert "Chưa chọn mục nào đã đối chiếu." in words(nothing)
    assert "Tên thủ tục" in listed
    assert own.status_code == 409
    assert "Người đề nghị không tự duyệt." in words(own)
    after = words(chair.get(PAGE))
    assert "Tên thủ tục Cấp giấy phép xây dựng đối với nhà ở riêng lẻ tại đô thị đã thấy" in after
    assert "Đã đối chiếu" in after
    assert world.as_("clerk").get(form).status_code == 403

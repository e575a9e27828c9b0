"""A dossier from desk to desk: each acts in turn, nobody for the next, nothing is done twice."""

from typing import Any
from uuid import uuid4

import pytest

from acting import press, receive, words


@pytest.fixture
def at_officer(world: Any) -> str:
    """A dossier handed over to the case officer."""
    code = receive(world.as_("clerk"))
    answer = press(world.as_("clerk"), code, "chuyen")
    assert answer.status_code == 302, words(answer)
    return code


def test_the_holder_hands_over_and_may_take_it_back_until_it_is_opened(world: Any) -> None:
    clerk = world.as_("clerk")
    code = receive(clerk)
    answer = press(clerk, code, "chuyen")
    toast = clerk.get(answer["Location"])

    back = press(clerk, code, "thu-hoi")

    assert "Hoàn tác" in words(toast)
    assert "Hoàn tác" not in words(clerk.get("/can-bo/hop-viec"))
    assert back.status_code == 302
    press(clerk, code, "chuyen")
    world.as_("officer").get(f"/can-bo/ho-so/{code}")
    refused = clerk.get(f"/can-bo/ho-so/{code}/thu-hoi")
    assert refused.status_code == 409
    assert "mở" in words(refused)


def test_the_next_ones_act_is_refused_on_screen_and_by_direct_post(
    world: Any, at_officer: str
) -> None:
    clerk = world.as_("clerk")
    page = clerk.get(f"/can-bo/ho-so/{at_officer}").content.decode()

    direct = clerk.post(
        f"/can-bo/ho-so/{at_officer}/duyet", {"seq": "2", "key": str(uuid4()), "step": ""}
    )

    assert f"/can-bo/ho-so/{at_officer}/duyet" not in page
    assert direct.status_code in (403, 409)
    assert words(direct)


def test_a_stale_page_is_told_who_did_what_and_when_and_keeps_the_words(
    world: Any, at_officer: str
) -> None:
    officer = world.as_("officer")
    officer.get(f"/can-bo/ho-so/{at_officer}")
    other = world.fresh("officer")
    press(other, at_officer, "chuyen")

    answer = officer.post(
        f"/can-bo/ho-so/{at_officer}/tra-lai",
        {"seq": "3", "key": str(uuid4()), "note": "thiếu chữ ký trang 2"},
    )

    text = words(answer)
    assert answer.status_code == 409
    assert "Chuyên viên 2 Trần Văn Cột Mẫu đã ghi “chuyển hồ sơ” lúc 09:42" in text
    assert "thiếu chữ ký trang 2" in text


def test_a_supplement_is_asked_once_and_taken_and_a_second_needs_a_leader(
    world: Any, at_officer: str
) -> None:
    officer, clerk = world.as_("officer"), world.as_("clerk")
    officer.get(f"/can-bo/ho-so/{at_officer}")
    empty = press(officer, at_officer, "yeu-cau-bo-sung", reply_by="05/04/2017")
    half = press(officer, at_officer, "yeu-cau-bo-sung", pick1="on", problem1="thiếu chữ ký")
    asked = press(
        officer,
        at_officer,
        "yeu-cau-bo-sung",
        reply_by="05/04/2017",
        pick1="on",
        problem1="thiếu chữ ký",
        remedy1="ký lại trang 2",
    )

    taken = press(clerk, at_officer, "nhan-bo-sung")

    assert "Chọn ít nhất một giấy tờ cần bổ sung." in words(empty)
    assert "Chưa ghi ngày hẹn bổ sung." in words(half)
    assert "Ghi rõ bổ sung thế nào." in words(half)
    assert asked.status_code == 302
    assert taken.status_code == 302
    page = words(officer.get(f"/can-bo/ho-so/{at_officer}"))
    assert "thiếu chữ ký" in page
    assert "Đã yêu cầu bổ sung 1 lần" in page


def test_a_suspension_needs_its_document_and_the_clock_is_barred(
    world: Any, at_officer: str
) -> None:
    officer = world.as_("officer")
    officer.get(f"/can-bo/ho-so/{at_officer}")
    without = press(officer, at_officer, "tam-dung", document="", reason="nvtc")

    done = press(officer, at_officer, "tam-dung", document="12/TB-CCT", reason="nvtc")

    assert "Chưa ghi số văn bản." in words(without)
    assert done.status_code == 302
    assert "clock--paused" in officer.get(f"/can-bo/ho-so/{at_officer}").content.decode()
    assert press(officer, at_officer, "chay-lai").status_code == 302


def test_the_clock_stands_only_for_what_waits_for_the_citizen(world: Any, at_officer: str) -> None:
    officer = world.as_("officer")
    offered = words(officer.get(f"/can-bo/ho-so/{at_officer}/tam-dung"))

    posted = press(officer, at_officer, "tam-dung", document="12/TB", reason="qua-tai")

    assert "không thực hiện nghĩa vụ tài chính" in offered
    assert "Do thiếu nhân lực hoặc quá tải" not in offered
    assert posted.status_code == 422


def test_a_refusal_says_why_and_in_which_paper_and_is_told_as_a_refusal(
    world: Any,
) -> None:
    code = receive(world.as_("clerk"), slug="tx-gia-han-gpxd")
    way = (("clerk", "chuyen"), ("officer", "chuyen"), ("head", "duyet"), ("chair", "duyet"))
    for who, slug in way:
        assert press(world.as_(who), code, slug).status_code == 302
    records = world.as_("records")

    bare = press(records, code, "ve-mot-cua", outcome="refused")
    whole = press(
        records, code, "ve-mot-cua",
        outcome="refused", document="7/TB-UBND", note="Đất trong quy hoạch",
    )  # fmt: skip

    assert bare.status_code == 422
    assert "Ghi số văn bản từ chối" in words(bare)
    assert "Ghi rõ vì sao từ chối" in words(bare)
    assert whole.status_code == 302
    page = words(world.as_("clerk").get(f"/can-bo/ho-so/{code}"))
    assert "Từ chối giải quyết, có văn bản nêu lý do" in page
    assert "7/TB-UBND" in page
    assert "đã có kết quả" not in page


def test_the_same_button_pressed_twice_acts_once(world: Any, at_officer: str) -> None:
    officer = world.as_("officer")
    officer.get(f"/can-bo/ho-so/{at_officer}")
    form = {"seq": "3", "key": str(uuid4()), "step": "", "outcome": "result"}

    first = officer.post(f"/can-bo/ho-so/{at_officer}/chuyen", form)
    second = officer.post(f"/can-bo/ho-so/{at_officer}/chuyen", form)

    assert first.status_code == second.status_code == 302
    history = words(officer.get(f"/can-bo/ho-so/{at_officer}"))
    assert history.count("Chuyển hồ sơ Chuyên viên 2") == 1


def test_a_mistaken_intake_is_voided_and_its_code_stays(world: Any) -> None:
    clerk = world.as_("clerk")
    code = receive(clerk)

    answer = press(clerk, code, "huy-tiep-nhan", reason="nhận nhầm người")

    assert answer.status_code == 302
    assert "đã huỷ tiếp nhận" in words(clerk.get(f"/can-bo/ho-so/{code}"))


def test_many_are_handed_over_with_one_confirmation_and_an_outcome_each(world: Any) -> None:
    clerk = world.as_("clerk")
    codes = [receive(clerk), receive(clerk)]
    inbox = clerk.get("/can-bo/hop-viec").content.decode()
    ticks = [
        line.split('"')[0]
        for line in inbox.split('name="pick"')[1:]
        for line in [line.split('value="')[1]]
        if line.split("|")[0] in codes
    ]

    asked = clerk.post("/can-bo/hop-viec/nhieu", {"pick": ticks})
    done = clerk.post("/can-bo/hop-viec/nhieu", {"pick": ticks, "sure": "1", "key": str(uuid4())})

    assert "Chuyển 2 hồ sơ?" in words(asked)
    assert words(done).count("Đã chuyển") == 2
    again = clerk.post("/can-bo/hop-viec/nhieu", {"pick": ticks, "sure": "1", "key": str(uuid4())})
    assert "Chưa đánh dấu hồ sơ nào" in words(again)


def test_nothing_ticked_is_said(world: Any) -> None:
    answer = world.as_("clerk").post("/can-bo/hop-viec/nhieu", {})

    assert "Chưa đánh dấu hồ sơ nào" in words(answer)


def test_a_dossier_of_another_office_and_one_that_is_none_get_the_same_answer(world: Any) -> None:
    code = receive(world.as_("clerk"))
    ward = world.as_("ward")

    foreign = ward.get(f"/can-bo/ho-so/{code}")
    none = ward.get("/can-bo/ho-so/000.00.19.H56-170331-9999")
    no_code = ward.get("/can-bo/ho-so/nguyen-van-a")

    assert foreign.status_code == none.status_code == no_code.status_code == 404


def test_an_office_above_sees_the_clock_and_names_its_purpose_for_the_rest(world: Any) -> None:
    code = receive(world.as_("clerk"))
    above = world.as_("above")

    masked = words(above.get(f"/can-bo/ho-so/{code}"))
    refused = above.post(f"/can-bo/ho-so/{code}/mo", {"purpose": "xem"})
    opened = above.post(f"/can-bo/ho-so/{code}/mo", {"purpose": "Kiểm tra theo phản ánh"})

    assert "Lê Thị Hiên Mẫu" not in masked
    assert "còn" in masked
    assert "Ghi mục đích" in words(refused)
    assert "Lê Thị Hiên Mẫu" in words(opened)

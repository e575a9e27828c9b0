"""What people say of the office: rated by who holds the slip, complained of by anyone, read by two
codes; never a person on a public page."""

import re
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.db import connection

from acting import words
from asking import passer_by, slip_check
from motcua.core.clock import VN
from motcua.dossiers import services
from motcua.dossiers.models import Dossier
from motcua.organization import timekeeping
from office import OWNER, Office

RATE, COMPLAIN, LOOK = "/gop-y", "/phan-anh", "/phan-anh/tra-cuu"
BODY = "Cán bộ quầy 2 đòi thêm bản sao hộ khẩu ngoài danh mục, sáng 20/03."


@pytest.fixture(autouse=True)
def _nobody_asked_yet() -> None:
    cache.clear()


def rows(query: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def returned(office: Office) -> Dossier:
    """A dossier whose result is in its owner's hands."""
    dossier = office.received()
    for act, by, data in (
        (services.hand_over, "clerk", {}),
        (services.hand_over, "officer", {}),
        (services.approve, "head", {}),
        (services.approve, "chair", {}),
        (services.return_to_desk, "records", {}),
        (services.return_result, "clerk", {"collector": "owner", "note": "CMND"}),
    ):
        office.act(act, dossier, by, **data)
    assert dossier.stage == "returned"
    return dossier


@pytest.fixture(scope="module")
def dossier(office: Office) -> Dossier:
    return returned(office)


def slip(dossier: Dossier) -> dict[str, str]:
    return {"ma": dossier.code, "kt": slip_check(dossier.code)}


def scores(dossier: Dossier) -> list[tuple[Any, ...]]:
    return rows("SELECT score, channel FROM feedback_rating WHERE dossier_id = %s", dossier.id)


def complain(**changes: Any) -> Any:
    form = {"ve": "papers", "noi_dung": BODY, "don_vi": "bim-son", "khoa": str(uuid4()), **changes}
    return passer_by().post(COMPLAIN, form)


def codes(answer: Any) -> dict[str, str]:
    """Number and check of a complaint just sent."""
    found = re.search(r"so=(PA-[\d-]+)&kt=(\w{4})", answer["Location"])
    assert found, answer["Location"]
    return {"so": found[1], "kt": found[2]}


def test_whoever_holds_the_slip_answers_once_and_may_change_it_within_a_day(
    dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = passer_by().get(RATE, slip(dossier))
    first = passer_by().post(RATE, {**slip(dossier), "diem": "2"})
    changed = passer_by("en").post("/kiosk" + RATE, {**slip(dossier), "diem": "4"})
    now = timekeeping.now()
    monkeypatch.setattr(timekeeping, "now", lambda: now + timedelta(days=1))
    late = passer_by().post(RATE, {**slip(dossier), "diem": "1"})

    assert "Rất hài lòng Hài lòng Bình thường" in words(asked)
    assert (first.status_code, first["Location"]) == (302, "/gop-y/cam-on")
    assert changed["Location"] == "/kiosk/gop-y/cam-on"
    assert scores(dossier) == [(4, "kiosk")]
    assert late.status_code == 409
    assert "đã quá một ngày" in words(late)


def test_the_answer_is_shown_to_nobody_who_asks_again(office: Office) -> None:
    dossier = returned(office)
    passer_by().post(RATE, {**slip(dossier), "diem": "1"})

    page = passer_by().get(RATE, slip(dossier)).content.decode()

    assert "Có thể đổi trong một ngày" in page
    assert "checked" not in page
    assert OWNER.name not in page


@pytest.mark.parametrize(
    "wrong", [{"kt": "3333"}, {"kt": ""}, {"ma": "000.00.19.H56-170306-9999"}, {"ma": "x" * 999}]
)
def test_without_the_slips_codes_nothing_is_told_or_kept(
    dossier: Dossier, wrong: dict[str, str]
) -> None:
    before = scores(dossier)

    answer = passer_by().post(RATE, {**slip(dossier), **wrong, "diem": "1"})

    assert answer.status_code == 422
    assert "Không tìm thấy hồ sơ với hai mã này" in words(answer)
    assert scores(dossier) == before


def test_what_is_not_returned_yet_or_no_answer_is_refused(office: Office) -> None:
    going, done = office.received(), returned(office)

    early = passer_by().post(RATE, {**slip(going), "diem": "5"})
    odd = passer_by().post(RATE, {**slip(done), "diem": "9"})

    assert (early.status_code, odd.status_code) == (409, 409)
    assert "Chưa trả kết quả" in words(early)
    assert scores(going) == scores(done) == []


def test_the_page_behind_the_slips_code_leads_to_the_question(dossier: Dossier) -> None:
    hall = passer_by().get("/tra-cuu", slip(dossier)).content.decode()
    kiosk = passer_by().get("/kiosk/tra-cuu", slip(dossier)).content.decode()

    assert f'"/gop-y?ma={dossier.code}&amp;kt=' in hall
    assert f'"/kiosk/gop-y?ma={dossier.code}&amp;kt=' in kiosk


@pytest.mark.usefixtures("dossier", "within_a_minute")
def test_tries_are_limited() -> None:
    person = passer_by()

    statuses = [person.post(RATE, {"ma": "x", "kt": "y"}).status_code for _ in range(22)]

    assert statuses[0] == 422
    assert statuses[-1] == 429


def test_a_complaint_gets_a_number_a_check_and_a_day_in_working_days() -> None:
    answer = complain()

    page = passer_by().get(answer["Location"])
    ((due, kind, channel),) = rows(
        "SELECT due_at, kind, channel FROM feedback_complaint WHERE number = %s",
        codes(answer)["so"],
    )
    assert answer.status_code == 302
    assert "Đã nhận phản ánh" in words(page)
    assert codes(answer)["so"] in words(page)
    assert (kind, channel) == ("papers", "web")
    # 10 working days from Friday 31/03/2017 09:42; 06/04 is the Hung Kings' day
    assert due.astimezone(VN) == datetime(2017, 4, 17, 9, 42, tzinfo=VN)


def test_numbers_of_a_day_follow_one_another_and_pressing_twice_makes_one() -> None:
    key = str(uuid4())
    first, again, other = complain(khoa=key), complain(khoa=key), complain()

    assert codes(first) == codes(again)
    assert int(codes(other)["so"][-4:]) == int(codes(first)["so"][-4:]) + 1


def test_a_complaint_about_a_dossier_needs_its_slip(dossier: Dossier) -> None:
    good = complain(don_vi="", **slip(dossier))
    bad = complain(don_vi="", **{**slip(dossier), "kt": "3333"})

    assert good.status_code == 302
    assert bad.status_code == 422
    assert "Không tìm thấy hồ sơ" in words(bad)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"ve": ""}, "Chưa chọn phản ánh về việc gì"),
        ({"noi_dung": "ngắn"}, "Nội dung còn ngắn"),
        ({"don_vi": ""}, "Chưa chọn nơi bị phản ánh"),
        ({"dien_thoai": "123"}, "Điện thoại hoặc thư điện tử ghi chưa đúng"),
        ({"thu": "khong-phai-thu"}, "Điện thoại hoặc thư điện tử ghi chưa đúng"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(change: dict[str, str], said: str) -> None:
    answer = complain(**{"ho_ten": "Lê Thị Mẫu", **change})

    assert answer.status_code == 422
    assert said in words(answer)
    assert 'value="Lê Thị Mẫu"' in answer.content.decode()


def test_a_complaint_is_read_by_both_codes_only_and_without_who_sent_it() -> None:
    sent = codes(complain(ho_ten="Lê Thị Mẫu", dien_thoai="0900 000 012"))

    shown = passer_by().post(LOOK, sent).content.decode()
    wrong = passer_by().post(LOOK, {**sent, "kt": "3333"})

    assert "Phản ánh đã nhận, chờ giao người xem xét" in shown
    assert "Lê Thị Mẫu" not in shown
    assert "0900" not in shown
    assert BODY not in shown
    assert "Không tìm thấy phản ánh" in words(wrong)


@pytest.mark.parametrize(
    "path", [RATE, "/gop-y/cam-on", COMPLAIN, LOOK, "/kiosk/gop-y", "/kiosk/phan-anh"]
)
def test_every_page_stands_in_english_too(path: str) -> None:
    page = passer_by("en").get(path)

    assert page.status_code == 200
    assert "phản ánh" not in words(page).lower()

"""Nhập bù at the counter: typed from a slip written by hand, seen by a leader, then it goes on."""

import re
from typing import Any

import pytest
from django.http import HttpResponse

from acting import intake, press, receive, words
from desk.test_at_once import drawn

COUNTER = "/can-bo/tiep-nhan"
LATE = {
    "late": "1",
    "late-on": "30/03/2017",
    "late-hour": "14h05",
    "late-slip": "07/VT",
    "late-reason": "Mất điện từ trưa",
}


def sent(world: Any, **changes: str) -> HttpResponse:
    given = {name.replace("__", "-"): value for name, value in changes.items()}
    answer: HttpResponse = world.as_("clerk").post(COUNTER, intake(**{**LATE, **given}))
    return answer


@pytest.fixture
def code(world: Any) -> str:
    answer = sent(world)
    assert answer.status_code == 302, words(answer)
    return str(answer["Location"]).split("/")[3]


def test_the_button_asks_for_the_slip_and_may_be_taken_back(world: Any) -> None:
    clerk = world.as_("clerk")

    asked = clerk.post(COUNTER, intake(do="late:on"))
    again = clerk.post(COUNTER, intake(do="late:off", **LATE))

    assert 'name="late-slip"' in asked.content.decode()
    assert 'name="late-slip"' not in again.content.decode()
    assert 'value="Khu phố 5, phường Ba Đình"' in again.content.decode()


def test_it_counts_from_the_slip_is_numbered_today_and_says_so(world: Any, code: str) -> None:
    page = words(world.as_("clerk").get(f"/can-bo/ho-so/{code}"))

    assert code.split("-")[1] == "170331"
    assert "Nhận trực tiếp 30/03/2017" in page
    assert "Nhập bù, chờ duyệt" in page
    assert "Giấy hẹn viết tay số 07/VT" in page
    assert "Mất điện từ trưa" in page


def test_the_leader_finds_it_approves_it_and_it_goes_on(world: Any, code: str) -> None:
    refused = press(world.as_("clerk"), code, "chuyen")
    assert refused.status_code in (403, 409)
    assert "Nhập bù chờ duyệt" in words(world.as_("chair").get("/can-bo/sang-nay"))
    assert code.split("-")[-1] in words(world.as_("chair").get("/can-bo/sang-nay/nhap-bu"))

    approved = press(world.as_("chair"), code, "duyet-nhap-bu")

    assert approved.status_code == 302, words(approved)
    assert press(world.as_("clerk"), code, "chuyen").status_code == 302
    page = words(world.as_("clerk").get(f"/can-bo/ho-so/{code}"))
    assert "Nhập bù" in page
    assert "chờ duyệt" not in page


@pytest.mark.parametrize(
    ("username", "address"),
    [
        ("clerk", "/can-bo/hop-viec"),
        ("clerk", "/can-bo/ho-so"),
        ("clerk", "/can-bo/ho-so/{code}/da-nhan"),
        ("clerk", "/can-bo/ho-so/{code}/phieu-kiem-soat"),
        ("clerk", "/can-bo/so-theo-doi?tu=30/03/2017&den=31/03/2017"),
        ("chair", "/can-bo/sang-nay/nhap-bu"),
        ("clerk", "/can-bo/ho-so/{code}/thu-phi"),
        ("clerk", "/can-bo/thu-phi"),
        ("chair", "/can-bo/bao-cao/bieu/phu-luc-ii/ho-so?dong=nhap-bu&cot=received"),
    ],
)
def test_every_list_it_stands_in_says_so_in_words(
    world: Any, code: str, username: str, address: str
) -> None:
    address = address.format(code=code)

    shown = world.as_(username).get(address)

    assert shown.status_code == 200, address
    assert re.search(rf"{code[-4:]}.{{0,400}}Nhập bù", words(shown)), address


def test_what_was_received_at_the_counter_bears_no_such_mark(world: Any) -> None:
    code = receive(world.as_("clerk"))

    row = re.search(rf"<b>{code[-4:]}</b>.*?</tr>", inbox_of(world), re.S)

    assert row
    assert "Nhập bù" not in row[0]


def inbox_of(world: Any) -> str:
    return str(world.as_("clerk").get("/can-bo/hop-viec").content.decode())


def test_the_clerk_does_not_approve_what_a_clerk_typed(world: Any, code: str) -> None:
    answer = press(world.as_("clerk"), code, "duyet-nhap-bu", seq="2", key="")

    assert answer.status_code in (403, 409)


def test_the_report_says_how_many(world: Any, code: str) -> None:
    page = words(world.as_("chair").get("/can-bo/bao-cao/phu-luc-ii"))

    assert re.search(r"Trong hồ sơ tiếp nhận có \d+ hồ sơ nhập bù\.", page)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"late__on": ""}, "Chưa ghi ngày nhận."),
        ({"late__hour": "chiều"}, "Giờ nhận ghi như 08:05."),
        ({"late__hour": ""}, "Chưa ghi giờ nhận."),
        ({"late__slip": ""}, "Chưa ghi số giấy hẹn viết tay."),
        ({"late__reason": ""}, "Chưa ghi lý do nhập bù."),
        ({"late__on": "20/03/2017"}, "lùi nhiều nhất 3 ngày làm việc"),
        ({"late__on": "01/04/2017"}, "Lúc nhận ở sau bây giờ"),
    ],
)
def test_bad_input_gets_its_sentence_and_keeps_what_was_typed(
    world: Any, changes: dict[str, str], sentence: str
) -> None:
    answer = sent(world, **changes)

    assert answer.status_code in (409, 422)
    assert sentence in words(answer)
    assert 'value="Khu phố 5, phường Ba Đình"' in answer.content.decode()


AT_ONCE = "/can-bo/lam-ngay"


def done_late(world: Any, **changes: str) -> Any:
    clerk = world.as_("clerk")
    asked = drawn(clerk, AT_ONCE)
    given = {name.replace("__", "-"): value for name, value in changes.items()}
    return clerk.post(AT_ONCE, {**asked, "name": "Lê Thị Chứng Mẫu", **LATE, **given})


def test_what_was_done_at_once_on_paper_is_typed_in_from_the_same_page(world: Any) -> None:
    clerk = world.as_("clerk")
    asked = clerk.post(AT_ONCE, {**drawn(clerk, AT_ONCE), "do": "late:on", "name": "Lê Mẫu"})
    assert 'name="late-slip"' in asked.content.decode()
    assert 'value="Lê Mẫu"' in asked.content.decode()

    answer = done_late(world)

    assert answer.status_code == 302, words(answer)
    page = clerk.get(answer["Location"])
    assert 'name="late-slip"' in page.content.decode()
    assert 'value="30/03/2017"' in page.content.decode()
    code = re.search(r"Đã nhập bù hồ sơ (\S+), số", words(page))
    assert code
    assert "Nhập bù chờ duyệt" in words(world.as_("chair").get("/can-bo/sang-nay"))
    assert press(world.as_("chair"), code[1], "duyet-nhap-bu").status_code == 302


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"late__on": ""}, "Chưa ghi ngày nhận."),
        ({"late__slip": ""}, "Chưa ghi số giấy hẹn viết tay."),
        ({"late__on": "20/03/2017"}, "lùi nhiều nhất 3 ngày làm việc"),
        ({"name": ""}, "Chưa ghi họ và tên."),
    ],
)
def test_done_at_once_with_a_bad_slip_nothing_typed_is_lost(
    world: Any, changes: dict[str, str], sentence: str
) -> None:
    answer = done_late(world, **changes)

    assert answer.status_code in (409, 422)
    assert sentence in words(answer)
    assert 'value="Mất điện từ trưa"' in answer.content.decode()


def test_done_at_once_by_mistake_it_is_voided_and_the_book_says_so(world: Any) -> None:
    clerk = world.as_("clerk")
    answer = clerk.post(AT_ONCE, {**drawn(clerk, AT_ONCE), "name": "Lê Thị Nhầm Mẫu", "fee": "0"})
    code = re.search(r"hồ sơ (\S+), số", words(clerk.get(answer["Location"])))
    assert code

    voided = press(clerk, code[1], "huy-tiep-nhan", reason="Nhầm người")

    assert voided.status_code == 302, words(voided)
    assert re.search(r"Lê Thị Nhầm Mẫu.*?Đã huỷ", words(clerk.get(f"{AT_ONCE}?ngay=31/03/2017")))
    assert "không làm ngay hồ sơ nào" in words(clerk.get(f"{AT_ONCE}?ngay=02/01/2017"))


def taken_again(world: Any, code: str) -> str:
    """The form of a voided intake taken in again."""
    clerk = world.as_("clerk")
    press(world.as_("chair"), code, "huy-tiep-nhan", reason="Nhầm người")
    page = clerk.get(f"/can-bo/ho-so/{code}").content.decode()
    button = re.search(r'value="(more:again:[^"]+)"', page)
    assert button
    return " ".join(clerk.post(COUNTER, {"do": button[1]}).content.decode().split())


def filled(form: str, name: str) -> str:
    """What stands in the field of that name; `checked` or nothing for a box."""
    box = re.search(rf'<input[^>]*name="{name}"[^>]*>', form)
    chosen = re.search(rf'<select[^>]*name="{name}".*?</select>', form)
    if chosen:
        found = re.search(r'value="([^"]*)"[^>]*selected', chosen[0])
    else:
        assert box, name
        found = re.search(r'value="([^"]*)"', box[0])
        if 'type="checkbox"' in box[0]:
            return "checked" if " checked" in box[0] else ""
    return found[1] if found else ""


def test_a_voided_intake_is_taken_in_again_with_its_papers_as_they_were_ticked(
    world: Any,
) -> None:
    given = {"p2-kind": "certified", "p2-copies": "3", "copies": "2", "result_by": "post"}
    code = receive(world.as_("clerk"), **given)

    form = taken_again(world, code)

    assert (filled(form, "p2-given"), filled(form, "p2-kind"), filled(form, "p2-copies")) == (
        "checked", "certified", "3",
    )  # fmt: skip
    assert filled(form, "copies") == "2"
    assert re.search(r'name="result_by" value="post"[^>]*checked', form)
    assert filled(form, "fee") in ("75000", "75.000")


def test_a_voided_late_entry_is_taken_in_again_with_its_slip(world: Any, code: str) -> None:
    form = taken_again(world, code)

    assert [filled(form, f"late-{name}") for name in ("on", "hour", "slip", "reason")] == [
        "30/03/2017", "14:05", "07/VT", "Mất điện từ trưa",
    ]  # fmt: skip


def test_a_voided_intake_is_taken_in_again_without_typing_the_people(world: Any) -> None:
    form = taken_again(world, receive(world.as_("clerk")))

    assert 'value="Khu phố 5, phường Ba Đình"' in form
    assert 'name="procedure" value="tx-gpxd-nha-o-do-thi"' in " ".join(form.split())

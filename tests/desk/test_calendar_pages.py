"""The calendar of work on the desk: the year's sheet, days off as they are announced, what they
would do to promises, and the head who lets them."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from acting import receive, words
from asking import passer_by, slip_check
from motcua.dossiers.models import Dossier
from motcua.dossiers.verifying.run import differences
from motcua.organization.calendars import national
from motcua.organization.models import CalendarEdition
from office import PLAIN
from world import World

SHEET = "/can-bo/quan-tri/lich"
YEAR = f"{SHEET}/2017"
WAITING = "/can-bo/dieu-hanh/hen-cho-xac-nhan"
PAPER = {"vb-number": "12/TB-BNV", "vb-signed_on": "30/03/2017", "vb-issuer": "Bộ Nội vụ"}


def drawn(text: str) -> dict[str, str]:
    """What a form of the page would send as it stands."""
    found = {}
    for tag in re.findall(r"<input\b[^>]*>", text):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        box = 'type="checkbox"' in tag
        if name and name[1] != "q" and not (box and "checked" not in tag):
            found[name[1]] = unescape(value[1]) if value else ""
    return found


def entered(client: Client, url: str = YEAR, **changes: str) -> dict[str, str]:
    """The year's form with its paper, and changes to it."""
    return drawn(client.get(url).content.decode()) | PAPER | changes


def spare(form: dict[str, str]) -> str:
    """The first empty line of days off."""
    places = sorted(int(n.split("-")[1]) for n in form if re.fullmatch(r"nghi-\d+-first", n))
    return next(f"nghi-{n}" for n in places if not form[f"nghi-{n}-first"])


def with_day(client: Client, day: str, reason: str = "nghỉ thêm", **changes: str) -> dict[str, str]:
    form = entered(client)
    line = spare(form)
    return form | {f"{line}-first": day, f"{line}-reason": reason} | changes


def added(world: World, day: str, reason: str = "nghỉ thêm") -> Any:
    admin = world.as_("admin")
    return admin.post(YEAR, with_day(admin, day, reason, do="save"))


def test_the_sheet_shows_days_off_their_sources_and_who_keeps_them(world: World) -> None:
    said = words(world.as_("admin").get(f"{SHEET}?nam=2017"))

    assert "Lịch làm việc năm 2017" in said
    assert "nghỉ Giỗ Tổ Hùng Vương" in said
    assert "10 ngày nghỉ trong tuần sau khi trừ ngày làm bù; thường lệ năm 2017 là 10" in said
    assert "Cả nước" in said
    assert "chờ đối chiếu công báo" in said


def test_the_expected_year_is_said_to_be_expected(world: World) -> None:
    said = words(world.as_("admin").get(f"{SHEET}?nam=2027"))

    assert "Lịch năm 2027 là dự kiến" in said
    assert "nghỉ Ngày Văn hóa Việt Nam" in said


@pytest.mark.parametrize("username", ["clerk", "officer", "chair", "above"])
def test_only_administrators_come_here(world: World, username: str) -> None:
    assert world.as_(username).get(SHEET).status_code == 403
    assert world.as_(username).get(YEAR).status_code == 403


def test_years_that_are_over_or_too_far_have_no_page(world: World) -> None:
    admin = world.as_("admin")

    assert admin.get(f"{SHEET}/2016").status_code == 404
    assert admin.get(f"{SHEET}/2040").status_code == 404


BAD = {
    "twice": ({"day": "06/04/2017"}, "Ngày 06/04/2017 ghi hai lần. Bỏ một lần."),
    "another year": ({"day": "05/01/2018"}, "Ngày 05/01/2018 không thuộc năm 2017."),
    "no such day": ({"day": "31/04/2017"}, "Không có ngày 31/04/2017."),
    "no reason": ({"day": "07/04/2017", "reason": ""}, "Chưa ghi vì sao"),
    "no paper": ({"day": "07/04/2017", "vb-number": ""}, "Chưa ghi số văn bản."),
    "signed later": ({"day": "07/04/2017", "vb-signed_on": "01/05/2017"}, "chưa tới"),
    "made up on a weekday": (
        {"day": "07/04/2017", "bu-0-first": "10/04/2017", "bu-0-reason": "làm bù"},
        "Ngày 10/04/2017 không phải Thứ Bảy hay Chủ Nhật",
    ),
    "off and made up": (
        {"day": "08/04/2017", "bu-0-first": "08/04/2017", "bu-0-reason": "làm bù"},
        "Ngày 08/04/2017 vừa ghi nghỉ vừa ghi làm bù.",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_said_at_its_place_and_what_was_typed_stays(world: World, case: str) -> None:
    given, sentence = BAD[case]
    admin = world.as_("admin")
    before = CalendarEdition.objects.count()

    answer = admin.post(YEAR, with_day(admin, **given, do="save"))

    assert answer.status_code == 422
    assert words(answer).count(sentence) == 2, words(answer)
    assert 'class="field field--error"' in answer.content.decode()
    for typed in given.values():
        assert f'value="{typed}"' in answer.content.decode() or not typed
    assert CalendarEdition.objects.count() == before


def test_the_preview_writes_nothing_and_lists_what_would_move(world: World) -> None:
    admin, clerk = world.as_("admin"), world.as_("clerk")
    code = receive(clerk, slug=PLAIN)
    before = CalendarEdition.objects.count()

    answer = admin.post(YEAR, with_day(admin, "07/04/2017"))

    said = words(answer)
    assert answer.status_code == 200
    assert "muộn hơn 1 ngày" in said
    assert code.rsplit("-", 1)[1] in said
    assert "Khác thường lệ: 11 ngày so với 10." in said
    assert "Văn bản số 12/TB-BNV ngày 30/3/2017, Bộ Nội vụ" in said
    assert f'href="/can-bo/ho-so/{code}"' not in answer.content.decode()
    assert CalendarEdition.objects.count() == before


def test_what_the_preview_carries_is_what_is_saved_and_going_back_keeps_it(world: World) -> None:
    admin = world.as_("admin")
    shown = admin.post(YEAR, with_day(admin, "09/06/2017", "nghỉ bão"))
    carried = drawn(shown.content.decode())

    back = admin.post(YEAR, {**carried, "do": "edit"})
    saved = admin.post(YEAR, {**carried, "do": "save"})

    assert 'value="09/06/2017"' in back.content.decode()
    assert (saved.status_code, saved["Location"]) == (302, f"{SHEET}?nam=2017")
    said = words(admin.get(f"{SHEET}?nam=2017"))
    assert "nghỉ bão" in said
    assert "Đỗ Văn Máy Mẫu" in said
    assert "Ghi ngày nghỉ của năm" in words(admin.get("/can-bo/quan-tri/nhat-ky"))
    assert "Khác tệp kèm theo chương trình" in said


def test_saved_twice_is_saved_once(world: World) -> None:
    admin = world.as_("admin")
    form = with_day(admin, "23/06/2017", "nghỉ bão", do="save")
    admin.post(YEAR, form)
    before = CalendarEdition.objects.count()

    again = admin.post(YEAR, form)

    assert again.status_code == 302
    assert CalendarEdition.objects.count() == before


def test_who_comes_second_is_told_so(world: World) -> None:
    admin = world.as_("admin")
    form = with_day(admin, "14/07/2017", "nghỉ bão", do="save")
    added(world, "21/07/2017", "nghỉ lụt")

    second = admin.post(YEAR, form)

    assert second.status_code == 409
    assert "Lịch vừa được người khác đổi" in words(second)
    assert 'value="14/07/2017"' in second.content.decode()


def test_the_head_is_told_in_the_morning_and_moves_what_is_ticked(world: World) -> None:
    chair, clerk = world.as_("chair"), world.as_("clerk")
    one, two = receive(clerk, slug=PLAIN), receive(clerk, slug=PLAIN)
    due = Dossier.objects.get(code=one).due_at
    added(world, "03/04/2017", "nghỉ thêm hai")

    for page in ("/can-bo/sang-nay", "/can-bo/dieu-hanh"):
        assert "chờ ông, bà xác nhận" in words(chair.get(page)), page
        assert "chờ ông, bà xác nhận" not in words(world.as_("head").get(page)), page
    text = chair.get(WAITING).content.decode()
    answer = move(chair, one)

    assert f'href="/can-bo/ho-so/{one}"' in text
    assert answer.status_code == 302
    assert due is not None
    assert Dossier.objects.get(code=one).due_at > due  # type: ignore[operator]
    assert Dossier.objects.get(code=two).due_at == due
    told = words(chair.get(f"/can-bo/ho-so/{one}"))
    assert "Dời hẹn trả theo lịch nghỉ mới" in told
    assert "Căn cứ: Văn bản số 12/TB-BNV" in told
    assert list(differences()) == []


def test_the_citizen_reads_the_new_date_and_why(world: World) -> None:
    chair, clerk = world.as_("chair"), world.as_("clerk")
    code = receive(clerk, slug=PLAIN)
    added(world, "04/04/2017", "nghỉ thêm ba")
    move(chair, code)

    said = words(passer_by().post("/tra-cuu", {"ma": code, "kt": slip_check(code)}))
    english = words(passer_by("en").post("/tra-cuu", {"ma": code, "kt": slip_check(code)}))

    assert "Hẹn trước đây" in said
    assert "Đã dời theo lịch nghỉ mới: Văn bản số 12/TB-BNV" in said
    assert "Promised before" in english


def test_what_the_head_keeps_is_gone_from_the_list_and_can_be_moved_on_its_page(
    world: World,
) -> None:
    chair, clerk = world.as_("chair"), world.as_("clerk")
    code = receive(clerk, slug=PLAIN)
    added(world, "05/04/2017", "nghỉ thêm bốn")
    due = Dossier.objects.get(code=code).due_at

    move(chair, code, do="keep")

    assert Dossier.objects.get(code=code).due_at == due
    assert code not in chair.get(WAITING).content.decode()
    assert "Giữ nguyên hẹn trả cũ" in words(chair.get(f"/can-bo/ho-so/{code}"))
    assert f"/can-bo/ho-so/{code}/doi-hen" in chair.get(f"/can-bo/ho-so/{code}").content.decode()


def test_nothing_ticked_is_said(world: World) -> None:
    chair, clerk = world.as_("chair"), world.as_("clerk")
    receive(clerk, slug=PLAIN)
    added(world, "07/04/2017", "nghỉ thêm năm")

    answer = chair.post(WAITING, {"do": "move"})

    assert answer.status_code == 422
    assert "Chưa đánh dấu hồ sơ nào" in words(answer)


def test_an_expected_year_can_be_confirmed_and_the_next_one_added(world: World) -> None:
    admin = world.as_("admin")
    signed = {"vb-confirmed": "on", "do": "save"}

    early = admin.post(f"{SHEET}/2028", _first_of(entered(admin, f"{SHEET}/2028"), 2028) | signed)
    confirmed = admin.post(f"{SHEET}/2027", entered(admin, f"{SHEET}/2027") | signed)
    then = admin.post(f"{SHEET}/2028", _first_of(entered(admin, f"{SHEET}/2028"), 2028) | signed)

    assert "Lịch năm 2027 còn là dự kiến. Xác nhận năm 2027 trước" in words(early)
    assert (confirmed.status_code, then.status_code) == (302, 302)
    assert (national().confirmed_until.year, national().ends_on.year) == (2028, 2028)
    assert "là dự kiến" not in words(admin.get(f"{SHEET}?nam=2027"))


def _first_of(form: dict[str, str], year: int) -> dict[str, str]:
    return form | {"nghi-0-first": f"01/01/{year}", "nghi-0-reason": "nghỉ Tết Dương lịch"}


def move(chair: Client, code: str, do: str = "move") -> Any:
    form = drawn(chair.get(WAITING).content.decode())
    seq = Dossier.objects.get(code=code).head_seq
    return chair.post(WAITING, {**form, "pick": f"{code}|{seq}", "do": do})

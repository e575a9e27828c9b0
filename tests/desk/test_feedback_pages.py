"""Complaints are answered by nobody they are about; ratings are counted, not shown to a desk."""

import io
import re
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.cache import cache
from django.db import connection
from pypdf import PdfReader

from acting import words
from asking import passer_by, slip_check
from motcua.dossiers import services
from motcua.dossiers.models import Dossier
from office import OWNER, Office
from world import World

LIST, FIGURES = "/can-bo/phan-anh", "/can-bo/danh-gia"
BODY = "Cán bộ đòi thêm bản sao hộ khẩu ngoài danh mục."
ANSWER = "Đã xem xét: danh mục không có bản sao hộ khẩu. Xin lỗi ông, bà, đã nhắc cán bộ."


@pytest.fixture(autouse=True)
def _nobody_asked_yet() -> None:
    cache.clear()


def rows(query: str, *values: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return list(cursor.fetchall())


def uuid_of(username: str) -> UUID:
    found: UUID = rows("SELECT uuid FROM identity_account WHERE username = %s", username)[0][0]
    return found


@pytest.fixture(scope="module")
def dossier(office: Office) -> Dossier:
    """A returned dossier: everybody but home affairs and the second clerk had it in hand."""
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
    return dossier


def complained(dossier: Dossier | None = None) -> dict[str, str]:
    """Number and check of a complaint somebody sent from home."""
    form = {"ve": "papers", "noi_dung": BODY, "don_vi": "bim-son", "khoa": str(uuid4()),
            "ho_ten": "Lê Thị Phản Mẫu"}  # fmt: skip
    if dossier:
        form |= {"ma": dossier.code, "kt": slip_check(dossier.code)}
    answer = passer_by().post("/phan-anh", form)
    found = re.search(r"so=(PA-[\d-]+)&kt=(\w{4})", answer["Location"])
    assert found
    return {"so": found[1], "kt": found[2]}


def give(world: World, number: str, to: str, by: str = "affairs", named: str = "") -> Any:
    form: dict[str, Any] = {"to": str(uuid_of(to))}
    if named:
        form["named"] = [str(uuid_of(named))]
    return world.as_(by).post(f"{LIST}/{number}/giao", form)


def reply(world: World, number: str, by: str, text: str = ANSWER) -> Any:
    form = {"finding": "founded", "words": text}
    return world.as_(by).post(f"{LIST}/{number}/tra-loi", form)


def test_a_complaint_is_given_answered_and_read_by_who_sent_it(world: World) -> None:
    sent = complained()

    given = give(world, sent["so"], "head")
    between = passer_by().post("/phan-anh/tra-cuu", sent).content.decode()
    answered = reply(world, sent["so"], "head")
    read = passer_by().post("/phan-anh/tra-cuu", sent).content.decode()

    assert (given.status_code, answered.status_code) == (302, 302)
    assert "Phản ánh đang được xem xét" in between
    assert "Xin lỗi ông, bà" in read
    assert "Phản ánh đúng" in read
    assert "Vũ Đình Kèo Mẫu" not in read
    actions = {
        a for (a,) in rows("SELECT action FROM audit_auditrow WHERE subject = %s", sent["so"])
    }
    assert actions == {"give_complaint", "answer_complaint"}


def test_it_is_not_given_to_whom_it_is_about_or_who_had_the_dossier(
    world: World, dossier: Dossier
) -> None:
    about, named = complained(dossier), complained()

    had = give(world, about["so"], "officer")
    said = give(world, named["so"], "officer", named="officer")
    free = give(world, about["so"], "affairs")

    assert had.status_code == 422  # it is not even offered
    assert said.status_code == 409
    assert "Người này bị phản ánh" in words(said)
    assert free.status_code == 302


def test_who_is_complained_of_gives_nothing_out_and_answers_nothing(world: World) -> None:
    sent = complained()
    give(world, sent["so"], "officer", named="chair")

    by_chair = give(world, sent["so"], "head", by="chair")
    of_another = reply(world, sent["so"], "affairs")
    again = give(world, sent["so"], "head", named="officer")
    by_officer = reply(world, sent["so"], "officer")

    assert by_chair.status_code == 409
    assert "Người bị phản ánh không được giao" in words(by_chair)
    assert of_another.status_code == 409
    assert "giao cho người khác" in words(of_another)
    assert again.status_code == 302
    assert by_officer.status_code == 404  # no longer theirs to read


def test_an_answer_is_written_once_and_at_length(world: World) -> None:
    sent = complained()
    give(world, sent["so"], "head")

    short = reply(world, sent["so"], "head", "Đã xem")
    first, second = reply(world, sent["so"], "head"), reply(world, sent["so"], "head")
    given = give(world, sent["so"], "officer")

    assert short.status_code == 409
    assert "ít nhất 20 ký tự" in words(short)
    assert (first.status_code, second.status_code) == (302, 409)
    assert given.status_code == 409


def test_a_late_complaint_warns_and_is_counted(world: World) -> None:
    sent = complained()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE feedback_complaint SET due_at = made_at - interval '1 hour' WHERE number = %s",
            [sent["so"]],
        )

    page = words(world.as_("affairs").get(LIST))
    late = words(world.as_("affairs").get(f"{LIST}?tt=qua-han"))
    figures = words(world.as_("affairs").get(FIGURES))

    assert "phản ánh quá hạn trả lời" in page
    assert sent["so"] in late
    assert "phản ánh quá hạn trả lời" in figures


def test_a_complaint_is_looked_for_by_number_and_by_what_it_says(world: World) -> None:
    sent = complained()

    found = words(world.as_("chair").post(LIST, {"q": sent["so"]}))
    none = words(world.as_("chair").post(LIST, {"q": "không-có-gì-như-vậy"}))

    assert sent["so"] in found
    assert "Không có phản ánh nào" in none


def test_who_may_read_a_complaint_and_that_reading_is_noted(world: World) -> None:
    sent = complained()
    path = f"{LIST}/{sent['so']}"

    answers = {
        who: world.as_(who).get(path).status_code
        for who in ("chair", "affairs", "clerk", "admin", "officer", "ward", "above")
    }

    assert answers == {
        "chair": 200, "affairs": 200, "clerk": 403, "admin": 403, "officer": 404, "ward": 403,
        "above": 403,
    }  # fmt: skip
    noted = rows(
        "SELECT count(*) FROM audit_auditrow WHERE action = 'view_complaint' AND subject = %s",
        sent["so"],
    )
    assert noted == [(2,)]


def test_a_clerk_takes_one_at_the_desk_and_cannot_look_up_the_codes_of_others(
    world: World, dossier: Dossier
) -> None:
    form = {"kind": "attitude", "body": BODY, "code": dossier.code, "key": str(uuid4())}

    answer = world.as_("clerk2").post(f"{LIST}/moi", form)
    slip = world.as_("clerk2").get(answer["Location"])
    foreign = world.as_("clerk").get(f"{LIST}/da-ghi/{complained()['so']}")
    empty = world.as_("clerk2").post(f"{LIST}/moi", {"key": str(uuid4())})

    assert answer.status_code == 302
    assert "Số phản ánh PA-" in words(slip)
    assert foreign.status_code == 404
    assert empty.status_code == 422


def test_the_citizen_answers_on_the_clerks_screen_which_never_shows_it(
    world: World, dossier: Dossier
) -> None:
    clerk, path = world.as_("clerk"), f"/can-bo/ho-so/{dossier.code}/danh-gia"

    asked = clerk.get(path).content.decode()
    done = clerk.post(path, {"diem": "2"})
    thanked = clerk.get(done["Location"]).content.decode()
    again = clerk.get(path).content.decode()

    assert OWNER.name not in asked + again
    assert done.status_code == 302
    assert "Xin đưa lại máy cho cán bộ" in thanked
    for page in (thanked, clerk.get(f"/can-bo/ho-so/{dossier.code}").content.decode()):
        assert "hài lòng" not in page.lower()
    assert 'class="btn btn--main' not in again
    assert clerk.get(FIGURES).status_code == 403


def test_leaders_count_by_desk_and_open_the_dossiers_without_their_people(
    world: World, dossier: Dossier
) -> None:
    passer_by().post("/gop-y", {"ma": dossier.code, "kt": slip_check(dossier.code), "diem": "2"})
    period = "?tu=01/01/2016&den=31/12/2018"

    page = world.as_("chair").get(FIGURES + period)
    links = re.findall(r'href="(/can-bo/danh-gia/ho-so[^"]+)"', page.content.decode())
    behind = world.as_("chair").get(links[0].replace("&amp;", "&")).content.decode()
    file = world.as_("affairs").get(f"{FIGURES}.csv{period}").content.decode("utf-8-sig")

    assert len(links) == 1
    assert dossier.code.split("-")[-1] in behind
    assert OWNER.name not in behind
    head, *lines = file.splitlines()
    assert head.startswith("don_vi,ten,da_tra,muc_5,muc_4,muc_3,muc_2,muc_1,")
    town = next(line for line in lines if line.startswith("bim-son"))
    assert town.split(",")[3:8] == ["0", "0", "0", "1", "0"]
    assert rows("SELECT count(*) FROM audit_auditrow WHERE subject = 'danh-gia.csv'") == [(1,)]


def test_a_period_that_ends_before_it_begins_is_told(world: World) -> None:
    answer = world.as_("chair").get(f"{FIGURES}?tu=31/12/2017&den=01/01/2017")

    assert answer.status_code == 422
    assert "Ngày cuối kỳ trước ngày đầu kỳ" in words(answer)


def test_the_list_and_a_complaint_are_printed_without_how_to_reach_the_person(
    world: World,
) -> None:
    sent = complained()

    everything = text_of(world.as_("affairs").get(f"{LIST}.pdf?tt=cho-tra-loi"))
    sheet = text_of(world.as_("affairs").get(f"{LIST}/{sent['so']}.pdf"))
    foreign = world.as_("officer").get(f"{LIST}/{sent['so']}.pdf")

    assert sent["so"] in everything
    assert BODY[:20] in sheet
    assert "Phản Mẫu" not in everything + sheet
    assert foreign.status_code == 404
    noted = rows("SELECT action FROM audit_auditrow WHERE action LIKE 'complaint%%_printed'")
    assert {action for (action,) in noted} == {"complaints_printed", "complaint_printed"}


def test_a_late_complaint_stands_on_the_leaders_morning(world: World) -> None:
    sent = complained()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE feedback_complaint SET due_at = made_at - interval '1 hour' WHERE number = %s",
            [sent["so"]],
        )

    assert "phản ánh quá hạn trả lời" in words(world.as_("affairs").get("/can-bo/dieu-hanh"))


def text_of(answer: Any) -> str:
    """What stands on the pages of a PDF."""
    assert answer.status_code == 200
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)

"""Opinions and visits through the pages: asked, found, answered, printed, counted where late."""

import io
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.http import HttpResponse
from pypdf import PdfReader

from acting import press, receive, words
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.opinions import asking
from motcua.dossiers.verifying.run import differences
from motcua.identity import services as identity
from motcua.identity.actors import actors_of
from motcua.identity.kinds import PositionKind
from motcua.identity.models import Account
from motcua.messages.facts import notices_of
from motcua.messages.models import OutboxMessage
from motcua.organization import timekeeping
from motcua.organization.selectors import department_by_code, office_by_slug
from world import NOW, PASSWORD, World

QUESTION = "Thửa đất có vướng quy hoạch không?"


@pytest.fixture(scope="module", autouse=True)
def _land(world: World) -> None:
    """Somebody in the department of natural resources."""
    town = office_by_slug("bim-son").id
    department = department_by_code(town, "TX-TNMT")
    assert department is not None
    post = identity.add_position(
        office_id=town,
        kind=PositionKind.CASE_OFFICER,
        title="Chuyên viên đất đai",
        department_id=department.id,
    )
    account = identity.add_person(
        username="land", full_name="Bùi Văn Cột Mẫu", password=PASSWORD, demo=True
    )
    identity.give_position(account, post, from_on=date(2017, 1, 1))


@pytest.fixture(autouse=True)
def _begins_now(world: World) -> Iterator[None]:
    """Each test begins at the world's moment; some go on from there."""
    timekeeping.set_demonstration(NOW)
    yield
    timekeeping.set_demonstration(NOW)


def at_work(world: World) -> str:
    """A permit in the officer's hands."""
    code = receive(world.as_("clerk"))
    assert press(world.as_("clerk"), code, "chuyen").status_code == 302
    return code


def consulted(world: World, code: str, *names: str, days: str = "3") -> HttpResponse:
    """The officer ticks these bodies."""
    officer = world.as_("officer")
    listed = words_of_bodies(code, world)
    ticks = {f"body{listed.index(name)}": "on" for name in names}
    ticks |= {f"days{listed.index(name)}": days for name in names}
    return press(officer, code, "lay-y-kien", question=QUESTION, **ticks)


def words_of_bodies(code: str, world: World) -> list[str]:
    (actor, *_) = actors_of(Account.objects.get(username="officer").pk, NOW)
    return [one.words for one in asking(Dossier.objects.get(code=code), actor, NOW).bodies]


LAND, WARD = "Phòng Tài nguyên và Môi trường", "UBND Phường Ba Đình"


def text_of(answer: HttpResponse) -> str:
    pages = PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_the_form_offers_other_departments_offices_and_bodies_and_says_what_silence_means(
    world: World,
) -> None:
    code = at_work(world)

    page = words(world.as_("officer").get(f"/can-bo/ho-so/{code}/lay-y-kien"))

    assert LAND in page
    assert WARD in page
    assert "Phòng Quản lý đô thị 12" not in page
    assert "Cho từ 12 ngày trở lên, quá hạn không trả lời thì coi như đồng ý, theo Điều 102" in page


def test_nobody_ticked_is_told_on_the_page_and_what_was_typed_stays(world: World) -> None:
    code = at_work(world)

    answer = consulted(world, code)

    assert answer.status_code == 422
    assert "Chọn ít nhất một nơi để lấy ý kiến." in words(answer)
    assert QUESTION in words(answer)


def test_the_letter_to_those_asked_says_what_until_when_and_whose_dossier(world: World) -> None:
    code = at_work(world)
    assert consulted(world, code, LAND, WARD, days="12").status_code == 302
    seq = Dossier.objects.get(code=code).head_seq

    paper = world.as_("officer").get(f"/can-bo/ho-so/{code}/giay-to/{seq}.pdf")
    told = text_of(paper)

    assert paper.status_code == 200
    for said in (
        "V/v lấy ý kiến giải quyết hồ sơ", f"{LAND}; {WARD}", QUESTION, "/CV", "Lê Thị Hiên Mẫu",
        "trước hết ngày 12/04/2017", "coi như đồng ý, theo Điều 102 Luật Xây dựng 2014",
        "LÃNH ĐẠO PHÒNG",
    ):  # fmt: skip
        assert said in told, (said, told)
    assert "038" not in told


def test_who_is_asked_finds_it_in_the_list_and_answers_and_the_page_says_so(world: World) -> None:
    code = at_work(world)
    consulted(world, code, LAND)
    land = world.as_("land")

    listed = words(land.get("/can-bo/hop-viec/y-kien"))
    assert "Nơi khác chờ ta trả lời" in listed
    assert QUESTION in words(land.get(f"/can-bo/ho-so/{code}"))
    answer = press(land, code, "tra-loi-y-kien?muc=1", stance="disagree")
    assert answer.status_code == 422
    assert "Ghi rõ vì sao, hoặc điều kiện gì." in words(answer)
    answer = press(land, code, "tra-loi-y-kien?muc=1", stance="disagree", opinion="Vướng lộ giới")
    assert answer.status_code == 302

    page = words(world.as_("officer").get(f"/can-bo/ho-so/{code}"))
    assert f"{LAND} Không đồng ý" in page
    assert "Vướng lộ giới" in page


def test_who_was_not_asked_does_not_open_it(world: World) -> None:
    code = at_work(world)

    assert world.as_("land").get(f"/can-bo/ho-so/{code}").status_code == 404


def test_a_step_with_open_opinions_says_why_it_is_not_passed_on(world: World) -> None:
    code = at_work(world)
    consulted(world, code, LAND)

    page = words(world.as_("officer").get(f"/can-bo/ho-so/{code}"))

    assert "Còn 1 nơi chưa trả lời ý kiến" in page
    assert press(world.as_("officer"), code, "chuyen").status_code == 403


def test_late_opinions_are_warned_of_and_counted_where_they_are_late(world: World) -> None:
    code = at_work(world)
    consulted(world, code, LAND)
    timekeeping.set_demonstration(NOW + timedelta(days=21))

    assert "ý kiến nơi khác hỏi đã quá hạn trả lời" in words(
        world.as_("land").get("/can-bo/man-hinh")
    )
    assert "Ý kiến quá hạn" in words(world.as_("officer").get("/can-bo/sang-nay"))
    assert world.as_("officer").get("/can-bo/sang-nay/y-kien-qua-han").status_code == 200
    figures = world.as_("chair").get("/can-bo/dieu-hanh/cham-o-dau?tu=01/01/2017&den=30/06/2017")
    assert f"{LAND} · Thị xã Bỉm Sơn" in words(figures)
    behind = world.as_("chair").get(
        "/can-bo/dieu-hanh/cham-o-dau/chua-dap"
        "?tu=01/01/2017&den=30/06/2017&noi=bim-son&phong=TX-TNMT"
    )
    assert code[-4:] in words(behind)


def test_lateness_asks_for_a_period_that_goes_forward(world: World) -> None:
    chair = world.as_("chair")

    answer = chair.get("/can-bo/dieu-hanh/cham-o-dau?tu=02/02/2017&den=01/01/2017")

    assert answer.status_code == 422
    assert "Ngày cuối kỳ trước ngày đầu kỳ" in words(answer)
    missing = chair.get("/can-bo/dieu-hanh/cham-o-dau/khong-co?tu=01/01/2017&den=02/01/2017")
    assert missing.status_code == 404
    assert world.as_("clerk").get("/can-bo/dieu-hanh/cham-o-dau").status_code == 403


def test_a_visit_is_fixed_told_to_the_owner_moved_and_recorded(world: World) -> None:
    code = at_work(world)
    officer = world.as_("officer")

    past = press(officer, code, "di-thuc-dia", visit_on="30/03/2017", hour="9:00", place="Thửa 12")
    assert past.status_code == 409
    assert "Giờ hẹn đã qua" in words(past)
    fixed = press(officer, code, "di-thuc-dia", visit_on="03/04/2017", hour="9:00", place="Thửa 12")
    assert fixed.status_code == 302
    assert "Thửa 12" in words(officer.get(f"/can-bo/ho-so/{code}"))
    assert "09:00" in words(officer.get("/can-bo/hop-viec/y-kien"))
    moved = press(
        officer, code, "doi-thuc-dia?muc=1", visit_on="04/04/2017", hour="14:00", reason="Mưa"
    )
    assert moved.status_code == 302
    told = {
        one.kind: one.facts["hen_thuc_dia"]
        for one in notices_of(list(OutboxMessage.objects.filter(dossier__code=code)))
    }
    assert told["visit_planned"] == "09:00 ngày 03/04/2017"
    assert told["visit_moved"] == "14:00 ngày 04/04/2017"

    timekeeping.set_demonstration(NOW + timedelta(days=5))
    held = press(
        officer, code, "ket-qua-thuc-dia?muc=1", kept="yes", finding="Đúng hiện trạng",
        companions="Chủ nhà",
    )  # fmt: skip
    assert held.status_code == 302
    assert "Đúng hiện trạng" in words(officer.get(f"/can-bo/ho-so/{code}"))
    assert list(differences()) == []

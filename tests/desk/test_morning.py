"""The morning page: figures that open their dossiers, one A4, and signing only what was opened."""

import io
import re
from datetime import date, datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from acting import words
from motcua.core.clock import VN
from motcua.core.obligations import Levy
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.dossiers.services.signing import approve_opened
from motcua.dossiers.services.waiting import Deficiency
from motcua.fees.services.obligations import Notice, notice_in
from office import ANSWER_BY, OWNER, Office

PATH = "/can-bo/sang-nay"
FRESH = datetime(2017, 3, 29, 8, 0, tzinfo=VN)


def at_chair(office: Office, at: datetime = FRESH, *, seen: bool = False) -> Dossier:
    """A dossier that waits for the chair's signature."""
    dossier = office.received(at=at)
    office.act(services.hand_over, dossier, "clerk")
    office.act(services.hand_over, dossier, "officer")
    office.act(services.approve, dossier, "head")
    if seen:
        office.act(services.see, dossier, "chair")
    return dossier


@pytest.fixture(scope="module")
def desk(office: Office) -> dict[str, Dossier]:
    """One dossier of each kind a morning tells of."""
    late = office.received()
    asked = office.received(at=FRESH)
    office.act(
        services.request_supplement, asked, "clerk", document="1/HDHS", reply_by=ANSWER_BY,
        items=[Deficiency(1, "thiếu", "nộp thêm")],
    )  # fmt: skip
    waiting = at_chair(office, datetime(2017, 3, 6, 8, 0, tzinfo=VN))
    office.act(services.approve, waiting, "chair")
    office.act(services.return_to_desk, waiting, "records")
    return {"qua-han": late, "cho-nguoi-dan": asked, "chua-nhan": waiting}


def figures(page: str) -> dict[str, int]:
    """The figure of each tile by where it leads."""
    found = re.findall(
        r'class="tile[^"]*"\s+href="/can-bo/sang-nay/([\w-]+)">(.*?)</a>', page, re.S
    )
    return {slug: int(re.search(r">\s*(\d+)\s*</span>", rest)[1]) for slug, rest in found}  # type: ignore[index]


@pytest.mark.parametrize("who", ["clerk", "officer", "head", "chair", "records"])
def test_every_figure_opens_exactly_as_many_dossiers_as_it_says(
    world: Any, desk: dict[str, Dossier], who: str
) -> None:
    client = world.as_(who)

    shown = figures(client.get(PATH).content.decode())

    assert shown
    for slug, count in shown.items():
        listed = client.get(f"{PATH}/{slug}").content.decode()
        assert len(re.findall(r'<tr>\s*<td><span class="clock', listed)) == count, slug


@pytest.mark.parametrize("kind", ["qua-han", "cho-nguoi-dan", "chua-nhan"])
def test_the_clerk_is_told_what_is_late_waited_for_and_not_fetched(
    world: Any, desk: dict[str, Dossier], kind: str
) -> None:
    listed = world.as_("clerk").get(f"{PATH}/{kind}").content.decode()

    assert f"/can-bo/ho-so/{desk[kind].code}" in listed


def test_departments_are_not_told_of_results_at_the_desk_nor_of_others_dossiers(
    world: Any, desk: dict[str, Dossier]
) -> None:
    officer, ward = world.as_("officer"), world.as_("ward")

    assert officer.get(f"{PATH}/chua-nhan").status_code == 404
    assert officer.get(f"{PATH}/khong-co").status_code == 404
    assert set(figures(ward.get(PATH).content.decode()).values()) == {0}


@pytest.mark.parametrize("who", ["affairs", "admin", "above", "books"])
def test_positions_that_open_no_dossiers_have_no_morning_page(world: Any, who: str) -> None:
    for path in (PATH, f"{PATH}.pdf", f"{PATH}/qua-han"):
        assert world.as_(who).get(path).status_code == 403


@pytest.mark.parametrize("who", ["clerk", "officer", "head", "chair", "records"])
def test_the_paper_is_one_a4_with_the_same_figures(
    world: Any, office: Office, desk: dict[str, Dossier], who: str
) -> None:
    client = world.as_(who)
    shown = figures(client.get(PATH).content.decode())

    paper = client.get(f"{PATH}.pdf")

    pages = PdfReader(io.BytesIO(paper.content)).pages
    text = " ".join(pages[0].extract_text().split())
    assert paper["Content-Type"] == "application/pdf"
    assert len(pages) == 1
    assert "Sáng nay" in text
    assert " ".join(str(count) for count in _in_paper_order(shown)) in text


def _in_paper_order(shown: dict[str, int]) -> list[int]:
    order = ("qua-han", "hom-nay", "cho-nguoi-dan", "cho-co-quan-khac", "tren-ban", "chua-nhan")
    return [shown[slug] for slug in order if slug in shown]


def test_sixty_dossiers_still_fit_one_a4_and_the_rest_is_counted(
    world: Any, office: Office
) -> None:
    for _ in range(60):
        office.received(slug="tx-gpxd-nha-o-do-thi")

    paper = world.as_("clerk").get(f"{PATH}.pdf")

    pages = PdfReader(io.BytesIO(paper.content)).pages
    assert len(pages) == 1
    assert "hồ sơ nữa, xem trên màn hình" in pages[0].extract_text()


def test_only_what_was_opened_is_signed_together(office: Office) -> None:
    opened, shut = at_chair(office, seen=True), at_chair(office)
    asked = [office.asked(opened, "chair"), office.asked(shut, "chair")]
    step = Dossier.objects.get(pk=shut.pk).steps.get(left_at=None).key

    outcomes = approve_opened(asked, key=uuid4(), step=step)

    assert isinstance(outcomes[0], Done)
    assert outcomes[1] == Refused("not_opened")
    shut.refresh_from_db()
    assert shut.steps.get(left_at=None).key == step


def test_whoever_does_not_hold_the_step_signs_nothing_together(office: Office) -> None:
    opened = at_chair(office, seen=True)
    step = opened.steps.get(left_at=None).key

    for who in ("clerk", "head", "ward"):
        (outcome,) = approve_opened([office.asked(opened, who)], key=uuid4(), step=step)
        assert isinstance(outcome, Refused), who


def test_the_unopened_stand_barred_and_a_direct_post_is_refused_with_the_reason(
    world: Any, office: Office
) -> None:
    opened, shut = at_chair(office, seen=True), at_chair(office)
    chair = world.as_("chair")
    step = shut.steps.get(left_at=None).key
    opened.refresh_from_db()
    pages = [chair.get(path).content.decode() for path in (PATH, "/can-bo/hop-viec")]

    ticks = [f"{opened.code}|{step}|{opened.head_seq}", f"{shut.code}|{step}|{shut.head_seq}"]
    done = chair.post("/can-bo/hop-viec/nhieu", {"pick": ticks, "sure": "1", "key": str(uuid4())})

    for page in pages:
        assert f'value="{ticks[0]}"' in page
        assert f'value="{ticks[1]}"' not in page
        assert "Chưa mở nên chưa ký cùng lúc được" in page
    assert words(done).count("Đã duyệt và chuyển") == 1
    assert "Hồ sơ chưa được mở. Mở xem rồi mới duyệt cùng lúc được." in words(done)


def test_opening_one_lets_it_be_signed(world: Any, office: Office) -> None:
    shut = at_chair(office)
    chair = world.as_("chair")

    chair.get(f"/can-bo/ho-so/{shut.code}")

    assert f'value="{shut.code}|' in chair.get(PATH).content.decode()
    assert OWNER.name in words(chair.get(PATH))


@pytest.mark.parametrize("who", ["clerk", "head", "chair"])
def test_the_page_asks_as_often_for_many_dossiers_as_for_few(
    world: Any, office: Office, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kept in ("organization.timekeeping", "organization.tree", "catalogue.selectors"):
        monkeypatch.setattr(f"motcua.{kept}.CACHED_SECONDS", float("inf"))
    client = world.as_(who)
    client.get(PATH)
    with CaptureQueriesContext(connection) as few:
        client.get(PATH)

    for _ in range(5):
        at_chair(office)
    with CaptureQueriesContext(connection) as many:
        client.get(PATH)

    assert len(many) == len(few) <= 14


def test_a_tax_notice_past_its_day_is_told_in_the_morning_and_leads_to_the_list_to_remind_by(
    world: Any, office: Office
) -> None:
    dossier, deferred = office.received(at=FRESH), office.received(at=FRESH)
    for one in (dossier, deferred):
        office.act(services.hand_over, one, "clerk")
    levies = [Levy("tncn", 1_000_000, date(2017, 3, 30))]
    owed_later = [Levy("tsdd", 1_000_000, date(2017, 3, 30), deferred=True)]
    for one, asked in ((dossier, levies), (deferred, owed_later)):
        notice = Notice(f"{one.pk}/TB-CCT", FRESH.date(), asked)
        notice_in(office.asked(one, "officer"), notice, key=uuid4())

    page = words(world.as_("clerk").get(PATH))
    paper = PdfReader(io.BytesIO(world.as_("clerk").get(f"{PATH}.pdf").content))
    other = words(world.as_("records").get(PATH))

    assert "Nghĩa vụ đất quá hạn nộp 1 gọi điện nhắc" in page
    assert 'href="/can-bo/nghia-vu"' in world.as_("clerk").get(PATH).content.decode()
    assert "Nghĩa vụ đất quá hạn nộp" in " ".join(paper.pages[0].extract_text().split())
    assert len(paper.pages) == 1
    assert "Nghĩa vụ đất" not in other

"""Charts: every figure opens as many dossiers as it says, within one's scope, without people."""

import re
from html import unescape

import pytest

from acting import words
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from office import ANSWER_BY, LACKS, OWNER, PLAIN, Office
from world import World

PAGE = "/can-bo/bieu-do"
PAGES = (PAGE, f"{PAGE}/dung-han", f"{PAGE}/luc-den", f"{PAGE}/cho-o-dau")
LINK = re.compile(rf'<a\s+(?:class="[^"]*"\s+)?href="({PAGE}/ho-so/[^"]+)"[^>]*>(.*?)</a>', re.S)
UNSAID = re.compile(r"<title>.*?</title>|<span class=\"(?:vh|k)\">.*?</span>", re.S)
WAY = (
    ("hand_over", "clerk"), ("hand_over", "officer"), ("approve", "head"), ("approve", "chair"),
)  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def dossiers(office: Office) -> None:
    """One returned in time, one late that waited for a paper, one that still waits, one fresh."""
    done, late, _ = [office.received() for _ in range(3)]
    waits = office.received()
    for act, by in WAY:
        assert isinstance(office.act(getattr(services, act), done, by), Done)
    assert isinstance(office.act(services.return_to_desk, done, "records"), Done)
    given = {"collector": "owner", "note": "CMND 0380"}
    assert isinstance(office.act(services.return_result, done, "clerk", **given), Done)
    for dossier in (late, waits):
        assert isinstance(office.act(services.hand_over, dossier, "clerk"), Done)
        asked = {"items": [LACKS], "document": f"{dossier.pk}/HDHS", "reply_by": ANSWER_BY}
        assert isinstance(
            office.act(services.request_supplement, dossier, "officer", **asked), Done
        )
    assert isinstance(office.act(services.take_supplement, late, "clerk", after=1440), Done)
    for act, by in WAY[1:]:
        after = 10 * 1440 if by == "officer" else 30
        assert isinstance(office.act(getattr(services, act), late, by, after=after), Done)
    ended = office.act(services.return_to_desk, late, "records", overdue_reason="qua-tai")
    assert isinstance(ended, Done)


def figures(page: str) -> list[tuple[str, int]]:
    """Every address of dossiers in the tables and tiles of a page, with the number that leads
    there."""
    found = []
    for url, inside in LINK.findall(page):
        plain = UNSAID.sub(" ", inside)
        number = re.search(r"\d[\d.]*", re.sub(r"<[^>]+>", " ", plain))
        if number and "<rect" not in inside:
            found.append((unescape(url), int(number[0].replace(".", ""))))
    return found


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("who", ["chair", "head"])
def test_every_figure_opens_as_many_dossiers_as_it_says(world: World, who: str, path: str) -> None:
    client = world.as_(who)

    found = figures(client.get(path).content.decode())

    assert found
    for url, count in found:
        assert f", {count} hồ sơ" in words(client.get(url)), url


def test_the_bars_of_a_drawing_open_what_its_table_opens(world: World) -> None:
    page = world.as_("chair").get(f"{PAGE}/dung-han").content.decode()

    drawing, _, table = page.partition('<svg class="chart"')[2].partition("</svg>")
    bars = re.findall(r'href="([^"]+)"[^>]*>.*?<text[^>]*>(\d+)</text>', drawing, re.S)

    assert len(bars) == 2
    for url, count in bars:
        assert re.search(rf'href="{re.escape(url)}">{count}<', table), url


def test_the_map_tells_the_citizens_time_from_the_offices(world: World) -> None:
    said = words(world.as_("chair").get(f"{PAGE}/cho-o-dau?tt={PLAIN}"))

    assert "2 hồ sơ có kết quả trong kỳ" in said
    assert re.search(r"Chờ người dân \(bổ sung, nộp tiền\) 1 ", said)
    assert "Bước 1 sang bước 2: 2 lượt." in said


def test_nobody_is_named(world: World) -> None:
    client = world.as_("chair")
    behind = f"{PAGE}/ho-so/den-luc?tu=01/01/2017&den=31/03/2017"

    for path in (*PAGES, behind):
        assert OWNER.name not in client.get(path).content.decode()
    assert Dossier.objects.filter(parties__name=OWNER.name).count() == 4
    assert ", 4 hồ sơ" in words(client.get(behind))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("tu=31/03/2017&den=01/01/2017", "Ngày cuối kỳ trước ngày đầu kỳ"),
        ("tu=01/01/2010&den=31/03/2017", "Kỳ dài quá hai năm"),
        ("tu=hom-qua&den=31/03/2017", "Từ ngày"),
        ("tu=01/01/2017&den=31/03/2017&dv=khong-co", "Không có đơn vị này trong kỳ"),
    ],
)
def test_what_cannot_be_read_gets_a_sentence(world: World, asked: str, said: str) -> None:
    answer = world.as_("chair").get(f"{PAGE}/dung-han?{asked}")

    assert answer.status_code == 422
    assert said in words(answer)


def test_a_period_without_dossiers_says_so(world: World) -> None:
    asked = "tu=01/01/2016&den=31/03/2016"
    client = world.as_("chair")

    assert "chưa có hồ sơ nào có kết quả" in words(client.get(f"{PAGES[1]}?{asked}"))
    assert "chưa tiếp nhận hồ sơ nào" in words(client.get(f"{PAGES[2]}?{asked}"))
    assert "không có hồ sơ nào có kết quả" in words(client.get(f"{PAGES[3]}?{asked}&tt={PLAIN}"))


def test_one_sees_the_own_office_or_those_below_and_others_nothing(world: World) -> None:
    ward = f"{PAGE}?dv=ba-dinh"

    assert world.as_("chair").get(ward).status_code == 200
    assert world.as_("clerk").get(ward).status_code == 422
    assert world.as_("clerk").get(PAGE).status_code == 200
    assert world.as_("officer").get(PAGE).status_code == 403
    assert ", 0 hồ sơ" in words(world.as_("ward").get(f"{PAGE}/ho-so/den-luc"))


@pytest.mark.parametrize(
    "asked", ["khong-co", "den-luc?thu=x", "den-luc?thu=9", "tuoi?hen=x", "buoc?tt=x&b=y"]
)
def test_what_is_no_figure_is_not_found(world: World, asked: str) -> None:
    assert world.as_("chair").get(f"{PAGE}/ho-so/{asked}").status_code == 404

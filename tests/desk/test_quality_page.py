"""The page of the catalogue's quality: counts open lists, lines lead to the mending."""

import csv
import io

import pytest

from acting import words
from motcua.catalogue.quality import KINDS, quality
from motcua.core.money import format_number
from motcua.organization.selectors import office_by_slug
from world import NOW, World

PAGE = "/can-bo/danh-muc/chat-luong"


def counts(slug: str = "bim-son") -> dict[str, int]:
    office = office_by_slug(slug).id
    return dict(quality([office], NOW.date()).counts(office))


def test_every_kind_stands_on_the_page_with_its_count(world: World) -> None:
    page = words(world.as_("books").get(PAGE))

    for key, count in counts().items():
        assert f"{KINDS[key].label} {KINDS[key].hint} {count}" in page, key
    assert f"còn {format_number(sum(counts().values()))} điểm" in page


def test_a_count_opens_exactly_its_list(world: World) -> None:
    page = world.as_("books").get(f"{PAGE}?dv=ba-dinh&loai=no-code")

    said = page.content.decode()
    assert said.count('aria-label="Sửa: ') == min(counts("ba-dinh")["no-code"], 100) > 0


@pytest.mark.parametrize(
    ("username", "kind", "leads"),
    [
        ("books", "no-form", 'href="/can-bo/cong-bo/moi?thu-tuc='),
        ("books", "board-behind", 'href="/can-bo/niem-yet/bim-son/ho-tich"'),
        ("affairs", "no-process", 'href="/can-bo/quy-trinh/'),
        ("chair", "no-form", "nơi khác sửa"),
    ],
)
def test_each_line_leads_to_where_this_officer_mends_it(
    world: World, username: str, kind: str, leads: str
) -> None:
    assert leads in world.as_(username).get(f"{PAGE}?loai={kind}").content.decode()


def test_nothing_left_of_a_kind_says_so(world: World) -> None:
    assert "Không còn điểm nào thuộc loại này." in words(
        world.as_("books").get(f"{PAGE}?loai=calendar-differs")
    )


def test_the_list_goes_out_as_a_file_with_every_office_below(world: World) -> None:
    answer = world.as_("books").get(f"{PAGE}.csv")

    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    of_the_ward = [row for row in rows if row["Đơn vị"] == office_by_slug("ba-dinh").name]
    assert len(of_the_ward) == sum(counts("ba-dinh").values())
    assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_clerk_and_an_officer_have_no_such_page(world: World) -> None:
    assert world.as_("clerk").get(PAGE).status_code == 403
    assert world.as_("officer").get(f"{PAGE}.csv").status_code == 403


def test_the_report_says_how_much_hangs(world: World) -> None:
    page = words(
        world.as_("affairs").get("/can-bo/bao-cao/phu-luc-ii?tu=01/01/2017&den=31/03/2017")
    )

    assert "Niêm yết công khai đến 31/03/2017: 0% thủ tục treo bản mới nhất (0/" in page

"""Every page of the desk: what it says, how little it asks the database, what it never logs."""

import io
import json
import logging
import re
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from acting import OWNER, press, receive, words
from motcua.catalogue.selectors import procedures_in_force
from world import NOW

REPORT = "/can-bo/bao-cao/phu-luc-ii"
QUARTER = "tu=01/01/2017&den=31/03/2017"


@pytest.fixture(scope="module")
def code(world: Any) -> str:
    """A dossier in the hands of the case officer, opened."""
    received = receive(world.as_("clerk"))
    press(world.as_("clerk"), received, "chuyen")
    world.as_("officer").get(f"/can-bo/ho-so/{received}")
    return received


def queries(client: Any, path: str) -> int:
    """How many questions a page asks once caches are warm."""
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(path)
    assert answer.status_code == 200, path
    return len(asked)


@pytest.mark.parametrize(
    ("username", "path", "budget"),
    [
        ("clerk", "/can-bo/tiep-nhan", 6),
        ("clerk", "/can-bo/tiep-nhan?thu-tuc=tx-gpxd-nha-o-do-thi", 5),
        ("clerk", "/can-bo/hop-viec", 7),
        ("clerk", "/can-bo/tra-ket-qua", 6),
        ("clerk", "/can-bo/ho-so", 6),
        ("clerk", "/can-bo/tim", 5),
        ("clerk", "/can-bo/thu-tuc", 5),
        ("clerk", "/can-bo/tro-giup", 5),
        ("officer", "/can-bo/ho-so/{code}", 12),
        ("chair", "/can-bo/dieu-hanh", 10),
        ("chair", "/can-bo/dieu-hanh/dang-giai-quyet", 6),
        ("affairs", f"{REPORT}?{QUARTER}", 10),
        ("affairs", f"{REPORT}?{QUARTER}&dv=bim-son&so=received", 12),
        ("admin", "/can-bo/quan-tri", 11),
        ("books", "/can-bo/thu-tuc/tx-gpxd-nha-o-do-thi", 7),
    ],
)
def test_a_page_asks_no_more_than_its_budget(
    world: Any, code: str, username: str, path: str, budget: int
) -> None:
    assert queries(world.as_(username), path.format(code=code)) <= budget


@pytest.mark.parametrize(
    ("username", "path"),
    [
        ("clerk", "/can-bo/tiep-nhan?thu-tuc=tx-gpxd-nha-o-do-thi"),
        ("clerk", "/can-bo/hop-viec"),
        ("officer", "/can-bo/ho-so/{code}"),
        ("officer", "/can-bo/ho-so/{code}/yeu-cau-bo-sung"),
        ("chair", "/can-bo/dieu-hanh"),
        ("affairs", f"{REPORT}?{QUARTER}"),
        ("admin", "/can-bo/quan-tri"),
    ],
)
def test_a_page_keeps_to_the_rules_of_the_house(
    world: Any, code: str, username: str, path: str
) -> None:
    answer = world.as_(username).get(path.format(code=code))
    page = answer.content.decode()

    assert answer["Cache-Control"] == "no-store"
    assert " style=" not in page
    assert not re.search(r"<script(?![^>]*src=)", page)
    assert "{{" not in page
    assert page.count("<h1") == 1
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids)), sorted({one for one in ids if ids.count(one) > 1})
    targets = set(re.findall(r'<label[^>]* for="([^"]+)"', page))
    assert targets <= set(ids)


@pytest.mark.parametrize("typed", ["le thi hien", "0900000012", "038000000012"])
def test_what_is_searched_is_found_and_stands_in_no_address_and_no_log(
    world: Any, code: str, typed: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = world.as_("clerk").post("/can-bo/tim", {"words": typed}, follow=True)

    assert OWNER in words(answer)
    assert typed not in caplog.text
    assert all(typed not in str(record.__dict__) for record in caplog.records)


def test_a_code_opens_its_dossier_however_it_is_typed(world: Any, code: str) -> None:
    answer = world.as_("clerk").post("/can-bo/tim", {"words": f" {code.lower()} "})

    assert answer["Location"] == f"/can-bo/ho-so/{code}"


def test_nothing_found_says_how_to_look_again(world: Any) -> None:
    answer = world.as_("clerk").post("/can-bo/tim", {"words": "khong ai ten nay"})

    assert "Không có hồ sơ nào khớp" in words(answer)


def test_seeing_printing_and_searching_are_audited_without_the_words(world: Any, code: str) -> None:
    clerk = world.as_("clerk")
    clerk.get(f"/can-bo/ho-so/{code}")
    clerk.get(f"/can-bo/ho-so/{code}/giay-hen.pdf")
    clerk.post("/can-bo/tim", {"words": "le thi hien"})

    with connection.cursor() as cursor:
        cursor.execute("SELECT action, subject FROM audit_auditrow ORDER BY id DESC LIMIT 3")
        rows = cursor.fetchall()

    assert [action for action, _ in rows] == ["search_dossiers", "receipt_printed", "view_dossier"]
    assert rows[2][1] == code
    assert not any("hien" in subject for _, subject in rows)


def test_the_sheet_counts_what_was_received_and_every_number_opens_what_is_behind(
    world: Any, code: str
) -> None:
    affairs = world.as_("affairs")
    sheet = affairs.get(f"{REPORT}?{QUARTER}")
    number = int(json.loads(affairs.get(f"{REPORT}.json?{QUARTER}").content)["rows"][0]["received"])

    behind = affairs.get(f"{REPORT}/ho-so?{QUARTER}&dv=bim-son&so=received")

    assert number >= 1
    assert f"{number} hồ sơ sau con số này" in words(behind)
    assert "PHỤ LỤC II" in words(sheet)
    assert "<html" not in behind.content.decode()
    assert "Khớp." in words(sheet)


def test_a_period_turned_round_is_refused_beside_its_field(world: Any) -> None:
    answer = world.as_("affairs").get(f"{REPORT}?tu=05/04/2017&den=01/04/2017")

    assert answer.status_code == 422
    assert "Ngày cuối kỳ trước ngày đầu kỳ" in words(answer)
    assert 'value="05/04/2017"' in answer.content.decode()


@pytest.mark.parametrize("query", ["dv=khong-co&so=received", "dv=bim-son&so=x", "so=received"])
def test_a_figure_that_is_none_is_not_found(world: Any, query: str) -> None:
    assert world.as_("affairs").get(f"{REPORT}/ho-so?{QUARTER}&{query}").status_code == 404


@pytest.mark.parametrize("form", ["json", "csv", "xlsx", "pdf"])
def test_the_sheet_is_taken_away_as_a_file(world: Any, form: str) -> None:
    answer = world.as_("affairs").get(f"{REPORT}.{form}?{QUARTER}")

    assert answer.status_code == 200
    assert f".{form}" in answer["Content-Disposition"]
    assert io.BytesIO(answer.content).read(2)


def test_the_catalogue_shows_its_marks_and_how_each_is_handled(world: Any) -> None:
    listed = words(world.as_("books").get("/can-bo/thu-tuc"))
    found = words(world.as_("books").post("/can-bo/thu-tuc", {"q": "gpxd nha o"}))
    page = words(world.as_("books").get("/can-bo/thu-tuc/tx-gpxd-nha-o-do-thi"))

    assert "chờ đối chiếu công báo" in listed
    assert "243 tại một cửa, 29 không tại một cửa" in listed
    assert "riêng lẻ tại đô thị" in found
    assert "15 ngày chưa xác nhận" in found
    assert "15 ngày chưa xác nhận Văn bản ghi “ngày”" in page
    assert "Thành phần hồ sơ" in page


@pytest.mark.parametrize("typed", ["gpxd", "giay phep xay dunng"])
def test_the_catalogue_is_searched_as_citizens_search_it(world: Any, typed: str) -> None:
    page = world.as_("books").post("/can-bo/thu-tuc", {"q": typed}).content.decode()

    found = re.findall(r'href="/can-bo/thu-tuc/([^"?]+)"', page)
    permits = {row.slug for row in procedures_in_force(NOW.date()) if "-gpxd" in row.slug}
    assert len(permits) >= 12
    assert permits <= set(found)
    assert found[0] in permits


def test_the_catalogue_is_searched_by_a_part_of_a_code(world: Any) -> None:
    page = world.as_("books").post("/can-bo/thu-tuc", {"q": "2.00052"}).content.decode()

    assert re.findall(r'href="/can-bo/thu-tuc/([^"?]+)"', page)[0] == "tx-khai-sinh-nuoc-ngoai"


def test_the_administrator_sees_backups_jobs_and_people(world: Any) -> None:
    page = words(world.as_("admin").get("/can-bo/quan-tri"))

    assert "sao lưu" in page
    assert "Lê Thị Quầy Mẫu" in page


@pytest.mark.parametrize("path", ["/can-bo/tra-ket-qua", "/can-bo/hop-viec?loc=cho-nguoi-dan"])
def test_an_empty_list_says_so_with_an_open_door(world: Any, path: str) -> None:
    page = world.as_("ward").get(path).content.decode()

    assert 'class="empty"' in page

"""The catalogue to take away: its files equal the pages, on any day, and are kept until changed."""

import csv
import io
import json
from dataclasses import replace
from html import unescape

import pytest

from acting import words
from asking import passer_by
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.listing import open_data
from motcua.catalogue.listing.open_data import FIELDS, LISTED
from motcua.catalogue.rows import CaseRow, FormRow, ResultRow
from motcua.core.clock import allowance_words
from motcua.organization.selectors import office_by_slug
from world import NOW, World

TODAY = NOW.date()
CSV, JSON = "/du-lieu-mo/thu-tuc.csv", "/du-lieu-mo/thu-tuc.json"


@pytest.fixture(autouse=True)
def _catalogue_is_there(world: World) -> None:
    """The shipped catalogue."""


def lines(path: str = CSV) -> list[dict[str, str]]:
    text = passer_by().get(path).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_two_files_say_the_same() -> None:
    said = json.loads(passer_by().get(JSON).content)

    rows = lines()
    assert list(rows[0]) == list(FIELDS) == list(said["fields"])
    assert said["count"] == len(said["procedures"]) == len(rows)
    for plain, row in zip(said["procedures"], rows, strict=True):
        assert row["name"] == plain["name"]
        assert row["offices"] == ";".join(plain["offices"])
        assert row["fee_vnd"] == ("" if plain["fee_vnd"] is None else str(plain["fee_vnd"]))


def test_they_hold_exactly_what_is_in_force_and_say_what_the_pages_say() -> None:
    rows = {row["slug"]: row for row in lines()}
    in_force = catalogue.procedures_in_force(TODAY)

    assert set(rows) == {row.slug for row in in_force}
    for version in in_force[::25]:
        row = rows[version.slug]
        page = unescape(words(passer_by().get(f"/tthc/{row['key']}")))
        assert row["name"] in page
        assert allowance_words(version.allowance) in page
        assert " ".join(row["fee_text"].split()) in page
        for slug in row["offices"].split(";"):
            assert office_by_slug(slug).name in page


def test_they_give_forms_articles_results_and_cases_whole_after_the_columns_of_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = catalogue.procedures_in_force(TODAY)[0]
    article = {"article": "Điều 18 Luật Hộ tịch", "mark": "M"}
    version = replace(
        first,
        articles={"allowance": article},
        cases=(CaseRow(1, "vung-xa", "Vùng xa", None, "08 ngày", "Điều 5", "V"),),
        forms=(FormRow(1, "01", "Tờ khai; bản A|B", "2015", "to-khai.docx", "a" * 64, "vung-xa"),),
        results=(ResultRow(1, "Giấy chứng nhận", 6, "06 tháng"),),
    )
    monkeypatch.setattr(open_data, "procedures_in_force", lambda day: (version,))

    (plain,) = json.loads(passer_by().get(JSON).content)["procedures"]
    (row,) = lines()

    assert plain["articles"] == {"allowance": article}
    assert plain["case_list"][0]["article"] == "Điều 5"
    assert (
        plain["forms"][0] | {"file": f"/bieu-mau/{'a' * 64}", "case": "vung-xa"}
        == (plain["forms"][0])
    )
    assert plain["results"][0]["valid_months"] == 6
    assert len(plain["component_list"]) == len(version.components)
    assert all(json.loads(row[name] or "[]") == plain[name] for name in ("articles", *LISTED))
    assert list(row).index("licence") < min(map(list(row).index, ("articles", *LISTED)))


def test_a_day_of_the_past_gives_the_catalogue_of_that_day() -> None:
    assert lines(f"{CSV}?ngay=2016-12-31") == []
    assert {row["day"] for row in lines(f"{CSV}?ngay=2017-02-01")} == {"2017-02-01"}
    assert passer_by().get(f"{CSV}?ngay=hom-nay").status_code == 400


@pytest.mark.parametrize("path", [CSV, JSON])
def test_a_file_is_kept_until_it_changes(path: str) -> None:
    first = passer_by().get(path)

    by_tag = passer_by().get(path, headers={"If-None-Match": first.headers["ETag"]})
    by_time = passer_by().get(path, headers={"If-Modified-Since": first.headers["Last-Modified"]})

    assert first.headers["Last-Modified"] == "Sat, 31 Dec 2016 17:00:00 GMT"
    assert "public" in first.headers["Cache-Control"]
    assert by_tag.status_code == by_time.status_code == 304
    assert not by_tag.content


@pytest.mark.parametrize("path", [CSV, JSON])
def test_the_files_are_only_read(path: str) -> None:
    assert passer_by().post(path).status_code == 405
    assert passer_by().head(path).status_code == 200


def test_the_licence_and_every_field_stand_on_the_page_that_leads_to_them() -> None:
    page = unescape(words(passer_by().get("/du-lieu-mo")))

    assert all(name in page and meaning in page for name, meaning in FIELDS.items())
    assert "được tự do sao chép" in page
    assert 'href="/du-lieu-mo"' in passer_by().get("/thu-tuc").content.decode()

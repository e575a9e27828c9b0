"""The waiting times to take away, over the demonstration: what the pages say, and nobody in it."""

import csv
import io
import json
import re
from collections import defaultdict
from datetime import datetime
from html import unescape

import pytest

from acting import words
from asking import passer_by
from motcua.core.clock import VN, duration_words, working_minutes
from motcua.dossiers.models import Dossier, Event
from motcua.organization.selectors import calendar_of, office_by_slug
from motcua.reports.models import WaitingTime, WaitingTimesRenewal
from motcua.reports.waits.open_data import FIELDS

CSV, JSON = "/du-lieu-mo/thoi-gian-cho.csv", "/du-lieu-mo/thoi-gian-cho.json"
TOO_FEW = "Chưa đủ hồ sơ."


def lines() -> list[dict[str, str]]:
    text = passer_by().get(CSV).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_two_files_say_the_same_in_the_fields_the_page_explains(demo: str) -> None:
    said = json.loads(passer_by().get(JSON).content)
    page = unescape(words(passer_by().get("/du-lieu-mo")))

    rows = lines()
    assert list(rows[0]) == list(FIELDS) == list(said["fields"])
    assert all(name in page and meaning in page for name, meaning in FIELDS.items())
    assert said["count"] == len(rows) == len(said["waiting_times"])
    assert (said["from"], said["to"]) == ("2016-03-31", "2017-03-30")
    assert "lần cuối 09:42 Thứ Sáu 31/03/2017" in page
    for plain, row in zip(said["waiting_times"], rows, strict=True):
        assert row["procedure"] == plain["procedure"]
        assert row["median_minutes"] == str(plain["median_minutes"])


def test_a_plain_count_of_the_dossiers_finds_the_same(demo: str) -> None:
    """Those that never stood still, counted one by one."""
    times: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    paused = set(
        Event.objects.filter(
            kind__in=("supplement_requested", "suspended", "clock_stopped", "reopened")
        ).values_list("dossier_id", flat=True)
    )
    standing: set[tuple[str, str]] = set()
    for one in Dossier.objects.filter(
        outcome__in=("result", "refused"), finished_at__lt=datetime(2017, 3, 31, tzinfo=VN)
    ).select_related("office", "procedure_version__procedure"):
        place = one.office.slug, one.procedure_version.procedure.slug
        if one.id in paused:
            standing.add(place)
        assert one.finished_at is not None
        span = one.received_at.astimezone(VN), one.finished_at.astimezone(VN)
        times[place].append(working_minutes(calendar_of(one.office_id), *span))

    told = {(row["office"], row["procedure"]): row for row in lines()}

    assert set(told) == {place for place, found in times.items() if len(found) >= 10}
    assert len(told) > 20
    for place in set(told) - standing:
        found, row = sorted(times[place]), told[place]
        assert int(row["dossiers"]) == len(found)
        assert int(row["median_minutes"]) == found[(len(found) - 1) // 2]
        assert int(row["ninetieth_minutes"]) == found[-(-len(found) * 9 // 10) - 1]


def test_pages_say_what_the_files_say_beside_what_the_law_allows(demo: str) -> None:
    for row in lines()[::15]:
        at_office = unescape(words(passer_by().get(f"/thu-tuc/{row['office']}/{row['procedure']}")))
        everywhere = unescape(words(passer_by().get(f"/tthc/{row['procedure_key']}")))

        half = int(row["median_minutes"])
        said = f"xong trong {duration_words(half)}." if half else "Một nửa số hồ sơ xong ngay."
        for page in (at_office, everywhere):
            assert said in page
            assert f"Tính trên {int(row['dossiers']):,} hồ sơ.".replace(",", ".") in page
            assert "từ 31/03/2016 đến 30/03/2017" in page
            assert "Thời hạn" in page


def test_what_too_few_waited_for_is_told_nowhere(demo: str) -> None:
    town = office_by_slug("bim-son")
    told = set(WaitingTime.objects.filter(office_id=town.id).values_list("procedure_id", flat=True))
    few = Dossier.objects.filter(office_id=town.id, outcome="result").exclude(
        procedure_version__procedure__in=told
    )
    slug = few.values_list("procedure_version__procedure__slug", flat=True)[0]

    page = words(passer_by().get(f"/thu-tuc/bim-son/{slug}"))

    assert TOO_FEW in page
    assert "Tính trên" not in page
    assert ("bim-son", slug) not in {(row["office"], row["procedure"]) for row in lines()}


def test_no_file_names_anybody_or_a_dossier(demo: str) -> None:
    body = passer_by().get(CSV).content.decode() + passer_by().get(JSON).content.decode()

    codes = Dossier.objects.values_list("code", flat=True)
    assert "Mẫu" not in body
    assert not re.search(r"\b0\d{8,11}\b", body)
    assert not any(code in body for code in codes)


@pytest.mark.parametrize("path", [CSV, JSON])
def test_a_file_is_kept_until_the_next_night(demo: str, path: str) -> None:
    first = passer_by().get(path)

    again = passer_by().get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Last-Modified"] == "Fri, 31 Mar 2017 02:42:00 GMT"
    assert "public" in first.headers["Cache-Control"]
    assert again.status_code == 304
    assert passer_by().post(path).status_code == 405


def test_before_the_first_night_the_files_are_empty_and_the_page_says_so(demo: str) -> None:
    WaitingTime.objects.all().delete()
    WaitingTimesRenewal.objects.all().delete()

    page = words(passer_by().get("/du-lieu-mo"))

    assert lines() == []
    assert json.loads(passer_by().get(JSON).content)["from"] is None
    assert "chưa tính lần nào" in page
    assert "Thực tế" not in words(passer_by().get("/thu-tuc/bim-son/tx-gia-han-gpxd"))

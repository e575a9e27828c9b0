"""An official whose browser was told English: the screen changes, the record does not."""

import html
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from pypdf import PdfReader

from acting import press, receive
from motcua.config.english.runs import VIETNAMESE, core_of
from motcua.config.english.words import sayings

VIETNAMESE_WHATEVER = re.compile(
    r"<(article|a|div|p|span)\b[^>]*\slang=\"vi\".*?</\1>|<(script|style|textarea)\b.*?</\2>", re.S
)
READ = re.compile(r">([^<>]+)<|(?:aria-label|title|placeholder|alt)=\"([^\"]*)\"")


@pytest.fixture
def clerk(world: Any) -> Iterator[Any]:
    yield from told_english(world.as_("clerk"))


@pytest.fixture
def officer(world: Any) -> Iterator[Any]:
    yield from told_english(world.as_("officer"))


def told_english(client: Any) -> Iterator[Any]:
    client.cookies["motcua_ngon_ngu"] = "en"
    yield client
    del client.cookies["motcua_ngon_ngu"]


def left_over(page: str) -> set[str]:
    """What the page says in Vietnamese although the house has English for it."""
    text = VIETNAMESE_WHATEVER.sub("", page)
    read = (" ".join(html.unescape(a or b).split()) for a, b in READ.findall(text))
    return {
        words
        for words in read
        if VIETNAMESE.search(words) and sayings().get(core := core_of(words), core) != core
    }


def test_the_help_page_leads_to_english_and_back(world: Any) -> None:
    client = world.as_("clerk")

    there = client.get("/hien-thi?ngon-ngu=en&ve=/can-bo/tro-giup")
    page = client.get("/can-bo/tro-giup").content.decode()

    assert there["Location"] == "/can-bo/tro-giup"
    assert '<html lang="en"' in page
    assert "<h1>Help</h1>" in page
    back = re.search(r'href="(/hien-thi\?ngon-ngu=vi[^"]*)"', page)
    assert back
    client.get(html.unescape(back[1]))
    assert "<h1>Trợ giúp</h1>" in client.get("/can-bo/tro-giup").content.decode()


def test_no_page_of_the_rail_says_in_vietnamese_what_has_its_english(clerk: Any) -> None:
    front = clerk.get("/can-bo/tiep-nhan").content.decode()
    rail = re.findall(r'<a href="(/can-bo/[^"]*)"', front.partition('class="rail"')[2])

    found = {path: left_over(clerk.get(html.unescape(path)).content.decode()) for path in rail}

    assert len(rail) > 10
    assert {path: words for path, words in found.items() if words} == {}


def test_a_dossier_and_its_acts_are_read_in_english(clerk: Any, officer: Any) -> None:
    code = receive(clerk)
    press(clerk, code, "chuyen")

    page = officer.get(f"/can-bo/ho-so/{code}").content.decode()
    acts = set(
        re.findall(rf'href="(/can-bo/ho-so/{code}/[^"]+)"', page.partition('class="acts"')[2])
    )

    assert "days" in page
    assert left_over(page) == set()
    for path in acts:
        assert left_over(officer.get(html.unescape(path)).content.decode()) == set(), path


def test_a_refusal_is_read_in_english_and_what_was_typed_stays(clerk: Any) -> None:
    page = clerk.post("/can-bo/tiep-nhan", {"do": "receive", "procedure": "khong-co"})

    assert left_over(page.content.decode()) == set()


def test_what_is_printed_and_kept_is_vietnamese_all_the_same(clerk: Any) -> None:
    code = receive(clerk)

    receipt = PdfReader(BytesIO(clerk.get(f"/can-bo/ho-so/{code}/giay-hen.pdf").content))
    preview = clerk.get(f"/can-bo/ho-so/{code}/da-nhan").content.decode()

    assert "GIẤY TIẾP NHẬN" in receipt.pages[0].extract_text().upper()
    assert "Socialist" not in preview
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT payload::text FROM dossiers_event e JOIN dossiers_dossier d"
            " ON d.id = e.dossier_id WHERE d.code = %s",
            [code],
        )
        kept = "".join(row[0] for row in cursor.fetchall())
    assert not re.search(r"\b(received|counter|days)\b", kept.partition("texts")[2])

"""The poster on paper: its list, its square, its edition, at both sizes."""

import io
import re
from dataclasses import replace

import pytest
from PIL import Image
from pypdf import PdfReader
from pyzbar.pyzbar import ZBarSymbol, decode

from motcua.catalogue.listing.posting import Poster, edition_of, poster, posters, scanned
from motcua.organization.selectors import office_by_slug
from motcua.papers.poster import TEMPLATE, data_of, live_address, poster_pdf
from motcua.papers.typesetting import pictures
from world import NOW, World

TODAY = NOW.date()
WIDTHS = {"a3": 1191, "a4": 595}


@pytest.fixture(autouse=True)
def _public_address(world: World, settings: object) -> None:
    settings.MOTCUA_PUBLIC_URL = "https://motcua.example"  # type: ignore[attr-defined]


def civil_status() -> Poster:
    return poster(office_by_slug("ba-dinh").id, "ho-tich", TODAY)


def text_of(made: bytes) -> str:
    pages = PdfReader(io.BytesIO(made)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def squares(one: Poster, size: str) -> list[str]:
    (first, *_) = pictures(TEMPLATE, data_of(one, size), ppi=110)
    found = decode(Image.open(io.BytesIO(first)), symbols=[ZBarSymbol.QRCODE])
    return [square.data.decode() for square in found]


@pytest.mark.parametrize("size", ["a3", "a4"])
def test_it_lists_every_procedure_with_days_and_fee(size: str) -> None:
    one = civil_status()

    said = text_of(poster_pdf(one, size))

    plain = re.sub(r"\s+", "", said)
    assert len(one.lines) == 19
    for line in one.lines:
        assert re.sub(r"\s+", "", line.name) in plain
        assert re.sub(r"\s+", "", line.fee) in plain
    assert f"Bản số {one.edition}" in said
    assert "có hiệu lực từ ngày 01/01/2017" in said
    assert "UBND Phường Ba Đình" in said


def test_the_large_one_says_every_paper_to_bring() -> None:
    one = civil_status()

    plain = re.sub(r"\s+", "", text_of(poster_pdf(one, "a3")))

    for line in one.lines:
        assert all(re.sub(r"\s+", "", paper) in plain for paper in line.papers)


@pytest.mark.parametrize("size", ["a3", "a4"])
def test_a_phone_reads_the_live_page_and_the_desk_its_edition(size: str) -> None:
    one = civil_status()

    (read,) = squares(one, size)

    assert read == f"https://motcua.example/niem-yet/ba-dinh/ho-tich?ban={one.edition}"
    assert scanned(read) == ("ba-dinh", "ho-tich", one.edition)


def test_without_a_public_address_the_square_holds_the_path_for_the_desk(settings: object) -> None:
    settings.MOTCUA_PUBLIC_URL = ""  # type: ignore[attr-defined]
    one = civil_status()

    assert live_address(one).startswith("/niem-yet/")
    assert scanned(live_address(one)) == ("ba-dinh", "ho-tich", one.edition)
    assert "Mã xác nhận bản đang treo" in text_of(poster_pdf(one, "a4"))


@pytest.mark.parametrize("size", ["a3", "a4"])
def test_the_same_words_give_the_same_bytes_on_paper_of_that_size(size: str) -> None:
    one = civil_status()

    made = poster_pdf(one, size)

    assert made == poster_pdf(one, size)
    (page, *_) = PdfReader(io.BytesIO(made)).pages
    assert round(float(page.mediabox.width)) == WIDTHS[size]


def test_the_edition_changes_with_any_word_and_only_then() -> None:
    one = civil_status()
    (first, *rest) = one.lines

    same = edition_of(one.office, one.field, [replace(first), *rest])
    other = edition_of(one.office, one.field, [replace(first, fee="1 đồng"), *rest])
    moved = edition_of(replace(one.office, name="UBND khác"), one.field, one.lines)

    assert same == one.edition
    assert len({one.edition, other, moved}) == 3


def test_the_editions_of_an_office_are_all_different() -> None:
    every = [one.edition for one in posters(office_by_slug("bim-son").id, TODAY)]

    assert len(every) == len(set(every)) > 20

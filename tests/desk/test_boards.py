"""The desk's boards: what hangs, what is behind, and how a desk says so."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from acting import words
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.listing.posting import poster
from motcua.catalogue.models import PostedEdition, ProcedureVersion
from motcua.organization.selectors import office_by_slug
from world import NOW, World

BOARD = "/can-bo/niem-yet/bim-son/ho-tich"


@pytest.fixture(autouse=True)
def _nothing_hangs(world: World) -> Iterator[None]:
    yield
    PostedEdition.objects.all().delete()


def edition(slug: str = "bim-son", field: str = "ho-tich") -> str:
    return poster(office_by_slug(slug).id, field, NOW.date()).edition


def square(slug: str = "bim-son", field: str = "ho-tich", held: str = "") -> str:
    return f"https://motcua.example/niem-yet/{slug}/{field}?ban={held or edition(slug, field)}"


def test_a_clerk_sees_every_field_of_the_desk_as_not_yet_confirmed(world: World) -> None:
    page = words(world.as_("clerk").get("/can-bo/niem-yet"))

    assert "Hộ tịch" in page
    assert "0% thủ tục đang treo bản mới nhất (0/272)" in page
    assert edition() in page
    assert "Ba Đình" not in page


def test_a_button_confirms_and_the_page_says_who_and_when(world: World) -> None:
    clerk = world.as_("clerk")

    answer = clerk.post(BOARD, {"edition": edition()})

    page = words(clerk.get(BOARD))
    assert answer.status_code == 302
    assert "bản mới nhất" in page
    assert "09:42 Thứ Sáu 31/03/2017, Lê Thị Quầy Mẫu" in page
    assert PostedEdition.objects.count() == 1


def test_pressing_twice_confirms_once(world: World) -> None:
    clerk = world.as_("clerk")

    clerk.post(BOARD, {"edition": edition()})
    clerk.post(BOARD, {"edition": edition()})

    assert PostedEdition.objects.count() == 1


def test_the_square_of_a_poster_in_the_scan_box_opens_its_board(world: World) -> None:
    answer = world.as_("clerk").post("/can-bo/tim", {"words": square()})

    assert answer.headers["Location"] == f"{BOARD}?ban={edition()}"
    page = words(world.as_("clerk").get(answer.headers["Location"]))
    assert f"Bản vừa quét, số {edition()}, là bản mới nhất." in page


def test_the_square_of_an_old_poster_says_so(world: World) -> None:
    page = words(world.as_("clerk").get(f"{BOARD}?ban=34679CFH"))

    assert "Bản vừa quét, số 34679CFH, đã cũ." in page


def test_a_scan_on_the_page_of_boards_leads_to_the_board_and_anything_else_is_told(
    world: World,
) -> None:
    books = world.as_("books")

    found = books.post("/can-bo/niem-yet", {"scan": square()})
    lost = books.post("/can-bo/niem-yet", {"scan": "000.00.19.H56-170306-0001"})

    assert found.headers["Location"].startswith(BOARD)
    assert lost.status_code == 422
    assert "Mã này không phải của bản niêm yết." in words(lost)


def test_an_old_edition_cannot_be_confirmed(world: World) -> None:
    answer = world.as_("clerk").post(BOARD, {"edition": "34679CFH"})

    assert answer.status_code == 409
    assert f"Bản 34679CFH đã cũ hoặc không phải của bảng này; bản mới là {edition()}." in words(
        answer
    )
    assert not PostedEdition.objects.exists()


def test_a_board_falls_behind_when_a_word_of_it_changes(world: World) -> None:
    clerk = world.as_("clerk")
    clerk.post(BOARD, {"edition": edition()})
    before = edition()

    try:
        with transaction.atomic():
            ProcedureVersion.objects.filter(procedure__slug="tx-trich-luc-ho-tich").update(
                fee_text="9.000 đồng/bản"
            )
            catalogue.forget()
            page = words(clerk.get(BOARD))
            assert edition() != before
            assert "bản cũ" in page
            raise _Undone
    except _Undone:
        catalogue.forget()

    assert edition() == before


def test_the_town_sees_every_desk_and_a_ward_its_own(world: World) -> None:
    books, ward = world.as_("books"), world.as_("ward")

    assert "Ba Đình" in words(books.get("/can-bo/niem-yet"))
    assert books.get("/can-bo/niem-yet/ba-dinh/ho-tich").status_code == 200
    assert ward.get("/can-bo/niem-yet/ba-dinh/ho-tich").status_code == 200
    assert ward.get(BOARD).status_code == 404


def test_who_has_nothing_to_do_with_boards_stays_outside(world: World) -> None:
    assert world.as_("officer").get("/can-bo/niem-yet").status_code == 403
    assert world.as_("above").get(BOARD).status_code == 200
    assert world.as_("above").post(BOARD, {"edition": edition()}).status_code == 409
    assert not PostedEdition.objects.exists()


@pytest.mark.parametrize("size", ["a3", "a4"])
def test_a_poster_is_a_pdf_and_an_unknown_size_none(world: World, size: str) -> None:
    answer = world.as_("clerk").get(f"{BOARD}/{size}.pdf")

    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert world.as_("clerk").get(f"{BOARD}/a9.pdf").status_code == 404
    assert world.as_("clerk").get("/can-bo/niem-yet/bim-son/khong-co/a3.pdf").status_code == 404


class _Undone(Exception):
    """Takes a change back at the end of a test."""

"""What hangs on the boards: editions in time, the share that is posted, who may say so."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.audit.models import AuditRow
from motcua.catalogue.listing.posting import (
    Board,
    boards,
    field_key,
    history_of,
    posted_share,
    poster,
    posters,
    scanned,
    share_of,
)
from motcua.catalogue.models import PostedEdition
from motcua.catalogue.selectors import procedures_of
from motcua.catalogue.services.posting import confirm_posting
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.organization.selectors import office_by_slug, offices_with_desk
from office import Office

AT = datetime(2017, 3, 31, 9, 42, tzinfo=VN)
TODAY = AT.date()


@pytest.fixture(autouse=True)
def _nothing_hangs(office: Office) -> Iterator[None]:
    yield
    PostedEdition.objects.all().delete()


def town() -> int:
    return office_by_slug("bim-son").id


def confirm(office: Office, key: str, by: str = "clerk", at: datetime = AT) -> Board:
    actor = office.people[by]
    edition = poster(actor.office_id, key, TODAY).edition
    return confirm_posting(actor=actor, office_id=actor.office_id, key=key, edition=edition, at=at)


def test_every_procedure_of_an_office_stands_on_one_poster(office: Office) -> None:
    said = [line.name for one in posters(town(), TODAY) for line in one.lines]

    assert sorted(said) == sorted(row.name for row in procedures_of(town(), TODAY))


def test_confirming_makes_a_board_current_with_an_audit_row(office: Office) -> None:
    board = confirm(office, "ho-tich")

    row = AuditRow.objects.filter(action="confirm_posting").latest("id")
    assert board.state == "current"
    assert (row.subject, row.purpose) == ("bim-son/ho-tich", board.edition)


def test_the_share_counts_procedures_whose_board_is_current(office: Office) -> None:
    before = posted_share(town(), TODAY)
    confirm(office, "ho-tich")
    after = posted_share(town(), TODAY)

    assert (before.posted, before.procedures, before.percent) == (0, 272, 0.0)
    assert (after.posted, after.current) == (16, 1)


def test_all_boards_confirmed_is_a_hundred_per_cent(office: Office) -> None:
    for one in posters(town(), TODAY):
        confirm(office, one.key)

    assert posted_share(town(), TODAY).percent == 100.0


def test_what_hung_on_a_past_day_is_known_for_ever(office: Office) -> None:
    confirm(office, "ho-tich")

    assert posted_share(town(), TODAY - timedelta(days=1)).posted == 0
    assert posted_share(town(), TODAY).posted == 16


def test_confirming_again_another_day_is_kept_and_the_same_day_is_not(office: Office) -> None:
    confirm(office, "ho-tich")
    confirm(office, "ho-tich", at=AT + timedelta(hours=3))
    confirm(office, "ho-tich", at=AT + timedelta(days=3))

    assert [one.confirmed_at.day for one in history_of(town(), "ho-tich")] == [3, 31]


def test_a_field_without_procedures_is_to_be_taken_down_and_then_is_gone(office: Office) -> None:
    clerk = office.people["clerk"]
    PostedEdition.objects.create(
        office_id=town(),
        field="Lĩnh vực đã hết",
        edition="34679CFH",
        confirmed_at=AT - timedelta(days=2),
        confirmed_by_id=clerk.account_id,
        confirmed_as_id=clerk.position_id,
    )
    (left,) = [one for one in boards([town()], TODAY) if one.state == "to_take_down"]

    confirm_posting(actor=clerk, office_id=town(), key=left.key, edition="", at=AT)

    assert left.procedures == 0
    assert all(one.state != "to_take_down" for one in boards([town()], TODAY))


@pytest.mark.parametrize(
    ("by", "key", "edition", "code"),
    [
        ("clerk", "ho-tich", "34679CFH", "board_behind"),
        ("clerk", "ho-tich", "", "board_behind"),
        ("clerk", "khong-co", "34679CFH", "unknown_field"),
        ("ward", "ho-tich", "34679CFH", "not_your_board"),
        ("officer", "ho-tich", "34679CFH", "not_your_board"),
        ("chair", "ho-tich", "34679CFH", "not_your_board"),
    ],
)
def test_what_is_not_so_cannot_be_confirmed(
    office: Office, by: str, key: str, edition: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        confirm_posting(actor=office.people[by], office_id=town(), key=key, edition=edition, at=AT)

    assert refused.value.code == code
    assert not PostedEdition.objects.exists()


def test_the_town_may_confirm_for_a_ward_it_looks_after(office: Office) -> None:
    ward = office_by_slug("ba-dinh").id
    edition = poster(ward, "ho-tich", TODAY).edition

    board = confirm_posting(
        actor=office.people["books"], office_id=ward, key="ho-tich", edition=edition, at=AT
    )

    assert board.state == "current"


def test_all_desks_together_ask_twice(office: Office) -> None:
    ids = [one.id for one in offices_with_desk()]
    boards(ids, TODAY)

    with CaptureQueriesContext(connection) as asked:
        found = boards(ids, TODAY)

    assert len(asked) == 2
    assert share_of(found).procedures == sum(len(procedures_of(pk, TODAY)) for pk in ids)


def test_fields_keep_apart_in_their_addresses(office: Office) -> None:
    fields = {row.field for one in offices_with_desk() for row in procedures_of(one.id, TODAY)}

    assert len({field_key(field) for field in fields}) == len(fields)
    assert field_key("Đất đai") == "dat-dai"


@pytest.mark.parametrize(
    "text", ["", "x", "niem-yet/bim-son/ho-tich", "niem-yet/bim-son/ho-tich?ban=abcdefgh"]
)
def test_what_is_no_square_of_a_poster_is_nothing(text: str) -> None:
    assert scanned(text) is None


def test_a_board_that_hangs_another_edition_is_behind(office: Office) -> None:
    board = confirm(office, "ho-tich")

    assert replace(board, edition="34679CFH").state == "behind"

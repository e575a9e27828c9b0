"""The hashes of the past. The golden vectors below are never changed: they are on paper."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest

from motcua.core.clock import VN
from motcua.core.ledger import (
    FORM,
    NotCanonical,
    block_hash,
    canonical,
    digest,
    event_hash,
    moment_text,
    row_hash,
)

DOSSIER = UUID("6f1c9f0e-27a3-4c06-9d0e-5a3f6f0b1c2d")
AT = datetime(2017, 4, 26, 9, 15, tzinfo=VN)
RECORDED = datetime(2017, 4, 26, 9, 15, 2, 123456, tzinfo=VN)
ACTOR = {"position": "5c8b3c3e-8a0a-4c55-9a3f-0f2f4b7f1a10", "account": 7}
PAYLOAD = {"due_at": "2017-05-04T09:15:00.000000+07:00", "steps": ["tham-dinh", "ký duyệt"]}


def first() -> bytes:
    return event_hash(FORM, DOSSIER, 1, "received", 1, AT, RECORDED, ACTOR, PAYLOAD, None)


GOLDEN_FIRST = "d5e003c2795faeb8c849f662c244c6c804b288e7c4e69cba692b4c273db78587"
GOLDEN_SECOND = "bc0f021481b119c8d3209d8c627f0912e88ce1f9dcea6560d1556511a964ac4b"
GOLDEN_ROW = "b352c842069c7b9731887e311a41a3954d5c7fd25139c8e738a507fa5aff7e0e"
GOLDEN_BLOCK = "676c7b99a3eb1a970d2f2aa7113db40e17e4b2116fef86385df502cb10cc58ec"
GOLDEN_DIGEST = "3df15139940a72f4d4d389655a28442717ff489e18cce0170c330b1056f9e9a2"


def test_golden_vector_of_a_first_event() -> None:
    assert first().hex() == GOLDEN_FIRST


def test_golden_vector_of_an_event_chained_to_it() -> None:
    second = event_hash(FORM, DOSSIER, 2, "seen", 1, RECORDED, RECORDED, ACTOR, {}, first())

    assert second.hex() == GOLDEN_SECOND


def test_golden_vectors_of_rows_and_blocks() -> None:
    row = row_hash(FORM, "view", {"at": AT, "dossier": DOSSIER, "account": 7, "purpose": None})

    assert row.hex() == GOLDEN_ROW
    assert block_hash(FORM, 1, RECORDED, [row, first()], None).hex() == GOLDEN_BLOCK


def test_golden_vector_of_a_digest() -> None:
    assert digest("Nguyễn Văn A", b"salt") == GOLDEN_DIGEST
    assert digest("Nguyễn Văn A", b"other") != GOLDEN_DIGEST


def test_the_hashed_text_is_the_one_of_the_design() -> None:
    text = canonical([1, "b", {"b": [True, None], "a": "Ho\u0300a"}])

    assert text == '[1,"b",{"a":"Hòa","b":[true,null]}]'.encode()


def test_every_part_of_an_event_is_bound() -> None:
    parts: list[Any] = [FORM, DOSSIER, 1, "received", 1, AT, RECORDED, ACTOR, PAYLOAD, None]
    others: list[Any] = [2, UUID(int=1), 2, "seen", 2, RECORDED, AT, {}, {}, b"x"]

    hashes = {event_hash(*parts)}
    for index, other in enumerate(others):
        changed = [*parts]
        changed[index] = other
        hashes.add(event_hash(*changed))

    assert len(hashes) == len(parts) + 1


def test_moments_are_written_in_the_time_of_viet_nam_to_the_microsecond() -> None:
    assert moment_text(datetime(2017, 4, 26, 2, 15, tzinfo=UTC)) == (
        "2017-04-26T09:15:00.000000+07:00"
    )


@pytest.mark.parametrize(
    "value",
    [0.5, {1: "a"}, {"Ho\u0300a": 1, "Hòa": 2}, "\ud800", b"x", {1, 2}, datetime(2017, 4, 26)],
)
def test_what_has_no_single_form_is_not_hashed(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical(value)

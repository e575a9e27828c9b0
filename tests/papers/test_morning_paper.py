"""The morning's paper in the demonstration, where every kind of figure has its dossiers."""

import io
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from motcua.identity.actors import Actor, actors_of
from motcua.identity.models import Account
from motcua.organization import timekeeping
from motcua.papers.morning import morning_pdf

PRINTED = datetime(2026, 11, 30, 8, 0, tzinfo=UTC)
WAITING_WIDELY = [(f"Sở, ngành có tên dài thứ {n}", n) for n in range(1, 30)]


def of(username: str) -> Actor:
    (actor,) = actors_of(Account.objects.get(username=username).pk, timekeeping.now())
    return actor


@pytest.mark.parametrize("who", ["chutich.bim-son", "motcua.bim-son", "truongphong.qldt.bim-son"])
@pytest.mark.parametrize("more", [[], WAITING_WIDELY], ids=["as it is", "with much besides"])
def test_the_morning_is_one_a4_however_much_there_is_to_tell(
    demo: str, who: str, more: list[tuple[str, int]]
) -> None:
    made = morning_pdf(of(who), timekeeping.now(), PRINTED, more)

    assert len(PdfReader(io.BytesIO(made)).pages) == 1

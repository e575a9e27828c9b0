"""Figures collected from below, over the demonstration: eight communes answer the town, one of them
on paper; what is put together is the sum, says who is missing, and goes up to the province."""

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from motcua.core.consolidating import Answer, Step
from motcua.core.refusal import Refused
from motcua.dossiers import services as acts
from motcua.exchange.demo.crew import Crew
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_slug
from motcua.reports.canonical import digest
from motcua.reports.consolidation import answering, selectors, services
from motcua.reports.consolidation.models import Confirmation, ConsolidationHappening
from motcua.reports.consolidation.services import Opening
from motcua.reports.phu_luc_ii import phu_luc_ii
from motcua.reports.writers.as_json import to_object

FIRST, LAST, JUDGED = date(2017, 1, 1), date(2017, 3, 31), date(2017, 3, 30)
DUE = date(2017, 4, 5)
QUARTER = Opening("phu-luc-ii", FIRST, LAST, JUDGED, DUE, "Theo CV 496/SNV-CCHC", ("ha-lan",))
BY_LAW = Opening("ii-06a", date(2016, 12, 15), date(2017, 3, 14), date(2017, 3, 14), DUE)
WARDS = ("ba-dinh", "ngoc-trao", "bac-son", "phu-son", "dong-son", "lam-son", "quang-trung")
PAPER = {
    "ha-lan:": {"procedures_interlinked": 63, "on_time": 940, "overdue": 15},
    "ha-lan:con-mo": {"on_time": 12},
    "ha-lan:ly-do:nvtc": {"overdue": 5},
}
"""What the commune of Hà Lan reads out of its books; `received` is left blank."""


@pytest.fixture(scope="module")
def now(demo: str, data_folder: Path) -> datetime:
    return timekeeping.now()


@pytest.fixture(scope="module")
def people(now: datetime) -> Mapping[str, Actor]:
    crew = Crew(now)

    def of(slug: str, kind: str) -> Actor:
        return crew.of(office_by_slug(slug).id, None, kind, 0)

    found = {slug: of(slug, "LANH_DAO_UBND") for slug in (*WARDS, "ha-lan")}
    found |= {"town": of("bim-son", "NOI_VU"), "chair": of("bim-son", "LANH_DAO_UBND")}
    found |= {"clerk": of("ha-lan", "BP_MOT_CUA"), "province": of("thanh-hoa", "CAP_TREN")}
    return found


@pytest.fixture
def undone(now: datetime) -> Any:
    """What a test does in a round is gone after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def open_round(people: Mapping[str, Actor], now: datetime, undone: Any) -> UUID:
    return services.open_round(people["town"], QUARTER, at=now)


def confirm_all(people: Mapping[str, Actor], uuid: UUID, at: datetime) -> None:
    for slug in WARDS:
        answering.confirm(people[slug], uuid, slug, at=at)


def sheet(people: Mapping[str, Actor], uuid: UUID) -> dict[str, Any]:
    """The round as JSON tells it."""
    _, found = selectors.consolidated(people["town"], uuid)
    assert found.made.sheet is not None
    return to_object(found.made.sheet)


def test_the_sum_of_what_was_confirmed_is_the_towns_own_sheet_but_for_paper(
    people: Mapping[str, Actor], open_round: UUID, now: datetime
) -> None:
    counted = to_object(phu_luc_ii("bim-son", FIRST, LAST, now=now, as_of=JUDGED))
    confirm_all(people, open_round, now)
    answering.enter(people["clerk"], open_round, "ha-lan", PAPER, source="Sổ một cửa 2017", at=now)
    answering.confirm(people["ha-lan"], open_round, "ha-lan", at=now)

    together = sheet(people, open_round)

    by_unit = {row["unit"]: row for row in together["rows"]}
    of_paper = by_unit.pop("Xã Hà Lan")
    assert by_unit == {r["unit"]: r for r in counted["rows"] if r["unit"] != "Xã Hà Lan"}
    assert (of_paper["received"], of_paper["note"]) == (955, "Nhập tay từ sổ giấy")
    others = [row for row in together["rows"] if row["group"] == "B"]
    assert together["totals"]["B"]["received"] == sum(row["received"] for row in others)
    assert together["totals"]["A"] == counted["totals"]["A"]
    assert together["consolidated"]["missing"] == []
    assert together["consolidated"]["from_paper"] == ["ha-lan"]

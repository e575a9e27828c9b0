"""Offices merged, divided, renamed and moved: proposed, approved by another, taken back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from motcua.core.refusal import Refused
from motcua.organization import selectors, services, timekeeping
from motcua.organization.models import Office, Reorganization
from motcua.organization.places import place_today
from motcua.organization.reorganizations import reorganization, reorganizations
from motcua.organization.selectors import (
    departments,
    heirs_of,
    office_by_slug,
    office_on,
    offices,
    successor_of,
)
from motcua.organization.services.reorganization import Successor, Wanted
from world import NOW, World

TODAY = NOW.date()
DAY = TODAY + timedelta(days=30)
REFORMED_ON = date(2025, 7, 1)


@dataclass(frozen=True)
class Doer:
    """Somebody who acts."""

    account_uuid: UUID
    position_uuid: UUID
    office_slug: str = "bim-son"


ADMIN, CHAIR = (Doer(uuid4(), uuid4()) for _ in range(2))
MERGE = Wanted("merge", DAY, "NQ 1/NQ-HĐND", ("lam-son",), (Successor("dong-son"),))
NEW_WARD = Wanted(
    "merge", DAY, "NQ 2/NQ-HĐND", ("ha-lan", "quang-trung"),
    (Successor("", "Phường Biển Mẫu", "ward", "000.19.19.H56"),),
)  # fmt: skip
SPLIT = Wanted(
    "split", DAY, "NQ 3/NQ-HĐND", ("ba-dinh",),
    (Successor("ngoc-trao", places=("Khu phố 1",)), Successor("bac-son", fields=("Hộ tịch",))),
)  # fmt: skip
RENAME = Wanted("rename", DAY, "NQ 4/NQ-HĐND", ("phu-son",), name="Phường Phú Sơn Mới Mẫu")
MOVE = Wanted("move", DAY, "NQ 5/NQ-HĐND", ("phu-son",), parent="thanh-hoa")


@pytest.fixture(autouse=True)
def one_at_a_time(world: World) -> Iterator[None]:
    """Each test's rows are taken back at its end."""
    selectors.forget()
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    selectors.forget()


def freed(*slugs: str) -> None:
    """Units about which nothing is decided yet, as if nothing of 2019 and 2025 were known."""
    Office.objects.filter(slug__in=slugs).update(dissolved_on=None, successor=None)
    for office in Office.objects.filter(slug__in=slugs):
        office.heirs.all().delete()
    selectors.forget()


EVERY = (
    "bim-son", "ba-dinh", "ngoc-trao", "bac-son", "phu-son", "dong-son", "lam-son", "ha-lan",
    "quang-trung",
)  # fmt: skip


def approved(wanted: Wanted) -> UUID:
    """Proposed by one and approved by another."""
    uuid = services.propose(wanted, at=NOW, by=ADMIN)
    services.approve(uuid, at=NOW, by=CHAIR)
    return uuid


def slugs(day: date) -> set[str]:
    return {one.slug for one in offices(day)}


def refusal(wanted: Wanted) -> str:
    with pytest.raises(Refused) as refused:
        services.propose(wanted, at=NOW, by=ADMIN)
    return refused.value.code


def test_a_merger_takes_effect_on_its_day_alone() -> None:
    freed(*EVERY)
    approved(MERGE)

    assert "lam-son" in slugs(DAY - timedelta(days=1))
    assert "lam-son" not in slugs(DAY)
    assert successor_of(office_by_slug("lam-son").id, DAY).slug == "dong-son"


def test_nothing_happens_by_a_proposal_alone() -> None:
    freed(*EVERY)
    uuid = services.propose(MERGE, at=NOW, by=ADMIN)
    found = reorganization(uuid, TODAY)

    assert found is not None
    assert (found.state, [line.after for line in found.lines]) == ("proposed", ["Phường Đông Sơn"])
    assert "lam-son" in slugs(DAY)


def test_who_proposed_it_does_not_approve_it() -> None:
    freed(*EVERY)
    uuid = services.propose(MERGE, at=NOW, by=ADMIN)

    with pytest.raises(Refused) as refused:
        services.approve(uuid, at=NOW, by=ADMIN)

    assert refused.value.code == "same_person"


def test_a_new_office_has_its_name_code_and_departments_from_its_day() -> None:
    freed(*EVERY)
    approved(NEW_WARD)
    made = office_by_slug("phuong-bien-mau")

    assert made.slug not in slugs(DAY - timedelta(days=1))
    assert made.slug in slugs(DAY)
    assert (made.agency_code, made.parent_id) == ("000.19.19.H56", office_by_slug("bim-son").id)
    assert "TPHT" in {part.code for part in departments(made.id)}


def test_of_a_divided_office_each_successor_has_its_rule() -> None:
    freed(*EVERY)
    approved(SPLIT)
    first, second = heirs_of(office_by_slug("ba-dinh").id)

    assert (first.office, first.places) == (office_by_slug("ngoc-trao").id, ("Khu phố 1",))
    assert (second.office, second.fields) == (office_by_slug("bac-son").id, ("Hộ tịch",))


def test_names_and_those_above_are_those_of_the_day() -> None:
    freed(*EVERY)
    approved(RENAME)
    office = office_by_slug("phu-son").id

    assert office_on(office, DAY - timedelta(days=1)).name == "Phường Phú Sơn"
    assert office_on(office, DAY).name == "Phường Phú Sơn Mới Mẫu"
    assert office_by_slug("phu-son").name == "Phường Phú Sơn"

    approved(replace(MOVE, effective_on=DAY + timedelta(days=1)))
    moved = office_on(office, DAY + timedelta(days=1))

    assert moved.parent_id == office_by_slug("thanh-hoa").id
    assert moved.name == "Phường Phú Sơn Mới Mẫu"


@pytest.mark.parametrize("wanted", [MERGE, NEW_WARD, SPLIT, RENAME, MOVE])
def test_taken_back_before_its_day_everything_is_as_before(wanted: Wanted) -> None:
    freed(*EVERY)
    before = offices(DAY)
    uuid = approved(wanted)
    assert offices(DAY) != before

    services.take_back(uuid, at=NOW, by=ADMIN)
    found = reorganization(uuid, TODAY)

    assert offices(DAY) == before
    assert found is not None
    assert found.state == "taken_back"


def test_from_its_day_on_it_is_not_taken_back() -> None:
    freed(*EVERY)
    uuid = approved(MERGE)

    with pytest.raises(Refused) as refused:
        services.take_back(uuid, at=NOW + timedelta(days=30), by=ADMIN)

    assert refused.value.code == "reorganization_in_effect"


def test_what_is_shipped_is_taken_back_by_nobody() -> None:
    shipped = Reorganization.objects.exclude(key="").first()
    assert shipped is not None

    with pytest.raises(Refused):
        services.take_back(shipped.uuid, at=NOW, by=ADMIN)


def test_what_cannot_be_is_refused_with_its_reason() -> None:
    freed(*EVERY)
    assert refusal(replace(MERGE, instrument=" ")) == "no_instrument"
    assert refusal(replace(MERGE, effective_on=TODAY)) == "reorganization_day"
    assert refusal(replace(MERGE, offices=())) == "no_office_chosen"
    assert refusal(replace(MERGE, offices=("bim-son",))) == "office_has_others_below"
    assert refusal(replace(MERGE, successors=(Successor("lam-son"),))) == "succeeds_itself"
    assert refusal(replace(NEW_WARD, offices=("ha-lan",))) == "merge_needs_two"
    assert refusal(replace(SPLIT, successors=SPLIT.successors[:1])) == "split_needs_two"
    assert refusal(replace(RENAME, name="")) == "no_office_named"
    assert refusal(replace(MOVE, parent="ba-dinh")) == "parent_not_above"
    assert refusal(replace(MOVE, parent="bim-son")) == "no_new_parent"
    assert refusal(replace(RENAME, agency_code="000.01.19.H56")) == "agency_code_taken"
    assert refusal(replace(MERGE, offices=("phuong-bim-son",))) == "office_not_there"
    approved(MERGE)
    assert refusal(replace(MERGE, effective_on=DAY - timedelta(days=1))) == "office_ends_already"


def test_an_office_that_is_gone_by_then_is_no_successor() -> None:
    approved(MERGE)

    into_lam_son = replace(MERGE, offices=("ba-dinh",), successors=(Successor("lam-son"),))

    assert refusal(into_lam_son) == "office_not_there"


def test_what_is_shipped_for_a_later_day_is_overtaken_and_comes_back_with_a_taking_back() -> None:
    lam_son = office_by_slug("lam-son").id
    assert successor_of(lam_son, REFORMED_ON).slug == "phuong-bim-son"
    merge = replace(MERGE, successors=(Successor("bac-son"),))

    uuid = approved(merge)
    assert successor_of(lam_son, DAY).slug == "bac-son"
    assert successor_of(lam_son, REFORMED_ON).slug == "phuong-quang-trung"

    services.take_back(uuid, at=NOW, by=ADMIN)
    assert successor_of(lam_son, DAY).slug == "lam-son"
    assert successor_of(lam_son, REFORMED_ON).slug == "phuong-bim-son"


def test_the_reforms_of_2019_and_2025_are_listed_with_their_marks() -> None:
    found = {row.instrument: row for row in reorganizations(TODAY) if row.kind == "merge"}

    assert found["NQ 786/NQ-UBTVQH14"].mark == "M"
    assert found["NQ 1686/NQ-UBTVQH15"].mark == "V"
    assert all(row.state == "approved" for row in found.values())


def test_old_names_are_understood_in_addresses() -> None:
    written = "Khu phố 2, xã Hà Lan, thị xã Bỉm Sơn, tỉnh Thanh Hóa"

    assert place_today(written, date(2017, 3, 31)).address == written
    assert "phường Đông Sơn" in place_today(written, date(2020, 1, 1)).address
    assert "phường Bỉm Sơn, tỉnh Thanh Hóa" in place_today(written, date(2026, 1, 1)).address


def test_at_midnight_the_tree_is_another_without_anybody_asking_for_it() -> None:
    freed(*EVERY)
    approved(MERGE)
    assert "lam-son" in {one.slug for one in offices()}

    timekeeping.set_demonstration(NOW + timedelta(days=30))

    assert "lam-son" not in {one.slug for one in offices()}

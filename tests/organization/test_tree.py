"""The offices as a tree: who is below whom, where dossiers are taken in, whose calendar counts."""

from datetime import datetime

import pytest

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.organization import selectors, timekeeping
from motcua.organization.models import CalendarEdition, Office
from world import NOW, World

WARDS = {
    "ba-dinh", "ngoc-trao", "bac-son", "phu-son", "dong-son", "lam-son", "ha-lan", "quang-trung",
}  # fmt: skip


def slugs(ids: tuple[int, ...]) -> set[str]:
    return {selectors.office_by_id(one).slug for one in ids}


def test_below_the_town_are_its_eight_communes_and_itself(world: World) -> None:
    town = selectors.office_by_slug("bim-son")

    assert slugs(selectors.office_ids_below(town.id)) == WARDS | {"bim-son"}


def test_below_a_ward_is_only_itself(world: World) -> None:
    ward = selectors.office_by_slug("ba-dinh")

    assert selectors.office_ids_below(ward.id) == (ward.id,)


def test_the_province_sees_all_and_no_outside_body(world: World) -> None:
    province = selectors.office_by_slug("thanh-hoa")
    below = selectors.office_ids_below(province.id)

    assert slugs(below) == WARDS | {"bim-son", "thanh-hoa"}
    assert "outside" not in {selectors.office_by_id(one).kind for one in below}
    assert any(office.kind == "outside" for office in selectors.offices())


def test_nine_units_take_dossiers_in_the_town_first(world: World) -> None:
    units = selectors.offices_with_desk("bim-son")

    assert units[0].slug == "bim-son"
    assert {unit.slug for unit in units} == WARDS | {"bim-son"}
    assert [unit.ordinal for unit in units[1:]] == sorted(unit.ordinal for unit in units[1:])


def test_the_province_owns_the_catalogue_and_has_no_desk(world: World) -> None:
    assert "thanh-hoa" not in {unit.slug for unit in selectors.offices_with_desk()}
    assert not selectors.office_by_slug("thanh-hoa").desk


def test_an_unknown_office_is_refused_by_its_name(world: World) -> None:
    with pytest.raises(Refused) as refused:
        selectors.office_by_slug("khong-co")

    assert (refused.value.code, refused.value.facts["office"]) == ("unknown_office", "khong-co")


def test_departments_belong_to_their_office_alone(world: World) -> None:
    town, ward = selectors.office_by_slug("bim-son"), selectors.office_by_slug("ba-dinh")
    found = selectors.department_by_code(town.id, "TX-QLDT")

    assert found is not None
    assert found.name == "Phòng Quản lý đô thị"
    assert selectors.department_by_code(ward.id, "TX-QLDT") is None
    assert selectors.department_by_code(town.id, None) is None
    assert found in selectors.departments(town.id)
    assert {one.office_id for one in selectors.departments(town.id)} == {town.id}


def test_an_office_works_by_its_own_calendar_else_by_that_of_who_is_above(world: World) -> None:
    town, ward = selectors.office_by_slug("bim-son"), selectors.office_by_slug("ba-dinh")
    province = selectors.office_by_slug("thanh-hoa")
    national = selectors.calendar_of(province.id).edition
    assert selectors.calendar_of(ward.id).edition == national

    shipped = CalendarEdition.objects.get(edition=national)
    values = {
        field.attname: getattr(shipped, field.attname)
        for field in CalendarEdition._meta.concrete_fields
        if field.attname not in ("id", "office_id", "edition")
    }
    CalendarEdition.objects.create(office_id=town.id, edition="cua-thi-xa", **values)
    selectors.forget()

    assert selectors.calendar_of(town.id).edition == "cua-thi-xa"
    assert selectors.calendar_of(ward.id).edition == "cua-thi-xa"
    assert selectors.calendar_of(province.id).edition == national


def test_the_tree_is_read_anew_once_it_is_told_to_have_changed(world: World) -> None:
    before = selectors.office_by_slug("ha-lan").phone
    Office.objects.filter(slug="ha-lan").update(phone="0237 000 000")

    kept = selectors.office_by_slug("ha-lan").phone
    selectors.forget()

    assert kept == before
    assert selectors.office_by_slug("ha-lan").phone == "0237 000 000"


def test_a_demonstration_keeps_its_own_date_and_stands_still_while_nobody_serves(
    world: World,
) -> None:
    assert timekeeping.is_demonstration()
    assert timekeeping.now() == NOW

    later = datetime(2017, 4, 3, 8, 0, tzinfo=VN)
    timekeeping.set_demonstration(later)

    assert timekeeping.now() == later
    assert timekeeping.real_now().year >= 2024

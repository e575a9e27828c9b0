"""The versions that ship for the time after the town's tier: new ones of the same procedures."""

from datetime import date

import pytest

from motcua.catalogue import selectors
from motcua.catalogue.content import content_of
from motcua.catalogue.loading import differences_from_files, load_reference
from motcua.catalogue.models import FeeRule, ProcedureVersion, Process
from motcua.catalogue.shipped import shipped_versions
from motcua.core.flow.process.check import check
from motcua.organization.selectors import office_by_slug
from office import Office

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def in_force(slug: str, day: date) -> selectors.VersionRow | None:
    return next((row for row in selectors.procedures_in_force(day) if row.slug == slug), None)


def edited_fees(slug: str) -> bool:
    return FeeRule.objects.filter(
        version__procedure__slug=slug, version__effective_on__lt=AFTER
    ).exists()


def test_the_building_permit_moves_to_the_commune_tier_on_the_day(office: Office) -> None:
    old, new = in_force("tx-gpxd-nha-o-do-thi", BEFORE), in_force("tx-gpxd-nha-o-do-thi", AFTER)

    assert old is not None
    assert new is not None
    assert (old.levels, new.levels) == (("town",), ("commune",))
    assert (new.department_code, new.extension_days, new.silence_days) == ("KTHTDT", 10, 12)
    assert new.articles["allowance"] == {"article": "Điều 102 Luật Xây dựng", "mark": "M"}


def test_what_the_town_did_beside_the_communes_ends_and_says_by_what_it_is_replaced(
    office: Office,
) -> None:
    last = ProcedureVersion.objects.get(procedure__slug="tx-trich-luc-ho-tich", effective_on=AFTER)

    assert in_force("tx-trich-luc-ho-tich", BEFORE) is not None
    assert in_force("tx-trich-luc-ho-tich", AFTER) is None
    assert last.abolished
    assert last.replaced_by is not None
    assert last.replaced_by.slug == "trich-luc-ho-tich"


def test_the_tariff_of_certified_copies_falls_from_the_third_page_and_has_a_most(
    office: Office,
) -> None:
    for day in (date(2017, 3, 31), AFTER):
        row = in_force("chung-thuc-ban-sao", day)
        assert row is not None
        (fee,) = row.fees
        assert (fee.kind, fee.unit, fee.amount_vnd, fee.cap_vnd) == ("fee", "page", 2000, 200_000)
        assert fee.steps == ((2, 2000), (None, 1000))
        assert fee.mark == "V"


def test_every_shipped_version_reads_back_as_its_file_says(office: Office) -> None:
    rows = {(row.slug, row.effective_on): row for row in selectors.all_versions()}

    wrong = [
        one.slug
        for one in shipped_versions()
        if content_of(rows[one.slug, one.effective_on]) != one.content
    ]

    assert len(shipped_versions()) == 346 + 28
    assert wrong == []


@pytest.mark.parametrize("ward", ["phuong-bim-son", "phuong-quang-trung"])
def test_the_wards_of_2025_have_a_process_for_all_they_take_in(office: Office, ward: str) -> None:
    where = office_by_slug(ward).id
    rows = selectors.procedures_offered(where, AFTER)

    without = [row.slug for row in rows if selectors.process_for(row.id, where, AFTER) is None]

    assert len(rows) > 60
    assert without == []


def test_every_process_of_the_time_after_is_within_its_term_and_knows_its_departments(
    office: Office,
) -> None:
    ward = office_by_slug("phuong-bim-son").id
    for one in Process.objects.filter(effective_on=AFTER).select_related("procedure"):
        row = in_force(one.procedure.slug, AFTER)
        assert row is not None
        assert check({**one.document, "allowance": row.allowance.to_json()}) == []
        if not one.office_id:
            assert selectors.process_for(row.id, ward, AFTER) is not None


def test_a_folder_of_an_older_program_gains_what_is_new_and_keeps_what_was_edited(
    office: Office,
) -> None:
    ProcedureVersion.objects.filter(effective_on=AFTER).delete()
    Process.objects.filter(effective_on=AFTER).delete()
    FeeRule.objects.all().delete()
    ProcedureVersion.objects.filter(procedure__slug="khai-sinh").update(fee_text="đã sửa tay")
    ProcedureVersion.objects.filter(procedure__slug="tx-trich-luc-ho-tich").update(fee_text="")

    load_reference()

    assert ProcedureVersion.objects.filter(effective_on=AFTER).count() == 28
    edited = ProcedureVersion.objects.get(procedure__slug="khai-sinh", effective_on__lt=AFTER)
    assert edited.fee_text == "đã sửa tay"
    assert FeeRule.objects.filter(version__procedure__slug="trich-luc-ho-tich").count() == 2
    assert not edited_fees("tx-trich-luc-ho-tich")
    assert {one.slug for one in differences_from_files()} == {"khai-sinh", "tx-trich-luc-ho-tich"}

"""The catalogue's quality: each kind of fault is found, alone, and leaves when it is mended."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from deciding import AT, PERMIT, chair, entered
from motcua.catalogue import selectors
from motcua.catalogue.decisions.asked import Entry
from motcua.catalogue.models import FormTemplate, ProcedureVersion, Process
from motcua.catalogue.quality import CHECKS, KINDS, REFORM_ON, Finding, quality
from motcua.catalogue.rows import FormRow
from motcua.catalogue.selectors import procedures_of
from motcua.catalogue.services import promulgations as acts
from motcua.organization.selectors import office_by_slug, offices_with_desk
from office import Office

TODAY = date(2017, 3, 31)
SLUG = "tx-ket-hon-nuoc-ngoai"


@pytest.fixture
def version(office: Office) -> Iterator[ProcedureVersion]:
    """One row to spoil, put back afterwards."""
    row = ProcedureVersion.objects.get(procedure__slug=SLUG, effective_on=date(2017, 1, 1))
    kept = {field.name: getattr(row, field.name) for field in row._meta.concrete_fields}
    yield row
    for name, value in kept.items():
        setattr(row, name, value)
    row.save()
    selectors.forget()


def findings(slug: str = SLUG, day: date = TODAY) -> list[Finding]:
    selectors.forget()
    town = office_by_slug("bim-son").id
    return [one for one in quality([town], day).found[town] if one.slug == slug]


def kinds(slug: str = SLUG, day: date = TODAY) -> set[str]:
    return {one.kind for one in findings(slug, day)}


@pytest.mark.parametrize(
    ("kind", "spoilt"),
    [
        ("no-fee", {"fee_text": ""}),
        ("no-basis", {"legal_basis": ""}),
        ("no-result", {"result": ""}),
        ("no-code", {"code": ""}),
        ("other-name", {"national_name": "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh"}),
        ("name-unread", {"mark": "M"}),
        ("facts-unread", {"articles": {"fee_text": {"article": "Điều 1", "mark": "M"}}}),
        ("only-days", {"allowance_kind": "working_days", "allowance_as_written": "01 ngày"}),
    ],
)
def test_each_fault_of_a_version_is_found(
    version: ProcedureVersion, kind: str, spoilt: dict[str, Any]
) -> None:
    before = kinds()
    for name, value in spoilt.items():
        setattr(version, name, value)
    version.save()

    assert kind not in before
    assert kind in kinds()


def test_a_row_that_was_changed_here_differs_from_its_file(version: ProcedureVersion) -> None:
    assert "file-differs" not in kinds()

    version.fee_text = "9.000 đồng/bản"
    version.save()

    (found,) = [one for one in findings() if one.kind == "file-differs"]
    assert "Phí, lệ phí" in found.detail


def test_a_form_and_then_its_file_are_missed(version: ProcedureVersion) -> None:
    assert "no-form" in kinds()
    form = FormTemplate.objects.create(version=version, ordinal=1, name="Tờ khai")
    try:
        assert {"no-form", "form-no-file"} & kinds() == {"form-no-file"}
        FormTemplate.objects.update(sha256="0" * 64)
        assert not {"no-form", "form-no-file"} & kinds()
    finally:
        form.delete()


def test_a_process_that_no_longer_fits_the_term_is_found(version: ProcedureVersion) -> None:
    long = next(
        row
        for row in procedures_of(office_by_slug("bim-son").id, TODAY)
        if row.slug == "tx-gpxd-nha-o-do-thi"
    )
    assert "over-budget" not in kinds(long.slug)
    row = ProcedureVersion.objects.get(pk=long.id)
    row.allowance = 3
    row.save()
    try:
        assert "over-budget" in kinds(long.slug)
    finally:
        row.allowance = long.allowance.amount
        row.save()


def test_a_term_kept_in_days_that_nobody_confirmed_is_one_of_only_days(office: Office) -> None:
    town = office_by_slug("bim-son").id
    made = quality([town], TODAY, files=False).found[town]
    days = {
        row.slug
        for row in procedures_of(town, TODAY)
        if row.allowance.kind == "calendar_days" and row.articles["allowance"]["mark"] != "V"
    }

    said = {one.slug: one.detail for one in made if one.kind == "only-days"}
    unread = {one.slug for one in made if one.kind == "term-unread"}

    assert set(said) == days
    assert days
    assert days.isdisjoint(unread)
    assert any("ngày theo lịch, chưa đối chiếu điều khoản" in detail for detail in said.values())


def test_a_process_that_an_approved_decision_will_make_too_long_is_found_with_its_day(
    office: Office,
) -> None:
    with transaction.atomic():
        assert "over-budget" not in kinds(PERMIT)
        entry = Entry("amended", PERMIT, content={"allowance": 3})
        uuid = entered(office, [entry])
        waiting = kinds(PERMIT)
        acts.approve_promulgation(uuid, at=AT, by=chair(office))

        (found,) = [one for one in findings(PERMIT) if one.kind == "over-budget"]

        assert "over-budget" not in waiting
        assert found.detail.startswith("từ ngày 15/05/2017: ")
        assert "vượt thời hạn" in found.detail
        assert "over-budget" not in kinds(PERMIT, TODAY - timedelta(days=1))
        transaction.set_rollback(True)
    selectors.forget()


def test_a_process_nobody_decided_is_missed_until_one_is(version: ProcedureVersion) -> None:
    derived = Process.objects.filter(derived=True, procedure__slug__startswith="tx-").first()
    assert derived is not None
    slug = derived.procedure.slug
    assert "no-process" in kinds(slug)
    Process.objects.filter(pk=derived.pk).update(derived=False)
    selectors.process.cache_clear()
    try:
        assert "no-process" not in kinds(slug)
    finally:
        Process.objects.filter(pk=derived.pk).update(derived=True)
        selectors.process.cache_clear()


def test_what_began_before_the_reform_waits_for_renewal_after_it(office: Office) -> None:
    ward, heir = office_by_slug("ba-dinh").id, office_by_slug("phuong-bim-son").id
    later = date(2026, 11, 25)
    rows = procedures_of(heir, later)

    before = quality([ward], TODAY, files=False).counts(ward)
    after = quality([heir], later, files=False)

    old = [row.slug for row in rows if row.effective_on < REFORM_ON]
    assert before["not-renewed"] == 0
    assert [one.slug for one in after.found[heir] if one.kind == "not-renewed"] == old
    assert 0 < len(old) < len(rows)


def test_a_whole_version_has_no_fault_of_its_own(office: Office) -> None:
    town = office_by_slug("bim-son").id
    row = next(one for one in procedures_of(town, TODAY) if one.slug == "tx-gpxd-nha-o-do-thi")
    whole = replace(
        row,
        code="1.009994",
        code_mark="V",
        mark="V",
        forms=(_form(),),
        allowance_as_written="15 ngày làm việc",
        articles={"allowance": {"article": "Điều 102 Luật Xây dựng", "mark": "V"}},
        fees=tuple(replace(fee, mark="V") for fee in row.fees),
    )

    assert [kind for kind, judge in CHECKS.items() if judge(whole) is not None] == []


def test_counts_of_all_desks_are_asked_in_a_fixed_number_of_questions(office: Office) -> None:
    few = [office_by_slug("ba-dinh").id]
    many = [one.id for one in offices_with_desk()]
    quality(many, TODAY)

    asked = [_asked(ids, files) for ids in (few, many) for files in (True, False)]

    assert asked[0] == asked[2]
    assert asked[1] == asked[3] == 4


def test_every_finding_is_of_a_known_kind_and_counted_once(office: Office) -> None:
    town = office_by_slug("bim-son").id
    made = quality([town], TODAY)

    counts = made.counts(town)

    assert list(counts) == list(KINDS)
    assert sum(counts.values()) == len(made.found[town])
    assert counts["no-form"] > 0
    assert counts["board-behind"] > 20


def _asked(ids: list[int], files: bool) -> int:
    with CaptureQueriesContext(connection) as asked:
        quality(ids, TODAY, files=files)
    return len(asked)


def _form() -> FormRow:
    return FormRow(1, "Mẫu 01", "Đơn đề nghị", "", "mau.docx", "0" * 64)

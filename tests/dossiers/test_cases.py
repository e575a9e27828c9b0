"""A procedure with cases (trường hợp): each has its own papers, fees and term beside the common."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from uuid import uuid4

import pytest

from acting import words
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.models import Case, Component, Procedure, ProcedureVersion
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import sort_key
from motcua.dossiers import services
from motcua.dossiers.asked import Done, PaperData
from motcua.dossiers.models import Dossier
from motcua.dossiers.verifying.run import differences
from office import MONDAY, PLAIN, Office
from world import World

COUNTER = "/can-bo/tiep-nhan"


@pytest.fixture(scope="module")
def permit(office: Office) -> Iterator[str]:
    """An extension of a permit in two cases: as it is in five days, or with new drawings in ten."""
    before = ProcedureVersion.objects.get(procedure__slug=PLAIN)
    procedure = Procedure.objects.get(slug=PLAIN)
    version = ProcedureVersion.objects.create(
        procedure=procedure,
        effective_on=date(2017, 2, 1),
        levels=["town"],
        name=before.name,
        field=before.field,
        mechanism=before.mechanism,
        department_code=before.department_code,
        allowance_kind="working_days",
        allowance=5,
        sort_key=sort_key(before.name),
    )
    Case.objects.create(version=version, ordinal=1, key="giu-nguyen", name="Giữ nguyên thiết kế")
    drawn = Case.objects.create(
        version=version,
        ordinal=2,
        key="sua-ban-ve",
        name="Có sửa bản vẽ",
        allowance_kind="working_days",
        allowance=10,
    )
    Component.objects.create(version=version, ordinal=1, name="Đơn đề nghị", kind="original")
    Component.objects.create(
        version=version, ordinal=2, name="Bản vẽ mới", kind="original", copies=2, case=drawn
    )
    catalogue.forget()
    yield PLAIN
    catalogue.forget()


def received(office: Office, case: str, *papers: int) -> Dossier:
    version = catalogue.version_for(office.people["clerk"].office_id, PLAIN, MONDAY.date())
    given = [PaperData(n, f"Giấy {n}", "original") for n in papers]
    return office.received(PLAIN, version_id=version.id, case=case, papers=given)


def test_a_case_without_a_term_of_its_own_has_the_common_one(office: Office, permit: str) -> None:
    dossier = received(office, "giu-nguyen", 1)

    assert dossier.due_at == datetime(2017, 3, 13, 8, 0, tzinfo=VN)


def test_a_case_with_its_own_term_is_promised_by_it(office: Office, permit: str) -> None:
    dossier = received(office, "sua-ban-ve", 1, 2)

    assert dossier.due_at == datetime(2017, 3, 20, 8, 0, tzinfo=VN)


def test_a_case_asks_for_its_own_papers_too(office: Office, permit: str) -> None:
    with pytest.raises(Refused) as refused:
        received(office, "sua-ban-ve", 1)

    assert refused.value.code == "paper_missing"
    assert refused.value.facts["papers"] == "Bản vẽ mới"


@pytest.mark.parametrize(("case", "code"), [("", "no_case"), ("khong-co", "unknown_case")])
def test_a_case_must_be_chosen_among_those_there_are(
    office: Office, permit: str, case: str, code: str
) -> None:
    with pytest.raises(Refused) as refused:
        received(office, case, 1, 2)

    assert refused.value.code == code


def test_a_pause_moves_the_promise_by_the_term_of_its_case(office: Office, permit: str) -> None:
    dossier = received(office, "sua-ban-ve", 1, 2)
    office.act(services.hand_over, dossier, "clerk")

    stopped = office.act(services.suspend, dossier, "officer", document="12/TB", reason="nvtc")
    resumed = office.act(services.resume, dossier, "officer", after=24 * 60)

    assert isinstance(stopped, Done)
    assert isinstance(resumed, Done)
    assert dossier.due_at == datetime(2017, 3, 21, 8, 0, tzinfo=VN)


def test_verify_recomputes_each_promise_by_its_case(office: Office, permit: str) -> None:
    received(office, "sua-ban-ve", 1, 2)

    assert list(differences(isolated=False)) == []


def test_the_counter_asks_for_the_case_then_for_its_papers(
    office: Office, permit: str, world: World
) -> None:
    clerk = world.as_("clerk")
    begun: dict[str, Any] = {"key": str(uuid4()), "do": f"pick:{permit}", "owners": "1"}

    picked = clerk.post(COUNTER, begun)
    chosen = clerk.post(COUNTER, {**begun, "do": "case", "procedure": permit, "case": "sua-ban-ve"})

    assert "Trường hợp" in words(picked)
    assert "Bản vẽ mới" not in words(picked)
    assert "Bản vẽ mới" in words(chosen)
    assert "10 ngày làm việc" in words(chosen)


def test_a_form_without_its_case_is_given_back_with_what_to_do(
    office: Office, permit: str, world: World
) -> None:
    answer = world.as_("clerk").post(
        COUNTER, {"key": str(uuid4()), "do": "receive", "owners": "1", "procedure": permit}
    )

    assert answer.status_code == 422
    assert "Chưa chọn trường hợp." in words(answer)

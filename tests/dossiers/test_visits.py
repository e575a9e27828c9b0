"""The visits to steps, where a process comes to the same step twice."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from core.flow.walking import process, step
from motcua.catalogue import selectors as catalogue
from motcua.catalogue.models import Procedure, Process
from motcua.dossiers import services
from motcua.dossiers.asked import Done
from motcua.dossiers.models import Dossier
from motcua.dossiers.verifying.histories import Checked, check_chunk
from office import PLAIN, Office


@pytest.fixture
def dossier(office: Office, request: pytest.FixtureRequest) -> Dossier:
    """One received on the process the test gives, in the officer's hands."""
    Process.objects.create(
        uuid=uuid4(),
        procedure=Procedure.objects.get(slug=PLAIN),
        office_id=office.people["clerk"].office_id,
        effective_on=date(2016, 1, 1) + timedelta(days=Process.objects.count()),
        document=request.param,
    )
    catalogue.forget()
    received = office.received()
    office.act(services.hand_over, received, "clerk")
    return received


def visits(dossier: Dossier) -> list[tuple[str, bool]]:
    """Each visit in order: its step, and whether it is over."""
    rows: Any = dossier.steps.order_by("opened_seq", "key").values_list("key", "left_at")
    return [(key, left_at is not None) for key, left_at in rows]


ANY = process(
    step("xet", "a", "b"), step("a", "gom"), step("b", "gom"), step("gom", "tra", join="any")
)
ITSELF = process(step("xet", "xet", "tra", choose=True, join="any"))


@pytest.mark.parametrize("dossier", [ANY], indirect=True)
def test_a_join_of_any_that_is_reached_again_stays_one_visit(
    office: Office, dossier: Dossier
) -> None:
    for key in ("xet", "a", "b"):
        assert isinstance(office.act(services.hand_over, dossier, "officer", step=key), Done)

    assert visits(dossier)[2:] == [("a", True), ("b", True), ("gom", False)]
    assert list(check_chunk([dossier], Checked())) == []


@pytest.mark.parametrize("dossier", [ITSELF], indirect=True)
def test_a_step_that_follows_itself_is_left_and_opened_again_in_one_act(
    office: Office, dossier: Dossier
) -> None:
    assert isinstance(office.act(services.hand_over, dossier, "officer", to="xet"), Done)

    assert visits(dossier)[1:] == [("xet", True), ("xet", False)]
    assert list(check_chunk([dossier], Checked())) == []

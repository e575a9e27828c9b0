"""Land's financial obligation: the clock stops on the notice and goes on with the proof."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from motcua.core.obligations import Levy
from motcua.core.refusal import Refused
from motcua.dossiers import services as acts
from motcua.dossiers.models import Dossier
from motcua.dossiers.verifying.run import differences
from motcua.fees.models import Obligation, TransferSlip
from motcua.fees.selectors.obligations import overdue, page_of, waiting
from motcua.fees.services.obligations import Notice, make_slip, notice_in, proof_in, remind
from office import MONDAY, Office

TAX = Levy("tncn", 20_000_000, date(2017, 4, 5))
LATER = Levy("tsdd", 90_000_000, date(2018, 3, 6), deferred=True)


@pytest.fixture(autouse=True)
def _as_it_was() -> object:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def dossier(office: Office) -> Dossier:
    """A dossier with its case officer."""
    found = office.received()
    office.act(acts.hand_over, found, "clerk")
    return found


def enter(office: Office, dossier: Dossier, number: str, *levies: Levy, by: str = "officer") -> str:
    asked = office.asked(dossier, by)
    made = notice_in(asked, Notice(number, MONDAY.date(), levies), key=uuid4())
    dossier.refresh_from_db()
    return str(made)


def prove(
    office: Office, dossier: Dossier, number: str, levies: Sequence[int] | None = None
) -> None:
    found = Obligation.objects.get(number=number)
    asked, day = office.asked(dossier, "clerk", after=24 * 60), MONDAY.date()
    proof_in(asked, found.uuid, proof="GNT 12", paid_on=day, key=uuid4(), levies=levies)
    dossier.refresh_from_db()


def test_a_notice_stops_the_clock_and_its_proof_lets_it_go_on(
    office: Office, dossier: Dossier
) -> None:
    due = dossier.due_at

    enter(office, dossier, "12/TB-CCT", TAX)
    assert dossier.paused_since is not None
    event = dossier.events.get(kind="suspended")
    assert (event.payload["document"], event.payload["reason"]) == ("12/TB-CCT", "nvtc")
    prove(office, dossier, "12/TB-CCT")

    assert dossier.paused_since is None
    assert dossier.due_at is not None
    assert due is not None
    assert dossier.due_at > due
    assert not [line for line in differences(isolated=False) if dossier.code in line]


def test_the_dossier_goes_on_with_the_last_of_its_notices(office: Office, dossier: Dossier) -> None:
    enter(office, dossier, "12/TB-CCT", TAX)
    enter(office, dossier, "13/TB-CCT", TAX)

    prove(office, dossier, "12/TB-CCT")
    assert dossier.paused_since is not None
    prove(office, dossier, "13/TB-CCT")

    assert dossier.paused_since is None


def test_a_debt_put_off_holds_nothing_up(office: Office, dossier: Dossier) -> None:
    enter(office, dossier, "14/TB-CCT", LATER)

    assert dossier.paused_since is None
    (row,) = page_of(office.people["officer"], dossier.code, MONDAY.date()).notices
    assert (row.words, row.to_pay_vnd) == ("ghi nợ", 0)


def test_the_proof_of_what_was_due_leaves_the_debt_of_the_same_notice_listed(
    office: Office, dossier: Dossier
) -> None:
    clerk, after = office.people["clerk"], LATER.due_on + timedelta(days=1)
    enter(office, dossier, "15/TB-CCT", TAX, LATER)

    prove(office, dossier, "15/TB-CCT")
    assert dossier.paused_since is None
    (row,) = waiting(clerk, MONDAY.date())
    assert (row.words, row.to_pay_vnd, row.debt_vnd) == ("ghi nợ", 0, LATER.amount_vnd)
    assert row.due_on == LATER.due_on
    assert [levy.proof for levy in row.levies] == ["GNT 12", ""]
    assert overdue(clerk, after) == 0
    prove(office, dossier, "15/TB-CCT")

    assert waiting(clerk, MONDAY.date()) == []
    (row,) = page_of(clerk, dossier.code, MONDAY.date()).notices
    assert row.words == "đã nộp"


def test_each_levy_is_settled_by_its_own_proof(office: Office, dossier: Dossier) -> None:
    fee = Levy("lptb", 2_000_000, date(2017, 4, 9))
    enter(office, dossier, "16/TB-CCT", TAX, fee)

    with pytest.raises(Refused, match="no_levy_chosen"):
        prove(office, dossier, "16/TB-CCT", levies=[])
    prove(office, dossier, "16/TB-CCT", levies=[0])
    assert dossier.paused_since is not None
    (row,) = waiting(office.people["clerk"], MONDAY.date())
    assert (row.to_pay_vnd, row.due_on) == (fee.amount_vnd, fee.due_on)
    with pytest.raises(Refused, match="no_levy_chosen"):
        prove(office, dossier, "16/TB-CCT", levies=[0])
    prove(office, dossier, "16/TB-CCT", levies=[1])

    assert dossier.paused_since is None


def test_who_may_not_stop_the_clock_enters_no_notice(office: Office, dossier: Dossier) -> None:
    for who in ("records", "ward"):
        with pytest.raises(Refused):
            enter(office, dossier, "12/TB-CCT", TAX, by=who)
    assert not Obligation.objects.exists()


def test_a_notice_is_entered_once_and_a_proof_too(office: Office, dossier: Dossier) -> None:
    enter(office, dossier, "12/TB-CCT", TAX)
    with pytest.raises(Refused, match="notice_known"):
        enter(office, dossier, "12/TB-CCT", TAX)
    prove(office, dossier, "12/TB-CCT")
    with pytest.raises(Refused, match="met_already"):
        prove(office, dossier, "12/TB-CCT")


def test_a_day_that_passed_is_listed_and_reminded_of_and_nothing_is_rejected(
    office: Office, dossier: Dossier
) -> None:
    enter(office, dossier, "12/TB-CCT", TAX)
    clerk, late = office.people["clerk"], TAX.due_on + timedelta(days=1)

    assert overdue(clerk, TAX.due_on) == 0
    assert overdue(clerk, late) == 1
    (row,) = waiting(clerk, late)
    remind(row.uuid, by=clerk, at=MONDAY)

    assert waiting(clerk, late)[0].reminded_at == MONDAY
    dossier.refresh_from_db()
    assert dossier.paused_since is not None


def test_slips_to_the_tax_office_are_numbered_by_the_year(office: Office, dossier: Dossier) -> None:
    officer = office.people["officer"]
    with pytest.raises(Refused, match="no_plot"):
        make_slip(dossier.id, {"plot": " ", "area": "100"}, by=officer, at=MONDAY)

    for _ in range(2):
        make_slip(dossier.id, {"plot": "12", "area": "100"}, by=officer, at=MONDAY)

    assert list(TransferSlip.objects.order_by("id").values_list("year", "number")) == [
        (2017, 1), (2017, 2),
    ]  # fmt: skip

"""Money goes back only when another person says so; a bill is put right before it is paid."""

from uuid import UUID, uuid4

import pytest
from django.db import transaction

from motcua.core.refusal import Refused
from motcua.dossiers.asked import Charge
from motcua.dossiers.models import Dossier
from motcua.fees import agreeing, services
from motcua.fees.models import CashDay, Line, Refund
from motcua.fees.selectors import owed
from motcua.fees.selectors.sheets import sheet_of
from motcua.fees.services.drawers import expected_of
from motcua.fees.services.lines import correct_bill
from motcua.fees.services.paying import Paying
from motcua.fees.services.refunds import ask_refund, decide_refund, pay_refund
from motcua.fees.sheets import period_of
from office import MONDAY, Office

FEE = 75_000


@pytest.fixture(autouse=True)
def _as_it_was() -> object:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def paid(office: Office) -> tuple[Dossier, UUID]:
    """A dossier paid for in cash, and its receipt."""
    clerk = office.people["clerk"]
    services.open_drawer(by=clerk, at=MONDAY, counted_vnd=0)
    dossier = office.received(fee_vnd=FEE)
    (taken,) = services.take([Paying(dossier.id, MONDAY)], by=clerk, key=uuid4())
    return dossier, taken.receipt


def asked(office: Office, receipt: UUID, amount: int = FEE) -> UUID:
    clerk = office.people["clerk"]
    return ask_refund(receipt, amount_vnd=amount, reason="Rút hồ sơ", by=clerk, at=MONDAY)


def decide(office: Office, refund: UUID, who: str = "chair", *, approved: bool = True) -> None:
    words = "" if approved else "Đã thẩm định xong"
    by = office.people[who]
    decide_refund(refund, approved=approved, decision=words, by=by, at=MONDAY)


def test_an_approved_refund_leaves_the_drawer_and_nothing_is_owed(
    office: Office, paid: tuple[Dossier, UUID]
) -> None:
    dossier, receipt = paid
    refund = asked(office, receipt, 50_000)
    decide(office, refund)

    pay_refund(refund, by=office.people["clerk"], at=MONDAY)

    assert owed([dossier.id]) == {}
    assert expected_of(CashDay.objects.get()) == 25_000
    assert Refund.objects.get().number == 1
    assert list(agreeing.differences()) == []
    sheet = sheet_of(dossier.office_id, period_of("ngay", MONDAY.date()))
    assert (sheet.moved.cash_vnd, sheet.moved.back_vnd) == (FEE, -50_000)


def test_nothing_goes_back_before_it_is_approved_or_when_it_is_declined(
    office: Office, paid: tuple[Dossier, UUID]
) -> None:
    refund = asked(office, paid[1])
    with pytest.raises(Refused, match="not_approved"):
        pay_refund(refund, by=office.people["clerk"], at=MONDAY)

    decide(office, refund, approved=False)

    with pytest.raises(Refused, match="not_approved"):
        pay_refund(refund, by=office.people["clerk"], at=MONDAY)
    with pytest.raises(Refused, match="decided_already"):
        decide(office, refund)


def test_who_takes_the_money_does_not_decide(office: Office, paid: tuple[Dossier, UUID]) -> None:
    refund = asked(office, paid[1])

    for who in ("clerk", "officer", "ward"):
        with pytest.raises(Refused, match="unknown_refund"):
            decide(office, refund, who)


def test_no_more_goes_back_than_came_in(office: Office, paid: tuple[Dossier, UUID]) -> None:
    asked(office, paid[1], 50_000)

    with pytest.raises(Refused, match="refund_too_much"):
        asked(office, paid[1], 25_001)
    with pytest.raises(Refused, match="refunded_already"):
        services.cancel_receipt(paid[1], reason="x", by=office.people["clerk"], at=MONDAY)


def test_a_bill_is_put_right_by_lines_that_take_back_others(office: Office) -> None:
    dossier = office.received(fee_vnd=FEE)
    wrong = Line.objects.get(dossier=dossier)
    right = Charge("Lệ phí", 8_000, 8_000, quantity="1 bản")

    correct_bill(
        dossier.id, taken_back=[wrong.pk], added=[right], reason="Nhầm thủ tục",
        by=office.people["clerk"], at=MONDAY,
    )  # fmt: skip

    assert owed([dossier.id]) == {dossier.id: 8_000}
    lines = list(Line.objects.filter(dossier=dossier).order_by("ordinal"))
    assert [line.amount_vnd for line in lines] == [FEE, -FEE, 8_000]
    with pytest.raises(Refused, match="no_such_line"):
        correct_bill(
            dossier.id, taken_back=[wrong.pk], added=[], reason="x",
            by=office.people["clerk"], at=MONDAY,
        )  # fmt: skip


def test_a_bill_that_is_paid_is_not_put_right(office: Office, paid: tuple[Dossier, UUID]) -> None:
    line = Line.objects.get(dossier=paid[0])

    with pytest.raises(Refused, match="paid_already"):
        correct_bill(
            paid[0].id, taken_back=[line.pk], added=[], reason="x",
            by=office.people["clerk"], at=MONDAY,
        )  # fmt: skip

"""A bill for each dossier received with a fee: one, of that amount, whatever happens later."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from motcua.dossiers import services
from motcua.fees import consumers
from motcua.fees.models import Bill
from office import Office

FEE = 75_000


@pytest.fixture(autouse=True)
def _as_it_was() -> object:
    """What a test writes is gone after it: each looks at the whole ledger."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_a_dossier_with_a_fee_has_one_bill_from_its_receipt_on(office: Office) -> None:
    dossier = office.received(fee_vnd=FEE)

    bill = Bill.objects.get(dossier=dossier)

    assert (bill.amount_vnd, bill.billed_at) == (FEE, dossier.received_at)


def test_without_a_fee_there_is_no_bill(office: Office) -> None:
    assert not Bill.objects.filter(dossier=office.received(fee_vnd=0)).exists()


def test_an_intake_that_is_refused_owes_nothing(office: Office) -> None:
    refused = replace(office.intake(), fee_vnd=FEE, reason="Không thuộc thẩm quyền")

    services.refuse_intake([refused], key=uuid4(), whole=True)

    assert not Bill.objects.exists()
    assert list(consumers.differences()) == []


def test_of_many_received_together_each_owes_its_own(office: Office) -> None:
    asked = [replace(office.intake(), fee_vnd=fee) for fee in (10_000, 0, 30_000)]

    services.receive(asked, key=uuid4(), whole=True)

    assert sorted(Bill.objects.values_list("amount_vnd", flat=True)) == [10_000, 30_000]


def test_the_same_key_bills_once(office: Office) -> None:
    key, asked = uuid4(), replace(office.intake(), fee_vnd=FEE)

    services.receive([asked], key=key)
    services.receive([asked], key=key)

    assert Bill.objects.count() == 1


def test_later_acts_leave_the_bill_as_it_is(office: Office) -> None:
    dossier = office.received(fee_vnd=FEE)
    before = Bill.objects.get(dossier=dossier)

    office.act(services.hand_over, dossier, "clerk")
    office.act(services.withdraw, dossier, "clerk", reason="Đổi ý")

    after = Bill.objects.get(dossier=dossier)
    assert (after.pk, after.amount_vnd) == (before.pk, before.amount_vnd)


def test_a_bill_of_nothing_cannot_be_written(office: Office) -> None:
    dossier = office.received(fee_vnd=0)

    with pytest.raises(IntegrityError), transaction.atomic():
        Bill.objects.create(dossier=dossier, amount_vnd=0, billed_at=dossier.received_at)


def test_a_bill_that_is_missing_changed_or_too_much_is_named(office: Office) -> None:
    missing, changed, free = (office.received(fee_vnd=fee) for fee in (FEE, FEE, 0))
    assert list(consumers.differences()) == []

    Bill.objects.filter(dossier=missing).delete()
    Bill.objects.filter(dossier=changed).update(amount_vnd=1)
    Bill.objects.create(dossier=free, amount_vnd=5, billed_at=free.received_at)

    assert list(consumers.differences()) == [
        f"{missing.code}: phí {FEE}, phiếu thu None",
        f"{changed.code}: phí {FEE}, phiếu thu 1",
        f"{free.code}: phí 0, phiếu thu 5",
        f"{changed.code}: phiếu thu 1, cộng các khoản {FEE}",
        f"{free.code}: phiếu thu 5, cộng các khoản 0",
    ]

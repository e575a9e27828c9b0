"""Money is taken once, with one receipt, and stands in the drawer it lies in."""

from dataclasses import replace
from datetime import datetime, timedelta
from importlib import import_module
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.core.refusal import Refused
from motcua.dossiers.asked import Charge
from motcua.dossiers.models import Dossier
from motcua.fees import agreeing, services
from motcua.fees.models import CashDay, Movement, Payment, Receipt, ReceiptBook
from motcua.fees.refusals import sentence
from motcua.fees.selectors import owed
from motcua.fees.selectors.drawers import open_drawer_of
from motcua.fees.services.books import NewBook
from motcua.fees.services.paying import Paying, Taken
from office import MONDAY, Office

FEE = 75_000


@pytest.fixture(autouse=True)
def _as_it_was() -> object:
    """What a test writes is gone after it: each looks at whole books."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def desk(office: Office) -> Office:
    """A desk with an open drawer; the world gave it a book of receipts."""
    services.open_drawer(by=office.people["clerk"], at=MONDAY, counted_vnd=200_000)
    return office


def pay(office: Office, *dossiers: Dossier, at: datetime = MONDAY, **how: object) -> list[Taken]:
    asked = [Paying(one.id, at, **how) for one in dossiers]  # type: ignore[arg-type]
    return services.take(asked, by=office.people["clerk"], key=uuid4())


def test_cash_settles_the_bill_and_leaves_a_receipt_and_a_movement(desk: Office) -> None:
    dossier = desk.received(fee_vnd=FEE)

    (taken,) = pay(desk, dossier)

    receipt = Receipt.objects.get(uuid=taken.receipt)
    assert (receipt.number, receipt.amount_vnd, receipt.payer) == (1, FEE, "Lê Thị Hiên Mẫu")
    assert receipt.lines == [["Phí, lệ phí", "", FEE]]
    assert owed([dossier.id]) == {}
    drawer = CashDay.objects.get(account_id=desk.people["clerk"].account_id)
    assert [one.amount_vnd for one in drawer.movements.all()] == [FEE]
    assert list(agreeing.differences()) == []


def test_pressing_twice_takes_the_money_once(desk: Office) -> None:
    dossier, key = desk.received(fee_vnd=FEE), uuid4()
    asked = [Paying(dossier.id, MONDAY)]

    first = services.take(asked, by=desk.people["clerk"], key=key)
    again = services.take(asked, by=desk.people["clerk"], key=key)

    assert again == [replace(first[0], again=True)]
    assert Payment.objects.count() == 1


def test_what_is_paid_in_parts_leaves_the_rest_owed(desk: Office) -> None:
    dossier = desk.received(fee_vnd=FEE)

    pay(desk, dossier, amount_vnd=50_000)

    assert owed([dossier.id]) == {dossier.id: 25_000}
    with pytest.raises(Refused, match="too_much") as refused:
        pay(desk, dossier, amount_vnd=25_001)
    assert "25.000" in str(sentence(refused.value))


@pytest.mark.parametrize(("fee", "amount", "code"), [(0, None, "nothing_owed"), (5, 0, "amount")])
def test_what_is_not_owed_is_not_taken(
    desk: Office, fee: int, amount: int | None, code: str
) -> None:
    dossier = desk.received(fee_vnd=fee)

    with pytest.raises(Refused, match=code):
        pay(desk, dossier, amount_vnd=amount)


def test_nobody_takes_money_for_another_office_or_without_the_duty(desk: Office) -> None:
    dossier = desk.received(fee_vnd=FEE)

    for who in ("ward", "officer", "chair"):
        with pytest.raises(Refused, match="not_your_money"):
            services.take([Paying(dossier.id, MONDAY)], by=desk.people[who], key=uuid4())


def test_cash_needs_an_open_drawer_of_today(desk: Office) -> None:
    dossier = desk.received(fee_vnd=FEE)

    with pytest.raises(Refused, match="drawer_not_open"):
        services.take([Paying(dossier.id, MONDAY)], by=desk.people["clerk2"], key=uuid4())
    with pytest.raises(Refused, match="drawer_left_open") as refused:
        pay(desk, dossier, at=MONDAY + timedelta(days=1))

    assert "06/03/2017" in str(sentence(refused.value))
    assert not Payment.objects.exists()


def test_a_receipt_takes_the_next_number_of_the_oldest_book_and_goes_on_in_the_next(
    desk: Office,
) -> None:
    ReceiptBook.objects.update(until=2)
    admin = desk.people["admin"]
    second = NewBook("01BLP2-001", "TH-17T", 541, 560)
    services.open_book(admin.office_id, second, by=admin, at=MONDAY)

    pay(desk, *(desk.received(fee_vnd=fee) for fee in (1_000, 2_000, 3_000)))

    assert list(Receipt.objects.order_by("id").values_list("number", flat=True)) == [1, 2, 541]
    assert list(agreeing.differences()) == []


def test_without_a_number_left_nothing_is_taken(desk: Office) -> None:
    ReceiptBook.objects.update(until=1)

    with pytest.raises(Refused, match="no_receipt_book"), transaction.atomic():
        pay(desk, *(desk.received(fee_vnd=FEE) for _ in range(2)))

    assert not Payment.objects.exists()
    assert ReceiptBook.objects.get().last == 0


def test_a_wrong_name_is_replaced_by_the_next_number_and_the_money_stays(desk: Office) -> None:
    (taken,) = pay(desk, desk.received(fee_vnd=FEE))

    new = services.replace_receipt(
        taken.receipt, payer="Lê Thị Hiền Mẫu", payer_address="", reason="Ghi nhầm tên",
        by=desk.people["clerk"], at=MONDAY,
    )  # fmt: skip

    made = Receipt.objects.get(uuid=new)
    assert (made.number, made.payer, made.replaces_id) == (2, "Lê Thị Hiền Mẫu", made.id - 1)
    assert list(agreeing.differences()) == []
    with pytest.raises(Refused, match="cancelled_already"):
        services.cancel_receipt(taken.receipt, reason="x", by=desk.people["clerk"], at=MONDAY)


def listed(office: Office) -> list[tuple[str, int, str]]:
    """The lines of the clerk's open drawer, as its page lists them."""
    shown = open_drawer_of(office.people["clerk"])
    assert shown
    return [(one.kind, one.amount_vnd, one.paper.split()[-1]) for one in shown.movements]


def test_a_replaced_receipt_keeps_its_line_and_one_takes_it_back_before_the_new_one(
    desk: Office,
) -> None:
    (taken,) = pay(desk, desk.received(fee_vnd=FEE))
    how = {"payer": "Lê Thị Hiền Mẫu", "payer_address": "", "reason": "Ghi nhầm tên"}
    before = listed(desk)

    second = services.replace_receipt(taken.receipt, by=desk.people["clerk"], at=MONDAY, **how)
    services.replace_receipt(second, by=desk.people["clerk"], at=MONDAY, **how)

    assert before == [("paid", FEE, "0000001")]
    assert listed(desk) == [
        ("paid", FEE, "0000001"),
        ("reversed", -FEE, "0000001"), ("reissued", FEE, "0000002"),
        ("reversed", -FEE, "0000002"), ("reissued", FEE, "0000003"),
    ]  # fmt: skip
    assert list(agreeing.differences()) == []


def test_a_cash_receipt_is_replaced_only_while_a_drawer_is_open(desk: Office) -> None:
    (taken,) = pay(desk, desk.received(fee_vnd=FEE))
    clerk = desk.people["clerk"]
    services.close_drawer(by=clerk, at=MONDAY, counted_vnd=200_000 + FEE)

    with pytest.raises(Refused, match="drawer_not_open"):
        services.replace_receipt(
            taken.receipt, payer="Lê Mẫu", payer_address="", reason="x", by=clerk, at=MONDAY
        )

    assert Receipt.objects.count() == 1


def test_a_receipt_whose_lines_do_not_come_to_what_it_is_worth_is_named(desk: Office) -> None:
    dossier = desk.received(fee_vnd=FEE)
    (taken,) = pay(desk, dossier)
    services.replace_receipt(
        taken.receipt, payer="Lê Mẫu", payer_address="", reason="x",
        by=desk.people["clerk"], at=MONDAY,
    )  # fmt: skip

    Movement.objects.filter(kind="reversed").delete()

    assert "biên lai TH-17T 1: còn giá trị 0, sổ quỹ ghi 75000" in agreeing.differences()


def test_receipts_replaced_before_their_lines_were_written_get_both(desk: Office) -> None:
    """As rows were until 30/11/2026: one line of a payment, whatever became of its receipt."""
    clerk = desk.people["clerk"]
    (old,) = pay(desk, desk.received(fee_vnd=FEE))
    services.replace_receipt(
        old.receipt, payer="Lê Mẫu", payer_address="", reason="x", by=clerk, at=MONDAY
    )
    (void,) = pay(desk, desk.received(fee_vnd=FEE))
    services.cancel_receipt(void.receipt, reason="x", by=clerk, at=MONDAY)
    whole = listed(desk)
    Movement.objects.filter(kind__in=["reversed", "reissued"]).delete()
    with connection.cursor() as cursor:
        cursor.execute(
            "SET CONSTRAINTS ALL IMMEDIATE;"
            "ALTER TABLE fees_movement DISABLE TRIGGER fees_movement_stays,"
            " DROP CONSTRAINT movement_has_its_ground"
        )
    Movement.objects.update(receipt=None)
    migration = import_module("motcua.fees.migrations.0005_lines_of_replaced_receipts")

    with connection.cursor() as cursor:
        cursor.execute(migration.NAME_RECEIPTS)
        cursor.execute(migration.WRITE_LINES)

    assert sorted(listed(desk)) == sorted(whole)
    assert list(agreeing.differences()) == []


def test_money_that_was_never_taken_goes_out_again_and_the_fee_is_owed(desk: Office) -> None:
    dossier = desk.received(fee_vnd=FEE)
    (taken,) = pay(desk, dossier)

    services.cancel_receipt(
        taken.receipt, reason="Người nộp chưa đưa tiền", by=desk.people["clerk"], at=MONDAY
    )

    assert owed([dossier.id]) == {dossier.id: FEE}
    assert sum(Movement.objects.values_list("amount_vnd", flat=True)) == 0
    assert list(agreeing.differences()) == []
    (second,) = pay(desk, dossier)
    assert Receipt.objects.get(uuid=second.receipt).number == 2


def test_a_receipt_cannot_be_changed_even_by_hand(desk: Office) -> None:
    pay(desk, desk.received(fee_vnd=FEE))

    with pytest.raises(IntegrityError, match="never changed"), transaction.atomic():
        Receipt.objects.update(amount_vnd=1)


def test_each_line_of_the_bill_stands_on_the_receipt_but_for_what_is_free(desk: Office) -> None:
    charges = (
        Charge("Phí chứng thực", 5_000, 5_000, "fee", "1 bản × 3 trang"),
        Charge("Phí trích lục", 0, 8_000, "fee", "1 bản", exemption="hộ nghèo", proof="GCN 12"),
    )
    dossier = desk.received(fee_vnd=5_000, charges=charges)

    (taken,) = pay(desk, dossier)

    lines = Receipt.objects.get(uuid=taken.receipt).lines
    assert lines == [["Phí chứng thực", "1 bản × 3 trang", 5_000]]


def test_every_book_that_was_tampered_with_is_named(desk: Office) -> None:
    """Rows that are never changed are taken away instead, as a bad restore would."""
    dossier = desk.received(fee_vnd=FEE)
    pay(desk, dossier)

    Movement.objects.all().delete()
    Receipt.objects.all().delete()

    assert list(agreeing.differences()) == [
        f"{dossier.code}: đã thu {FEE}, biên lai còn giá trị 0",
        f"{dossier.code}: đã thu {FEE}, sổ quỹ ghi 0",
        "quyển 01BLP2-001 TH-17T: đã cấp 1 số, có 0 biên lai",
    ]

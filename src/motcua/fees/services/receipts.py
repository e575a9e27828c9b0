"""A receipt that is wrong is cancelled, and replaced by one with the next number; never edited."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier
from motcua.fees.models import Cancellation, CashDay, Method, Movement, Payment, Receipt
from motcua.fees.models.cash import MovementKind
from motcua.fees.numbering import take_numbers
from motcua.fees.services.drawers import drawer_of
from motcua.fees.services.noting import note
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can

LONGEST_REASON = 300


@transaction.atomic
def replace_receipt(
    uuid: UUID, *, payer: str, payer_address: str, reason: str, by: Actor, at: datetime
) -> UUID:
    """Cancel a receipt with the wrong payer on it and make the right one; the money stays.

    The cash book gets two lines, one that takes the old receipt back and the new one's; of cash
    they stand in the drawer of `by`. Answers the new receipt. Raises Refused("unknown_receipt",
    "cancelled_already", "no_why", "no_payer", "no_receipt_book", "drawer_not_open",
    "drawer_left_open").
    """
    receipt = _locked(uuid, by, at)
    if not payer.strip():
        raise Refused("no_payer")
    drawer = drawer_of(by, at) if receipt.method == Method.CASH else None
    _cancel(receipt, reason, by, at)
    ((book, number),) = take_numbers(receipt.book.office_id, 1)
    made = Receipt.objects.create(
        uuid=uuid4(),
        book=book,
        number=number,
        payment=receipt.payment,
        replaces=receipt,
        issued_at=at,
        payer=payer.strip(),
        payer_address=payer_address.strip(),
        lines=receipt.lines,
        amount_vnd=receipt.amount_vnd,
        method=receipt.method,
        office_name=receipt.office_name,
        tax_code=receipt.tax_code,
        office_address=receipt.office_address,
        account_id=by.account_id,
        officer=by.person,
    )
    why = reason.strip()[:LONGEST_REASON]
    back, instead = MovementKind.REVERSED, MovementKind.REISSUED
    _line(receipt, back, -receipt.amount_vnd, drawer=drawer, at=at, why=why).save()
    _line(made, instead, made.amount_vnd, drawer=drawer, at=at, why=why).save()
    return made.uuid


@transaction.atomic
def cancel_receipt(uuid: UUID, *, reason: str, by: Actor, at: datetime) -> None:
    """The money was never taken: the receipt is void, the dossier owes again, and cash goes out of
    the drawer of `by`.

    Raises Refused("unknown_receipt", "cancelled_already", "no_why", "refunded_already",
    "drawer_not_open", "drawer_left_open").
    """
    receipt = _locked(uuid, by, at)
    payment: Payment = receipt.payment
    if payment.refunds.exclude(approved=False).exists():
        raise Refused("refunded_already")
    drawer = drawer_of(by, at) if payment.method == Method.CASH else None
    _cancel(receipt, reason, by, at)
    payment.undone_at = at
    payment.save(update_fields=["undone_at"])
    why = reason.strip()[:LONGEST_REASON]
    _line(receipt, MovementKind.UNDONE, -payment.amount_vnd, drawer=drawer, at=at, why=why).save()


def _line(
    receipt: Receipt,
    kind: MovementKind,
    amount_vnd: int,
    *,
    drawer: CashDay | None,
    at: datetime,
    why: str,
) -> Movement:
    """A line of the cash book about `receipt`, on the drawer's day, else on the day of `at`."""
    return Movement(
        office_id=receipt.payment.office_id,
        cash_day=drawer,
        day_on=drawer.day_on if drawer else at.astimezone(VN).date(),
        at=at,
        kind=kind,
        amount_vnd=amount_vnd,
        payment=receipt.payment,
        receipt=receipt,
        note=why,
    )


def _locked(uuid: UUID, by: Actor, at: datetime) -> Receipt:
    """The receipt with its payment, its dossier locked against whoever takes money for it."""
    found = Receipt.objects.select_related("payment", "book").filter(uuid=uuid).first()
    subject = Subject(owner_office_id=found.book.office_id if found else 0)
    if found is None or not can(by, Duty.COLLECT, subject, at):
        raise Refused("unknown_receipt")
    Dossier.objects.select_for_update(of=("self",)).only("id").get(pk=found.payment.dossier_id)
    if Cancellation.objects.filter(receipt=found).exists():
        raise Refused("cancelled_already")
    return found


def _cancel(receipt: Receipt, reason: str, by: Actor, at: datetime) -> None:
    if not reason.strip():
        raise Refused("no_why")
    Cancellation.objects.create(
        receipt=receipt, at=at, account_id=by.account_id, reason=reason.strip()[:LONGEST_REASON]
    )
    note("fee_receipt_cancelled", f"{receipt.book.serial} {receipt.number}", by)

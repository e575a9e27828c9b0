"""Money that goes back: asked for by the desk, decided by another person, then paid out."""

from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Max, Sum

from motcua.core.clock import VN
from motcua.core.money import format_vnd
from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier
from motcua.fees.models import Line, Method, Movement, Receipt, Refund
from motcua.fees.models.cash import MovementKind
from motcua.fees.services.drawers import drawer_of, expected_of
from motcua.fees.services.noting import note
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can
from motcua.papers.documents.entering import Entry, take, write_down
from motcua.papers.documents.kinds import kinds

LONGEST = 300
BOOK = "php"
"""The kind of document the paper of a refund is numbered as."""


@transaction.atomic
def ask_refund(receipt: UUID, *, amount_vnd: int, reason: str, by: Actor, at: datetime) -> UUID:
    """Ask that money of a receipt goes back. Five statements.

    Raises Refused("unknown_receipt", "cancelled_already", "no_why_refunded", "amount_zero",
    "refund_too_much").
    """
    found = Receipt.objects.select_related("payment").filter(uuid=receipt).first()
    payment = found.payment if found else None
    subject = Subject(owner_office_id=payment.office_id if payment else 0)
    if payment is None or not can(by, Duty.COLLECT, subject, at):
        raise Refused("unknown_receipt")
    Dossier.objects.select_for_update(of=("self",)).only("id").get(pk=payment.dossier_id)
    payment.refresh_from_db()
    if payment.undone_at is not None:
        raise Refused("cancelled_already")
    if not reason.strip():
        raise Refused("no_why_refunded")
    if amount_vnd <= 0:
        raise Refused("amount_zero")
    open_or_paid = payment.refunds.exclude(approved=False)
    left = payment.amount_vnd - (open_or_paid.aggregate(total=Sum("amount_vnd"))["total"] or 0)
    if amount_vnd > left:
        raise Refused("refund_too_much", amount=format_vnd(left))
    made = Refund.objects.create(
        uuid=uuid4(),
        payment=payment,
        amount_vnd=amount_vnd,
        reason=reason.strip()[:LONGEST],
        asked_at=at,
        asked_by_id=by.account_id,
    )
    return made.uuid


@transaction.atomic
def decide_refund(uuid: UUID, *, approved: bool, decision: str, by: Actor, at: datetime) -> None:
    """Another person says yes, and the paper takes its number, or no, and says why.

    Raises Refused("unknown_refund", "decided_already", "decides_own_refund", "no_why_declined").
    """
    found = Refund.objects.select_for_update(of=("self",)).filter(uuid=uuid).first()
    office = Refund.objects.filter(uuid=uuid).values_list("payment__office_id", flat=True).first()
    if found is None or not can(by, Duty.APPROVE_REFUND, Subject(owner_office_id=office or 0), at):
        raise Refused("unknown_refund")
    if found.decided_at is not None:
        raise Refused("decided_already")
    if found.asked_by_id == by.account_id:
        raise Refused("decides_own_refund")
    if not approved and not decision.strip():
        raise Refused("no_why_declined")
    found.approved, found.decision = approved, decision.strip()[:LONGEST]
    found.decided_at, found.decided_by_id = at, by.account_id
    if approved and office is not None:
        taken = take(office, BOOK, at)
        found.year, found.number = taken.year, taken.number
        entry = Entry(
            kind=BOOK, subject=kinds()[BOOK].name, recipient="Người nộp tiền",
            signer_name=by.person, signer_title=by.title, dossier=found.payment.dossier_id,
        )  # fmt: skip
        write_down(by, entry, taken, at=at, how="lập cùng phiếu")
    found.save()
    note("fee_refund_decided", str(found.number or ""), by)


@transaction.atomic
def pay_refund(uuid: UUID, *, by: Actor, at: datetime) -> None:
    """The money of an approved refund is given back; the bill falls by as much, so that nothing is
    owed for it. Cash leaves the drawer of `by`.

    Raises Refused("unknown_refund", "not_approved", "refund_paid", "drawer_not_open",
    "drawer_left_open", "not_that_much").
    """
    found = Refund.objects.select_related("payment").filter(uuid=uuid).first()
    payment = found.payment if found else None
    subject = Subject(owner_office_id=payment.office_id if payment else 0)
    if found is None or payment is None or not can(by, Duty.COLLECT, subject, at):
        raise Refused("unknown_refund")
    Dossier.objects.select_for_update(of=("self",)).only("id").get(pk=payment.dossier_id)
    found = Refund.objects.select_for_update(of=("self",)).get(pk=found.pk)
    if not found.approved:
        raise Refused("not_approved")
    if found.paid_at is not None:
        raise Refused("refund_paid")
    drawer = drawer_of(by, at) if payment.method == Method.CASH else None
    if drawer is not None and expected_of(drawer) < found.amount_vnd:
        raise Refused("not_that_much", most=expected_of(drawer))
    found.paid_at, found.paid_by_id = at, by.account_id
    found.save(update_fields=["paid_at", "paid_by"])
    last = Line.objects.filter(dossier_id=payment.dossier_id).aggregate(n=Max("ordinal"))["n"] or 0
    Line.objects.create(
        dossier_id=payment.dossier_id,
        ordinal=last + 1,
        name=f"Hoàn phí, phiếu {found.number}/{found.year}",
        full_vnd=-found.amount_vnd,
        amount_vnd=-found.amount_vnd,
        reason=found.reason,
        written_at=at,
    )
    Movement.objects.create(
        office_id=payment.office_id,
        cash_day=drawer,
        day_on=drawer.day_on if drawer else at.astimezone(VN).date(),
        at=at,
        kind=MovementKind.REFUNDED,
        amount_vnd=-found.amount_vnd,
        refund=found,
    )

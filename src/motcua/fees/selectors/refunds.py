"""Refunds asked for, decided and paid out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.fees.models import Method, Refund
from motcua.fees.services.refunds import BOOK
from motcua.identity.actors import Actor
from motcua.papers.documents.kinds import kinds

MOST = 200


@dataclass(frozen=True, slots=True)
class RefundRow:
    """A refund with the receipt whose money goes back."""

    uuid: UUID
    code: str
    receipt: str
    serial: str
    payer: str
    method: str
    amount_vnd: int
    reason: str
    asked_at: datetime
    asked_by: str
    standing: str
    words: str
    decided_by: str
    decided_at: datetime | None
    decision: str
    number: str
    paid_at: datetime | None
    own: bool
    entered_late: bool = False


def refunds(actor: Actor) -> Sequence[RefundRow]:
    """Those of the office, the newest first, at most 200. Two queries."""
    rows = _read(actor).order_by("-asked_at", "-id")[:MOST]
    return [_row(one, actor) for one in rows]


def refund(actor: Actor, uuid: UUID) -> RefundRow:
    """One of the office. Raises Refused("unknown_refund"). Two queries."""
    found = _read(actor).filter(uuid=uuid).first()
    if found is None:
        raise Refused("unknown_refund")
    return _row(found, actor)


def _read(actor: Actor) -> QuerySet[Refund]:
    return (
        Refund.objects.filter(payment__office_id=actor.office_id)
        .select_related("payment__dossier", "asked_by", "decided_by")
        .defer("payment__dossier__flow")
        .annotate(late=F("payment__dossier__flow__late"))
        .prefetch_related("payment__receipts__book")
    )


def _row(one: Refund, actor: Actor) -> RefundRow:
    last = max(one.payment.receipts.all(), key=lambda receipt: receipt.pk)
    standing, words = _standing(one)
    return RefundRow(
        uuid=one.uuid,
        code=one.payment.dossier.code,
        receipt=f"{last.number:0{last.book.digits}d}",
        serial=last.book.serial,
        payer=last.payer,
        method=Method(one.payment.method).label,
        amount_vnd=one.amount_vnd,
        reason=one.reason,
        asked_at=one.asked_at.astimezone(VN),
        asked_by=one.asked_by.full_name,
        standing=standing,
        words=words,
        decided_by=one.decided_by.full_name if one.decided_by else "",
        decided_at=one.decided_at.astimezone(VN) if one.decided_at else None,
        decision=one.decision,
        number=kinds()[BOOK].number_words(one.number, "") if one.number else "",
        paid_at=one.paid_at.astimezone(VN) if one.paid_at else None,
        own=one.asked_by_id == actor.account_id,
        entered_late=bool(getattr(one, "late", None)),
    )


def _standing(one: Refund) -> tuple[str, str]:
    if one.paid_at is not None:
        return "paid", "đã chi"
    if one.approved:
        return "approved", "đã duyệt, chờ chi"
    if one.approved is False:
        return "declined", "không duyệt"
    return "asked", "chờ duyệt"

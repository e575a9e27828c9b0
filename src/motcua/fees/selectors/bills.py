"""The bill of one dossier: its lines, what was paid, the receipts; and who still owes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F, QuerySet
from django.db.models.fields.json import KT

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.codes import normalize
from motcua.core.refusal import Refused
from motcua.dossiers.answering import answered_by
from motcua.dossiers.models import Dossier, Party
from motcua.fees.models import Line, Method, Receipt
from motcua.fees.selectors.owing import Standing, standings
from motcua.identity.actors import Actor

MOST = 200


@dataclass(frozen=True, slots=True)
class LineRow:
    """One line as the page shows it. `taken_back` lines and what took them back stay in sight;
    `open` ones may still be taken back."""

    id: int
    name: str
    quantity: str
    full_vnd: int
    amount_vnd: int
    due: str
    article: str
    exemption: str
    proof: str
    reason: str
    taken_back: bool
    open: bool


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt in a list; `cancelled` is why it is void, `number` written with its zeros."""

    uuid: UUID
    template: str
    serial: str
    number: str
    issued_at: datetime
    payer: str
    amount_vnd: int
    method: str
    officer: str
    code: str
    cancelled: str
    replaces: str
    entered_late: bool = False


@dataclass(frozen=True, slots=True)
class BillPage:
    """What a dossier costs, and what was paid for it."""

    dossier: int
    code: str
    version_id: int
    stage: str
    procedure: str
    fee_text: str
    owner: str
    owner_address: str
    lines: Sequence[LineRow]
    receipts: Sequence[ReceiptRow]
    standing: Standing
    entered_late: bool = False


@dataclass(frozen=True, slots=True)
class Owing:
    """A dossier of the desk that still owes."""

    code: str
    owner: str
    procedure: str
    received_at: datetime
    stage: str
    owed_vnd: int
    entered_late: bool = False


def bill_of(actor: Actor, code: str) -> BillPage:
    """The bill of a dossier the officer's office answers for. Five queries.

    Raises Refused("unknown_bill").
    """
    mine = _marked(Dossier.objects.filter(answered_by(actor.office_id)))
    dossier = mine.filter(code=normalize(code)).first()
    if dossier is None:
        raise Refused("unknown_bill")
    owner = Party.objects.filter(dossier=dossier, role="owner", ordinal=0).first()
    version = catalogue.version(dossier.procedure_version_id)
    standing = standings([dossier.id]).get(dossier.id, Standing(0, 0, 0))
    return BillPage(
        dossier=dossier.id,
        code=dossier.code,
        version_id=version.id,
        stage=dossier.stage,
        procedure=version.name,
        fee_text=version.fee_text,
        owner=owner.name if owner else "",
        owner_address=owner.address if owner else "",
        lines=_lines(dossier.id, paid=standing.paid > 0),
        receipts=receipts_of(dossier.id),
        standing=standing,
        entered_late=bool(getattr(dossier, "entered_late", None)),
    )


def _marked(rows: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """Without their history's document, but with whether they were typed in late (nhập bù)."""
    return rows.annotate(entered_late=KT("flow__late")).defer("flow", "head_hash")


def owing(actor: Actor) -> Sequence[Owing]:
    """The desk's dossiers that owe, the oldest first, at most 200. Three queries.

    What was withdrawn, refused or voided is no more asked for.
    """
    asked_for = ("in_progress", "awaiting_supplement", "suspended", "finished")
    mine = Dossier.objects.filter(answered_by(actor.office_id), stage__in=asked_for)
    ids = list(
        Line.objects.filter(dossier__in=mine).values_list("dossier_id", flat=True).distinct()
    )
    due = {key: one.owed for key, one in standings(ids).items() if one.owed}
    rows = _marked(Dossier.objects.filter(pk__in=due))
    owners = dict(
        Party.objects.filter(dossier_id__in=due, role="owner", ordinal=0).values_list(
            "dossier_id", "name"
        )
    )
    return [
        Owing(
            row.code,
            owners.get(row.pk, ""),
            catalogue.version(row.procedure_version_id).name,
            row.received_at.astimezone(VN),
            row.stage,
            due[row.pk],
            bool(getattr(row, "entered_late", None)),
        )
        for row in rows.order_by("received_at", "id")[:MOST]
    ]


def receipts_of(dossier: int) -> Sequence[ReceiptRow]:
    """Every receipt made for a dossier, the first one first. One query."""
    found = Receipt.objects.filter(payment__dossier_id=dossier).order_by("issued_at", "id")
    return [receipt_row(one) for one in with_books(found)]


def receipts_of_key(key: UUID) -> Sequence[ReceiptRow]:
    """The receipts that one pressing of a button made. One query."""
    found = Receipt.objects.filter(payment__key=key, replaces=None).order_by("id")
    return [receipt_row(one) for one in with_books(found)]


def with_books(rows: QuerySet[Receipt]) -> QuerySet[Receipt]:
    """Receipts read with all a row of a list says."""
    return (
        rows.select_related("book", "cancellation", "replaces", "payment__dossier")
        .annotate(late=F("payment__dossier__flow__late"))
        .defer("payment__dossier__flow")
    )


def receipt_row(one: Receipt) -> ReceiptRow:
    """The row of a receipt that was read `with_books`; no query."""
    void = getattr(one, "cancellation", None)
    digits = one.book.digits
    return ReceiptRow(
        uuid=one.uuid,
        template=one.book.template,
        serial=one.book.serial,
        number=f"{one.number:0{digits}d}",
        issued_at=one.issued_at.astimezone(VN),
        payer=one.payer,
        amount_vnd=one.amount_vnd,
        method=Method(one.method).label,
        officer=one.officer,
        code=one.payment.dossier.code,
        cancelled=void.reason if void else "",
        replaces=f"{one.replaces.number:0{digits}d}" if one.replaces else "",
        entered_late=bool(getattr(one, "late", None)),
    )


def _lines(dossier: int, *, paid: bool) -> Sequence[LineRow]:
    rows = list(Line.objects.filter(dossier_id=dossier).order_by("ordinal"))
    gone = {row.cancels_id for row in rows if row.cancels_id}
    return [
        LineRow(
            id=row.pk,
            name=row.name,
            quantity=row.quantity,
            full_vnd=row.full_vnd,
            amount_vnd=row.amount_vnd,
            due=row.due,
            article=row.article,
            exemption=row.exemption,
            proof=row.proof,
            reason=row.reason,
            taken_back=row.pk in gone or row.cancels_id is not None,
            open=not paid and row.pk not in gone and row.cancels_id is None,
        )
        for row in rows
    ]

"""Receipts of an office: one with all that stands on it, lists, and the register of each book."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, F, Q, Sum

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import search_key
from motcua.fees.models import Receipt, ReceiptBook
from motcua.fees.selectors.bills import ReceiptRow, receipt_row, with_books
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.organization.selectors import office_by_id, office_ids_below

MOST = 200
PAGE = 100
"""Numbers of a book on one page of its register."""


@dataclass(frozen=True, slots=True)
class ReceiptPage:
    """A receipt with everything printed on it. `replaced_by` is the uuid of the one after it."""

    row: ReceiptRow
    lines: Sequence[tuple[str, str, int]]
    payer_address: str
    office_name: str
    tax_code: str
    office_address: str
    cancelled_at: datetime | None
    replaced_by: UUID | None
    replaced_by_number: str


@dataclass(frozen=True, slots=True)
class BookRow:
    """A book with how many numbers are used, cancelled and left."""

    uuid: UUID
    office: str
    template: str
    serial: str
    first: str
    until: str
    last: str
    used: int
    cancelled: int
    left: int
    opened_at: datetime
    closed_at: datetime | None
    close_reason: str


def receipt(actor: Actor, uuid: UUID) -> ReceiptPage:
    """One receipt of an office in reach. Two queries. Raises Refused("unknown_receipt")."""
    rows = with_books(Receipt.objects.filter(book__office_id__in=offices_of(actor)))
    found = rows.select_related("replaced_by__book").filter(uuid=uuid).first()
    if found is None:
        raise Refused("unknown_receipt")
    void = getattr(found, "cancellation", None)
    after = getattr(found, "replaced_by", None)
    return ReceiptPage(
        row=receipt_row(found),
        lines=[(name, quantity, vnd) for name, quantity, vnd in found.lines],
        payer_address=found.payer_address,
        office_name=found.office_name,
        tax_code=found.tax_code,
        office_address=found.office_address,
        cancelled_at=void.at.astimezone(VN) if void else None,
        replaced_by=after.uuid if after else None,
        replaced_by_number=f"{after.number:0{after.book.digits}d}" if after else "",
    )


def receipts(actor: Actor, words: str = "", *, cancelled: bool = False) -> Sequence[ReceiptRow]:
    """The newest receipts in reach, at most 200; `words` is a number, a code, or a part of the
    payer's name. One query."""
    rows = Receipt.objects.filter(book__office_id__in=offices_of(actor))
    if cancelled:
        rows = rows.exclude(cancellation=None)
    rows = with_books(rows).order_by("-issued_at", "-id")
    if not words:
        return [receipt_row(one) for one in rows[:MOST]]
    plain = words.strip()
    if plain.isdigit():
        rows = rows.filter(number=int(plain[:15]))
        return [receipt_row(one) for one in rows[:MOST]]
    if "-" in plain and any(sign.isdigit() for sign in plain):
        rows = rows.filter(payment__dossier__code__icontains=plain)
        return [receipt_row(one) for one in rows[:MOST]]
    key = search_key(plain)
    found = (one for one in rows.iterator(500) if key in search_key(one.payer))
    return [receipt_row(one) for one, _ in zip(found, range(MOST), strict=False)]


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """A hundred numbers of a book at most; `pages` is at least 1."""

    book: BookRow
    rows: Sequence[ReceiptRow]
    number: int
    pages: int


def register(actor: Actor, uuid: UUID, asked: str = "") -> RegisterPage:
    """A book and the numbers given of it, in order, a page at a time. Two queries.

    What is no page of it shows its first or its last. Raises Refused("not_your_book").
    """
    book = next((one for one in books(actor) if one.uuid == uuid), None)
    if book is None:
        raise Refused("not_your_book")
    turned = Paginator(range(int(book.first), int(book.first) + book.used), PAGE).get_page(asked)
    rows = with_books(Receipt.objects.filter(book__uuid=uuid)).order_by("number")
    return RegisterPage(
        book=book,
        rows=[receipt_row(one) for one in rows.filter(number__in=turned.object_list)],
        number=turned.number,
        pages=turned.paginator.num_pages,
    )


def books(actor: Actor) -> Sequence[BookRow]:
    """The books in reach, open ones first. One query."""
    rows = ReceiptBook.objects.filter(office_id__in=offices_of(actor)).annotate(
        void=Count("receipts", filter=Q(receipts__cancellation__isnull=False))
    )
    return [
        BookRow(
            uuid=row.uuid,
            office=office_by_id(row.office_id).name,
            template=row.template,
            serial=row.serial,
            first=f"{row.first:0{row.digits}d}",
            until=f"{row.until:0{row.digits}d}",
            last=f"{row.last:0{row.digits}d}" if row.last >= row.first else "",
            used=row.last - row.first + 1,
            cancelled=row.void,
            left=row.until - row.last if row.closed_at is None else 0,
            opened_at=row.opened_at.astimezone(VN),
            closed_at=row.closed_at.astimezone(VN) if row.closed_at else None,
            close_reason=row.close_reason,
        )
        for row in rows.order_by(F("closed_at").asc(nulls_first=True), "office_id", "id")
    ]


def numbers_left(office_id: int) -> int:
    """How many receipts an office can still make. One query."""
    open_books = ReceiptBook.objects.filter(office_id=office_id, closed_at=None)
    return open_books.aggregate(left=Sum(F("until") - F("last")))["left"] or 0


def offices_of(actor: Actor) -> Sequence[int]:
    """The offices whose receipts the position may see: its own, an administrator's below too."""
    if scope_of(actor, Duty.RECEIPT_BOOKS) is Scope.BELOW:
        return office_ids_below(actor.office_id)
    seen = (Duty.COLLECT, Duty.SIGN_CASH)
    return [actor.office_id] if any(scope_of(actor, duty) for duty in seen) else []

"""Books of receipts: opened with their numbers, closed when used up or no longer valid."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from motcua.core.refusal import Refused
from motcua.fees.models import ReceiptBook
from motcua.fees.services.noting import note
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can

MOST_NUMBERS = 1_000_000


@dataclass(frozen=True, slots=True)
class NewBook:
    """What is printed on a book of receipts."""

    template: str
    serial: str
    first: int
    until: int
    digits: int = 7


@transaction.atomic
def open_book(office_id: int, book: NewBook, *, by: Actor, at: datetime) -> UUID:
    """Open a book for an office. Three statements.

    Raises Refused("not_your_book", "no_symbol", "bad_numbers", "numbers_taken").
    """
    if not can(by, Duty.RECEIPT_BOOKS, Subject(owner_office_id=office_id), at):
        raise Refused("not_your_book")
    template, serial = book.template.strip().upper(), book.serial.strip().upper()
    if not template or not serial:
        raise Refused("no_symbol")
    longest = 10**book.digits
    if not 1 <= book.first <= book.until < longest or book.until - book.first >= MOST_NUMBERS:
        raise Refused("bad_numbers")
    same = ReceiptBook.objects.select_for_update().filter(
        office_id=office_id, template=template, serial=serial
    )
    if any(one.first <= book.until and book.first <= one.until for one in same):
        raise Refused("numbers_taken")
    made = ReceiptBook.objects.create(
        uuid=uuid4(),
        office_id=office_id,
        template=template,
        serial=serial,
        first=book.first,
        until=book.until,
        last=book.first - 1,
        digits=book.digits,
        opened_at=at,
        opened_by_id=by.account_id,
    )
    note("receipt_book_opened", f"{template} {serial}", by)
    return made.uuid


@transaction.atomic
def close_book(uuid: UUID, *, reason: str, by: Actor, at: datetime) -> None:
    """No number is taken from it any more; those left are destroyed on paper.

    Raises Refused("not_your_book", "no_reason_to_close", "book_closed").
    """
    book = ReceiptBook.objects.select_for_update().filter(uuid=uuid).first()
    subject = Subject(owner_office_id=book.office_id if book else 0)
    if book is None or not can(by, Duty.RECEIPT_BOOKS, subject, at):
        raise Refused("not_your_book")
    if book.closed_at is not None:
        raise Refused("book_closed")
    if not reason.strip():
        raise Refused("no_reason_to_close")
    book.closed_at, book.close_reason = at, reason.strip()[:300]
    book.save(update_fields=["closed_at", "close_reason"])
    note("receipt_book_closed", f"{book.template} {book.serial}", by)

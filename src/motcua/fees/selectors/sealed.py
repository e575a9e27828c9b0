"""Which receipt the office's code on a paper stands for: what anyone who holds it may know."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from motcua.core.clock import VN
from motcua.core.seals import Seal, SealedPaper
from motcua.fees.models import Receipt, ReceiptBook
from motcua.fees.selectors.bills import ReceiptRow, receipt_row, with_books
from motcua.papers.sealing import as_subject, digest_of


@dataclass(frozen=True, slots=True)
class ReceiptFacts:
    """What a receipt says of money, and whether it still stands. Nobody's name."""

    office: str
    amount_vnd: int
    cancelled_on: date | None
    replaced_by: str


def subject_of(row: ReceiptRow) -> str:
    """How its code names a receipt; offices may share a serial, and then the digest decides."""
    return as_subject(f"{row.serial}-{row.number}")


def facts_of(row: ReceiptRow) -> Sequence[object]:
    """What the digest in its code stands for."""
    return (row.template, row.payer, row.code, row.amount_vnd)


def receipt_behind(seal: Seal) -> ReceiptFacts | None:
    """The receipt of a code that holds; None for another paper, and for a receipt this
    installation does not keep (moved, restored). Two queries."""
    number = seal.subject.rpartition("-")[2]
    if seal.paper is not SealedPaper.FEE_RECEIPT or not number.isdigit():
        return None
    books = [
        key
        for key, serial in ReceiptBook.objects.values_list("pk", "serial")
        if as_subject(f"{serial}-{number}") == seal.subject
    ]
    rows = with_books(Receipt.objects.filter(book__in=books, number=int(number)))
    found = (one for one in rows.select_related("replaced_by__book") if _is_of(seal, one))
    receipt = next(found, None)
    return _facts(receipt) if receipt else None


def _is_of(seal: Seal, receipt: Receipt) -> bool:
    row = receipt_row(receipt)
    given = (subject_of(row), row.issued_at.replace(second=0, microsecond=0))
    return given == (seal.subject, seal.at) and digest_of(facts_of(row)) == seal.digest


def _facts(receipt: Receipt) -> ReceiptFacts:
    void = getattr(receipt, "cancellation", None)
    after = getattr(receipt, "replaced_by", None)
    return ReceiptFacts(
        office=receipt.office_name,
        amount_vnd=receipt.amount_vnd,
        cancelled_on=void.at.astimezone(VN).date() if void else None,
        replaced_by=f"{after.book.serial} {after.number:0{after.book.digits}d}" if after else "",
    )

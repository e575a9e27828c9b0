"""Numbers of receipts: taken last in the transaction that uses them, so none is lost or repeated.

Whoever takes one holds the book's row until the end: a rolled-back transaction, or one whose
process was killed, leaves the book as it was.
"""

from collections.abc import Sequence

from django.db.models import F

from motcua.core.refusal import Refused
from motcua.fees.models import ReceiptBook


def take_numbers(office_id: int, many: int) -> Sequence[tuple[ReceiptBook, int]]:
    """The next `many` numbers of the office, of its oldest open book first. Two statements a book.

    Must run inside the transaction that writes the receipts, after every other lock. Raises
    Refused("no_receipt_book") when the open books have too few left.
    """
    given: list[tuple[ReceiptBook, int]] = []
    while len(given) < many:
        book = _next_book(office_id)
        begin = book.last + 1
        book.last = min(book.until, book.last + many - len(given))
        book.save(update_fields=["last"])
        given += [(book, number) for number in range(begin, book.last + 1)]
    return given


def _next_book(office_id: int) -> ReceiptBook:
    """The oldest open book with a number left, locked. One that was used up while we waited for it
    is passed over, so the question is put again as long as there is another."""
    left = ReceiptBook.objects.filter(office_id=office_id, closed_at=None, last__lt=F("until"))
    while left.exists():
        book = left.order_by("id").select_for_update().first()
        if book is not None:
            return book
    raise Refused("no_receipt_book")

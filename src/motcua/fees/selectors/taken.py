"""How many receipts offices gave in a time, and over how much: for reports above."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import Count, Q, Sum

from motcua.fees.models import Receipt


def receipts_between(
    office_ids: Sequence[int], from_at: datetime, to_at: datetime
) -> Mapping[int, tuple[int, int]]:
    """Receipts given in `[from_at, to_at)` and not cancelled in it, and their sum in đồng, by
    office; who gave none is absent.

    A receipt in another's place counts once: the one it replaced is cancelled. One query.
    """
    standing = Q(cancellation=None) | Q(cancellation__at__gte=to_at)
    given = Receipt.objects.filter(
        standing, book__office_id__in=office_ids, issued_at__gte=from_at, issued_at__lt=to_at
    )
    rows = given.order_by().values_list("book__office_id").annotate(Count("id"), Sum("amount_vnd"))
    return {office: (count, amount) for office, count, amount in rows}

"""How many complaints of some kinds were made in a time: for reports above."""

from collections.abc import Sequence
from datetime import datetime

from motcua.core.hearing import Kind
from motcua.feedback.models import Complaint


def complaints_between(
    office_ids: Sequence[int], kinds: Sequence[Kind], from_at: datetime, to_at: datetime
) -> int:
    """Complaints made in `[from_at, to_at)`, whatever their answer found. One query."""
    return Complaint.objects.filter(
        office_id__in=office_ids, kind__in=kinds, made_at__gte=from_at, made_at__lt=to_at
    ).count()

"""How many complaints of some kinds were made in a time: for reports above."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import Count

from motcua.core.hearing import Kind
from motcua.feedback.models import Complaint


def complaints_between(
    office_ids: Sequence[int], kinds: Sequence[Kind], from_at: datetime, to_at: datetime
) -> Mapping[int, int]:
    """Complaints made in `[from_at, to_at)`, whatever their answer found, by office; an office
    without any is absent. One query."""
    made = Complaint.objects.filter(
        office_id__in=office_ids, kind__in=kinds, made_at__gte=from_at, made_at__lt=to_at
    )
    return dict(made.order_by().values_list("office_id").annotate(Count("id")))

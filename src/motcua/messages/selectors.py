"""What was queued for whom to hear."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max

from motcua.core.clock import VN
from motcua.messages.consumers import REMINDER
from motcua.messages.models import OutboxMessage


@dataclass(frozen=True, slots=True)
class Reminders:
    """How often the owner of a dossier was to be reminded of its result, and when last."""

    count: int
    last_at: datetime


def reminders(dossiers: Collection[int]) -> Mapping[int, Reminders]:
    """The reminders of each dossier, those without any left out. One query."""
    rows = (
        OutboxMessage.objects.filter(kind=REMINDER, dossier_id__in=list(dossiers))
        .values("dossier_id")
        .annotate(count=Count("id"), last=Max("queued_at"))
    )
    return {row["dossier_id"]: Reminders(row["count"], row["last"].astimezone(VN)) for row in rows}

"""What follows a reorganization once it took effect: which offices' work has been moved."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db.models import F, Q

from motcua.organization import selectors
from motcua.organization.models import Reorganization, Succession


def note_settled(day: date, *, at: datetime) -> None:
    """The dossiers of everything in effect on `day` have moved. One statement."""
    due = Reorganization.objects.filter(effective_on__lte=day, settled_at=None, taken_back_at=None)
    if due.filter(~Q(key="") | Q(approved_at__isnull=False)).update(settled_at=at):
        selectors.forget()


def reorganization_of() -> Mapping[int, str]:
    """By which reorganization each office ends: its uuid as text. One query."""
    held = Succession.objects.filter(predecessor__dissolved_on=F("reorganization__effective_on"))
    rows = held.order_by("-ordinal")
    pairs = rows.values_list("predecessor_id", "reorganization__uuid")
    return {office: str(uuid) for office, uuid in pairs}

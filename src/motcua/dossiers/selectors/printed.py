"""What a slip said when it was given, for checking a slip against its dossier; for no page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.dossiers.models import Dossier, Event
from motcua.dossiers.models.intake import Role


@dataclass(frozen=True, slots=True)
class Printed:
    """The first promise, and what else a slip names. Holds names: it is compared, never shown."""

    procedure: str
    owners: Sequence[str]
    received_at: datetime
    due_at: datetime | None


def printed_slip(code: str) -> Printed | None:
    """What the slip of `code` says by the dossier as it is written down today. Three queries."""
    dossier = Dossier.objects.filter(code=code).first()
    if dossier is None:
        return None
    first = Event.objects.get(dossier=dossier, seq=1)
    due = first.payload.get("due_at")
    owners = dossier.parties.filter(role=Role.OWNER).order_by("ordinal")
    return Printed(
        procedure=catalogue.version(dossier.procedure_version_id).name,
        owners=list(owners.values_list("name", flat=True)),
        received_at=dossier.received_at.astimezone(VN),
        due_at=datetime.fromisoformat(due).astimezone(VN) if due else None,
    )

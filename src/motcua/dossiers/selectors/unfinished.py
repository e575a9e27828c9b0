"""What is not over, of all offices: for programs that carry on invented work, never for a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow import Route, State
from motcua.dossiers.models import Dossier
from motcua.dossiers.models.dossier import OPEN_STAGES, Stage


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A dossier somebody still has something to do on: no person."""

    id: int
    office_id: int
    seq: int
    state: State
    procedure: str
    route: Route
    received_at: datetime
    changed_at: datetime


def unfinished(before: datetime) -> Sequence[Unfinished]:
    """Received before that moment, still worked on or waiting to be fetched. One query."""
    rows = Dossier.objects.filter(received_at__lt=before, stage__in=(*OPEN_STAGES, Stage.FINISHED))
    return tuple(
        Unfinished(
            id=row.pk,
            office_id=row.office_id,
            seq=row.head_seq,
            state=State.from_json(row.flow),
            procedure=catalogue.version(row.procedure_version_id).slug,
            route=catalogue.process(row.process_id).route,
            received_at=row.received_at.astimezone(VN),
            changed_at=row.changed_at.astimezone(VN),
        )
        for row in rows.order_by("pk")
    )

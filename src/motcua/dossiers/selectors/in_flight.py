"""Dossiers still being handled under a version of a procedure: they keep it whatever comes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from motcua.dossiers.models import Dossier
from motcua.dossiers.models.dossier import OPEN_STAGES
from motcua.organization.selectors import office_by_id, office_ids_below

MOST = 500


@dataclass(frozen=True, slots=True)
class InFlight:
    """One of them, without a person: who only keeps the catalogue sees no more."""

    code: str
    office: str
    stage: str
    received_at: datetime
    due_at: datetime | None


def in_flight_counts(office_id: int, procedure_ids: Collection[int]) -> Mapping[int, int]:
    """How many there are of each procedure at an office and those below it. One query."""
    rows = (
        Dossier.objects.filter(
            office_id__in=office_ids_below(office_id),
            stage__in=OPEN_STAGES,
            procedure_version__procedure_id__in=list(procedure_ids),
        )
        .values_list("procedure_version__procedure_id")
        .annotate(count=Count("id"))
    )
    return dict(rows)


def in_flight(office_id: int, procedure_id: int) -> Sequence[InFlight]:
    """The first 500 of them, those due first on top. One query."""
    rows = Dossier.objects.filter(
        office_id__in=office_ids_below(office_id),
        stage__in=OPEN_STAGES,
        procedure_version__procedure_id=procedure_id,
    ).order_by("due_at", "id")
    return tuple(
        InFlight(row.code, office_by_id(row.office_id).name, row.stage, row.received_at, row.due_at)
        for row in rows[:MOST]
    )

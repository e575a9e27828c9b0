"""Visits on the ground that are fixed, beside the steps a position holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.core.flow import State
from motcua.dossiers.models import DossierStep
from motcua.dossiers.models.dossier import OPEN_STAGES
from motcua.dossiers.selectors.inbox import owner_name
from motcua.dossiers.selectors.waiting import held_by
from motcua.identity.actors import Actor

MOST = 200


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One visit; `passed`: its time has come and nothing is written down yet."""

    code: str
    owner: str
    procedure: str
    ordinal: int
    visit_at: datetime
    passed: bool
    entered_late: bool = False


def field_visits(actor: Actor, at: datetime) -> Sequence[VisitRow]:
    """The visits beside the steps `actor` holds, the earliest first. One query."""
    steps = DossierStep.objects.filter(held_by(actor), dossier__stage__in=OPEN_STAGES)
    steps = steps.filter(dossier__flow__has_key="field_visits").select_related("dossier")
    found = [
        VisitRow(
            code=step.dossier.code,
            owner=getattr(step, "owner", "") or "",
            procedure=catalogue.version(step.dossier.procedure_version_id).name,
            ordinal=visit.ordinal,
            visit_at=visit.visit_at,
            passed=visit.visit_at <= at,
            entered_late="late" in step.dossier.flow,
        )
        for step in steps.annotate(owner=owner_name())[:MOST]
        for visit in State.from_json(step.dossier.flow).field_visits
        if visit.step == step.key
    ]
    return tuple(sorted(found, key=lambda row: (row.visit_at, row.code)))

"""What a reorganization would touch, told before anybody approves it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from motcua.dossiers.models import Dossier
from motcua.dossiers.models.dossier import BEFORE_INTAKE, OPEN_STAGES
from motcua.dossiers.services.settling import in_hand
from motcua.identity.selectors import posts_ending
from motcua.organization.selectors import (
    OfficeRow,
    counters,
    department_by_code,
    departments,
    office_by_id,
    own_edition,
)


@dataclass(frozen=True, slots=True)
class Touched:
    """One office that ends. `arriving` of its dossiers are not received yet, `waiting` are results
    nobody has fetched; `orphans` are departments whose like the first successor does not have:
    their steps go to the head of the desk there."""

    office: OfficeRow
    arriving: int
    working: int
    waiting: int
    people: Sequence[tuple[str, str]]
    counters: int
    own_hours: bool
    orphans: Sequence[str]


def touched_by(ending: Sequence[int], successor_id: int | None, at: datetime) -> Sequence[Touched]:
    """Each office that ends, with what is in its hands at `at`. Three queries an office."""
    return tuple(_touched(office_id, successor_id, at) for office_id in ending)


def _touched(office_id: int, successor_id: int | None, at: datetime) -> Touched:
    chosen = Dossier.objects.filter(in_hand([office_id]))
    stages = dict(chosen.order_by().values_list("stage").annotate(Count("id")))
    working = sum(stages.get(stage, 0) for stage in OPEN_STAGES)
    arriving = sum(stages.get(stage, 0) for stage in BEFORE_INTAKE)
    orphans = [
        part.name
        for part in departments(office_id)
        if successor_id and part.ended_on is None
        and department_by_code(successor_id, part.code) is None
    ]  # fmt: skip
    return Touched(
        office=office_by_id(office_id),
        arriving=arriving,
        working=working,
        waiting=sum(stages.values()) - working - arriving,
        people=posts_ending([office_id], at),
        counters=len(counters(office_id)),
        own_hours=own_edition(office_id) is not None,
        orphans=orphans,
    )

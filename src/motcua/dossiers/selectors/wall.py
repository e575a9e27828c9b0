"""The screen on the wall of a department: what runs out now, by step; codes, and nobody's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q, QuerySet

from motcua.core.clock import VN, add_working_minutes
from motcua.core.refusal import Refused
from motcua.dossiers.models import DossierStep
from motcua.dossiers.models.dossier import Stage
from motcua.dossiers.selectors import faces
from motcua.dossiers.selectors.faces import WORKING_DAY_MINUTES, Face
from motcua.dossiers.selectors.opinions import overdue
from motcua.dossiers.selectors.overview import NEAR_DAYS
from motcua.dossiers.selectors.waiting import asked_of_us, held_by
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.organization.selectors import calendar_of

SHOWN = 12


@dataclass(frozen=True, slots=True)
class WallStep:
    """One step: how many visits to it are past their time, end today, end within two working
    days after it, and run at all."""

    name: str
    late: int
    today: int
    near: int
    all: int


@dataclass(frozen=True, slots=True)
class WallRow:
    """One dossier whose step ends first."""

    code: str
    step: str
    face: Face


@dataclass(frozen=True, slots=True)
class Wall:
    """The screen at one moment; the first twelve dossiers by when their step ends, and how many
    opinions others should have had from here by now."""

    steps: Sequence[WallStep]
    first: Sequence[WallRow]
    opinions: int = 0


def wall(actor: Actor, at: datetime) -> Wall:
    """What runs in the scope of `Duty.OPEN`: the office, the department, one's own steps.

    Three queries. Raises Refused("not_your_act") for positions that open no dossiers.
    """
    running = _in_scope(actor).filter(dossier__stage=Stage.IN_PROGRESS)
    marks = _marks(actor, at)
    counted = running.values("name").annotate(
        late=Count("id", filter=marks["late"]),
        today=Count("id", filter=marks["today"]),
        near=Count("id", filter=marks["near"]),
        all=Count("id"),
    )
    urgent = running.filter(marks["late"] | marks["today"] | marks["near"])
    rows = urgent.order_by("due_at", "id").values_list("dossier__code", "name", "due_at")[:SHOWN]
    calendar = calendar_of(actor.office_id)
    steps = [
        WallStep(row["name"], row["late"], row["today"], row["near"], row["all"]) for row in counted
    ]
    return Wall(
        steps=sorted(steps, key=lambda one: (-one.late, -one.today, -one.near, one.name)),
        first=[
            WallRow(code, name, faces.running(calendar, due, at, None))
            for code, name, due in rows
            if due is not None
        ],
        opinions=asked_of_us(actor).filter(overdue(at)).count(),
    )


def _in_scope(actor: Actor) -> QuerySet[DossierStep]:
    scope = scope_of(actor, Duty.OPEN)
    if scope is None:
        raise Refused("not_your_act", act="open", title=actor.title)
    if scope is Scope.OWN:
        return DossierStep.objects.filter(held_by(actor))
    held = DossierStep.objects.filter(left_at=None, office_id=actor.office_id)
    if scope is Scope.DEPARTMENT:
        return held.filter(Q(department_id=actor.department_id))
    return held


def _marks(actor: Actor, at: datetime) -> dict[str, Q]:
    now = at.astimezone(VN).replace(second=0, microsecond=0)
    tomorrow = now.replace(hour=0, minute=0) + timedelta(days=1)
    soon = add_working_minutes(
        calendar_of(actor.office_id), tomorrow, NEAR_DAYS * WORKING_DAY_MINUTES
    )
    return {
        "late": Q(due_at__lt=now),
        "today": Q(due_at__gte=now, due_at__lt=tomorrow),
        "near": Q(due_at__gte=tomorrow, due_at__lte=soon),
    }

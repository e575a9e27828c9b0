"""What a head or a chair must know in the morning: what is late, what is about to be, and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce

from motcua.core.clock import VN, add_working_minutes
from motcua.core.refusal import Refused
from motcua.dossiers.answering import answered_by, below
from motcua.dossiers.behind import BROKEN
from motcua.dossiers.models import Dossier, DossierStep
from motcua.dossiers.models.dossier import ASKED_OF_OWNERS, OPEN_STAGES, Stage
from motcua.dossiers.selectors.faces import WORKING_DAY_MINUTES
from motcua.dossiers.selectors.search import Hits, listed
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.identity.words import position_words
from motcua.organization.selectors import (
    calendar_of,
    department_by_id,
    office_by_id,
)

NEAR_DAYS = 2
KINDS = ("late", "near", "urgent", "paused", "open", "to_return")
ASKED = {promise.value: broken for promise, broken in BROKEN.items()}
"""What the three promises ("3 không") count: of dossiers that came since the year began."""


@dataclass(frozen=True, slots=True)
class Place:
    """How many open dossiers wait with one holder, split by how their own due time stands."""

    name: str
    late: int
    near: int
    on_time: int
    paused: int

    @property
    def total(self) -> int:
        """All that wait there."""
        return self.late + self.near + self.on_time + self.paused


@dataclass(frozen=True, slots=True)
class Overview:
    """The counts and the places at one moment; each count opens `behind` with its kind."""

    late: int
    near: int
    paused: int
    open: int
    to_return: int
    places: Sequence[Place]
    offices: Sequence[Place]
    again: int = 0
    guided: int = 0
    outside: int = 0


def overview(actor: Actor, at: datetime) -> Overview:
    """The morning's figures in the scope of `Duty.OVERVIEW`. Four queries.

    Raises Refused("not_your_act") for positions without oversight. Near means due within two
    working days of the officer's office.
    """
    chosen = _overseen(actor)
    marks = _marks(actor, at, "")
    del marks["urgent"]  # late and near together: shown, not counted
    counted = chosen.aggregate(**{kind: Count("id", filter=mark) for kind, mark in marks.items()})
    return Overview(
        **counted,
        places=_places(actor, chosen, at),
        offices=_offices(chosen, actor, at),
        **_asked(chosen, at).aggregate(
            **{kind: Count("id", filter=mark) for kind, mark in ASKED.items()}
        ),
    )


def behind(actor: Actor, kind: str, at: datetime, most: int = 200) -> Hits:
    """The dossiers behind one figure of the overview, or those late and near together (`urgent`),
    first what is due first. One query."""
    if kind in ASKED:
        chosen = _asked(_overseen(actor), at).filter(ASKED[kind])
        return listed(chosen.order_by("-received_at", "id"), at, page=most)
    if kind not in KINDS:
        raise Refused("not_found", dossier=kind)
    chosen = _overseen(actor).filter(_marks(actor, at, "")[kind])
    return listed(chosen.order_by("due_at", "id"), at, page=most)


def _asked(chosen: QuerySet[Dossier], at: datetime) -> QuerySet[Dossier]:
    """Of `chosen`, what came this year and was asked for more than the once allows."""
    began = at.astimezone(VN).replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    return chosen.filter(ASKED_OF_OWNERS, received_at__gte=began, received_at__lte=at)


def _overseen(actor: Actor) -> QuerySet[Dossier]:
    scope = scope_of(actor, Duty.OVERVIEW)
    if scope is Scope.BELOW:
        return Dossier.objects.filter(below(actor.office_id))
    if scope is Scope.OFFICE:
        return Dossier.objects.filter(answered_by(actor.office_id))
    if scope is Scope.DEPARTMENT:
        held = DossierStep.objects.filter(Q(department_id=actor.department_id), left_at=None)
        return Dossier.objects.filter(pk__in=held.values("dossier_id"))
    raise Refused("not_your_act", act="overview", title=actor.title)


def _marks(actor: Actor, at: datetime, prefix: str) -> dict[str, Q]:
    def q(**conditions: object) -> Q:
        return Q(**{f"{prefix}{name}": value for name, value in conditions.items()})

    soon = add_working_minutes(
        calendar_of(actor.office_id), at.astimezone(VN), NEAR_DAYS * WORKING_DAY_MINUTES
    )
    is_open = q(stage__in=OPEN_STAGES)
    return {
        "late": is_open & q(due_at__lt=at),
        "near": is_open & q(due_at__gte=at, due_at__lte=soon),
        "urgent": is_open & q(due_at__lte=soon),
        "paused": is_open & q(due_at=None),
        "open": is_open,
        "to_return": q(stage=Stage.FINISHED),
    }


def _places(actor: Actor, chosen: QuerySet[Dossier], at: datetime) -> list[Place]:
    marks = _marks(actor, at, "dossier__")
    rows = (
        DossierStep.objects.filter(left_at=None, dossier__in=chosen)
        .filter(marks["open"])
        .values("office_id", "department_id", "position_kind")
        .annotate(
            late=Count("id", filter=marks["late"]),
            near=Count("id", filter=marks["near"]),
            paused=Count("id", filter=marks["paused"]),
            all=Count("id"),
        )
    )
    places = [
        Place(
            name=_name(row["office_id"], row["department_id"], row["position_kind"]),
            late=row["late"],
            near=row["near"],
            paused=row["paused"],
            on_time=row["all"] - row["late"] - row["near"] - row["paused"],
        )
        for row in rows
    ]
    return sorted(places, key=lambda place: (-place.late, -place.near, -place.total, place.name))


def _offices(chosen: QuerySet[Dossier], actor: Actor, at: datetime) -> list[Place]:
    marks = _marks(actor, at, "")
    rows = (
        chosen.filter(marks["open"])
        .annotate(answers=Coalesce("handled_by_id", "office_id"))
        .values("answers")
        .annotate(
            late=Count("id", filter=marks["late"]),
            near=Count("id", filter=marks["near"]),
            paused=Count("id", filter=marks["paused"]),
            all=Count("id"),
        )
    )
    return [
        Place(
            name=office_by_id(row["answers"]).name,
            late=row["late"],
            near=row["near"],
            paused=row["paused"],
            on_time=row["all"] - row["late"] - row["near"] - row["paused"],
        )
        for row in sorted(rows, key=lambda row: office_by_id(row["answers"]).ordinal)
    ]


def _name(office_id: int, department_id: int | None, kind: str) -> str:
    if department_id:
        return f"{department_by_id(department_id).name} · {office_by_id(office_id).short_name}"
    return f"{position_words(kind)} · {office_by_id(office_id).short_name}"

"""What a head or a chair must know in the morning: what is late, what is about to be, and where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.core.paginator import Page
from django.db.models import Case, Count, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from motcua.core.clock import VN, add_working_minutes
from motcua.core.refusal import Refused
from motcua.dossiers.answering import answered_by, below
from motcua.dossiers.behind import BROKEN
from motcua.dossiers.holders import Holder
from motcua.dossiers.models import Dossier, DossierStep
from motcua.dossiers.models.dossier import ASKED_OF_OWNERS, OPEN_STAGES, Stage
from motcua.dossiers.selectors.doors import holder_words
from motcua.dossiers.selectors.faces import WORKING_DAY_MINUTES
from motcua.dossiers.selectors.search import Found, listed, turned
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
SPLIT = ("late", "near", "paused")
"""What is told apart at a place; the rest of what is open there is on time."""
ASKED = {promise.value: broken for promise, broken in BROKEN.items()}
"""What the three promises ("3 không") count: of dossiers that came since the year began."""


@dataclass(frozen=True, slots=True)
class Where:
    """A part of what is overseen: what lies with a department, else with a kind of position of an
    office; with neither, what the office answers for."""

    office_id: int
    department_id: int | None = None
    kind: str = ""

    @property
    def name(self) -> str:
        """In words. KeyError for an office or a department there is none of."""
        office = office_by_id(self.office_id)
        if self.department_id:
            return f"{department_by_id(self.department_id).name} · {office.short_name}"
        if self.kind:
            return f"{position_words(self.kind)} · {office.short_name}"
        return office.name

    def within(self, chosen: QuerySet[Dossier]) -> QuerySet[Dossier]:
        """Of `chosen`, what is there. No query of its own."""
        if not (self.department_id or self.kind):
            own = Q(office_id=self.office_id, handled_by=None)
            return chosen.filter(own | Q(handled_by_id=self.office_id))
        held = DossierStep.objects.filter(left_at=None, office_id=self.office_id)
        if self.department_id:
            held = held.filter(department_id=self.department_id)
        else:
            held = held.filter(department=None, position_kind=self.kind)
        return chosen.filter(pk__in=held.values("dossier_id"))


@dataclass(frozen=True, slots=True)
class Place:
    """How many open dossiers are at one place, split by how their own due time stands."""

    where: Where
    late: int
    near: int
    on_time: int
    paused: int

    @property
    def name(self) -> str:
        """In words."""
        return self.where.name

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


def behind(
    actor: Actor,
    kind: str,
    at: datetime,
    *,
    where: Where | None = None,
    number: str | None = None,
) -> "Page[Found]":
    """The dossiers behind one figure of the overview, first what is due first, a page of them; of
    one place, where asked. Two queries."""
    return turned(_behind(actor, kind, at, where), at, number)


def _behind(actor: Actor, kind: str, at: datetime, where: Where | None) -> QuerySet[Dossier]:
    chosen = _overseen(actor)
    if where is not None:
        chosen = where.within(chosen)
    if kind in ASKED:
        return _asked(chosen, at).filter(ASKED[kind]).order_by("-received_at", "id")
    if kind not in KINDS:
        raise Refused("not_found", dossier=kind)
    return chosen.filter(_marks(actor, at, "")[kind]).order_by("due_at", "id")


def urgent(actor: Actor, at: datetime, most: int) -> Sequence[Found]:
    """What is late or near, first what is due first, with who has it now. Two queries."""
    rows = listed(_behind(actor, "urgent", at, None), at, page=most).rows
    steps = DossierStep.objects.filter(left_at=None, dossier__code__in=[row.code for row in rows])
    held: dict[str, list[str]] = {}
    told = ("dossier__code", "office_id", "department_id", "position_kind")
    for code, *holder in steps.order_by("opened_seq", "key").values_list(*told):
        held.setdefault(code, []).append(holder_words(Holder(*holder)))
    return [replace(row, holder=", ".join(dict.fromkeys(held.get(row.code, ())))) for row in rows]


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
        .annotate(kind=Case(When(department=None, then=F("position_kind")), default=Value("")))
        .values("office_id", "department_id", "kind")
        .annotate(**_split(marks, "dossier_id"))
    )
    places = [
        _place(Where(row["office_id"], row["department_id"], row["kind"]), row) for row in rows
    ]
    return sorted(places, key=lambda place: (-place.late, -place.near, -place.total, place.name))


def _offices(chosen: QuerySet[Dossier], actor: Actor, at: datetime) -> list[Place]:
    marks = _marks(actor, at, "")
    rows = (
        chosen.filter(marks["open"])
        .annotate(answers=Coalesce("handled_by_id", "office_id"))
        .values("answers")
        .annotate(**_split(marks, "id"))
    )
    return [
        _place(Where(row["answers"]), row)
        for row in sorted(rows, key=lambda row: office_by_id(row["answers"]).ordinal)
    ]


def _split(marks: Mapping[str, Q], counted: str) -> dict[str, Count]:
    """How many there are of each, a dossier once however many of its steps are open there."""
    told = {kind: Count(counted, filter=marks[kind], distinct=True) for kind in SPLIT}
    return {**told, "all": Count(counted, distinct=True)}


def _place(where: Where, row: Mapping[str, Any]) -> Place:
    late, near, paused = (row[kind] for kind in SPLIT)
    on_time = row["all"] - late - near - paused
    return Place(where, late=late, near=near, on_time=on_time, paused=paused)

"""Lateness where it arose: of each department, office and outside body, the steps it held beyond
their budgets and the opinions it gave beyond their day. A dossier may be in time all the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.paginator import Page
from django.db.models import (
    Count,
    DateTimeField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Coalesce

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers.answering import answered_by, below
from motcua.dossiers.models import AskedOpinion, Dossier, DossierStep
from motcua.dossiers.models.dossier import OPEN_STAGES
from motcua.dossiers.selectors.search import Found, turned
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.organization.selectors import department_by_code, department_by_id, office_by_id
from motcua.organization.selectors import office_by_slug as office_called

STEPS = ("left", "late", "held")
OPINIONS = ("asked", "unheard")
KINDS = (*STEPS, *OPINIONS)


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, both counted, judged at the end of it, or at `at` when that is sooner."""

    from_on: date
    to_on: date
    at: datetime

    @property
    def start(self) -> datetime:
        """The first moment."""
        return datetime.combine(self.from_on, time.min, VN)

    @property
    def end(self) -> datetime:
        """The moment of judging."""
        return min(datetime.combine(self.to_on + timedelta(days=1), time.min, VN), self.at)


@dataclass(frozen=True, slots=True)
class Lateness:
    """One holder's figures: visits to steps it `left` in the period, of those `late`, those it
    still `held` at the end beyond their budget; opinions `asked` of it, of those `unheard` in time.
    `department` is a code, "" for what belongs to none: the desk, leaders, records, a body whole.
    """

    office: str
    department: str
    name: str
    left: int = 0
    late: int = 0
    held: int = 0
    asked: int = 0
    unheard: int = 0


def lateness(actor: Actor, period: Period) -> Sequence[Lateness]:
    """The holders with anything in the period, the latest first, in the scope of `Duty.OVERVIEW`.

    Two queries. Raises Refused("not_your_act") for positions without oversight.
    """
    found: dict[tuple[int, int | None], dict[str, int]] = {}
    for kinds, rows in ((STEPS, _steps(actor, period)), (OPINIONS, _opinions(actor, period))):
        for office, department, *figures in _counted(rows, kinds, period):
            found.setdefault((office, department), {}).update(zip(kinds, figures, strict=True))
    holders = [_lateness(*place, figures) for place, figures in found.items()]
    return tuple(
        sorted(
            (one for one in holders if one.left or one.held or one.asked),
            key=lambda one: (-one.late - one.held - one.unheard, -one.left, one.name),
        )
    )


def behind_lateness(
    actor: Actor,
    period: Period,
    office: str,
    department: str,
    kind: str,
    number: str | None = None,
) -> "Page[Found]":
    """The dossiers behind one figure, first what is due first, a page of them. Two queries.

    Raises Refused("not_found") for what is no figure, "unknown_office".
    """
    if kind not in KINDS:
        raise Refused("not_found", dossier=kind)
    held_in = office_called(office)
    part = department_by_code(held_in.id, department) if department else None
    rows: QuerySet[Any] = _steps(actor, period) if kind in STEPS else _opinions(actor, period)
    there = Q(department_id=part.id) if part else Q(department=None)
    chosen = rows.filter(
        _marks(period)[kind], there, office_id=held_in.id, dossier_id=OuterRef("pk")
    )
    found = Dossier.objects.filter(Exists(chosen)).order_by("due_at", "id")
    return turned(found, period.at, number)


def _counted(rows: QuerySet[Any], kinds: Sequence[str], period: Period) -> list[tuple[Any, ...]]:
    """Office, department and the count of each of `kinds`, by holder. One query."""
    marks = _marks(period)
    told = {f"n_{kind}": Count("id", filter=marks[kind]) for kind in kinds}
    grouped = rows.values("office_id", "department_id").annotate(**told)
    return list(grouped.values_list("office_id", "department_id", *told))


def _steps(actor: Actor, period: Period) -> QuerySet[DossierStep]:
    """Visits that ended in the period or had not ended at its end."""
    rows = DossierStep.objects.filter(_seen_by(actor), entered_at__lt=period.end)
    rows = rows.filter(Q(left_at=None) | Q(left_at__gte=period.start))
    minute = Func(Value("minute"), "left_at", function="date_trunc", output_field=DateTimeField())
    return rows.annotate(left_minute=minute)


def _opinions(actor: Actor, period: Period) -> QuerySet[AskedOpinion]:
    """Opinions whose day to answer fell into the period."""
    rows = AskedOpinion.objects.filter(_seen_by(actor), asked_at__lt=period.end)
    rows = rows.filter(due_on__gte=period.from_on, due_on__lte=period.to_on)
    return rows.annotate(until=Coalesce("ended_on", Value(period.end.astimezone(VN).date())))


def _marks(period: Period) -> Mapping[str, Q]:
    """What tells the kinds apart, as of the moment of judging."""
    gone = Q(left_at__gte=period.start, left_at__lt=period.end)
    here = Q(left_at=None) | Q(left_at__gte=period.end)
    return {
        "left": gone,
        "late": gone & Q(left_minute__gt=F("due_at")),
        "held": here & Q(due_at__lt=period.end, dossier__stage__in=OPEN_STAGES),
        "asked": Q(),
        "unheard": Q(until__gt=F("due_on")) & ~Q(ended_by="opinion_withdrawn"),
    }


def _seen_by(actor: Actor) -> Q:
    """The rows whose dossiers, or whose department, `actor` oversees."""
    scope = scope_of(actor, Duty.OVERVIEW)
    if scope is Scope.DEPARTMENT:
        return Q(office_id=actor.office_id, department_id=actor.department_id)
    if scope is Scope.OFFICE:
        overseen = answered_by(actor.office_id)
    elif scope is Scope.BELOW:
        overseen = below(actor.office_id)
    else:
        raise Refused("not_your_act", act="overview", title=actor.title)
    return Q(Exists(Dossier.objects.filter(overseen, pk=OuterRef("dossier_id"))))


def _lateness(office_id: int, department_id: int | None, figures: Mapping[str, int]) -> Lateness:
    office = office_by_id(office_id)
    if department_id:
        part = department_by_id(department_id)
        return Lateness(office.slug, part.code, f"{part.name} · {office.short_name}", **figures)
    if office.kind == "outside":
        return Lateness(office.slug, "", office.name, **figures)
    return Lateness(office.slug, "", f"Một cửa, lãnh đạo, văn thư · {office.short_name}", **figures)

"""The inbox: what waits for a position, in the order in which its time runs out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow import Act
from motcua.dossiers.models import Dossier, DossierStep, Party
from motcua.dossiers.models.dossier import Stage
from motcua.dossiers.models.intake import Role
from motcua.dossiers.selectors import faces
from motcua.dossiers.selectors.faces import Face
from motcua.identity.actors import Actor
from motcua.organization.selectors import calendar_of

PAGE = 200
Tab = Literal["todo", "citizen", "department", "returned"]


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One dossier that waits at a step. Names are shown to those who hold the step."""

    dossier: int
    seq: int
    code: str
    owner: str
    procedure: str
    step: str
    step_name: str
    step_budget_minutes: int
    step_face: Face
    entered_at: datetime
    step_due_at: datetime | None
    due_at: datetime | None
    stage: str
    supplements: int
    next_act: Act
    fresh: bool


@dataclass(frozen=True, slots=True)
class InboxGroup:
    """Rows under one head: late, today, the coming days, later, standing still."""

    name: str
    rows: Sequence[InboxRow]


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many visits to steps wait for a position: to do, of those late, for the citizen to bring
    something or a pause to end, with a result to return."""

    todo: int
    late: int
    citizen: int
    to_return: int


@dataclass(frozen=True, slots=True)
class Inbox:
    """The inbox of one position at one moment, and the counts of its tabs."""

    tab: Tab
    waiting: Waiting
    counts: dict[str, int]
    late: int
    groups: Sequence[InboxGroup]
    more: int


def held_by(actor: Actor) -> Q:
    """Open visits whose holder is the position of `actor`."""
    mine = Q(left_at=None, office_id=actor.office_id, position_kind=actor.kind)
    return mine & (Q(department_id=None) | Q(department_id=actor.department_id))


def inbox(actor: Actor, at: datetime, tab: Tab = "todo") -> Inbox:
    """What waits for `actor`, at most 200 rows of the tab, first what runs out first.

    Two queries. The finished dossiers of a desk are not here but in `to_return`.
    """
    waiting = waiting_counts(actor, at)
    stopped = (Stage.AWAITING_SUPPLEMENT, Stage.SUSPENDED)
    chosen = DossierStep.objects.filter(
        held_by(actor), dossier__stage__in=stopped if tab == "citizen" else (Stage.IN_PROGRESS,)
    )
    rows = [_row(step, actor, at) for step in _ordered(chosen)[:PAGE]]
    return Inbox(
        tab=tab,
        waiting=waiting,
        counts={"todo": waiting.todo, "citizen": waiting.citizen},
        late=waiting.late,
        groups=_grouped(rows, at),
        more=max(0, (waiting.citizen if tab == "citizen" else waiting.todo) - PAGE),
    )


def waiting_counts(actor: Actor, at: datetime) -> Waiting:
    """For the rail and the tabs: what waits for `actor` at `at`. One query."""
    running, stopped = (
        Q(dossier__stage=Stage.IN_PROGRESS),
        Q(dossier__stage__in=[Stage.AWAITING_SUPPLEMENT, Stage.SUSPENDED]),
    )
    counted = DossierStep.objects.filter(held_by(actor)).aggregate(
        todo=Count("id", filter=running),
        late=Count("id", filter=running & Q(due_at__lt=at)),
        citizen=Count("id", filter=stopped),
        to_return=Count("id", filter=Q(dossier__stage=Stage.FINISHED)),
    )
    return Waiting(**counted)


def owner_name() -> Subquery:
    """The first owner's name of the outer dossier, as a column."""
    parties = Party.objects.filter(dossier_id=OuterRef("dossier_id"), role=Role.OWNER, ordinal=0)
    return Subquery(parties.values("name")[:1])


def _ordered(steps: QuerySet[DossierStep]) -> QuerySet[DossierStep]:
    return (
        steps.select_related("dossier")
        .defer("dossier__flow", "dossier__head_hash")
        .annotate(owner=owner_name())
        .order_by("due_at", "dossier__due_at", "dossier_id")
    )


def _row(step: DossierStep, actor: Actor, at: datetime) -> InboxRow:
    dossier = step.dossier
    process = catalogue.process(dossier.process_id)
    spec = process.route.step(step.key)
    return InboxRow(
        dossier=dossier.id,
        seq=dossier.head_seq,
        code=dossier.code,
        owner=getattr(step, "owner", ""),
        procedure=catalogue.version(dossier.procedure_version_id).name,
        step=step.key,
        step_name=step.name,
        step_budget_minutes=spec.budget_minutes,
        step_face=_face(step, dossier, spec.budget_minutes, actor, at),
        entered_at=step.entered_at.astimezone(VN),
        step_due_at=step.due_at and step.due_at.astimezone(VN),
        due_at=dossier.due_at and dossier.due_at.astimezone(VN),
        stage=dossier.stage,
        supplements=dossier.supplements,
        next_act=process.route.leaving_act(step.key),
        fresh=not step.seen,
    )


def _face(step: DossierStep, dossier: Dossier, budget: int, actor: Actor, at: datetime) -> Face:
    if dossier.stage == Stage.AWAITING_SUPPLEMENT:
        return faces.paused("chờ bổ sung")
    if dossier.stage == Stage.SUSPENDED or step.due_at is None:
        return faces.paused("")
    return faces.running(calendar_of(actor.office_id), step.due_at, at, budget)


def _grouped(rows: Sequence[InboxRow], at: datetime) -> list[InboxGroup]:
    today = at.astimezone(VN).date()
    week_end = today + timedelta(days=7)
    groups: dict[str, list[InboxRow]] = {
        "Quá hạn bước này": [],
        "Hết hạn hôm nay": [],
        "Trong 7 ngày tới": [],
        "Sau đó": [],
        "Đang tạm dừng": [],
    }
    late, now, week, later, still = groups.values()
    for row in rows:
        if row.step_face.state == "late":
            late.append(row)
        elif row.step_due_at is None or row.step_face.state == "paused":
            still.append(row)
        elif row.step_due_at.date() <= today:
            now.append(row)
        else:
            (week if row.step_due_at.date() <= week_end else later).append(row)
    return [InboxGroup(name, group) for name, group in groups.items() if group]

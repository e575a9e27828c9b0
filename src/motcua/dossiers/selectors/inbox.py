"""The inbox: what waits for a position, in the order in which its time runs out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from django.db.models import F, OuterRef, QuerySet, Subquery

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow import Act
from motcua.dossiers.models import Dossier, DossierStep, Party
from motcua.dossiers.models.dossier import Stage
from motcua.dossiers.models.intake import Role
from motcua.dossiers.selectors import faces
from motcua.dossiers.selectors.doors import waits_until
from motcua.dossiers.selectors.faces import Face
from motcua.dossiers.selectors.narrowing import Choice, Narrowing, choices, narrowed
from motcua.dossiers.selectors.waiting import (
    STOPPED,
    Capped,
    Waiting,
    capped,
    held_by,
    waiting_counts,
)
from motcua.identity.actors import Actor
from motcua.organization.selectors import calendar_of

__all__ = ["Inbox", "InboxGroup", "InboxRow", "Waiting", "held_by", "inbox", "waiting_counts"]

PAGE = 50
MOST_TICKED = 500
HEADS = {
    "qua-han": "Quá hạn bước này",
    "hom-nay": "Hết hạn hôm nay",
    "bay-ngay": "Trong 7 ngày tới",
    "sau-do": "Sau đó",
    "khong-han": "Đang tạm dừng",
}
Tab = Literal["todo", "citizen"]


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One dossier that waits at a step. Names are shown to those who hold the step.

    `waits_until`: it cannot be passed on before (niêm yết); `waited`: that is over.
    `entered_late`: typed in from a slip written by hand (nhập bù).
    """

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
    waits_until: datetime | None = None
    waited: bool = False
    entered_late: bool = False


@dataclass(frozen=True, slots=True)
class InboxGroup:
    """Rows under one head: late, today, the coming days, later, standing still.

    `due` is the same head as a value of the filter by due time.
    """

    name: str
    due: str
    rows: Sequence[InboxRow]


@dataclass(frozen=True, slots=True)
class Inbox:
    """A page of a position's inbox at one moment. `more`: others come after these."""

    tab: Tab
    groups: Sequence[InboxGroup]
    more: bool

    @property
    def rows(self) -> Sequence[InboxRow]:
        """All of the page, without their heads."""
        return [row for group in self.groups for row in group.rows]


def inbox(
    actor: Actor,
    at: datetime,
    tab: Tab = "todo",
    to: Narrowing | None = None,
    *,
    after: int = 0,
    most: int = PAGE,
) -> Inbox:
    """What waits for `actor`: `most` rows of the tab after the first `after`, in the order in which
    their time runs out.

    One query. The finished dossiers of a desk are not here but in `to_return`.
    """
    chosen = narrowed(_of_tab(actor, tab), to or Narrowing(), at)
    steps = list(_ordered(chosen)[after : after + most + 1])
    rows = [_row(step, actor, at) for step in steps[:most]]
    return Inbox(tab, _grouped(rows, at), more=len(steps) > most)


def inbox_choices(actor: Actor, at: datetime, tab: Tab = "todo") -> Mapping[str, Sequence[Choice]]:
    """What the inbox may be narrowed to, with counts. One query."""
    return choices(_of_tab(actor, tab), at)


def inbox_count(actor: Actor, at: datetime, tab: Tab, to: Narrowing) -> Capped:
    """How many rows of the tab the filters leave, to be asked with others. No query yet."""
    return capped(narrowed(_of_tab(actor, tab), to, at))


def rows_of(actor: Actor, at: datetime, codes: Collection[str]) -> Sequence[InboxRow]:
    """The rows to do of those dossiers that stand in the inbox of `actor`, wherever in it; at most
    `MOST_TICKED` dossiers at a time. One query."""
    wanted = sorted(codes)[:MOST_TICKED]
    chosen = _of_tab(actor, "todo").filter(dossier__code__in=wanted)
    return [_row(step, actor, at) for step in _ordered(chosen)]


def rows_in(
    steps: QuerySet[DossierStep], actor: Actor, at: datetime, most: int
) -> Sequence[InboxRow]:
    """The first `most` of those visits as rows, whoever holds them. One query."""
    return [_row(step, actor, at) for step in _ordered(steps)[:most]]


def _of_tab(actor: Actor, tab: Tab) -> QuerySet[DossierStep]:
    stages = STOPPED if tab == "citizen" else (Stage.IN_PROGRESS,)
    return DossierStep.objects.filter(held_by(actor), dossier__stage__in=stages)


def owner_name() -> Subquery:
    """The first owner's name of the outer dossier, as a column."""
    parties = Party.objects.filter(dossier_id=OuterRef("dossier_id"), role=Role.OWNER, ordinal=0)
    return Subquery(parties.values("name")[:1])


def _ordered(steps: QuerySet[DossierStep]) -> QuerySet[DossierStep]:
    return (
        steps.select_related("dossier")
        .defer("dossier__flow", "dossier__head_hash")
        .annotate(owner=owner_name(), entered_late=F("dossier__flow__late"))
        .order_by("due_at", "dossier__due_at", "dossier_id")
    )


def _row(step: DossierStep, actor: Actor, at: datetime) -> InboxRow:
    dossier = step.dossier
    process = catalogue.process(dossier.process_id)
    spec = process.route.step(step.key)
    until = waits_until(spec, step)
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
        fresh=not (step.seen or step.taken),
        waits_until=until,
        waited=until is not None and until <= at,
        entered_late=bool(getattr(step, "entered_late", None)),
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
    groups: dict[str, list[InboxRow]] = {due: [] for due in HEADS}
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
    return [InboxGroup(HEADS[due], due, group) for due, group in groups.items() if group]

"""The morning of a position: what is late, what is due today, who is waited for, what lies on the
desk, what nobody has fetched."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KT

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow import LateEntry
from motcua.core.refusal import Refused
from motcua.dossiers.answering import answered_by
from motcua.dossiers.models import AskedOpinion, Dossier, DossierStep, Party
from motcua.dossiers.models.dossier import ENTERED_LATE, OPEN_STAGES, Stage
from motcua.dossiers.models.intake import Role
from motcua.dossiers.selectors.faces import Face
from motcua.dossiers.selectors.hands import untaken
from motcua.dossiers.selectors.inbox import held_by
from motcua.dossiers.selectors.opinions import overdue
from motcua.dossiers.selectors.page import face_of
from motcua.dossiers.selectors.returning import uncollected_of
from motcua.dossiers.selectors.waiting import counted, uncapped
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.identity.kinds import LEADERS
from motcua.identity.words import position_words
from motcua.organization.selectors import department_by_id, office_by_id

KINDS = (
    "late", "today", "slips", "citizen", "elsewhere", "opinions", "mine", "uncollected", "untaken",
)  # fmt: skip
PAGE = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier of a morning's list. `holder` says in words who has it now; `entered_late`:
    typed in from a slip written by hand (nhập bù)."""

    code: str
    owner: str
    procedure: str
    stage: str
    face: Face
    due_at: datetime | None
    finished_at: datetime | None
    holder: str
    entered_late: bool = False


@dataclass(frozen=True, slots=True)
class Morning:
    """How many of each kind, at one moment, and for how many one waits with each other body.

    `uncollected` is None for positions that do not answer for the whole office, `untaken` (handed
    over more than two working hours ago, received by nobody) for those that head nothing.
    """

    late: int
    today: int
    citizen: int
    elsewhere: int
    slips: int
    opinions: int
    mine: int
    uncollected: int | None
    untaken: int | None
    bodies: Sequence[tuple[str, int]]

    def count(self, kind: str) -> int | None:
        """The count of `kind`, one of `KINDS`."""
        found: int | None = getattr(self, kind)
        return found


def morning(actor: Actor, at: datetime) -> Morning:
    """The figures of `actor` at `at`. Five queries at most.

    They reach as far as `Duty.OPEN` does: the office, the department, or one's own steps. Raises
    Refused("not_your_act") for positions that open no dossiers.
    """
    marks = _marks(actor, at)
    told = _running(actor).aggregate(
        **{kind: Count("id", filter=mark) for kind, mark in marks.items()}
    )
    asked = {"mine": uncapped(_mine(actor)), "slips": uncapped(_slips(actor))}
    if scope_of(actor, Duty.OPEN) is Scope.OFFICE:
        asked["uncollected"] = uncapped(uncollected_of(actor, at))
    if actor.kind in LEADERS:
        asked["untaken"] = uncapped(untaken(actor, at))
    counts = counted(asked)
    return Morning(
        **told,
        mine=counts["mine"],
        slips=counts["slips"],
        uncollected=counts.get("uncollected"),
        untaken=counts.get("untaken"),
        bodies=_bodies(actor, marks["elsewhere"]) if told["elsewhere"] else (),
    )


def lines(actor: Actor, kind: str, at: datetime, most: int = PAGE) -> Sequence[Line]:
    """The dossiers behind a figure, what is due first before the rest. Three queries at most.

    Raises Refused("not_found") for a kind this position has not.
    """
    chosen = _behind(actor, kind, at)
    owner = Party.objects.filter(dossier_id=OuterRef("pk"), role=Role.OWNER, ordinal=0)
    order = ("finished_at", "id") if kind == "uncollected" else ("due_at", "id")
    found = list(
        chosen.annotate(
            owner=Subquery(owner.values("name")[:1]),
            case=KT("flow__case"),
            entered_late=KT("flow__late"),
        )
        .defer("flow", "head_hash")
        .order_by(*order)[:most]
    )
    holders = _holders(actor, [row.id for row in found])
    return tuple(
        Line(
            code=row.code,
            owner=row.owner or "",
            procedure=catalogue.version(row.procedure_version_id).name,
            stage=row.stage,
            face=face_of(row, at, row.case or ""),
            due_at=row.due_at and row.due_at.astimezone(VN),
            finished_at=row.finished_at and row.finished_at.astimezone(VN),
            holder=", ".join(holders.get(row.id, ())),
            entered_late=bool(row.entered_late),
        )
        for row in found
    )


def _behind(actor: Actor, kind: str, at: datetime) -> QuerySet[Dossier]:
    if kind == "mine":
        return _mine(actor)
    if kind == "slips":
        return _slips(actor)
    if kind == "uncollected" and scope_of(actor, Duty.OPEN) is Scope.OFFICE:
        return uncollected_of(actor, at)
    if kind == "untaken" and actor.kind in LEADERS:
        return untaken(actor, at)
    marks = _marks(actor, at)
    if kind not in marks:
        raise Refused("not_found")
    return _running(actor).filter(marks[kind])


def _marks(actor: Actor, at: datetime) -> Mapping[str, Q]:
    """What tells the kinds of running dossiers apart. A due time equal to `at` has not passed."""
    now = _minute(at)
    tomorrow = now.replace(hour=0, minute=0) + timedelta(days=1)
    held = DossierStep.objects.filter(dossier_id=OuterRef("pk"), left_at=None)
    asked_others = AskedOpinion.objects.filter(dossier_id=OuterRef("pk"))
    asked = Q(stage=Stage.AWAITING_SUPPLEMENT)
    away = Q(Exists(held.exclude(office_id=actor.office_id)))
    return {
        "late": Q(due_at__lt=now),
        "today": Q(due_at__gte=now, due_at__lt=tomorrow),
        "citizen": asked,
        "opinions": Q(Exists(asked_others.filter(overdue(at)))),
        "elsewhere": ~asked & (away | Q(stage=Stage.SUSPENDED)),
    }


def _running(actor: Actor) -> QuerySet[Dossier]:
    """What is being worked on within the reach of the position. No query."""
    return _answered_for(actor, _reach(actor)).filter(stage__in=OPEN_STAGES)


def _reach(actor: Actor) -> Scope:
    scope = scope_of(actor, Duty.OPEN)
    if scope is None:
        raise Refused("not_your_act", act=Duty.OPEN.value, title=actor.title)
    return scope


def _slips(actor: Actor) -> QuerySet[Dossier]:
    """Late entries whose slip no leader has seen, those done at once as well. No query."""
    waiting = Q(ENTERED_LATE, flow__late=LateEntry.WAITING.value)
    return _answered_for(actor, _reach(actor)).filter(
        waiting, stage__in=(*OPEN_STAGES, Stage.RETURNED)
    )


def _mine(actor: Actor) -> QuerySet[Dossier]:
    own = DossierStep.objects.filter(held_by(actor), dossier_id=OuterRef("pk"))
    return Dossier.objects.filter(Exists(own), stage=Stage.IN_PROGRESS)


def _answered_for(actor: Actor, scope: Scope) -> QuerySet[Dossier]:
    if scope is Scope.OFFICE:
        return Dossier.objects.filter(answered_by(actor.office_id))
    if scope is Scope.DEPARTMENT:
        held = DossierStep.objects.filter(
            dossier_id=OuterRef("pk"),
            left_at=None,
            office_id=actor.office_id,
        ).filter(Q(department_id=actor.department_id))
        return Dossier.objects.filter(Exists(held))
    return Dossier.objects.filter(
        Exists(DossierStep.objects.filter(held_by(actor), dossier_id=OuterRef("pk")))
    )


def _bodies(actor: Actor, elsewhere: Q) -> Sequence[tuple[str, int]]:
    """With whom the dossiers that are elsewhere lie, the most first. One query."""
    chosen = _running(actor).filter(elsewhere)
    rows = (
        DossierStep.objects.filter(left_at=None, dossier__in=chosen.values("pk"))
        .exclude(office_id=actor.office_id)
        .values("office_id")
        .annotate(count=Count("dossier_id", distinct=True))
        .order_by("-count", "office_id")
    )
    return [(office_by_id(row["office_id"]).short_name, row["count"]) for row in rows]


def _holders(actor: Actor, dossiers: Sequence[int]) -> Mapping[int, Sequence[str]]:
    """Who holds each dossier now, in words, no person named: the department, the outside body, or
    the position, with its office where that is another. One query."""
    found: dict[int, list[str]] = {}
    steps = DossierStep.objects.filter(left_at=None, dossier_id__in=dossiers)
    for step in steps.order_by("dossier_id", "opened_seq", "key"):
        found.setdefault(step.dossier_id, []).append(_holder(actor, step))
    return found


def _holder(actor: Actor, step: DossierStep) -> str:
    if step.department_id:
        return department_by_id(step.department_id).name
    held_in = office_by_id(step.office_id)
    if held_in.kind == "outside":
        return held_in.short_name
    words = position_words(step.position_kind)
    return words if held_in.id == actor.office_id else f"{words}, {held_in.short_name}"


def _minute(at: datetime) -> datetime:
    return at.astimezone(VN).replace(second=0, microsecond=0)

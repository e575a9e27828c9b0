"""The warnings of a post: those that still hold, and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from motcua.boxes.models import Warning
from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.warning import Of
from motcua.dossiers.models import DossierStep
from motcua.dossiers.models.dossier import Stage
from motcua.dossiers.selectors import faces
from motcua.dossiers.selectors.faces import Face
from motcua.identity.actors import Actor
from motcua.organization.selectors import calendar_of

PAGE = 100
Tab = Literal["standing", "dismissed"]


@dataclass(frozen=True, slots=True)
class WarningRow:
    """One warning as it is shown: the dossier by its code, no person.

    `face` is how the time it speaks of stands now; of a hand-over nobody received, the step's.
    """

    uuid: UUID
    code: str
    procedure: str
    of: str
    threshold: int
    step: str
    face: Face
    due_at: datetime | None
    given_at: datetime
    opened_at: datetime | None
    dismissed_at: datetime | None
    entered_late: bool = False


@dataclass(frozen=True, slots=True)
class Warnings:
    """A page of them, the newest first. `more`: others come after."""

    rows: Sequence[WarningRow]
    more: bool


def standing(position: int) -> QuerySet[Warning]:
    """What was said to the post, was not put aside and still holds. No query yet.

    It holds while its visit is open and the clock runs; a hand-over, until it is received; what was
    sent in, until it is looked at; and only the last said of the same.
    """
    return _holding(Warning.objects.filter(position_id=position, dismissed_at=None))


def unopened(actor: Actor) -> QuerySet[Warning]:
    """Those standing that nobody at the post has opened: what the rail counts. No query yet."""
    return standing(actor.position_id).filter(opened_at=None)


def warnings(actor: Actor, at: datetime, tab: Tab = "standing", *, after: int = 0) -> Warnings:
    """The warnings of the post of `actor`: also what was put aside and still holds, to take up
    again. One query."""
    chosen = standing(actor.position_id)
    if tab == "dismissed":
        aside = Warning.objects.filter(position_id=actor.position_id, dismissed_at__isnull=False)
        chosen = _holding(aside)
    visits = _visits()
    found = list(
        chosen.select_related("dossier")
        .defer("dossier__flow", "dossier__head_hash")
        .annotate(
            step_name=visits.values("name")[:1],
            step_due_at=visits.values("due_at")[:1],
            late=F("dossier__flow__late"),
        )
        .order_by(F("opened_at").asc(nulls_first=True), "-given_at", "-threshold", "id")[
            after : after + PAGE + 1
        ]
    )
    return Warnings([_row(one, actor, at) for one in found[:PAGE]], more=len(found) > PAGE)


def _visits() -> QuerySet[DossierStep]:
    return DossierStep.objects.filter(
        dossier_id=OuterRef("dossier_id"),
        opened_seq=OuterRef("opened_seq"),
        key=OuterRef("key"),
        left_at=None,
    )


def _holding(chosen: QuerySet[Warning]) -> QuerySet[Warning]:
    later = Warning.objects.filter(
        dossier_id=OuterRef("dossier_id"),
        of=OuterRef("of"),
        opened_seq=OuterRef("opened_seq"),
        key=OuterRef("key"),
        position_id=OuterRef("position_id"),
        threshold__gt=OuterRef("threshold"),
    )
    visits = _visits()
    at_work = (
        Q(of=Of.WHOLE)
        | Q(Exists(visits), of=Of.STEP)
        | Q(Exists(visits.filter(seen=False, taken=False)), of=Of.UNTAKEN)
    )
    return chosen.filter(
        at_work & Q(dossier__stage=Stage.IN_PROGRESS)
        | Q(of=Of.CHECK, dossier__stage=Stage.SUBMITTED),
        ~Exists(later),
    )


def _row(one: Warning, actor: Actor, at: datetime) -> WarningRow:
    dossier = one.dossier
    whole = one.of in (Of.WHOLE, Of.CHECK)
    due = dossier.due_at if whole else getattr(one, "step_due_at", None)
    calendar = calendar_of(actor.office_id)
    return WarningRow(
        uuid=one.uuid,
        code=dossier.code,
        procedure=catalogue.version(dossier.procedure_version_id).name,
        of=one.of,
        threshold=one.threshold,
        step=getattr(one, "step_name", None) or "",
        face=faces.running(calendar, due, at, None) if due else faces.paused(""),
        due_at=due and due.astimezone(VN),
        given_at=one.given_at.astimezone(VN),
        opened_at=one.opened_at and one.opened_at.astimezone(VN),
        dismissed_at=one.dismissed_at and one.dismissed_at.astimezone(VN),
        entered_late=bool(getattr(one, "late", None)),
    )

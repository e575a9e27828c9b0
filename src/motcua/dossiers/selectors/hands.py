"""Whose hands steps are in: who had them, who may have them, what nobody has received yet."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from motcua.catalogue import selectors as catalogue
from motcua.core.flow import State
from motcua.core.flow.deciding.assigning import taken_by
from motcua.dossiers.answering import answered_by
from motcua.dossiers.holders import holder
from motcua.dossiers.models import Dossier, DossierStep, Event
from motcua.dossiers.models.dossier import Stage
from motcua.identity.actors import Actor
from motcua.identity.kinds import PositionKind
from motcua.identity.selectors import attended, colleagues, title_of
from motcua.organization.selectors import calendar_of

LEFT_BY = ("handed_over", "approved")


@dataclass(frozen=True, slots=True)
class Officer:
    """The position that passed a step on last, and where it belongs."""

    position: UUID
    office_id: int
    department_id: int | None
    kind: str


def officers_there(dossiers: Sequence[int], at: datetime) -> Mapping[int, Mapping[str, Officer]]:
    """Who passed each step on last, by dossier and step; only those who are there at `at`.

    A position nobody holds is not there, nor one whose holder lent it. One query.
    """
    rows = (
        Event.objects.filter(dossier_id__in=list(dossiers), kind__in=LEFT_BY)
        .annotate(there=Exists(attended(at).filter(pk=OuterRef("position_id"))))
        .order_by("dossier_id", "seq")
        .values_list(
            "dossier_id", "payload__step", "there", "position__uuid", "position__office_id",
            "position__department_id", "position__kind",
        )
    )  # fmt: skip
    found: dict[int, dict[str, Officer]] = defaultdict(dict)
    for dossier, step, there, position, office, department, kind in rows:
        found[dossier].pop(step, None)
        if there:
            found[dossier][step] = Officer(position, office, department, kind)
    return found


def colleagues_at(
    process_id: int, office_id: int, state: State, step: str, at: datetime
) -> Sequence[Actor]:
    """Who of its department holds `step` of a dossier at `at`, by name. One query."""
    held = holder(catalogue.process(process_id).route.step(step), office_id, state)
    if held.department_id is None:
        return ()
    return colleagues(held.office_id, held.department_id, held.kind, at)


def may_have(dossier: Dossier, step: str, at: datetime) -> Sequence[tuple[Actor, int]]:
    """Who of its department may be given `step`, by name, and how many open steps each was given.
    Two queries."""
    state = State.from_json(dossier.flow)
    people = colleagues_at(dossier.process_id, dossier.office_id, state, step, at)
    theirs = DossierStep.objects.filter(
        left_at=None, assignee__in=[one.position_uuid for one in people]
    )
    given = dict(theirs.values_list("assignee").annotate(n=Count("id")))
    return tuple((one, given.get(one.position_uuid, 0)) for one in people)


def said_of_hands(payload: Mapping[str, str]) -> Sequence[str]:
    """To whom a step was given, by title, and from whom."""
    told = []
    if "assignee" in payload:
        to = payload["assignee"]
        told.append(f"Giao cho {title_of(UUID(to))}" if to else "Giao lại cho cả phòng")
    if payload.get("assignee_was"):
        told.append(f"Trước đó: {title_of(UUID(payload['assignee_was']))}")
    return told


def untaken(actor: Actor, at: datetime) -> QuerySet[Dossier]:
    """What was handed over more than two working hours ago and nobody has received: for the head
    of who handed it over and the head of who should receive it. No query yet.

    A department's head is told of what came from it or lies there; the chair of what the office
    answers for and comes from, or lies with, no department: the desk, the records.
    """
    late = DossierStep.objects.filter(
        left_at=None,
        seen=False,
        taken=False,
        entered_at__lte=taken_by(calendar_of(actor.office_id), at),
    )
    gave = DossierStep.objects.filter(
        dossier_id=OuterRef("dossier_id"), left_seq=OuterRef("opened_seq"),
        office_id=actor.office_id,
    )  # fmt: skip
    running = Dossier.objects.filter(stage=Stage.IN_PROGRESS)
    if actor.kind == PositionKind.CHAIR:
        at_hand = Q(office_id=actor.office_id, department=None)
        found = late.filter(at_hand | Exists(gave.filter(department=None)))
        running = running.filter(answered_by(actor.office_id))
    else:
        at_hand = Q(office_id=actor.office_id, department_id=actor.department_id)
        found = late.filter(at_hand | Exists(gave.filter(Q(department_id=actor.department_id))))
    return running.filter(Exists(found.filter(dossier_id=OuterRef("pk"))))

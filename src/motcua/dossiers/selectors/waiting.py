"""How much waits for a position: what the rail and the tabs of its inbox say.

A count stops at `MOST_COUNTED`, so that an office with fifty thousand open dossiers pays for its
rail what one with fifty pays; what stops there is shown as "1000+".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet

from motcua.core.flow import Act
from motcua.dossiers.answering import answered_by
from motcua.dossiers.models import AskedOpinion, Dossier, DossierStep
from motcua.dossiers.models.dossier import OPEN_STAGES, Stage
from motcua.identity.actors import Actor
from motcua.identity.grants import scope_of

MOST_COUNTED = 1000
STOPPED = (Stage.AWAITING_SUPPLEMENT, Stage.SUSPENDED)


@dataclass(frozen=True, slots=True)
class Capped:
    """A count that is not made yet: it is asked together with others, in one round trip."""

    sql: str
    params: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many visits to steps wait for a position: to do, of those late, for the citizen to bring
    something or a pause to end, with a result to return; what was sent in to the desk and is to be
    looked at, of that too late; and opinions to give. `also`: what other rooms asked to count.
    """

    todo: int
    late: int
    citizen: int
    to_return: int
    to_check: int = 0
    check_late: int = 0
    opinions: int = 0
    also: Mapping[str, int] = field(default_factory=dict)


def held_by(actor: Actor) -> Q:
    """Open visits whose holder is the position of `actor`, given to nobody else."""
    mine = Q(left_at=None, office_id=actor.office_id, position_kind=actor.kind)
    given = Q(assignee=None) | Q(assignee=actor.position_uuid)
    return mine & given & (Q(department_id=None) | Q(department_id=actor.department_id))


def asked_of_us(actor: Actor) -> QuerySet[AskedOpinion]:
    """The opinions that wait for an answer of `actor`. No query yet."""
    rows = AskedOpinion.objects.filter(ended_at=None, dossier__stage__in=OPEN_STAGES)
    may = scope_of(actor, Act.ANSWER_OPINION) is not None
    return rows.filter(asked_of(actor)) if may else rows.none()


def asked_of(actor: Actor) -> Q:
    """The opinions asked of the department of `actor`, or of the whole office."""
    ours = Q(department_id=None) | Q(department_id=actor.department_id)
    return Q(office_id=actor.office_id) & ours


def capped(rows: QuerySet[Any]) -> Capped:
    """The number of `rows`, at most `MOST_COUNTED`. No query yet."""
    sql, params = rows.order_by().values("pk")[:MOST_COUNTED].query.sql_with_params()
    return Capped(sql, tuple(params))


def uncapped(rows: QuerySet[Any]) -> Capped:
    """The number of `rows`, all of them. No query yet."""
    sql, params = rows.order_by().values("pk").query.sql_with_params()
    return Capped(sql, tuple(params))


def counted(asked: Mapping[str, Capped]) -> dict[str, int]:
    """All the numbers of `asked`. One query."""
    parts = [f"(SELECT count(*) FROM ({one.sql}) counted)" for one in asked.values()]  # noqa: S608 (compiled by Django, values apart)
    params = [value for one in asked.values() for value in one.params]
    with connection.cursor() as cursor:
        cursor.execute("SELECT " + ", ".join(parts), params)
        row = cursor.fetchone() or ()
    return dict(zip(asked, row, strict=True))


def as_said(count: int) -> str:
    """A count as it is shown; one that stopped counting says so: `1000+`."""
    return f"{MOST_COUNTED}+" if count >= MOST_COUNTED else str(count)


def waiting_counts(actor: Actor, at: datetime, also: Mapping[str, Capped] | None = None) -> Waiting:
    """For the rail and the tabs: what waits for `actor` at `at`. One query, `also` included."""
    held = DossierStep.objects.filter(held_by(actor))
    running = held.filter(dossier__stage=Stage.IN_PROGRESS)
    own = {
        "todo": capped(running),
        "late": capped(running.filter(due_at__lt=at)),
        "citizen": capped(held.filter(dossier__stage__in=STOPPED)),
        "to_return": capped(
            held.filter(dossier__stage=Stage.FINISHED).exclude(dossier__flow__has_key="posted_at")
        ),
    }
    if scope_of(actor, Act.ASK_COMPLETION) is not None:
        sent = Dossier.objects.filter(answered_by(actor.office_id), stage=Stage.SUBMITTED)
        own |= {
            "to_check": capped(sent),
            "check_late": capped(sent.filter(due_at__lt=at)),
        }
    if scope_of(actor, Act.ANSWER_OPINION) is not None:
        own["opinions"] = capped(asked_of_us(actor))
    found = counted({**own, **(also or {})})
    return Waiting(**{k: found[k] for k in own}, also={k: found[k] for k in also or {}})

"""Whether somebody may: the only readers of the table."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from motcua.core.flow import Act
from motcua.identity.actors import Actor
from motcua.identity.grants.duties import Duty, Scope
from motcua.identity.grants.table import GRANTS
from motcua.organization.selectors import office_by_id, office_ids_below


@dataclass(frozen=True, slots=True)
class Subject:
    """What a right is asked about: whose dossier, and who holds the step concerned (if any).

    `assignee` is the position a step of a department was given to: then it is in nobody else's
    hands, a delegate's of that position and those of who answers for the department excepted.
    """

    owner_office_id: int
    holder_office_id: int | None = None
    holder_department_id: int | None = None
    holder_kind: str | None = None
    assignee: UUID | None = None


def scope_of(actor: Actor, what: Act | Duty) -> Scope | None:
    """How far `what` reaches for the position of `actor`; None when it may not at all."""
    return GRANTS.get((actor.position_kind, what))


def can(actor: Actor, what: Act | Duty, subject: Subject, at: datetime) -> bool:
    """Whether `actor` may do `what` to `subject` at `at`. No query once the offices are cached.

    `at` is there for rights that begin and end; today an actor exists only while it holds.
    """
    scope = scope_of(actor, what)
    if scope is None:
        return False
    if scope is Scope.OWN:
        return _own(actor, subject)
    if scope is Scope.ROUTE:
        return _own(actor, subject) or _outside(actor, subject)
    if scope is Scope.DEPARTMENT:
        return (
            subject.holder_office_id == actor.office_id
            and actor.department_id is not None
            and subject.holder_department_id == actor.department_id
        )
    if scope is Scope.OFFICE:
        return subject.owner_office_id == actor.office_id
    return subject.owner_office_id in office_ids_below(actor.office_id)


def has(actor: Actor, duty: Duty) -> bool:
    """Whether the position of `actor` has `duty` at all: what menus ask."""
    return scope_of(actor, duty) is not None


def _own(actor: Actor, subject: Subject) -> bool:
    return (
        subject.holder_office_id == actor.office_id
        and subject.holder_kind == actor.kind
        and subject.holder_department_id in (None, actor.department_id)
        and subject.assignee in (None, actor.position_uuid)
    )


def _outside(actor: Actor, subject: Subject) -> bool:
    return (
        subject.owner_office_id == actor.office_id
        and subject.holder_office_id is not None
        and office_by_id(subject.holder_office_id).kind == "outside"
    )

"""Who may have offices merged, divided, renamed or moved: the administrator proposes, the chair of
the office above or of one of them approves; two different people."""

from datetime import datetime
from uuid import UUID

from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can
from motcua.organization import services
from motcua.organization.reorganizations import reorganization
from motcua.organization.selectors import office_by_id, office_by_slug
from motcua.organization.services.reorganization import Wanted


def propose_reorganization(wanted: Wanted, *, at: datetime, by: Actor) -> UUID:
    """Refused: out_of_reach for an office that is not below, and as the room below says."""
    slugs = [*wanted.offices, *(one.slug for one in wanted.successors if one.slug)]
    _reach(by, Duty.REORGANIZE, {office_by_slug(slug).id for slug in slugs}, at)
    return services.propose(wanted, at=at, by=by)


def approve_reorganization(uuid: UUID, *, at: datetime, by: Actor) -> None:
    """Refused: out_of_reach, same_person, and as the room below says."""
    _reach(by, Duty.APPROVE_REORGANIZATION, _concerned(uuid, at), at)
    services.approve(uuid, at=at, by=by)


def take_back_reorganization(uuid: UUID, *, at: datetime, by: Actor) -> None:
    """By who may propose or approve. Refused: out_of_reach, reorganization_in_effect."""
    duty = Duty.REORGANIZE
    if not _reaches(by, duty, _concerned(uuid, at), at):
        duty = Duty.APPROVE_REORGANIZATION
    _reach(by, duty, _concerned(uuid, at), at)
    services.take_back(uuid, at=at, by=by)


def _concerned(uuid: UUID, at: datetime) -> frozenset[int]:
    found = reorganization(uuid, at.date())
    if found is None:
        raise Refused("unknown_reorganization")
    return found.office_ids


def _reaches(by: Actor, duty: Duty, office_ids: frozenset[int] | set[int], at: datetime) -> bool:
    return all(can(by, duty, Subject(_unit(one)), at) for one in office_ids)


def _unit(office_id: int) -> int:
    """An outside body counts as part of who is above it."""
    office = office_by_id(office_id)
    return office.parent_id or office_id if office.kind == "outside" else office_id


def _reach(by: Actor, duty: Duty, office_ids: frozenset[int] | set[int], at: datetime) -> None:
    if not office_ids or not _reaches(by, duty, office_ids, at):
        raise Refused("out_of_reach")

"""Posts given and lent: what an administrator does about who may act as what."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.identity.actors import Actor
from motcua.identity.kinds import PositionKind
from motcua.identity.models import Account, Delegation, Holding, Position
from motcua.identity.reach import reach_office
from motcua.identity.services.noting import note
from motcua.identity.services.people import add_position, delegate, give_position
from motcua.identity.services.personnel import OneTime, take_on
from motcua.organization.selectors import departments

IN_DEPARTMENTS = frozenset({PositionKind.CASE_OFFICER, PositionKind.DEPARTMENT_HEAD})


@dataclass(frozen=True, slots=True)
class Placing:
    """Which post: its office, its department where it has one, its kind and its title."""

    office_id: int
    kind: PositionKind
    title: str
    department_id: int | None = None


@transaction.atomic
def place(person: UUID, placing: Placing, *, from_on: date, at: datetime, by: Actor) -> Holding:
    """The person holds a post from a day on: the vacant one of that title, else a new one.

    Refused: out_of_reach, unknown_person, account_closed, not_for_people, needs_department,
    department_elsewhere, already_held.
    """
    reach_office(by, placing.office_id, at)
    _check(placing, at)
    account = Account.objects.select_for_update().filter(uuid=person).first()
    if account is None:
        raise Refused("unknown_person")
    if not account.is_active:
        raise Refused("account_closed", person=account.full_name)
    title, department = clean(placing.title)[:120], placing.department_id
    same = Position.objects.filter(
        Q(department=None) if department is None else Q(department_id=department),
        office_id=placing.office_id,
        kind=placing.kind,
        title=title,
    )
    if same.filter(holdings__account=account, holdings__until_on=None).exists():
        raise Refused("already_held", person=account.full_name, title=title)
    position = same.exclude(holdings__until_on=None).exclude(
        holdings__until_on__gt=from_on
    ).first() or add_position(
        office_id=placing.office_id,
        kind=placing.kind,
        title=title,
        department_id=placing.department_id,
    )
    return give_position(account, position, from_on=from_on, by=by)


@transaction.atomic
def take_on_placed(
    *, username: str, full_name: str, placing: Placing, from_on: date, at: datetime, by: Actor
) -> OneTime:
    """A new person in their first post, both or neither. Refused as `take_on` and `place`."""
    given = take_on(username=username, full_name=full_name, at=at, by=by)
    place(given.account, placing, from_on=from_on, at=at, by=by)
    return given


def _check(placing: Placing, at: datetime) -> None:
    if placing.kind is PositionKind.PROGRAM:
        raise Refused("not_for_people")
    if placing.department_id is None:
        if placing.kind in IN_DEPARTMENTS:
            raise Refused("needs_department")
        return
    part = next((d for d in departments(placing.office_id) if d.id == placing.department_id), None)
    if part is None or (part.ended_on and part.ended_on <= at.astimezone(VN).date()):
        raise Refused("department_elsewhere")


@transaction.atomic
def lend(
    holding_id: int, to: UUID, *, from_at: datetime, until_at: datetime, reason: str,
    at: datetime, by: Actor,
) -> Delegation:  # fmt: skip
    """Another person acts in the post for a time.

    Refused: out_of_reach, unknown_person, unknown_holding, to_oneself, ends_before_it_begins,
    delegation_past.
    """
    holding = (
        Holding.objects.select_related("position", "account")
        .select_for_update(of=("self",))
        .filter(pk=holding_id)
        .first()
    )
    if holding is None:
        raise Refused("unknown_holding")
    reach_office(by, holding.position.office_id, at)
    person = Account.objects.filter(uuid=to, is_active=True).first()
    if person is None:
        raise Refused("unknown_person")
    if until_at <= at:
        raise Refused("delegation_past")
    return delegate(holding, person, from_at=from_at, until_at=until_at, reason=reason, by=by)


@transaction.atomic
def end_lending(delegation_id: int, *, at: datetime, by: Actor) -> None:
    """The delegation ends now; one that has not begun is taken back whole."""
    lent = (
        Delegation.objects.select_related("holding__position", "to_account")
        .select_for_update(of=("self",))
        .filter(pk=delegation_id)
        .first()
    )
    if lent is None:
        raise Refused("unknown_delegation")
    reach_office(by, lent.holding.position.office_id, at)
    account, position = lent.to_account.uuid, lent.holding.position.uuid
    if lent.from_at >= at:
        lent.delete()
    elif lent.until_at > at:
        lent.until_at = at
        lent.save(update_fields=["until_at"])
    note("end_delegation", account=account, position=position, by=by)

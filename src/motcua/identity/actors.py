"""Who acts: a person in a position at a moment. What services and the grants table are given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.core.clock import VN
from motcua.identity.kinds import LEADERS, PositionKind
from motcua.identity.models import Account, Delegation, Holding, Position


@dataclass(frozen=True, slots=True)
class Actor:
    """A person in a position. `delegated` when they stand in for its holder."""

    account_id: int
    account_uuid: UUID
    person: str
    position_id: int
    position_uuid: UUID
    kind: str
    title: str
    office_id: int
    office_slug: str
    office_name: str
    department_id: int | None
    department_code: str
    department_name: str
    delegated: bool = False

    @property
    def is_leader(self) -> bool:
        """Heads and chairs: those whose step is an approval."""
        return self.kind in LEADERS

    @property
    def position_kind(self) -> PositionKind:
        """The kind as a member."""
        return PositionKind(self.kind)


def actors_of(account_id: int, at: datetime) -> Sequence[Actor]:
    """The positions a person may act in at `at`: their own, then those delegated. Two queries."""
    day = at.astimezone(VN).date()
    held = Holding.objects.filter(
        Q(until_on=None) | Q(until_on__gt=day), account_id=account_id, from_on__lte=day
    )
    own = [actor_of(h.account, h.position) for h in _whole(held)]
    lent = (
        Delegation.objects.filter(
            Q(holding__until_on=None) | Q(holding__until_on__gt=day),
            to_account_id=account_id,
            from_at__lte=at,
            until_at__gt=at,
            holding__from_on__lte=day,
        )
        .select_related(
            "to_account",
            "holding__position__office",
            "holding__position__department",
        )
        .order_by("id")
    )
    return tuple(own) + tuple(
        actor_of(d.to_account, d.holding.position, delegated=True) for d in lent
    )


def _whole(holdings: QuerySet[Holding]) -> QuerySet[Holding]:
    return holdings.select_related("account", "position__office", "position__department").order_by(
        "id"
    )


def actor_of(account: Account, position: Position, *, delegated: bool = False) -> Actor:
    """The actor of a person in a position; its office and department are read with it."""
    department = position.department
    return Actor(
        account_id=account.id,
        account_uuid=account.uuid,
        person=account.full_name,
        position_id=position.id,
        position_uuid=position.uuid,
        kind=position.kind,
        title=position.title,
        office_id=position.office_id,
        office_slug=position.office.slug,
        office_name=position.office.name,
        department_id=position.department_id,
        department_code=department.code if department else "",
        department_name=department.name if department else "",
        delegated=delegated,
    )

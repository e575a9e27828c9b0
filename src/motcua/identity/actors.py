"""Who acts: a person in a position at a moment. What services and the grants table are given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from django.db.models.functions import JSONObject

from motcua.core.clock import VN
from motcua.identity.kinds import LEADERS, PositionKind
from motcua.identity.models import Account, Delegation, Holding, Position

_POST = {
    "from_on": "from_on",
    "until_on": "until_on",
    "position_id": "position_id",
    "position_uuid": "position__uuid",
    "kind": "position__kind",
    "title": "position__title",
    "office_id": "position__office_id",
    "office_slug": "position__office__slug",
    "office_name": "position__office__name",
    "office_begins": "position__office__established_on",
    "office_ends": "position__office__dissolved_on",
    "department_id": "position__department_id",
    "department_code": "position__department__code",
    "department_name": "position__department__name",
}
"""What an actor is made of, as read from a holding; days as ISO text, which sorts by time."""


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
    """The positions a person may act in at `at`: their own, then those delegated. One query."""
    account = with_posts(Account.objects.filter(pk=account_id)).first()
    return actors_in(account, at)


def with_posts(accounts: QuerySet[Account]) -> QuerySet[Account]:
    """`accounts` read together with every post they ever held or were lent, for `actors_in`."""
    own = Holding.objects.filter(account_id=OuterRef("pk")).order_by("id")
    lent = Delegation.objects.filter(to_account_id=OuterRef("pk")).order_by("id")
    borrowed = {fact: f"holding__{path}" for fact, path in _POST.items()}
    return accounts.annotate(
        own_posts=ArraySubquery(own.values(post=JSONObject(**_POST))),
        lent_posts=ArraySubquery(
            lent.values(post=JSONObject(from_at="from_at", until_at="until_at", **borrowed))
        ),
    )


def actors_in(account: object, at: datetime) -> Sequence[Actor]:
    """As `actors_of`, of an account that was read `with_posts`: no query. Nobody: no post."""
    if not isinstance(account, Account):
        return ()
    day = at.astimezone(VN).date().isoformat()
    read: Any = account
    own = [_actor(account, post) for post in read.own_posts if _held(post, day)]
    lent = [post for post in read.lent_posts if _held(post, day) and _lent(post, at)]
    return (*own, *(_actor(account, post, delegated=True) for post in lent))


def _held(post: dict[str, Any], day: str) -> bool:
    """Nobody holds a post of an office that is not there yet or no more."""
    begins, ends = (post["from_on"], post["office_begins"]), (post["until_on"], post["office_ends"])
    return max(begins) <= day and all(end is None or end > day for end in ends)


def _lent(post: dict[str, Any], at: datetime) -> bool:
    starts, ends = (datetime.fromisoformat(post[name]) for name in ("from_at", "until_at"))
    return starts <= at < ends


def _actor(account: Account, post: dict[str, Any], *, delegated: bool = False) -> Actor:
    return Actor(
        account_id=account.pk,
        account_uuid=account.uuid,
        person=account.full_name,
        position_id=post["position_id"],
        position_uuid=UUID(post["position_uuid"]),
        kind=post["kind"],
        title=post["title"],
        office_id=post["office_id"],
        office_slug=post["office_slug"],
        office_name=post["office_name"],
        department_id=post["department_id"],
        department_code=post["department_code"] or "",
        department_name=post["department_name"] or "",
        delegated=delegated,
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

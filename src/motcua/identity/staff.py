"""Questions an administrator asks: who is here, who holds what from when to when, who lends it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import search_key
from motcua.identity.actors import Actor
from motcua.identity.models import Account, Delegation, Holding
from motcua.identity.services.program import USERNAME
from motcua.identity.words import position_words
from motcua.organization.selectors import office_ids_below


@dataclass(frozen=True, slots=True)
class PostRow:
    """A person in a post; `until_on` is the first day no longer held."""

    holding_id: int
    person: UUID
    full_name: str
    position: UUID
    kind: str
    kind_words: str
    title: str
    office_id: int
    office_name: str
    department_name: str
    from_on: date
    until_on: date | None
    state: str
    """`now`, `ahead` or `over`."""

    @property
    def last_on(self) -> date | None:
        """The last day it is held, when that is known."""
        return self.until_on - timedelta(days=1) if self.until_on and self.was_held else None

    @property
    def was_held(self) -> bool:
        """False where it ended on its first day: given by mistake, it counts for no day."""
        return self.until_on != self.from_on


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person with the posts they hold or are to hold, and those they held."""

    uuid: UUID
    username: str
    full_name: str
    is_active: bool
    must_change: bool
    posts: Sequence[PostRow]

    @property
    def current(self) -> Sequence[PostRow]:
        """Posts of today and of days to come."""
        return tuple(post for post in self.posts if post.state != "over")


@dataclass(frozen=True, slots=True)
class LentRow:
    """A post that another person acts in for a time."""

    id: int
    holder: str
    title: str
    office_name: str
    to_person: str
    from_at: datetime
    until_at: datetime
    reason: str
    state: str


def people(actor: Actor, words: str, at: datetime) -> Sequence[PersonRow]:
    """Whoever `actor` administers, by name; of those, who matches `words` in any order, with or
    without accents. Two queries."""
    accounts = list(reached(actor).order_by("sort_key", "id"))
    posts = _posts(Holding.objects.filter(account__in=accounts), at)
    rows = [_person(account, posts) for account in accounts]
    wanted = search_key(words).split()
    return tuple(row for row in rows if _matches(row, wanted))


def person(actor: Actor, uuid: UUID, at: datetime) -> PersonRow:
    """One of them. Raises Refused("unknown_person"). Two queries."""
    account = reached(actor).filter(uuid=uuid).first()
    if account is None:
        raise Refused("unknown_person")
    return _person(account, _posts(Holding.objects.filter(account=account), at))


def posts(actor: Actor, at: datetime) -> Sequence[PostRow]:
    """Every post of the offices `actor` administers, held now, later or before. One query."""
    within = Holding.objects.filter(position__office_id__in=office_ids_below(actor.office_id))
    return _posts(within.order_by("account__sort_key", "id"), at)


def lendings(actor: Actor, at: datetime) -> Sequence[LentRow]:
    """Delegations of those posts, the newest first. One query."""
    rows = Delegation.objects.filter(
        holding__position__office_id__in=office_ids_below(actor.office_id)
    ).select_related("holding__account", "holding__position__office", "to_account")
    return tuple(_lent(row, at) for row in rows.order_by("-from_at", "-id")[:200])


def candidates(actor: Actor) -> Sequence[tuple[UUID, str]]:
    """People one may hand a post or a box to: name and user name, by name. One query."""
    rows = reached(actor).filter(is_active=True).order_by("sort_key", "id")
    return tuple((row.uuid, f"{row.full_name} ({row.username})") for row in rows)


def reached(actor: Actor) -> QuerySet[Account]:
    """People with a post in these offices, and those without any; the program left out."""
    mine = office_ids_below(actor.office_id)
    held = Holding.objects.filter(account=OuterRef("pk"))
    return Account.objects.filter(
        Exists(held.filter(position__office_id__in=mine)) | ~Exists(held)
    ).exclude(username=USERNAME)


def _posts(holdings: QuerySet[Holding], at: datetime) -> Sequence[PostRow]:
    today = at.astimezone(VN).date()
    whole = holdings.select_related("account", "position__office", "position__department")
    return tuple(_post(one, today) for one in whole)


def _post(one: Holding, today: date) -> PostRow:
    position = one.position
    over = one.until_on is not None and one.until_on <= max(today, one.from_on)
    return PostRow(
        holding_id=one.pk,
        person=one.account.uuid,
        full_name=one.account.full_name,
        position=position.uuid,
        kind=position.kind,
        kind_words=position_words(position.kind),
        title=position.title,
        office_id=position.office_id,
        office_name=position.office.name,
        department_name=position.department.name if position.department else "",
        from_on=one.from_on,
        until_on=one.until_on,
        state="over" if over else "ahead" if one.from_on > today else "now",
    )


def _person(account: Account, posts: Sequence[PostRow]) -> PersonRow:
    mine = tuple(post for post in posts if post.person == account.uuid)
    return PersonRow(
        uuid=account.uuid,
        username=account.username,
        full_name=account.full_name,
        is_active=account.is_active,
        must_change=account.must_change,
        posts=tuple(sorted(mine, key=lambda post: (post.state == "over", post.from_on))),
    )


def _matches(row: PersonRow, wanted: Sequence[str]) -> bool:
    said = " ".join(
        f"{p.title} {p.department_name} {p.office_name} {p.kind_words}" for p in row.posts
    )
    here = search_key(f"{row.full_name} {row.username} {said}")
    return all(word in here for word in wanted)


def _lent(row: Delegation, at: datetime) -> LentRow:
    over, ahead = row.until_at <= at, row.from_at > at
    return LentRow(
        id=row.pk,
        holder=row.holding.account.full_name,
        title=row.holding.position.title,
        office_name=row.holding.position.office.name,
        to_person=row.to_account.full_name,
        from_at=row.from_at.astimezone(VN),
        until_at=row.until_at.astimezone(VN),
        reason=row.reason,
        state="over" if over else "ahead" if ahead else "now",
    )

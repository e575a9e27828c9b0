"""Questions about who holds what."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from motcua.core.clock import VN
from motcua.identity.actors import Actor, actor_of, actors_of
from motcua.identity.kinds import PositionKind
from motcua.identity.models import Account, Delegation, Holding, Position, held_on_or_after

__all__ = ["actors_in_post", "actors_of"]


def actors_in_post(at: datetime, office_id: int | None = None) -> Sequence[Actor]:
    """Everybody who holds a position at `at`, of one office or of all, by office. One query."""
    held = _held(at)
    if office_id is not None:
        held = held.filter(position__office_id=office_id)
    whole = held.select_related("account", "position__office", "position__department")
    return tuple(actor_of(h.account, h.position) for h in whole.order_by("id"))


def has_post(office_id: int, department_id: int, kind: PositionKind) -> bool:
    """Whether that department has a post of that kind, held or not. One query."""
    posts = Position.objects.filter(office_id=office_id, department_id=department_id)
    return posts.filter(kind=kind.value).exists()


@cache
def title_of(position: UUID) -> str:
    """The title of a position; titles do not change. One query the first time."""
    return Position.objects.values_list("title", flat=True).get(uuid=position)


def colleagues(office_id: int, department_id: int, kind: str, at: datetime) -> Sequence[Actor]:
    """Who holds a position of that kind in a department at `at`, by name. One query."""
    held = _held(at).filter(
        position__office_id=office_id, position__department_id=department_id, position__kind=kind
    )
    whole = held.select_related("account", "position__office", "position__department")
    return tuple(actor_of(h.account, h.position) for h in whole.order_by("account__sort_key", "id"))


def _held(at: datetime) -> QuerySet[Holding]:
    """Holdings of positions at `at`, in offices that are there."""
    day = at.astimezone(VN).date()
    held = Holding.objects.filter(held_on_or_after(day), from_on__lte=day)
    held = held.filter(position__office__established_on__lte=day)
    return held.exclude(position__office__dissolved_on__lte=day)


def attended(at: datetime) -> QuerySet[Position]:
    """Positions somebody holds at `at` and has not lent to another: who is there. No query yet."""
    lent = Delegation.objects.filter(
        holding__position_id=OuterRef("pk"), from_at__lte=at, until_at__gt=at
    )
    held = _held(at).filter(position_id=OuterRef("pk"))
    return Position.objects.filter(Exists(held), ~Exists(lent))


def vacant_among(positions: Iterable[UUID], at: datetime) -> frozenset[UUID]:
    """Those of the positions nobody holds at `at`. One query."""
    wanted = set(positions)
    held = _held(at).filter(position__uuid__in=wanted)
    return frozenset(wanted - set(held.values_list("position__uuid", flat=True)))


def people_named(uuids: Iterable[UUID | None]) -> Mapping[UUID, str]:
    """The names of those accounts. One query."""
    wanted = {uuid for uuid in uuids if uuid is not None}
    return dict(Account.objects.filter(uuid__in=wanted).values_list("uuid", "full_name"))


def posts_ending(office_ids: Sequence[int], at: datetime) -> Sequence[tuple[str, str]]:
    """Who holds a post in these offices at `at`: person and title, by office. One query."""
    day = at.astimezone(VN).date()
    held = Holding.objects.filter(held_on_or_after(day), position__office_id__in=office_ids)
    rows = held.order_by("position__office_id", "id")
    return tuple(rows.values_list("account__full_name", "position__title"))


def has_demo_accounts() -> bool:
    """Whether anybody can sign in with a password that is public. One query."""
    return Account.objects.filter(demo=True, is_active=True).exists()


def anybody_can_sign_in() -> bool:
    """Whether there is any account of a person; without one the folder awaits its set-up."""
    return Account.objects.filter(is_active=True).exists()

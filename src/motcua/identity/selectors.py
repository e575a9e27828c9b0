"""Questions about who holds what."""

from collections.abc import Sequence
from datetime import datetime

from motcua.core.clock import VN
from motcua.identity.actors import Actor, actor_of, actors_of
from motcua.identity.models import Account, Holding, held_on_or_after

__all__ = ["actors_in_post", "actors_of"]


def actors_in_post(at: datetime, office_id: int | None = None) -> Sequence[Actor]:
    """Everybody who holds a position at `at`, of one office or of all, by office. One query."""
    day = at.astimezone(VN).date()
    held = Holding.objects.filter(held_on_or_after(day), from_on__lte=day)
    if office_id is not None:
        held = held.filter(position__office_id=office_id)
    whole = held.select_related("account", "position__office", "position__department")
    return tuple(actor_of(h.account, h.position) for h in whole.order_by("id"))


def has_demo_accounts() -> bool:
    """Whether anybody can sign in with a password that is public. One query."""
    return Account.objects.filter(demo=True, is_active=True).exists()


def anybody_can_sign_in() -> bool:
    """Whether there is any account of a person; without one the folder awaits its set-up."""
    return Account.objects.filter(is_active=True).exists()

"""Keeping views of the inbox: an officer's own, at one of their posts."""

from collections.abc import Mapping
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet

from motcua.boxes.models import LONGEST_NAME, SavedView
from motcua.core.refusal import Refused
from motcua.core.text import nfc
from motcua.identity.actors import Actor
from motcua.identity.models import Account

MOST_VIEWS = 12


@transaction.atomic
def save_view(actor: Actor, *, name: str, asked: Mapping[str, str], default: bool = False) -> UUID:
    """Keep the filter `asked` under `name`; answers its uuid.

    The account's row is locked, so that two windows do not pass the limit together. Refused:
    view_nothing_asked, view_no_name, view_name_long, view_name_taken, too_many_views.
    """
    if not asked:
        raise Refused("view_nothing_asked")
    mine = _mine(actor)
    wanted = _name(mine, name)
    if mine.count() >= MOST_VIEWS:
        raise Refused("too_many_views", most=MOST_VIEWS)
    if default:
        mine.update(is_default=False)
    made = SavedView.objects.create(
        uuid=uuid4(),
        account_id=actor.account_id,
        position_id=actor.position_id,
        name=wanted,
        asked=dict(asked),
        is_default=default,
    )
    return made.uuid


@transaction.atomic
def rename_view(actor: Actor, uuid: UUID, *, name: str) -> None:
    """Give a view another name. Refused: unknown_view, and as `save_view` for the name."""
    mine = _mine(actor)
    if not mine.filter(uuid=uuid).exists():
        raise Refused("unknown_view")
    mine.filter(uuid=uuid).update(name=_name(mine.exclude(uuid=uuid), name))


@transaction.atomic
def set_default_view(actor: Actor, uuid: UUID | None) -> None:
    """The view the inbox opens with; None: with everything. Refused: unknown_view."""
    mine = _mine(actor)
    mine.update(is_default=False)
    if uuid is not None and not mine.filter(uuid=uuid).update(is_default=True):
        raise Refused("unknown_view")


@transaction.atomic
def delete_view(actor: Actor, uuid: UUID) -> str:
    """Take a view away; answers the name it had. Refused: unknown_view."""
    mine = _mine(actor).filter(uuid=uuid)
    name = mine.values_list("name", flat=True).first()
    if name is None:
        raise Refused("unknown_view")
    mine.delete()
    return name


def _mine(actor: Actor) -> QuerySet[SavedView]:
    Account.objects.select_for_update(of=("self",)).only("pk").get(pk=actor.account_id)
    return SavedView.objects.filter(account_id=actor.account_id, position_id=actor.position_id)


def _name(others: QuerySet[SavedView], name: str) -> str:
    wanted = " ".join(nfc(name).split())
    if not wanted:
        raise Refused("view_no_name")
    if len(wanted) > LONGEST_NAME:
        raise Refused("view_name_long", most=LONGEST_NAME)
    if others.filter(name__iexact=wanted).exists():
        raise Refused("view_name_taken", name=wanted)
    return wanted

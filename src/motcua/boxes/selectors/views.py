"""The views of the inbox a person keeps at a post."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from motcua.boxes.models import SavedView
from motcua.core.text import search_key
from motcua.identity.actors import Actor


@dataclass(frozen=True, slots=True)
class View:
    """One view: `asked` are the fields of the inbox's address."""

    uuid: UUID
    name: str
    asked: Mapping[str, str]
    is_default: bool


def views(actor: Actor) -> Sequence[View]:
    """Those of `actor`, by name. One query."""
    mine = SavedView.objects.filter(account_id=actor.account_id, position_id=actor.position_id)
    found = [View(one.uuid, one.name, one.asked, one.is_default) for one in mine]
    return sorted(found, key=lambda view: (search_key(view.name), view.name))

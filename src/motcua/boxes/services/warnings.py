"""What a post does with its warnings: opens one, puts some aside, takes them up again."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from motcua.boxes.models import Warning
from motcua.core.refusal import Refused
from motcua.identity.actors import Actor


def open_warning(actor: Actor, uuid: UUID, at: datetime) -> str:
    """Note that somebody at the post has opened it, the first time; answers the dossier's code.

    Raises Refused("unknown_warning") for another post's. Two statements.
    """
    mine = Warning.objects.filter(position_id=actor.position_id, uuid=uuid)
    code = mine.values_list("dossier__code", flat=True).first()
    if code is None:
        raise Refused("unknown_warning")
    mine.filter(opened_at=None).update(opened_at=at)
    return code


def dismiss(actor: Actor, uuids: Collection[UUID], at: datetime) -> int:
    """Put warnings of the post aside; answers how many. The next threshold speaks again. One
    statement."""
    mine = Warning.objects.filter(position_id=actor.position_id, uuid__in=uuids, dismissed_at=None)
    return mine.update(dismissed_at=at, dismissed_by=actor.account_uuid)


def take_up(actor: Actor, uuids: Collection[UUID]) -> int:
    """The reverse of `dismiss`; answers how many. One statement."""
    mine = Warning.objects.filter(position_id=actor.position_id, uuid__in=uuids)
    aside = mine.filter(dismissed_at__isnull=False)
    return aside.update(dismissed_at=None, dismissed_by=None)

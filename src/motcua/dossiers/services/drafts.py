"""Half-filled intake forms: kept as they are typed, given back, dropped."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from motcua.dossiers.models import Draft
from motcua.identity.actors import Actor

KEPT = timedelta(days=7)


def keep_draft(actor: Actor, uuid: UUID, data: dict[str, Any], at: datetime) -> None:
    """Keep `data` under `uuid` for the officer at their office; the last writing wins."""
    Draft.objects.update_or_create(
        uuid=uuid,
        account_id=actor.account_id,
        office_id=actor.office_id,
        defaults={"data": data, "updated_at": at},
    )


def drop_draft(actor: Actor, uuid: UUID) -> None:
    """Forget the draft; nothing happens when there is none."""
    Draft.objects.filter(uuid=uuid, account_id=actor.account_id).delete()


def drop_old_drafts(at: datetime) -> int:
    """Forget drafts untouched for 7 days, since they hold personal data. Returns how many."""
    return Draft.objects.filter(updated_at__lt=at - KEPT).delete()[0]

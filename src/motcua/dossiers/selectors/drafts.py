"""The officer's own half-filled forms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.core.clock import VN
from motcua.dossiers.models import Draft
from motcua.identity.actors import Actor


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A form as it was left."""

    uuid: UUID
    data: dict[str, Any]
    updated_at: datetime


def drafts(actor: Actor) -> Sequence[DraftRow]:
    """The drafts of the officer at their office, last touched first. One query."""
    kept = Draft.objects.filter(account_id=actor.account_id, office_id=actor.office_id)
    return tuple(
        DraftRow(row.uuid, row.data, row.updated_at.astimezone(VN))
        for row in kept.order_by("-updated_at")[:20]
    )


def draft(actor: Actor, uuid: UUID) -> DraftRow | None:
    """One draft of the officer, or None."""
    return next((row for row in drafts(actor) if row.uuid == uuid), None)

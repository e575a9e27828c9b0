"""A person puts away what they were told of changed procedures."""

from datetime import datetime

from motcua.catalogue.models import ChangesSeen
from motcua.core.clock import VN
from motcua.identity.actors import Actor


def put_changes_away(*, at: datetime, by: Actor) -> None:
    """All that took effect until today was seen. Twice is harmless. Two statements."""
    day = at.astimezone(VN).date()
    ChangesSeen.objects.update_or_create(account_id=by.account_id, defaults={"seen_on": day})

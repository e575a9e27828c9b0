"""How a post stood when its office's day opened."""

from dataclasses import dataclass
from datetime import datetime

from motcua.boxes.models import Digest
from motcua.core.clock import VN
from motcua.identity.actors import Actor


@dataclass(frozen=True, slots=True)
class Opening:
    """The counts of that moment; `untaken` is None for posts that are told of no hand-over."""

    made_at: datetime
    todo: int
    late: int
    today: int
    warnings: int
    untaken: int | None


def opening(actor: Actor, at: datetime) -> Opening | None:
    """Today's digest of the post of `actor`; None before it was made and on a day off. One
    query."""
    mine = Digest.objects.filter(position_id=actor.position_id, day_on=at.astimezone(VN).date())
    one = mine.first()
    if one is None:
        return None
    return Opening(
        one.made_at.astimezone(VN), one.todo, one.late, one.today, one.warnings, one.untaken
    )

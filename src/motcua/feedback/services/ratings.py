"""The one question at return: once a dossier, changeable within a day."""

from datetime import datetime

from django.db import transaction

from motcua.core.codes import normalize
from motcua.core.flow import Act
from motcua.core.hearing import Score, check_rating
from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.visibility import visible_to
from motcua.feedback.models import Channel, Rating
from motcua.feedback.slips import held
from motcua.identity.actors import Actor
from motcua.identity.grants import scope_of


@transaction.atomic
def rate(*, code: str, check: str, score: str, channel: str, at: datetime, secret: bytes) -> None:
    """Whoever holds the slip answers. Raises Refused("no_such_slip", "not_returned", "no_score",
    "rated_already"). Three queries."""
    _keep(held(code, check, secret, lock=True), score, Channel(channel), at)


@transaction.atomic
def rate_at_desk(*, code: str, score: str, by: Actor, at: datetime) -> None:
    """The citizen answers on the screen the clerk hands over. Raises as `rate`, and
    Refused("no_such_slip") for a dossier this desk does not hand out."""
    if scope_of(by, Act.RETURN_RESULT) is None:
        raise Refused("no_such_slip")
    mine = visible_to(by).filter(code=normalize(code)).values("id")
    found = Dossier.objects.select_for_update(of=("self",)).filter(pk__in=mine).first()
    if found is None:
        raise Refused("no_such_slip")
    _keep(found, score, Channel.DESK, at)


def _keep(dossier: Dossier, score: str, channel: Channel, at: datetime) -> None:
    """The dossier is locked: two answers at once are one after the other."""
    if score not in {str(one.value) for one in Score}:
        raise Refused("no_score")
    before = Rating.objects.filter(dossier=dossier).first()
    check_rating(dossier.stage, before.rated_at if before else None, at)
    if before is not None:
        before.score, before.channel, before.changed_at = int(score), channel, at
        before.save(update_fields=["score", "channel", "changed_at"])
        return
    Rating.objects.create(
        dossier=dossier,
        office_id=dossier.handled_by_id or dossier.office_id,
        score=int(score),
        channel=channel,
        rated_at=at,
        changed_at=at,
    )

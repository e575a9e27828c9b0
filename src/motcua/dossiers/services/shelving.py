"""Where results lie at the desk, and after how many days an office asks after them."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from motcua.audit.recording import record
from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.dossiers.answering import answered_by
from motcua.dossiers.authorizing import subject
from motcua.dossiers.models import CollectionTerm, Dossier, ShelfPlace
from motcua.dossiers.models.dossier import Stage
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, can, has

LONGEST = 40
MOST_DAYS = 365


@transaction.atomic
def put_on_shelf(actor: Actor, places: Mapping[str, str], at: datetime) -> int:
    """Note where the results of `places` (code: place) lie; an empty place takes the note away.

    Answers how many changed; what already lies there is no change. All or nothing: raises Refused
    `not_your_act`, `not_at_your_desk` for a result that is not at the officer's desk, or
    `shelf_too_long`. Each change is in the audit. Three queries and one a change.
    """
    if not can(actor, Act.RETURN_RESULT, subject(actor.office_id, None), at):
        raise Refused("not_your_act", act=Act.RETURN_RESULT.value, title=actor.title)
    wanted = {code: clean(place) for code, place in places.items()}
    if any(len(place) > LONGEST for place in wanted.values()):
        raise Refused("shelf_too_long", longest=LONGEST)
    at_desk = Dossier.objects.filter(
        answered_by(actor.office_id), code__in=wanted, stage=Stage.FINISHED
    )
    found = {row.code: row.id for row in at_desk.only("code").select_for_update().order_by("id")}
    if len(found) < len(wanted):
        raise Refused("not_at_your_desk")
    before = dict(
        ShelfPlace.objects.filter(dossier_id__in=found.values()).values_list("dossier_id", "place")
    )
    changed = [code for code, place in wanted.items() if before.get(found[code], "") != place]
    for code in changed:
        _note(actor, code, found[code], wanted[code], at)
    return len(changed)


def _note(actor: Actor, code: str, dossier: int, place: str, at: datetime) -> None:
    if place:
        ShelfPlace.objects.update_or_create(
            dossier_id=dossier, defaults={"place": place, "changed_at": at}
        )
    else:
        ShelfPlace.objects.filter(dossier_id=dossier).delete()
    _audit(actor, "shelf_noted", "dossier", code, at)


@transaction.atomic
def set_collection_days(actor: Actor, days: int, at: datetime) -> None:
    """After how many calendar days the actor's office asks after a result. Two queries.

    Raises Refused `not_your_act`, or `days_out_of_range` outside 1 to 365.
    """
    if not has(actor, Duty.ADMINISTER):
        raise Refused("not_your_act", act=Duty.ADMINISTER.value, title=actor.title)
    if not 1 <= days <= MOST_DAYS:
        raise Refused("days_out_of_range", most=MOST_DAYS)
    CollectionTerm.objects.update_or_create(office_id=actor.office_id, defaults={"days": days})
    _audit(actor, "collection_days_set", "days", str(days), at)


def _audit(actor: Actor, action: str, kind: str, about: str, at: datetime) -> None:
    record(
        action,
        at=at,
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind=kind,
        subject=about,
    )

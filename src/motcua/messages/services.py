"""Asking owners to fetch what lies ready for them."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction

from motcua.core.clock import VN
from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.dossiers.selectors.returning import Waiting, collection_days, uncollected
from motcua.identity.actors import Actor
from motcua.identity.grants import scope_of
from motcua.messages.consumers import REMINDER
from motcua.messages.locking import one_at_a_time
from motcua.messages.models import OutboxMessage
from motcua.messages.selectors import Reminders, reminders

Outcome = Waiting | Refused


@transaction.atomic
def remind(actor: Actor, codes: Sequence[str], at: datetime) -> list[Outcome]:
    """Queue a reminder for each result nobody fetched; one outcome each, in the order asked.

    One for a dossier in the office's days: two clerks who press at once wait for one another, and
    the second is refused `reminded_lately`. `not_waiting_long` for what is not on the office's
    list. Raises Refused("not_your_act"). Six queries.
    """
    if scope_of(actor, Act.RETURN_RESULT) is None:
        raise Refused("not_your_act", act=Act.RETURN_RESULT.value, title=actor.title)
    one_at_a_time(actor.office_id)
    days = collection_days(actor.office_id)
    listed = {row.code: row for row in uncollected(actor, at)}
    before = reminders([row.id for row in listed.values()])
    outcomes: list[Outcome] = []
    queued: dict[str, OutboxMessage] = {}
    for code in codes:
        row = listed.get(code)
        last = before.get(row.id) if row else None
        refused = _refused(row, last, days, at, again=code in queued)
        if row is not None and refused is None:
            queued[code] = _message(row, last, at)
        outcomes.append(refused or listed[code])
    OutboxMessage.objects.bulk_create(queued.values())
    return outcomes


def _refused(
    row: Waiting | None, last: Reminders | None, days: int, at: datetime, *, again: bool
) -> Refused | None:
    if row is None:
        return Refused("not_waiting_long", days=days)
    if again or (last and (_day(at) - _day(last.last_at)) < timedelta(days=days)):
        on = last.last_at if last and not again else at
        return Refused("reminded_lately", on=f"{on.astimezone(VN):%d/%m/%Y}", days=days)
    return None


def _message(row: Waiting, last: Reminders | None, at: datetime) -> OutboxMessage:
    return OutboxMessage(
        dossier_id=row.id,
        seq=row.seq,
        kind=REMINDER,
        queued_at=at,
        ordinal=1 + (last.count if last else 0),
    )


def _day(at: datetime) -> datetime:
    return at.astimezone(VN).replace(hour=0, minute=0, second=0, microsecond=0)

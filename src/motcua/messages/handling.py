"""What people do with notices no channel could deliver, and the administrator's trial."""

import re
from collections.abc import Sequence
from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.db.models import Q

from motcua.audit.recording import record
from motcua.core.delivery import MOVES, State
from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, scope_of
from motcua.messages.channels import EMAIL, Answer, Channels, Letter
from motcua.messages.models import OutboxMessage, TrialLetter
from motcua.messages.outbox import one
from motcua.organization import timekeeping

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"0\d{9,10}")
TRIAL_SUBJECT = "Thư thử của Một Cửa"
TRIAL_BODY = "Đây là tin thử từ chương trình Một Cửa. Không phải làm gì."


def mark_called(actor: Actor, messages: Sequence[int], at: datetime) -> int:
    """These were told by telephone; answers how many. Those another person settled are left."""
    return _settle(actor, messages, State.CALLED, at)


def mark_printed(actor: Actor, messages: Sequence[int], at: datetime) -> int:
    """The letters of these were printed to go out; answers how many."""
    return _settle(actor, messages, State.PRINTED, at)


@transaction.atomic
def _settle(actor: Actor, messages: Sequence[int], state: State, at: datetime) -> int:
    """Raises Refused: not_your_act, and no_such_notice for the first that is not the office's."""
    if scope_of(actor, Duty.NOTICES) is None:
        raise Refused("not_your_act", act=Duty.NOTICES.value, title=actor.title)
    rows = [one(actor, message) for message in messages]
    before = [here.value for here, there in MOVES.items() if state in there]
    settled = OutboxMessage.objects.filter(pk__in=[row.id for row in rows], state__in=before)
    done = list(settled.select_for_update().values_list("pk", flat=True))
    OutboxMessage.objects.filter(pk__in=done).update(
        state=state.value, settled_at=at, settled_by=actor.account_uuid
    )
    for row in rows:
        if row.id in done:
            _note(actor, f"notice_{state.value}", row.code)
    return len(done)


def send_trial(actor: Actor, channel: str, address: str, ways: Channels) -> Answer:
    """Send a made-up notice to `address`, to see whether the channel works. Nothing is kept of it
    but that it was tried.

    Raises Refused: not_your_act, trial_channel, trial_address.
    """
    if scope_of(actor, Duty.ADMINISTER) is None:
        raise Refused("not_your_act", act=Duty.ADMINISTER.value, title=actor.title)
    way = ways.get(channel)
    if way is None:
        raise Refused("trial_channel")
    if not (_MAIL if channel == EMAIL else _PHONE).fullmatch(address):
        raise Refused("trial_address")
    answer = way.send(Letter(address, TRIAL_SUBJECT, TRIAL_BODY, uuid4()))
    way.close()
    _note(actor, "notice_trial", channel, kind="channel")
    return answer


def trial_box(actor: Actor) -> Sequence[TrialLetter]:
    """What a demonstration would have sent for the officer's office, and the trials, the newest
    first, at most a hundred. One query."""
    mine = TrialLetter.objects.filter(Q(office_id=actor.office_id) | Q(office=None))
    return tuple(mine.order_by("-id")[:100])


def looked(actor: Actor, what: str, codes: Sequence[str]) -> None:
    """Note that an officer was shown whom to tell of these dossiers, and how to reach them."""
    for code in dict.fromkeys(codes):
        _note(actor, what, code)


def _note(actor: Actor, action: str, subject: str, *, kind: str = "dossier") -> None:
    record(
        action,
        at=timekeeping.real_now(),
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind=kind,
        subject=subject,
    )

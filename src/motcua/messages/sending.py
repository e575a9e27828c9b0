"""Notices on their way out: each attempt is written down before a channel is asked.

Whoever holds a notice holds an advisory lock of the session: another worker passes it by, and the
lock of a killed worker ends with its connection, so that an attempt without an ending under a lock
that can be taken is one nobody lives to end.
"""

import logging
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Q

from motcua.core.delivery import (
    STALE_AFTER,
    Ending,
    State,
    Step,
    Tried,
    Why,
    may_repeat,
    next_step,
)
from motcua.core.flow.deciding.undoing import UNDO_WITHIN
from motcua.messages import own_words
from motcua.messages.channels import EMAIL, PREFERRED, Answer, Channels, Letter
from motcua.messages.facts import Notice, contact_of, notice_of
from motcua.messages.models import Attempt, OutboxMessage
from motcua.messages.overtaken import overtaken
from motcua.messages.wordings import LONG, MAIL_FOOT, SHORT, fill

log = logging.getLogger("motcua.messages")

SECONDS_A_ROUND = 3.0
MOST_A_ROUND = 200
DOWN_FOR = timedelta(minutes=1)
_TRY = "SELECT pg_try_advisory_lock(hashtext('motcua.messages.send'), %s)"
_LET_GO = "SELECT pg_advisory_unlock(hashtext('motcua.messages.send'), %s)"


@dataclass(frozen=True, slots=True)
class Begun:
    """An attempt written down and not yet made."""

    attempt: int
    channel: str
    letter: Letter


def send_due(at: datetime, channels: Channels, *, seconds: float = SECONDS_A_ROUND) -> Counter[str]:
    """Send what is due at `at` (the office's time); answers how many attempts ended how.

    Begins no attempt after `seconds`, so that a program told to stop waits for one at most. Safe
    twice and beside others.
    """
    ended: Counter[str] = Counter()
    down: set[str] = set()
    stop = time.monotonic() + seconds
    for message in _due(at):
        if time.monotonic() > stop:
            break
        made = _send(message, at, channels, down)
        if made is not None:
            ended[made.ending.value] += 1
    for channel in channels.values():
        channel.close()
    return ended


def _due(at: datetime) -> Sequence[int]:
    never_tried = Q(next_at=None, queued_at__lte=at - UNDO_WITHIN)
    waiting = OutboxMessage.objects.filter(
        never_tried | Q(next_at__lte=at), state=State.WAITING, held=False
    )
    return list(waiting.order_by("queued_at", "id").values_list("id", flat=True)[:MOST_A_ROUND])


def pass_over(before: datetime) -> int:
    """Nothing queued before that moment and never tried will be sent; answers how many. One
    statement."""
    old = OutboxMessage.objects.filter(state=State.WAITING, held=False, next_at=None)
    old = old.filter(queued_at__lt=before)
    return old.update(state=State.PASSED.value, why=Why.STALE.value)


def _send(message: int, at: datetime, channels: Channels, down: set[str]) -> Answer | None:
    with _holding(message) as mine:
        if not mine:
            return None
        begun = _begin(message, at, channels, down)
        if begun is None:
            return None
        answer = channels[begun.channel].send(begun.letter)
        _end(message, begun, answer, at, channels)
    if answer.down:
        down.add(begun.channel)
    log.info("notice", extra={"job": message, "task": f"{begun.channel} {answer.ending}"})
    return answer


@contextmanager
def _holding(message: int) -> Iterator[bool]:
    """Whether this session has the notice for itself while inside. Row ids beyond 2^31 share."""
    key = message % 2**31
    with connection.cursor() as cursor:
        cursor.execute(_TRY, [key])
        row = cursor.fetchone()
    mine = bool(row and row[0])
    try:
        yield mine
    finally:
        if mine:
            with connection.cursor() as cursor:
                cursor.execute(_LET_GO, [key])


@transaction.atomic
def _begin(message: int, at: datetime, channels: Channels, down: set[str]) -> Begun | None:
    """Write the next attempt down, or what else becomes of the notice. Committed before a channel
    is asked. What would go by a channel found `down` waits without spending an attempt."""
    row = _locked(message)
    if row is None or row.held or (row.next_at and row.next_at > at):
        return None
    _bury(row, at)
    tried = _tried(row)
    possible = contact_of(row.dossier_id).possible()
    step = _decided(row, at, possible, channels, tried)
    if step.state is not State.WAITING:
        _settle(row, step, at)
        return None
    if step.channel in down:
        row.next_at = at + DOWN_FOR
        row.save(update_fields=["next_at"])
        return None
    return _written(row, notice_of(row), step, possible[step.channel], at, tried)


def _decided(
    row: OutboxMessage,
    at: datetime,
    possible: Mapping[str, str],
    channels: Channels,
    tried: Sequence[Tried],
) -> Step:
    gone = overtaken(row, at, tried)
    if gone is not None:
        return gone
    if not tried and at - row.queued_at > STALE_AFTER:
        return Step(State.PERSON, why=Why.STALE)
    return next_step(PREFERRED, possible, channels, tried)


def _written(
    row: OutboxMessage,
    notice: Notice,
    step: Step,
    address: str,
    at: datetime,
    tried: Sequence[Tried],
) -> Begun:
    wording = own_words.of(notice.office.id, notice.kind, LONG if step.channel == EMAIL else SHORT)
    said = fill(wording, notice.facts)
    body = said.body + MAIL_FOOT if step.channel == EMAIL else said.body
    attempt = Attempt.objects.create(
        message=row,
        number=len(tried) + 1,
        channel=step.channel,
        wording=wording.version,
        may_repeat=may_repeat(tried, doubtful=row.doubtful),
        begun_at=at,
    )
    row.next_at = at  # due again at once for whoever finds this attempt without an ending
    row.save(update_fields=["next_at"])
    return Begun(
        attempt.pk, step.channel, Letter(address, said.subject, body, notice.key, notice.office.id)
    )


@transaction.atomic
def _end(message: int, begun: Begun, answer: Answer, at: datetime, channels: Channels) -> None:
    """Write down how it ended and what comes next."""
    row = _locked(message)
    ended = Attempt.objects.filter(pk=begun.attempt, ending="").update(
        ending=answer.ending.value, ended_at=at, note=answer.note
    )
    if row is None or not ended:
        return
    possible = contact_of(row.dossier_id).possible()
    step = next_step(PREFERRED, possible, channels, _tried(row))
    if step.state is State.WAITING:
        row.next_at = at + step.rest
        row.save(update_fields=["next_at"])
        return
    _settle(row, step, at)


def _locked(message: int) -> OutboxMessage | None:
    rows = OutboxMessage.objects.select_for_update(of=("self",)).select_related("dossier")
    return rows.filter(pk=message, state=State.WAITING).first()


def _bury(row: OutboxMessage, at: datetime) -> None:
    """An attempt without an ending, and nobody holds its lock: whoever made it is dead."""
    row.attempts.filter(ending="").update(
        ending=Ending.LOST.value, ended_at=at, note="chương trình dừng giữa chừng"
    )


def _tried(row: OutboxMessage) -> Sequence[Tried]:
    made = row.attempts.exclude(ending="").order_by("number").values_list("channel", "ending")
    return [Tried(channel, Ending(ending)) for channel, ending in made]


def _settle(row: OutboxMessage, step: Step, at: datetime) -> None:
    row.state, row.why = step.state.value, step.why.value if step.why else ""
    row.next_at = None
    row.sent_at = at if step.state is State.SENT else None
    row.save(update_fields=["state", "why", "next_at", "sent_at"])

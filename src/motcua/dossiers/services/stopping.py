"""Ends without a result that an office decides, and the way back from any end."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from motcua.core.flow import Act, DeclineStop, ProposeStop, Reopen, Stop
from motcua.dossiers.asked import Asked, Outcome
from motcua.dossiers.services.performing import Order, perform
from motcua.dossiers.services.wording import worded


def propose_stop(
    asked: Sequence[Asked], *, reason: str, key: UUID, whole: bool = False
) -> list[Outcome]:
    """The day named in the request has passed: the officer asks a leader to end the dossier.

    Refused: no_reply_day, reply_day_ahead, already_proposed, no_reason, wrong_stage.
    """
    words, digests = worded("reason", [reason])
    command = ProposeStop(texts=digests)
    return perform(
        Act.PROPOSE_STOP, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def decline_stop(
    asked: Sequence[Asked],
    *,
    reply_by: date | None = None,
    note: str = "",
    key: UUID,
    whole: bool = False,
) -> list[Outcome]:
    """A leader gives the owner longer. Refused: not_proposed, leader_decides, reply_day_past."""
    words, digests = worded("note", [note])
    command = DeclineStop(reply_by=reply_by, texts=digests)
    return perform(
        Act.DECLINE_STOP, asked, lambda one, row: Order(command, words), key=key, whole=whole
    )


def stop(
    asked: Sequence[Asked],
    *,
    document: str,
    ground: str,
    reason: str,
    overdue_reason: str | None = None,
    key: UUID,
    whole: bool = False,
) -> list[Outcome]:
    """A leader ends a dossier without a result (TT 03/2025, form 05); it counts as settled.

    `ground`: `request`, `no_reply` (proposed before) or `unmet`. Refused: leader_decides,
    unknown_ground, not_proposed, no_document, no_reason, reason_needed, wrong_stage.
    """
    words, digests = worded("reason", [reason])
    command = Stop(document=document, ground=ground, texts=digests, overdue_reason=overdue_reason)
    return perform(Act.STOP, asked, lambda one, row: Order(command, words), key=key, whole=whole)


def reopen(
    asked: Sequence[Asked],
    *,
    document: str,
    to: str | None = None,
    reason: str,
    key: UUID,
    whole: bool = False,
) -> list[Outcome]:
    """A decision sends an ended dossier back to step `to`; the time between does not count.

    Refused: leader_decides, which_way, no_document, no_reason, wrong_stage.
    """
    words, digests = worded("reason", [reason])
    command = Reopen(document=document, to=to, texts=digests)
    return perform(Act.REOPEN, asked, lambda one, row: Order(command, words), key=key, whole=whole)

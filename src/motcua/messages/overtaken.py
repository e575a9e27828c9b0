"""What happened since a notice was written and makes it untrue: it is then not sent."""

from collections.abc import Sequence
from datetime import datetime

from motcua.core.delivery import Ending, State, Step, Tried, Why
from motcua.dossiers.models import Event
from motcua.dossiers.models.dossier import ResultBy, Stage
from motcua.messages.consumers import ANSWER_REMINDER
from motcua.messages.facts import went_electronically
from motcua.messages.models import OutboxMessage

LAST_WORDS = frozenset({"withdrawn", "result_posted", "result_returned", "undone", "stopped"})


def overtaken(row: OutboxMessage, at: datetime, tried: Sequence[Tried]) -> Step | None:
    """What becomes of `row` instead of being sent; None when it still stands. At most three
    queries. A notice that may already have arrived is not overtaken by an undoing: it is finished,
    and the undoing then sends its own."""
    if row.dossier.stage == Stage.VOID:
        return Step(State.CANCELLED, why=Why.VOID)
    if row.kind == "undone":
        return None if _was_told(row) else Step(State.CANCELLED, why=Why.UNDONE)
    if not _may_be_there(tried) and _taken_back(row):
        return Step(State.CANCELLED, why=Why.UNDONE)
    return Step(State.PASSED, why=Why.IN_HAND) if _in_hand(row) else None


def _in_hand(row: OutboxMessage) -> bool:
    """The result was handed over in person, or what was missing was brought: there is nothing left
    to tell."""
    if row.kind == ANSWER_REMINDER:
        return row.dossier.stage != Stage.AWAITING_SUPPLEMENT
    by_post = row.dossier.result_by == ResultBy.POST
    if row.kind == "result_returned" and not _went_electronically(row):
        return not by_post or _told_when_posted(row)
    return row.dossier.stage == Stage.RETURNED and not by_post and row.kind not in LAST_WORDS


def _went_electronically(row: OutboxMessage) -> bool:
    event = Event.objects.filter(dossier_id=row.dossier_id, seq=row.seq).first()
    return went_electronically(event)


def _told_when_posted(row: OutboxMessage) -> bool:
    before = OutboxMessage.objects.filter(dossier_id=row.dossier_id, kind="result_posted")
    return before.filter(seq__lt=row.seq).exists()


def _taken_back(row: OutboxMessage) -> bool:
    undone = Event.objects.filter(dossier_id=row.dossier_id, kind="undone", seq__gt=row.seq)
    reminder = bool(row.ordinal)
    return not reminder and any(
        payload["since"] <= row.seq for payload in undone.values_list("payload", flat=True)
    )


def _was_told(row: OutboxMessage) -> bool:
    """Whether anything the undoing took back was sent, or may have been."""
    event = Event.objects.filter(dossier_id=row.dossier_id, seq=row.seq).first()
    since = event.payload["since"] if event else row.seq
    told = OutboxMessage.objects.filter(
        dossier_id=row.dossier_id, ordinal=0, seq__gte=since, seq__lt=row.seq
    )
    return told.filter(attempts__ending__in=("", Ending.SENT, Ending.UNCLEAR, Ending.LOST)).exists()


def _may_be_there(tried: Sequence[Tried]) -> bool:
    return any(one.ending in (Ending.SENT, Ending.UNCLEAR, Ending.LOST) for one in tried)

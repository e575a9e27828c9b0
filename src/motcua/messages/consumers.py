"""A notice in the outbox for each event the owner should hear of.

An undoing stands there too: whoever sends waits `UNDO_WITHIN` first, and passes over the notices of
the events it took back. So does every return of a result: only what went by post is told, when the
post has it.
"""

from collections.abc import Sequence

from django.db import connection

from motcua.core.flow.events import Imported
from motcua.dossiers.consumers import Consumer, DossierFacts, Insert, Recorded

TOLD = (
    "submitted", "completion_asked", "intake_refused",
    "received", "supplement_requested", "suspended", "resumed", "finished", "withdrawn", "undone",
    "due_moved", "result_posted", "result_returned", "asked_still", "extended", "apologised",
    "stop_declined", "stopped", "reopened", "visit_planned", "visit_moved", "visit_cancelled",
)  # fmt: skip
REMINDER, ANSWER_REMINDER = "collect_reminder", "supplement_reminder"
REMINDERS = (REMINDER, ANSWER_REMINDER)
"""What follows from no event, but from a day that went by."""

_DIFFERENCES = """
SELECT d.code, coalesce(e.seq, m.seq), e.id IS NULL
FROM (
    SELECT * FROM dossiers_event t WHERE kind = ANY(%s) AND NOT EXISTS (
        SELECT FROM dossiers_event i
        WHERE i.dossier_id = t.dossier_id AND i.kind = 'imported'
          AND i.recorded_at = t.recorded_at)
) e
FULL JOIN (SELECT * FROM outgoing_outboxmessage WHERE kind <> ALL(%s)) m
    ON m.dossier_id = e.dossier_id AND m.seq = e.seq AND m.kind = e.kind
LEFT JOIN dossiers_dossier d ON d.id = coalesce(e.dossier_id, m.dossier_id)
WHERE e.id IS NULL OR m.id IS NULL
ORDER BY 1, 2
"""
_NEVER_SENT = """
SELECT d.code, m.seq FROM outgoing_outboxmessage m JOIN dossiers_dossier d ON d.id = m.dossier_id
WHERE m.state = 'sent' AND NOT EXISTS (
    SELECT FROM outgoing_attempt a WHERE a.message_id = m.id AND a.ending = 'sent')
ORDER BY 1, 2
"""


def rows(dossiers: Sequence[DossierFacts], events: Sequence[Recorded]) -> Sequence[Insert]:
    """One notice for each event that calls for one; none for what a register tells of the past."""
    taken_over = {one.dossier for one in events if isinstance(one.event, Imported)}
    told = [
        (one.dossier, one.seq, one.event.kind, one.recorded_at, False)
        for one in events
        if one.event.kind in TOLD and one.dossier not in taken_over
    ]
    return [
        Insert(
            "outgoing_outboxmessage",
            ("dossier_id", "seq", "kind", "queued_at", "held"),
            ("bigint", "int", "text", "timestamptz", "bool"),
            told,
        )
    ]


def differences() -> Sequence[str]:
    """Events without their notice, notices without their event, and notices said to be sent
    without an attempt that was."""
    with connection.cursor() as cursor:
        cursor.execute(_DIFFERENCES, [list(TOLD), list(REMINDERS)])
        found = [
            f"{code}: sự kiện {seq} " + ("không còn" if lost else "thiếu thông báo")
            for code, seq, lost in cursor.fetchall()
        ]
        cursor.execute(_NEVER_SENT)
        return found + [f"{code}: thông báo {seq} ghi đã gửi mà chưa gửi" for code, seq in cursor]


CONSUMERS = (Consumer("Hộp thư đi", "ledger", rows, differences),)

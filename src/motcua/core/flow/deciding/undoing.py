"""Undo: the last act is taken back by an event of its own; nothing is ever struck out."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow.context import Context
from motcua.core.flow.state import State
from motcua.core.refusal import Refused

UNDO_WITHIN = timedelta(minutes=5)
"""Also how long a notice waits before it may be sent."""

UNDOABLE = frozenset(
    {
        e.HandedOver.kind,
        e.SentBack.kind,
        e.ClockStopped.kind,
        e.ClockResumed.kind,
        e.SupplementTaken.kind,
        e.Suspended.kind,
        e.Resumed.kind,
        e.Finished.kind,
        e.ResultReturned.kind,
        e.ResultPosted.kind,
        e.PostReturned.kind,
        e.OverdueReasonRecorded.kind,
        e.AskedStill.kind,
        e.StopProposed.kind,
        e.Taken.kind,
        e.Claimed.kind,
        e.Assigned.kind,
        e.OpinionWithdrawn.kind,
        e.VisitPlanned.kind,
        e.VisitMoved.kind,
        e.VisitCancelled.kind,
        e.VisitHeld.kind,
    }
)
"""What leaves no signature and no number behind. An intake is voided instead, a request for a
supplement withdrawn by paper; what is approved is signed."""


def undo(state: State, command: a.Undo, context: Context) -> tuple[e.Event, ...]:
    """The dossier stands again as before the act, which stays in its history.

    Refused: not_undoable, not_yours_to_undo, too_late_to_undo, seen_since,
    money_taken.
    """
    if not command.undone or any(event.kind not in UNDOABLE for event in command.undone):
        raise Refused("not_undoable")
    if any(isinstance(one, e.ResultReturned) and one.fee_vnd for one in command.undone):
        raise Refused("money_taken")
    if not command.own:
        raise Refused("not_yours_to_undo")
    if context.now - command.undone[0].at > UNDO_WITHIN:
        raise Refused("too_late_to_undo")
    if command.opened:
        raise Refused("seen_since")
    finished = any(isinstance(event, e.Finished) for event in command.undone)
    return (
        e.Undone(
            context.now,
            state.seq - len(command.undone) + 1,
            tuple(event.kind for event in command.undone),
            document(command.before),
            state.finished_at if finished else None,
            state.due_at if finished else None,
        ),
    )


def document(state: State) -> str:
    """A state as the text an event keeps; the number of events is told by its own place."""
    value = replace(state, seq=0).to_json()
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def standing(events: Sequence[e.Event]) -> Sequence[e.Event]:
    """A history without what was undone and without the undoing: what still holds."""
    kept: list[e.Event | None] = []
    for event in events:
        if isinstance(event, e.Undone):
            first = event.since - 1
            kept[first:] = [None] * (len(kept) - first)
            kept.append(None)
        else:
            kept.append(event)
    return [event for event in kept if event is not None]

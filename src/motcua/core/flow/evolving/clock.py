"""How its clock stands, runs on and is told; what its owner is asked for meanwhile."""

from dataclasses import replace

from motcua.core.flow import events as e
from motcua.core.flow import timing
from motcua.core.flow.evolving.following import following
from motcua.core.flow.state import Stage, State, moment_or_none


@following.register
def _(event: e.ClockStopped, state: State) -> State:
    return _clocked(event, timing.paused(state, event.at, event.document))


@following.register
def _(event: e.ClockResumed, state: State) -> State:
    return _clocked(event, timing.unpaused(state, event.at))


@following.register
def _(event: e.SupplementRequested, state: State) -> State:
    stopped = timing.paused(state, event.at, event.document)
    asked = replace(
        stopped,
        stage=Stage.AWAITING_SUPPLEMENT,
        supplements=event.ordinal,
        asked_items=event.items,
        reply_by=event.reply_by or "",
        asked_outside=state.asked_outside or bool(event.outside),
    )
    return _clocked(event, asked)


@following.register
def _(event: e.AskedStill, state: State) -> State:
    return replace(
        state,
        asked_items=event.items,
        reply_by=event.reply_by or state.reply_by,
        stop_proposed=False,
    )


@following.register
def _(event: e.SupplementTaken, state: State) -> State:
    running = timing.unpaused(state, event.at)
    if event.restart:
        running = timing.restarted(running, event.at)
    return _clocked(event, replace(answered(running), stage=Stage.IN_PROGRESS))


@following.register
def _(event: e.Suspended, state: State) -> State:
    stopped = timing.paused(state, event.at, event.document)
    return _clocked(event, replace(stopped, stage=Stage.SUSPENDED, suspended_for=event.reason))


@following.register
def _(event: e.Resumed, state: State) -> State:
    running = timing.unpaused(state, event.at)
    return _clocked(event, replace(running, stage=Stage.IN_PROGRESS, suspended_for=""))


@following.register
def _(event: e.Extended, state: State) -> State:
    return _clocked(event, replace(state, extended_days=event.days))


@following.register
def _(event: e.Apologised, state: State) -> State:
    told = replace(state, promised_at=event.promised_at, overdue_reason=event.overdue_reason)
    return undrafted(told)


@following.register
def _(event: e.ApologyDrafted, state: State) -> State:
    return replace(state, apology_until=event.promised_at, apology_why=event.overdue_reason)


@following.register
def _(event: e.ApologyDropped, state: State) -> State:
    return replace(undrafted(state), apology_dropped=state.due_at)


@following.register
def _(event: e.OverdueReasonRecorded, state: State) -> State:
    return replace(state, overdue_reason=event.overdue_reason)


@following.register
def _(event: e.DueTold, state: State) -> State:
    moved_from = event.was_due if isinstance(event, e.DueMoved) else state.moved_from
    told = replace(state, calendar=event.calendar, moved_from=moved_from, kept="")
    return _clocked(event, told)


@following.register
def _(event: e.DueKept, state: State) -> State:
    return replace(state, kept=event.calendar)


Clocked = (
    e.ClockStopped | e.ClockResumed | e.SupplementRequested | e.SupplementTaken | e.Suspended
    | e.Resumed | e.DueTold | e.Extended
)  # fmt: skip


def _clocked(event: Clocked, state: State) -> State:
    """The due times an event of the clock says."""
    due = dict(event.due)
    moved = event.due_at != state.due_at
    return replace(
        undrafted(state) if moved else state,
        due_at=event.due_at,
        provisional=event.provisional,
        open=tuple(
            replace(s, due_at=moment_or_none(due[s.key])) if s.key in due else s for s in state.open
        ),
    )


def undrafted(state: State) -> State:
    """No apology waits to be signed: it was signed or dropped, the dossier ended, or is due at
    another time."""
    return replace(state, apology_until=None, apology_why="")


def answered(state: State) -> State:
    """Nothing is asked of the owner any more."""
    return replace(state, asked_items=(), reply_by="", stop_proposed=False)

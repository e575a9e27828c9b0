"""`evolve`: a state and what happened give the next state. Total, pure, no rule and no calendar."""

import json
from collections.abc import Iterable
from dataclasses import replace
from functools import singledispatch
from typing import Any

from motcua.core.clock import Pause
from motcua.core.flow import events as e
from motcua.core.flow import timing
from motcua.core.flow.beside import alone, beside
from motcua.core.flow.conditions import is_late
from motcua.core.flow.homes import rehomed
from motcua.core.flow.route import Route
from motcua.core.flow.state import LateEntry, LeftStep, Stage, State, Waiting, moment_or_none


def evolve(state: State | None, event: e.Event, route: Route) -> State:
    """The state after `event`; the first event needs none before it.

    `route` is not asked today; it stays in the signature for kinds that will need it. Raises
    ValueError for a history that does not begin with an intake.
    """
    if state is None:
        return _first(event)
    after = _next(event, state)
    return replace(after, seq=state.seq + 1)


def replay(events: Iterable[e.Event], route: Route) -> State:
    """The fold of a whole history. Raises ValueError when there is none."""
    state: State | None = None
    for event in events:
        state = evolve(state, event, route)
    if state is None:
        raise ValueError("no events")
    return state


def _first(event: e.Event) -> State:
    if isinstance(event, e.Submitted):
        return State(
            Stage.SUBMITTED, 1, due_at=event.due_at, provisional=event.provisional,
            calendar=event.calendar, case=event.case,
        )  # fmt: skip
    if isinstance(event, e.CompletionAsked):
        return State(
            Stage.INCOMPLETE, 1, calendar=event.calendar, case=event.case,
            asked_items=event.items, reply_by=event.reply_by or "", guided_at=event.at,
        )  # fmt: skip
    if isinstance(event, e.Received):
        return State(
            Stage.IN_PROGRESS, 1, open=event.opened, clock_from=event.at, due_at=event.due_at,
            provisional=event.provisional, calendar=event.calendar, case=event.case,
        )  # fmt: skip
    if isinstance(event, e.Imported):
        return State(
            Stage.IN_PROGRESS, 1, open=event.opened, clock_from=event.at, due_at=event.due_at,
            provisional=event.provisional, calendar=event.calendar,
            given_due=event.due_at if event.due_given else None,
        )  # fmt: skip
    if isinstance(event, e.IntakeRefused):
        return State(Stage.INTAKE_REFUSED, 1, calendar=event.calendar)
    raise ValueError(f"a history cannot begin with {event.kind}")


@singledispatch
def _next(event: e.Event, state: State) -> State:
    raise ValueError(f"{event.kind} cannot come here")


@_next.register
def _(event: e.CompletionAsked, state: State) -> State:
    return replace(
        _looked_at(state, event),
        stage=Stage.INCOMPLETE,
        asked_items=event.items,
        reply_by=event.reply_by or "",
        guided_at=state.guided_at or event.at,
    )


@_next.register
def _(event: e.Received | e.IntakeRefused, state: State) -> State:
    if not state.is_before_intake:
        raise ValueError(f"{event.kind} cannot come here")
    before = _looked_at(state, event)
    return replace(_first(event), guided_at=before.guided_at, checked_late=before.checked_late)


@_next.register
def _(event: e.Voided, state: State) -> State:
    return replace(
        alone(state), stage=Stage.VOID, open=(), waiting=(), due_at=None, provisional=False
    )


@_next.register
def _(event: e.DoneNow, state: State) -> State:
    return state


@_next.register
def _(event: e.Seen, state: State) -> State:
    return _held(state, event.step, seen=True)


@_next.register
def _(event: e.Taken, state: State) -> State:
    return _held(state, event.step, taken=True)


@_next.register
def _(event: e.Claimed | e.Assigned, state: State) -> State:
    return _held(state, event.step, taken=True, assignee=event.assignee or None)


@_next.register
def _(event: e.BoxHanded, state: State) -> State:
    return _held(state, event.step, assignee=event.assignee or None)


@_next.register
def _(event: e.Moved, state: State) -> State:
    step = state.open_step(event.step)
    left = state.left
    if step is not None:
        back = isinstance(event, e.SentBack)
        left = (
            *(one for one in state.left if one.key != event.step),
            LeftStep(step, event.to, event.at, back),
        )
    return replace(state, open=event.opened, waiting=_waiting(event.waiting), left=left)


@_next.register
def _(event: e.Recalled, state: State) -> State:
    return replace(
        state,
        open=event.opened,
        waiting=_waiting(event.waiting),
        left=tuple(one for one in state.left if one.key != event.step),
    )


@_next.register
def _(event: e.ClockStopped, state: State) -> State:
    return _clocked(event, timing.paused(state, event.at, event.document))


@_next.register
def _(event: e.ClockResumed, state: State) -> State:
    return _clocked(event, timing.unpaused(state, event.at))


@_next.register
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


@_next.register
def _(event: e.AskedStill, state: State) -> State:
    return replace(
        state,
        asked_items=event.items,
        reply_by=event.reply_by or state.reply_by,
        stop_proposed=False,
    )


@_next.register
def _(event: e.StopProposed, state: State) -> State:
    return replace(state, stop_proposed=True)


@_next.register
def _(event: e.StopDeclined, state: State) -> State:
    return replace(state, stop_proposed=False, reply_by=event.reply_by or state.reply_by)


@_next.register
def _(event: e.SupplementTaken, state: State) -> State:
    running = timing.unpaused(state, event.at)
    if event.restart:
        running = timing.restarted(running, event.at)
    return _clocked(event, replace(_answered(running), stage=Stage.IN_PROGRESS))


@_next.register
def _(event: e.Suspended, state: State) -> State:
    stopped = timing.paused(state, event.at, event.document)
    return _clocked(event, replace(stopped, stage=Stage.SUSPENDED, suspended_for=event.reason))


@_next.register
def _(event: e.Resumed, state: State) -> State:
    running = timing.unpaused(state, event.at)
    return _clocked(event, replace(running, stage=Stage.IN_PROGRESS, suspended_for=""))


@_next.register
def _(event: e.Finished, state: State) -> State:
    return replace(
        state,
        stage=Stage.FINISHED,
        finished_at=event.at,
        outcome=event.outcome,
        overdue_reason=event.overdue_reason or state.overdue_reason,
    )


@_next.register
def _(event: e.ResultPosted, state: State) -> State:
    return replace(state, posted_at=event.at, tracking=event.tracking)


@_next.register
def _(event: e.PostReturned, state: State) -> State:
    return replace(state, posted_at=None, tracking="")


@_next.register
def _(event: e.ResultReturned, state: State) -> State:
    return replace(
        state, stage=Stage.RETURNED, returned_at=event.at, open=(), posted_at=None, tracking=""
    )


@_next.register
def _(event: e.Withdrawn, state: State) -> State:
    return _ended(event, state, Stage.WITHDRAWN, "withdrawn")


@_next.register
def _(event: e.Stopped, state: State) -> State:
    return _ended(event, state, Stage.STOPPED, "stopped")


@_next.register
def _(event: e.Reopened, state: State) -> State:
    return replace(
        state,
        stage=Stage.IN_PROGRESS,
        open=event.opened,
        waiting=(),
        finished_at=None,
        returned_at=None,
        outcome="",
        posted_at=None,
        tracking="",
        reopened_at=event.at,
        pauses=(*state.pauses, Pause(event.finish_at, event.at, event.document)),
        due_at=event.due_at,
        provisional=event.provisional,
    )


@_next.register
def _(event: e.Extended, state: State) -> State:
    return _clocked(event, replace(state, extended_days=event.days))


@_next.register
def _(event: e.Apologised, state: State) -> State:
    return replace(state, promised_at=event.promised_at, overdue_reason=event.overdue_reason)


@_next.register
def _(event: e.OverdueReasonRecorded, state: State) -> State:
    return replace(state, overdue_reason=event.overdue_reason)


@_next.register
def _(event: e.EnteredLate, state: State) -> State:
    return replace(state, late=LateEntry.WAITING)


@_next.register
def _(event: e.LateApproved, state: State) -> State:
    return replace(state, late=LateEntry.APPROVED)


@_next.register
def _(event: e.Corrected | e.FileAttached | e.FileDetached, state: State) -> State:
    return state


@_next.register
def _(event: e.DueTold, state: State) -> State:
    moved_from = event.was_due if isinstance(event, e.DueMoved) else state.moved_from
    told = replace(state, calendar=event.calendar, moved_from=moved_from, kept="")
    return _clocked(event, told)


@_next.register
def _(event: e.DueKept, state: State) -> State:
    return replace(state, kept=event.calendar)


@_next.register
def _(event: e.TransferredOffice, state: State) -> State:
    moved = {home.step for home in event.homes}
    return replace(
        state,
        office=event.office,
        homes=rehomed(state.homes, event.homes),
        open=tuple(
            replace(s, seen=False, taken=False, assignee=None) if s.key in moved else s
            for s in state.open
        ),
    )


@_next.register
def _(event: e.Aside, state: State) -> State:
    return beside(event, state)


@_next.register
def _(event: e.Undone, state: State) -> State:
    return replace(State.from_json(json.loads(event.before)), seq=state.seq)


Clocked = (
    e.ClockStopped | e.ClockResumed | e.SupplementRequested | e.SupplementTaken | e.Suspended
    | e.Resumed | e.DueTold | e.Extended
)  # fmt: skip


def _clocked(event: Clocked, state: State) -> State:
    """The due times an event of the clock says."""
    due = dict(event.due)
    return replace(
        state,
        due_at=event.due_at,
        provisional=event.provisional,
        open=tuple(
            replace(s, due_at=moment_or_none(due[s.key])) if s.key in due else s for s in state.open
        ),
    )


def _ended(event: e.Withdrawn | e.Stopped, state: State, stage: Stage, outcome: str) -> State:
    """Ended without a result: nobody holds it, the clock runs no more."""
    return replace(
        alone(_answered(timing.unpaused(state, event.at))),
        stage=stage,
        open=(),
        waiting=(),
        finished_at=event.at,
        outcome=outcome,
        due_at=event.due_at,
        provisional=event.provisional,
        overdue_reason=event.overdue_reason or state.overdue_reason,
        suspended_for="",
    )


def _looked_at(state: State, event: e.Event) -> State:
    """What was sent in was looked at: in time or not."""
    late = state.stage is Stage.SUBMITTED and is_late(state, event.at)
    return replace(state, due_at=None, provisional=False, checked_late=state.checked_late or late)


def _held(state: State, key: str, **hands: Any) -> State:
    """The step called `key` in other hands."""
    return replace(
        state, open=tuple(replace(s, **hands) if s.key == key else s for s in state.open)
    )


def _answered(state: State) -> State:
    """Nothing is asked of the owner any more."""
    return replace(state, asked_items=(), reply_by="", stop_proposed=False)


def _waiting(joins: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Waiting, ...]:
    return tuple(Waiting(key, arrived) for key, arrived in joins)

"""Promises under a calendar that was announced after they were made: moved, or kept, by a leader.

Adding an edition of a calendar moves nothing by itself.
"""

from dataclasses import replace
from datetime import time

from motcua.core.clock import Allowance, Calendar, Due
from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow import timing
from motcua.core.flow.conditions import in_stage
from motcua.core.flow.context import Context
from motcua.core.flow.state import Stage, State
from motcua.core.refusal import Refused


def another_promise(
    state: State, calendar: Calendar, allowance: Allowance, cutoff: time | None
) -> Due:
    """The promise of a running dossier under `calendar`, when that is not the one it has.

    Refused: due_same, due_given (by a register: no calendar explains it), wrong_stage, due_stands
    (the clock stands still; what is promised when it runs again is asked about then). Raises
    ClockError.
    """
    if calendar.edition == state.calendar:
        raise Refused("due_same")
    if state.given_due is not None:
        raise Refused("due_given")
    in_stage(state, Stage.IN_PROGRESS)
    if state.paused_since is not None:
        raise Refused("due_stands")
    due = timing.promised(state, calendar, allowance, cutoff)
    if (due.due_at, due.provisional) == (state.due_at, state.provisional):
        raise Refused("due_same")
    return due


def move_due(state: State, command: a.MoveDue, context: Context) -> tuple[e.Event, ...]:
    """The promise follows the office's calendar of today. Refused as `another_promise`."""
    due = _another(state, context)
    under = replace(context, calendar=_current(context))
    edition, budgets = under.calendar.edition, timing.budgets(state, under)
    if due.due_at == state.due_at:
        return (e.DueFirmed(context.now, edition, due.due_at, due.provisional, budgets),)
    return (
        e.DueMoved(context.now, edition, due.due_at, due.provisional, budgets, state.due_at),
    )  # fmt: skip


def keep_due(state: State, command: a.KeepDue, context: Context) -> tuple[e.Event, ...]:
    """The promise stays, and is not asked about again under that edition. Refused as
    `another_promise`, and due_kept."""
    _another(state, context)
    edition = _current(context).edition
    if state.kept == edition:
        raise Refused("due_kept")
    return (e.DueKept(context.now, edition),)


def _another(state: State, context: Context) -> Due:
    return another_promise(state, _current(context), context.allowance, context.cutoff)


def _current(context: Context) -> Calendar:
    return context.current or context.calendar

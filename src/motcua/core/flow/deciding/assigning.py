"""Whose hands a step is in: handed over is not received, and one of a department may have it."""

from datetime import datetime, timedelta

from motcua.core.clock import Calendar, working_minutes
from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow.conditions import in_stage
from motcua.core.flow.context import Context
from motcua.core.flow.route import LEADERS
from motcua.core.flow.state import OPEN_STAGES, OpenStep, State
from motcua.core.refusal import Refused

TAKE_WITHIN = 120
"""Working minutes within which what was handed over is received; then both heads are told."""
RECEIPTS = frozenset({e.Seen.kind, e.Taken.kind, e.Claimed.kind, e.Assigned.kind})
"""The events by which a step is in its holder's hands: opened, received, taken on, given to one."""
_FURTHEST = timedelta(days=30)


def take(state: State, command: a.Take, context: Context) -> tuple[e.Event, ...]:
    """What was handed over is received; its budget has run since the hand-over.

    Refused: wrong_stage, which_step, not_this_step, already_taken.
    """
    step = _open(state, command.step)
    if step.in_hand:
        raise Refused("already_taken")
    return (e.Taken(context.now, step.key),)


def claim(state: State, command: a.Claim, context: Context) -> tuple[e.Event, ...]:
    """An officer takes it on, so that the others need not look at it.

    Refused: wrong_stage, which_step, not_this_step, not_shared, already_assigned.
    """
    step = _shared(state, command.step, context)
    if step.assignee is not None or not command.assignee:
        raise Refused("already_assigned")
    return (e.Claimed(context.now, step.key, command.assignee),)


def assign(state: State, command: a.Assign, context: Context) -> tuple[e.Event, ...]:
    """A head gives it to one of the department, to another, or back to all.

    Refused: wrong_stage, which_step, not_this_step, not_shared, already_assigned.
    """
    step = _shared(state, command.step, context)
    was = step.assignee or ""
    if command.assignee == was:
        raise Refused("already_assigned")
    return (e.Assigned(context.now, step.key, command.assignee, was, command.texts),)


def hand_box(state: State, command: a.HandBox, context: Context) -> tuple[e.Event, ...]:
    """Nothing waits in the box of someone who left. Refused: wrong_stage, not_this_step,
    nothing_in_box."""
    step = _open(state, command.step)
    if step.assignee is None:
        raise Refused("nothing_in_box")
    return (e.BoxHanded(context.now, step.key, command.assignee, step.assignee),)


def is_shared(state: State, key: str, context: Context) -> bool:
    """Whether a department holds `key`, so that one of its people may have it: no leader's step."""
    home = next((home for home in state.homes if home.step == key), None)
    spec = context.route.step(key)
    department = spec.department if home is None else home.department
    position = spec.position if home is None else home.position
    return bool(department) and position not in LEADERS


def taken_by(calendar: Calendar, at: datetime) -> datetime:
    """What was handed over at this moment or before should have been received by `at`.

    The minute from which `TAKE_WITHIN` working minutes lead to `at`; at most 30 days back.
    """
    least, most = 0, int(_FURTHEST.total_seconds()) // 60
    while least < most:
        middle = (least + most) // 2
        if working_minutes(calendar, at - timedelta(minutes=middle), at) > TAKE_WITHIN:
            most = middle
        else:
            least = middle + 1
    return at - timedelta(minutes=least)


def _shared(state: State, key: str | None, context: Context) -> OpenStep:
    step = _open(state, key)
    if not is_shared(state, step.key, context):
        raise Refused("not_shared")
    return step


def _open(state: State, key: str | None) -> OpenStep:
    """The open step to speak of, also while the clock stands still."""
    in_stage(state, *OPEN_STAGES)
    if key is None and len(state.open) == 1:
        return state.open[0]
    step = state.open_step(key)
    if step is None:
        raise Refused("which_step" if key is None else "not_this_step")
    return step

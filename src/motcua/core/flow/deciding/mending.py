"""Mistakes and gaps at the counter: what was written wrong, taken in wrongly, or typed in late."""

from datetime import date, datetime, timedelta

from motcua.core.clock import VN, is_working_day
from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow.conditions import in_stage
from motcua.core.flow.context import Context
from motcua.core.flow.state import OPEN_STAGES, LateEntry, Stage, State
from motcua.core.refusal import Refused

LATE_DAYS = 3
"""Working days a late entry may lie back."""


def void(state: State, command: a.Void, context: Context) -> tuple[e.Event, ...]:
    """The intake was a mistake: its number stays used, and it counts on a line of its own.

    The clerk on the day of receipt, before anything left the counter; a leader as long as it is
    worked on. What was done at once has ended within the act, and is voided by the same two after
    its end. Refused: wrong_stage, left_the_desk, leader_after_day, no_reason.
    """
    in_stage(state, *(OPEN_STAGES if context.is_leader else (Stage.IN_PROGRESS,)), *_done(state))
    if not context.is_leader:
        if state.left or state.supplements:
            raise Refused("left_the_desk")
        if state.clock_from is None or _day(state.clock_from) != _day(context.now):
            raise Refused("leader_after_day")
    if not command.texts:
        raise Refused("no_reason")
    return (e.Voided(context.now, command.texts),)


def correct(state: State, command: a.Correct, context: Context) -> tuple[e.Event, ...]:
    """A clerical error is mended before the result is out, or on the day it went out, so that what
    was done at once can be mended too; both readings are kept.

    Refused: wrong_stage, nothing_corrected, no_reason.
    """
    if state.returned_at is None or _day(state.returned_at) != _day(context.now):
        in_stage(state, *OPEN_STAGES, Stage.FINISHED)
    if not command.said or len(command.said) != len(command.was):
        raise Refused("nothing_corrected")
    if not command.texts:
        raise Refused("no_reason")
    return (e.Corrected(context.now, command.said, command.was, command.texts),)


def entered_late(command: a.Receive, context: Context) -> tuple[e.Event, ...]:
    """What a receipt at an earlier time adds: nothing when it is received now.

    Refused: received_ahead, too_far_back, no_reason, no_slip_number.
    """
    if not command.slip and not command.texts:
        return ()
    if not command.slip.strip():
        raise Refused("no_slip_number")
    if not command.texts:
        raise Refused("no_reason")
    if command.received_at > context.now:
        raise Refused("received_ahead")
    if _working_days_since(command.received_at, context) > LATE_DAYS:
        raise Refused("too_far_back", days=LATE_DAYS)
    return (e.EnteredLate(context.now, command.slip.strip(), command.texts),)


def approve_late(state: State, command: a.ApproveLate, context: Context) -> tuple[e.Event, ...]:
    """A leader lets a late entry go on; of one done at once, confirms it after the fact.

    Refused: wrong_stage, no_late_entry, leader_only_late.
    """
    in_stage(state, *OPEN_STAGES, *_done(state))
    if state.late is not LateEntry.WAITING:
        raise Refused("no_late_entry")
    if not context.is_leader:
        raise Refused("leader_only_late")
    return (e.LateApproved(context.now),)


def _done(state: State) -> tuple[Stage, ...]:
    """Where what was done at once stands since."""
    return (Stage.RETURNED,) if state.at_once else ()


def _working_days_since(moment: datetime, context: Context) -> int:
    """Working days after that day until today; counting stops beyond what can be asked."""
    day, today, found = _day(moment), _day(context.now), 0
    while day < today and found <= LATE_DAYS:
        day += timedelta(days=1)
        found += is_working_day(context.calendar, day)
    return found


def _day(moment: datetime) -> date:
    return moment.astimezone(VN).date()

"""Ends without a result, and the way back from an end."""

from dataclasses import replace
from datetime import date

from motcua.core.clock import Pause
from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow import timing
from motcua.core.flow.conditions import documented, in_stage, is_late, led
from motcua.core.flow.context import Context
from motcua.core.flow.state import OPEN_STAGES, OpenStep, Stage, State
from motcua.core.refusal import Refused

GROUNDS = ("request", "no_reply", "unmet")
ENDED = (Stage.FINISHED, Stage.RETURNED, Stage.WITHDRAWN, Stage.STOPPED)


def withdraw(state: State, command: a.Withdraw, context: Context) -> tuple[e.Event, ...]:
    """The owner takes it back before a result exists. Refused: wrong_stage, no_reason,
    reason_needed (late, and nobody says why)."""
    in_stage(state, *OPEN_STAGES)
    if not command.texts:
        raise Refused("no_reason")
    ended, reason = _ending(state, command.overdue_reason, context)
    return (e.Withdrawn(context.now, command.texts, ended.due_at, ended.provisional, reason),)


def propose_stop(state: State, command: a.ProposeStop, context: Context) -> tuple[e.Event, ...]:
    """The day to answer by has passed: a leader is asked to decide; nothing lapses by itself.

    Refused: wrong_stage, no_reply_day, reply_day_ahead, already_proposed, no_reason.
    """
    in_stage(state, Stage.AWAITING_SUPPLEMENT)
    if not state.reply_by:
        raise Refused("no_reply_day")
    if context.now.date() <= date.fromisoformat(state.reply_by):
        raise Refused("reply_day_ahead", day=date.fromisoformat(state.reply_by))
    if state.stop_proposed:
        raise Refused("already_proposed")
    if not command.texts:
        raise Refused("no_reason")
    return (e.StopProposed(context.now, command.texts),)


def decline_stop(state: State, command: a.DeclineStop, context: Context) -> tuple[e.Event, ...]:
    """The owner has longer. Refused: wrong_stage, not_proposed, leader_decides, reply_day_past."""
    in_stage(state, Stage.AWAITING_SUPPLEMENT)
    if not state.stop_proposed:
        raise Refused("not_proposed")
    led(context)
    day = command.reply_by
    if day is not None and day < context.now.date():
        raise Refused("reply_day_past")
    return (e.StopDeclined(context.now, day.isoformat() if day else None, command.texts),)


def stop(state: State, command: a.Stop, context: Context) -> tuple[e.Event, ...]:
    """A leader ends it without a result, before a decision on the result exists.

    Refused: wrong_stage, leader_decides, unknown_ground, not_proposed, no_document, no_reason,
    reason_needed. Source: TT 03/2025, form 05.
    """
    in_stage(state, *OPEN_STAGES)
    led(context)
    if command.ground not in GROUNDS:
        raise Refused("unknown_ground")
    if command.ground == "no_reply" and not state.stop_proposed:
        raise Refused("not_proposed")
    number = documented(command.document)
    if not command.texts:
        raise Refused("no_reason")
    ended, reason = _ending(state, command.overdue_reason, context)
    return (
        e.Stopped(
            context.now, number, command.ground, command.texts, reason, ended.due_at,
            ended.provisional,
        ),
    )  # fmt: skip


def reopen(state: State, command: a.Reopen, context: Context) -> tuple[e.Event, ...]:
    """A decision sends an ended dossier back to a step it was at; the time between does not count.

    Refused: wrong_stage, leader_decides, which_way with the steps, no_document, no_reason.
    """
    in_stage(state, *ENDED)
    led(context)
    choices = reopening_steps(state, context)
    if command.to is None or command.to not in choices:
        raise Refused("which_way", choices=choices)
    number = documented(command.document)
    if not command.texts:
        raise Refused("no_reason")
    assert state.finished_at is not None  # noqa: S101 (every ended stage has it)
    back = OpenStep(command.to, context.now)
    again = replace(
        state,
        stage=Stage.IN_PROGRESS,
        open=(back,),
        pauses=(*state.pauses, Pause(state.finished_at, context.now, number)),
    )
    due = timing.promise(again, context)
    opened = timing.with_budgets(again.open, again.pauses, context)
    return (
        e.Reopened(
            context.now, number, opened, command.texts, state.finished_at, state.due_at,
            due.due_at, due.provisional,
        ),
    )  # fmt: skip


def reopening_steps(state: State, context: Context) -> tuple[str, ...]:
    """The steps it may go back to: those it was at, the last one first, but for the desk's end."""
    if state.stage not in ENDED:
        return ()
    been = [left.key for left in reversed(state.left)]
    found = [key for key in dict.fromkeys(been) if not context.route.is_desk_end(key)]
    return tuple(found) or (context.route.entry.key,)


def _ending(state: State, given: str | None, context: Context) -> tuple[State, str]:
    """The state with its clock running no more and its due time as it stands, and why it is late:
    what ends late does not end without a reason from the list. Refused: reason_needed."""
    stopped = timing.unpaused(state, context.now)
    due = timing.promise(stopped, context)
    ended = replace(stopped, due_at=due.due_at, provisional=due.provisional)
    late = is_late(ended, context.now)
    reason = given or state.overdue_reason
    if late and not reason:
        raise Refused("reason_needed", due_at=ended.due_at)
    return ended, reason if late else ""

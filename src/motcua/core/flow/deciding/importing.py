"""Taking over what a register kept elsewhere: its times are facts, and only their order is judged.

Source: the contract of `motcua import register` in docs/operations.md.
"""

from collections.abc import Iterator
from datetime import datetime

from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow import timing
from motcua.core.flow.context import Context
from motcua.core.flow.state import OpenStep, Stage, State
from motcua.core.refusal import Refused

OUTCOMES = ("result", "refused", "withdrawn")


def take_over(state: State | None, command: a.TakeOver, context: Context) -> tuple[e.Event, ...]:
    """Its intake and what the register says came after. `context.now` is the import's moment.

    Raises Refused with the first fault of `faults`, and ClockError when a due time is to be
    computed where the calendar has no data.
    """
    if state is not None:
        raise Refused("wrong_stage", stage=state.stage.value)
    for column, code in faults(command, context):
        raise Refused(code, column=column)
    return tuple(_events(command, context))


def faults(command: a.TakeOver, context: Context) -> Iterator[tuple[str, str]]:
    """What cannot be true in a row: the field and the refusal's code, one for each field."""
    yield from _times(command, context.now)
    if command.outcome and command.outcome not in OUTCOMES:
        yield "outcome", "unknown_outcome"
    elif command.outcome and command.finished_at is None:
        yield "outcome", "outcome_without_finish"
    elif command.finished_at is not None and not command.outcome:
        yield "outcome", "finish_without_outcome"


def _times(command: a.TakeOver, now: datetime) -> Iterator[tuple[str, str]]:
    """Each time after the one before it, and none to come but the due time."""
    received, finished = command.received_at, command.finished_at
    if received > now:
        yield "received_at", "in_the_future"
    if command.due_at is not None and command.due_at < received:
        yield "due_at", "due_before_received"
    yield from _past("finished_at", finished, received, now, "finished_before_received")
    returned = command.returned_at
    yield from _past("returned_at", returned, finished, now, "returned_before_finished")


def _past(
    column: str, moment: datetime | None, after: datetime | None, now: datetime, refusal: str
) -> Iterator[tuple[str, str]]:
    if moment is None:
        return
    if moment > now:
        yield column, "in_the_future"
    elif after is None or moment < after:
        yield column, refusal


def is_late(due_at: datetime | None, finished_at: datetime | None, now: datetime) -> bool:
    """Whether it was finished after its due time or, still open, is past it; to the minute."""
    judged = (finished_at or now).replace(second=0, microsecond=0)
    return due_at is not None and judged > due_at


def _events(command: a.TakeOver, context: Context) -> Iterator[e.Event]:
    at = command.received_at
    due, provisional = command.due_at, False
    if due is None:
        found = timing.promise(State(Stage.IN_PROGRESS, 0, clock_from=at), context)
        due, provisional = found.due_at, found.provisional
    entry = OpenStep(context.route.entry.key, at, seen=True)
    yield e.Imported(
        at, command.channel, command.parties, command.papers, command.texts, due,
        command.due_at is not None, provisional, context.calendar.edition, (entry,),
        command.code_given,
    )  # fmt: skip
    finished = command.finished_at
    late = is_late(due, finished, context.now)
    reason = command.overdue_reason if late else ""
    if finished is not None and command.outcome == "withdrawn":
        if reason:
            yield e.OverdueReasonRecorded(finished, reason)
        yield e.Withdrawn(finished, (), due, provisional)
    elif finished is not None:
        yield e.Finished(finished, command.outcome, late, reason)
    elif reason:
        yield e.OverdueReasonRecorded(context.now, reason)
    if command.returned_at is not None:
        yield e.ResultReturned(command.returned_at, "owner", ())

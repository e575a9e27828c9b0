"""Where a late dossier lost its time: the one stay at a step that went furthest beyond its end."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime, time

from motcua.core.clock import Allowance, Calendar, Pause, working_minutes
from motcua.core.flow.state import OpenStep, State
from motcua.core.flow.timing import promised


def time_lost(
    state: State, calendar: Calendar, until: datetime, outside: Collection[str] = ()
) -> Pause | None:
    """The stretch in which most working time was lost by `until`: of a stay with a budget what lies
    beyond its end, of one at a step of `outside`, whose time the allowance does not hold, all of
    it, though no paper stopped the clock. None when none was lost.

    Raises ClockError where the calendar has no data.
    """
    most, found = 0, None
    for step, left_at in _stays(state, until):
        budgeted = step.due_at if step.key not in outside else None
        begun = budgeted or step.entered_at
        lost = working_minutes(calendar, begun, left_at, state.pauses) if begun < left_at else 0
        if lost > most:
            most, found = lost, Pause(begun, left_at, "Chờ người dân, không có văn bản tạm dừng")
    return found


def due_without(
    state: State, calendar: Calendar, allowance: Allowance, cutoff: time | None, lost: Pause
) -> datetime | None:
    """When it would be due had the clock stood still in `lost`, too; None while it stands."""
    replayed = replace(state, pauses=(*state.pauses, lost))
    return promised(replayed, calendar, allowance, cutoff).due_at


def _stays(state: State, until: datetime) -> Iterator[tuple[OpenStep, datetime]]:
    """Each stay with its end, those not over ending at `until`."""
    for left in state.left:
        yield left.step, min(left.left_at, until)
    for step in state.open:
        yield step, until

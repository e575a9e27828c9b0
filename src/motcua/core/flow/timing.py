"""The clock of a dossier: its due time and the budgets of its steps, with its pauses."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time

from motcua.core.clock import (
    WORKING_DAY,
    Allowance,
    AllowanceKind,
    Calendar,
    Due,
    Pause,
    Stretch,
    add_working_minutes,
    deadline,
    due_at,
    working_minutes,
)
from motcua.core.flow.context import Context
from motcua.core.flow.state import OpenStep, State, text_of


def promise(state: State, context: Context) -> Due:
    """The due time of `state` under its own start and pauses."""
    return promised(state, context.calendar, context.allowance, context.cutoff)


def promised(state: State, calendar: Calendar, allowance: Allowance, cutoff: time | None) -> Due:
    """As `promise`, without a whole context: what `verify` recomputes."""
    if state.clock_from is None:
        return Due(None, provisional=False)
    if state.given_due is not None:
        given = _longer(state.given_due, state.extended_days, calendar)
        return _put_off(state.clock_from, given, state.pauses, calendar)
    if allowance.while_one_waits and state.extended_days:
        day = due_at(calendar, allowance, state.clock_from, state.pauses, cutoff)
        return _days_after(day, state, calendar)
    whole = allowance.longer_by(state.extended_days)
    return due_at(calendar, whole, state.clock_from, state.pauses, cutoff)


def explained(
    state: State, calendar: Calendar, allowance: Allowance, cutoff: time | None
) -> Sequence[Stretch]:
    """The stretches that add up to what `promised` answers; none where no allowance explains it:
    never received, or due by a register. After a same-day term that was extended, those of both.
    Raises ClockError."""
    if state.clock_from is None or state.given_due is not None:
        return ()
    if not (allowance.while_one_waits and state.extended_days):
        whole = allowance.longer_by(state.extended_days)
        return deadline(calendar, whole, state.clock_from, state.pauses, cutoff).stretches
    day = deadline(calendar, allowance, state.clock_from, state.pauses, cutoff)
    if day.due_at is None:
        return day.stretches
    more = Allowance(AllowanceKind.WORKING_DAYS_CIVIL, state.extended_days)
    return (*day.stretches, *deadline(calendar, more, day.due_at, state.pauses).stretches)


def _days_after(day: Due, state: State, calendar: Calendar) -> Due:
    """What was due on the day, so many working days later: their first follows that day."""
    if day.due_at is None:
        return day
    more = Allowance(AllowanceKind.WORKING_DAYS_CIVIL, state.extended_days)
    return due_at(calendar, more, day.due_at, state.pauses)


def _longer(given: datetime, days: int, calendar: Calendar) -> datetime:
    """A due time a register gave, later by working days."""
    if not days:
        return given
    return add_working_minutes(calendar, given, days * WORKING_DAY) or given


def _put_off(start: datetime, given: datetime, pauses: Sequence[Pause], calendar: Calendar) -> Due:
    """A due time that was given, moved by the working time of the pauses that began before it."""
    stops = [pause for pause in pauses if pause.start < given]
    if not stops:
        return Due(given, provisional=False)
    minutes = working_minutes(calendar, start, given)
    end = add_working_minutes(calendar, start, minutes, stops)
    open_still = any(pause.end is None for pause in stops)
    return Due(None if open_still or end is None else max(end, given), provisional=False)


def with_budgets(
    steps: Sequence[OpenStep], pauses: Sequence[Pause], context: Context
) -> tuple[OpenStep, ...]:
    """The steps with the ends of their budgets; working hours from entry, pauses not counted.

    A step outside the clock runs on its own budget whatever the dossier's clock does.
    """
    return tuple(replace(step, due_at=budget_end(step, pauses, context)) for step in steps)


def budget_end(step: OpenStep, pauses: Sequence[Pause], context: Context) -> datetime | None:
    """When the budget of an open step is used up; None without one or while it stands still.

    Where calendar days must pass before it may be left (niêm yết), the budget begins after them.
    """
    spec = context.route.step(step.key)
    if not spec.budget_minutes:
        return None
    counted = () if spec.clock_stops else pauses
    begins = spec.free_from(step.entered_at)
    return add_working_minutes(context.calendar, begins, spec.budget_minutes, counted)


def budgets(state: State, context: Context) -> tuple[tuple[str, str | None], ...]:
    """The ends of all open steps' budgets under the state's pauses, for an event's payload."""
    return tuple(
        (step.key, text_of(budget_end(step, state.pauses, context))) for step in state.open
    )


def paused(state: State, at: datetime, document: str) -> State:
    """The state with a pause opened at `at` on `document`."""
    return replace(state, pauses=(*state.pauses, Pause(at, None, document)))


def unpaused(state: State, at: datetime) -> State:
    """The state with its open pause closed at `at`."""
    return replace(
        state,
        pauses=tuple(
            replace(pause, end=max(at, pause.start)) if pause.end is None else pause
            for pause in state.pauses
        ),
    )


def restarted(state: State, at: datetime) -> State:
    """The state with its time counted anew from `at`, under its procedure's own allowance."""
    return replace(state, clock_from=at, pauses=(), given_due=None)


def is_outside(steps: Sequence[OpenStep], context: Context) -> bool:
    """Whether every step at work is a body outside the clock that has its document."""
    at_work = [s for s in steps if not context.route.is_desk_end(s.key)]
    return bool(at_work) and all(
        context.route.step(s.key).clock_stops and s.document for s in at_work
    )

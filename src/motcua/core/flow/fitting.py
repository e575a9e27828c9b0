"""Whether what is left to do still fits before the due time, by the budgets of the process."""

from collections.abc import Sequence
from datetime import datetime
from fractions import Fraction

from motcua.core.clock import (
    WORKING_DAY,
    Calendar,
    add_working_minutes,
    close_of_day,
    working_minutes,
)
from motcua.core.flow.context import Context
from motcua.core.flow.longest import longest_way
from motcua.core.flow.route import Route, Step
from motcua.core.flow.state import OpenStep, State


def another_day(state: State, context: Context) -> datetime | None:
    """The close of the day on which the steps left are done, where that is after the due time and
    the due time at most one working day of 8 hours away; else None.

    Judged by the calendar the office works by now. None also for what is done while one waits,
    and once the due time has passed. Raises ClockError where the calendar has no data.
    """
    calendar, due = context.current or context.calendar, state.due_at
    if due is None or context.allowance.while_one_waits or context.minute > due:
        return None
    left = working_minutes(calendar, context.minute, due)
    if left > WORKING_DAY:
        return None
    needed = minutes_ahead(state, context.route, calendar, context.minute)
    if needed <= left:
        return None
    done = add_working_minutes(calendar, context.minute, needed)
    return None if done is None else close_of_day(calendar, done.date())


def minutes_ahead(state: State, route: Route, calendar: Calendar, now: datetime) -> int:
    """Working minutes until the result is at the desk: what each open step has left of its budget
    and the longest way behind it; of branches at once, the longest.

    A body outside the clock takes none of them, the desk's end neither; calendar days that must
    pass count as so many working days. A step past its budget is taken for done.
    """
    weights = {step.key: Fraction(_weight(step, route)) for step in route.steps}
    edges: dict[str, Sequence[str]] = {step.key: step.next for step in route.steps}
    found = Fraction(0)
    for step in state.open:
        following = (step.reply_to,) if step.reply_to else route.step(step.key).next
        behind = max((longest_way(key, edges, weights) for key in following), default=Fraction(0))
        found = max(found, _left(step, calendar, now) + behind)
    return int(found)


def _weight(step: Step, route: Route) -> int:
    if step.clock_stops or route.is_desk_end(step.key):
        return 0
    return step.budget_minutes + step.wait_days * WORKING_DAY


def _left(step: OpenStep, calendar: Calendar, now: datetime) -> int:
    """Working minutes left of the budget of an open step; 0 without one, and once it is used up."""
    if step.due_at is None or step.due_at <= now:
        return 0
    return working_minutes(calendar, now, step.due_at)

"""A process tried out: received then, where it would be when, and when it would be due. Pure.

Each step takes the whole of its budget; of a choice all ways are shown and a join waits for the
latest; loops back are not walked.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from itertools import pairwise

from motcua.core.clock import Allowance, Calendar, Pause, add_working_minutes, due_at, next_opening
from motcua.core.flow.process.levels import ways
from motcua.core.flow.route import Route, Step


@dataclass(frozen=True, slots=True)
class TriedStep:
    """One step: held from `enters_at`, free to be worked on from `begins_at` (later than that when
    it waits), done by `ends_at`."""

    key: str
    enters_at: datetime
    begins_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Trial:
    """All steps in the order they would be reached. `ready_at`: the last branch is done.

    `due_at` None never happens here: every pause ends. `paused` are the stretches outside the
    clock, by which the due time moved.
    """

    received_at: datetime
    due_at: datetime | None
    provisional: bool
    ready_at: datetime
    steps: tuple[TriedStep, ...]
    paused: tuple[Pause, ...]

    @property
    def in_time(self) -> bool:
        """Whether everything is done by the due time."""
        return self.due_at is not None and self.ready_at <= self.due_at


def tried(
    route: Route,
    calendar: Calendar,
    received_at: datetime,
    allowance: Allowance,
    cutoff: time | None = None,
) -> Trial:
    """`route` (without fault) of a dossier received then. Raises ClockError where the calendar
    ends. Due times are those of `core.clock`, pauses those of `is_outside`.
    """
    before = _forward(route)
    spans: dict[str, TriedStep] = {}
    for key in _order(route, before):
        ends = [spans[one].ends_at for one in before[key]]
        step = route.step(key)
        enters = (min(ends) if step.join_any else max(ends)) if ends else received_at
        spans[key] = _span(step, calendar, enters)
    paused = _paused(route, tuple(spans.values()))
    due = due_at(calendar, allowance, received_at, paused, cutoff)
    return Trial(
        received_at=received_at,
        due_at=due.due_at,
        provisional=due.provisional,
        ready_at=max(span.ends_at for span in spans.values()),
        steps=tuple(sorted(spans.values(), key=lambda span: span.enters_at)),
        paused=paused,
    )


def _span(step: Step, calendar: Calendar, enters: datetime) -> TriedStep:
    begins = enters
    if step.wait_days:
        begins = next_opening(calendar, step.free_from(enters))
    ends = add_working_minutes(calendar, begins, step.budget_minutes)
    return TriedStep(step.key, enters, begins, ends or begins)


def _forward(route: Route) -> Mapping[str, Sequence[str]]:
    """What leads to each step, ways back left out."""
    before: dict[str, list[str]] = {step.key: [] for step in route.steps}
    for way in ways(route.entry.key, {step.key: step.next for step in route.steps}):
        if not way.back:
            before[way.goal].append(way.start)
    return before


def _order(route: Route, before: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Each step after all that lead to it, else in the order of the list."""
    keys = [step.key for step in route.steps if step.key in before]
    done: dict[str, None] = {}
    while len(done) < len(keys):
        ready = [key for key in keys if key not in done and all(k in done for k in before[key])]
        done.update(dict.fromkeys(ready))
    return tuple(done)


def _paused(route: Route, spans: Sequence[TriedStep]) -> tuple[Pause, ...]:
    """When all that is at work is outside the clock."""
    at_work = [span for span in spans if not route.is_desk_end(span.key)]
    marks = sorted({mark for span in at_work for mark in (span.enters_at, span.ends_at)})
    found: list[Pause] = []
    for start, end in pairwise(marks):
        active = [s for s in at_work if s.enters_at <= start and end <= s.ends_at]
        if active and all(route.step(span.key).clock_stops for span in active):
            names = ", ".join(route.step(span.key).name for span in active)
            found.append(Pause(start, end, names))
    return tuple(found)

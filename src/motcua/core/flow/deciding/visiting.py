"""Visits on the ground: fixed for a time, moved, cancelled, and what became of them."""

from datetime import datetime

from motcua.core.flow import acts as a
from motcua.core.flow import events as e
from motcua.core.flow.conditions import in_stage
from motcua.core.flow.context import Context
from motcua.core.flow.deciding.consulting import asked_from
from motcua.core.flow.state import OPEN_STAGES, Stage, State
from motcua.core.flow.state.asides import FieldVisit
from motcua.core.refusal import Refused


def plan(state: State, command: a.PlanVisit, context: Context) -> tuple[e.Event, ...]:
    """A visit is fixed from a step, one at a time. Refused: wrong_stage, which_step, not_this_step,
    visit_planned, visit_past, no_place."""
    in_stage(state, Stage.IN_PROGRESS)
    step = asked_from(state, command.step, context)
    if any(one.step == step.key for one in state.field_visits):
        raise Refused("visit_planned")
    at = _ahead(command.visit_at, context)
    if not command.texts:
        raise Refused("no_place")
    return (e.VisitPlanned(context.now, state.visits_planned + 1, step.key, at, command.texts),)


def move(state: State, command: a.MoveVisit, context: Context) -> tuple[e.Event, ...]:
    """It is at another time. Refused: wrong_stage, no_such_visit, visit_past, visit_same,
    no_reason."""
    visit = _fixed(state, command.ordinal)
    at = _ahead(command.visit_at, context)
    if at == visit.visit_at:
        raise Refused("visit_same")
    if not command.texts:
        raise Refused("no_reason")
    return (
        e.VisitMoved(
            context.now, visit.ordinal, visit.step, at, visit.visit_at, command.texts
        ),
    )  # fmt: skip


def cancel(state: State, command: a.CancelVisit, context: Context) -> tuple[e.Event, ...]:
    """There will be none. Refused: wrong_stage, no_such_visit, no_reason."""
    visit = _fixed(state, command.ordinal)
    if not command.texts:
        raise Refused("no_reason")
    return (
        e.VisitCancelled(context.now, visit.ordinal, visit.step, visit.visit_at, command.texts),
    )


def hold(state: State, command: a.HoldVisit, context: Context) -> tuple[e.Event, ...]:
    """What became of it is written down, once its time has come. Refused: wrong_stage,
    no_such_visit, visit_ahead, no_finding."""
    visit = _fixed(state, command.ordinal)
    if context.now < visit.visit_at:
        raise Refused("visit_ahead", at=visit.visit_at)
    if not command.texts:
        raise Refused("no_finding")
    return (
        e.VisitHeld(
            context.now, visit.ordinal, visit.step, visit.visit_at, command.kept, command.texts
        ),
    )  # fmt: skip


def nothing_fixed(state: State, step: str) -> None:
    """Refuse to leave `step` while a visit from it has no record."""
    fixed = next((one for one in state.field_visits if one.step == step), None)
    if fixed is not None:
        raise Refused("visit_open", at=fixed.visit_at)


def _ahead(at: datetime | None, context: Context) -> datetime:
    if at is None or at <= context.now:
        raise Refused("visit_past")
    return at


def _fixed(state: State, ordinal: int) -> FieldVisit:
    """The visit without a record, also while the clock stands still. Refused: wrong_stage,
    no_such_visit."""
    in_stage(state, *OPEN_STAGES)
    found = next((one for one in state.field_visits if one.ordinal == ordinal), None)
    if found is None:
        raise Refused("no_such_visit")
    return found

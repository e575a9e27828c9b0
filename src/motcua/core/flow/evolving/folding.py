"""`evolve`: a state and what happened give the next state. Total, pure, no rule and no calendar."""

import json
from collections.abc import Iterable
from dataclasses import replace

from motcua.core.flow import events as e
from motcua.core.flow.evolving import clock, ending, intake
from motcua.core.flow.evolving import route as along
from motcua.core.flow.evolving.beside import beside
from motcua.core.flow.evolving.following import following
from motcua.core.flow.route import Route
from motcua.core.flow.state import State

FAMILIES = (intake, along, clock, ending)
"""Whose events `following` knows besides those below."""


def evolve(state: State | None, event: e.Event, route: Route) -> State:
    """The state after `event`; the first event needs none before it.

    `route` is not asked today; it stays in the signature for kinds that will need it. Raises
    ValueError for a history that does not begin with an intake.
    """
    if state is None:
        return intake.first(event)
    return following(event, state).numbered(state.seq + 1)


def replay(events: Iterable[e.Event], route: Route) -> State:
    """The fold of a whole history. Raises ValueError when there is none."""
    state: State | None = None
    for event in events:
        state = evolve(state, event, route)
    if state is None:
        raise ValueError("no events")
    return state


@following.register
def _(event: e.Aside, state: State) -> State:
    return beside(event, state)


@following.register
def _(event: e.Undone, state: State) -> State:
    return replace(State.from_json(json.loads(event.before)), seq=state.seq)

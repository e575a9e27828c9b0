"""The part of `evolve` that is about what goes on beside a step: opinions, visits on the ground."""

from dataclasses import replace

from motcua.core.flow import events as e
from motcua.core.flow.state import State
from motcua.core.flow.state.asides import FieldVisit


def beside(event: e.Aside, state: State) -> State:
    """The state after `event`; a reminder changes nothing."""
    if isinstance(event, e.Consulted):
        asked = (*state.opinions, *event.asked)
        return replace(state, opinions=asked, consulted=state.consulted + len(event.asked))
    if isinstance(event, e.OpinionClosed):
        waited_for = tuple(one for one in state.opinions if one.ordinal != event.ordinal)
        return replace(state, opinions=waited_for)
    return _visited(event, state) if isinstance(event, e.AboutVisit) else state


def _visited(event: e.AboutVisit, state: State) -> State:
    fixed = tuple(one for one in state.field_visits if one.ordinal != event.ordinal)
    if isinstance(event, e.VisitPlanned | e.VisitMoved):
        fixed = (*fixed, FieldVisit(event.ordinal, event.step, event.visit_at))
    planned = max(state.visits_planned, event.ordinal)
    return replace(state, field_visits=fixed, visits_planned=planned)


def alone(state: State) -> State:
    """Nothing goes on beside its steps any more."""
    return replace(state, opinions=(), field_visits=())


def busy(state: State) -> frozenset[str]:
    """The steps beside which somebody is waited for or a visit is fixed."""
    return frozenset(
        [*(one.step for one in state.opinions), *(one.step for one in state.field_visits)]
    )

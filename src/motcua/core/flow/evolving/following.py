"""The state after one event more: each family of events adds its own."""

from functools import singledispatch

from motcua.core.flow import events as e
from motcua.core.flow.state import State


@singledispatch
def following(event: e.Event, state: State) -> State:
    """The state after `event`, its seq not counted on. Raises ValueError where it cannot come."""
    raise ValueError(f"{event.kind} cannot come here")

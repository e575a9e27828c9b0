"""How it moves along its way, and into whose hands."""

from dataclasses import replace
from typing import Any

from motcua.core.flow import events as e
from motcua.core.flow.evolving.following import following
from motcua.core.flow.state import LeftStep, State, Waiting
from motcua.core.flow.state.homes import rehomed


@following.register
def _(event: e.Seen, state: State) -> State:
    return _held(state, event.step, seen=True)


@following.register
def _(event: e.Taken, state: State) -> State:
    return _held(state, event.step, taken=True)


@following.register
def _(event: e.Claimed | e.Assigned, state: State) -> State:
    return _held(state, event.step, taken=True, assignee=event.assignee or None)


@following.register
def _(event: e.BoxHanded, state: State) -> State:
    return _held(state, event.step, assignee=event.assignee or None)


@following.register
def _(event: e.Moved, state: State) -> State:
    step = state.open_step(event.step)
    left = state.left
    if step is not None:
        back = isinstance(event, e.SentBack)
        left = (
            *(one for one in state.left if one.key != event.step),
            LeftStep(step, event.to, event.at, back),
        )
    return replace(state, open=event.opened, waiting=_waiting(event.waiting), left=left)


@following.register
def _(event: e.Recalled, state: State) -> State:
    return replace(
        state,
        open=event.opened,
        waiting=_waiting(event.waiting),
        left=tuple(one for one in state.left if one.key != event.step),
    )


@following.register
def _(event: e.TransferredOffice, state: State) -> State:
    moved = {home.step for home in event.homes}
    return replace(
        state,
        office=event.office,
        homes=rehomed(state.homes, event.homes),
        open=tuple(
            replace(s, seen=False, taken=False, assignee=None) if s.key in moved else s
            for s in state.open
        ),
    )


def _held(state: State, key: str, **hands: Any) -> State:
    """The step called `key` in other hands."""
    return replace(
        state, open=tuple(replace(s, **hands) if s.key == key else s for s in state.open)
    )


def _waiting(joins: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[Waiting, ...]:
    return tuple(Waiting(key, arrived) for key, arrived in joins)

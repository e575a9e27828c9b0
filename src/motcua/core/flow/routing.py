"""Tokens on a route: what leaving a step opens, which joins wait, when everything has arrived."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from motcua.core.flow.route import Route
from motcua.core.flow.state import OpenStep, State, Waiting


@dataclass(frozen=True, slots=True)
class Position:
    """Open steps and waiting joins."""

    open: tuple[OpenStep, ...]
    waiting: tuple[Waiting, ...]


def leave(
    route: Route, state: State, step: OpenStep, targets: Sequence[str], now: datetime
) -> Position:
    """Where the dossier stands once `step` is left towards `targets`."""
    position = Position(tuple(s for s in state.open if s.key != step.key), state.waiting)
    for target in targets:
        if step.reply_to == target:
            position = _reply(state, position, step, target, now)
        else:
            position = _arrive(route, position, step.key, target, now)
    return settle(route, position, now)


def send_back(
    state: State, step: OpenStep, to: str, now: datetime, officer: str | None = None
) -> Position:
    """Where it stands once `step` is sent back to `to`, which gives it back to `step` alone.

    `officer` is the position it goes to, None for whoever holds such a step."""
    before = state.left_step(to)
    came_from = before.step.came_from if before else ()
    opened = OpenStep(to, now, came_from=came_from, reply_to=step.key, assignee=officer)
    return Position((*(s for s in state.open if s.key != step.key), opened), state.waiting)


def owed(state: State) -> frozenset[str]:
    """The steps that sent back and will be given back to, straight or by way of each other."""
    found: set[str] = set()
    todo = [step.reply_to for step in state.open]
    while todo:
        key = todo.pop()
        if key and key not in found:
            found.add(key)
            left = state.left_step(key)
            todo.append(left.step.reply_to if left and left.back else None)
    return frozenset(found)


def take_back(route: Route, state: State, key: str, now: datetime) -> Position:
    """Where it stands once what leaving `key` opened is recalled: the others' arrivals stay."""
    left = state.left_step(key)
    if left is None:
        raise KeyError(key)
    kept: list[OpenStep] = []
    waiting = [
        Waiting(w.key, tuple(k for k in w.arrived if k != key)) if w.key in left.to else w
        for w in state.waiting
    ]
    for step in state.open:
        others = tuple(k for k in step.came_from if k != key)
        if step.key not in left.to or key not in step.came_from:
            kept.append(step)
        elif others and route.waits_for_all(step.key):
            waiting.append(Waiting(step.key, others))
        elif others:
            kept.append(replace(step, came_from=others))
    again = OpenStep(
        key, now, came_from=left.step.came_from, reply_to=left.step.reply_to,
        document=left.step.document, seen=True, assignee=left.step.assignee,
    )  # fmt: skip
    return Position((*kept, again), tuple(w for w in waiting if w.arrived))


def has_arrived(route: Route, position: Position) -> bool:
    """Whether every branch has come to its end."""
    return not position.waiting and all(route.is_desk_end(step.key) for step in position.open)


def settle(route: Route, position: Position, now: datetime) -> Position:
    """Open each waiting join that nothing can still reach, in order of arrival."""
    while True:
        ready = next((w for w in position.waiting if not _awaited(route, position, w.key)), None)
        if ready is None:
            return position
        opened = OpenStep(ready.key, now, came_from=ready.arrived)
        position = Position(
            (*position.open, opened), tuple(w for w in position.waiting if w is not ready)
        )


def _awaited(route: Route, position: Position, key: str) -> bool:
    """Whether an open step can still reach the join, or another join that waits.

    Joins that can reach each other do not wait for each other: they would do so for ever.
    """
    return any(step.key == key or route.can_reach(step.key, key) for step in position.open) or any(
        route.can_reach(w.key, key) and not route.can_reach(key, w.key) for w in position.waiting
    )


def _arrive(route: Route, position: Position, source: str, key: str, now: datetime) -> Position:
    if route.waits_for_all(key):
        return Position(position.open, _with_arrival(position.waiting, source, key))
    return _opened(position, OpenStep(key, now, came_from=(source,)))


def _reply(
    state: State, position: Position, step: OpenStep, target: str, now: datetime
) -> Position:
    """Back to who sent it here, as it was held there; what arrived there meanwhile goes with it."""
    before = state.left_step(target)
    was = before.step if before and before.back else OpenStep(target, now, came_from=(step.key,))
    arrived = (key for w in position.waiting if w.key == target for key in w.arrived)
    still = tuple(w for w in position.waiting if w.key != target)
    again = OpenStep(
        target, now, came_from=tuple(dict.fromkeys((*was.came_from, *arrived))),
        reply_to=was.reply_to, assignee=was.assignee,
    )  # fmt: skip
    return _opened(Position(position.open, still), again)


def _opened(position: Position, step: OpenStep) -> Position:
    """A step that is open already only learns where else it came from."""
    if any(s.key == step.key for s in position.open):
        merged = tuple(
            replace(s, came_from=tuple(dict.fromkeys((*s.came_from, *step.came_from))))
            if s.key == step.key
            else s
            for s in position.open
        )
        return Position(merged, position.waiting)
    return Position((*position.open, step), position.waiting)


def _with_arrival(waiting: tuple[Waiting, ...], source: str, key: str) -> tuple[Waiting, ...]:
    for place, join in enumerate(waiting):
        if join.key == key:
            arrived = tuple(dict.fromkeys((*join.arrived, source)))
            return (*waiting[:place], Waiting(key, arrived), *waiting[place + 1 :])
    return (*waiting, Waiting(key, (source,)))

"""Every state a dossier can come to on a process, with its times stripped."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from core.flow.processes import START, context_of, received
from motcua.core.flow import (
    Command,
    Context,
    LeftStep,
    Recall,
    Route,
    SendBack,
    Stage,
    State,
    decide,
    evolve,
)
from motcua.core.flow.offered import SAMPLE_TEXTS, leave_command
from motcua.core.flow.routing import owed
from motcua.core.refusal import Refused

MINUTE = timedelta(minutes=1)

Shape = tuple[Any, ...]


def shape(state: State) -> Shape:
    """What of a state decides which moves there ever will be, were every wait over.

    Of the steps left only those count that can be recalled, will be given back to, or lie on a
    way back. Whether a step was opened counts only where that forbids a recall.
    """
    recalls = [left for left in state.left if _recallable(state, left)]
    owing = [left for left in state.left if left.key in owed(state)]
    return (
        state.stage,
        frozenset((s.key, frozenset(s.came_from), s.reply_to) for s in state.open),
        tuple((w.key, frozenset(w.arrived)) for w in state.waiting),
        frozenset((left.key, left.to, left.step.reply_to) for left in recalls),
        frozenset((left.key, left.back, left.back and left.step.reply_to) for left in owing),
        frozenset(
            (left.key, frozenset(left.step.came_from))
            for left in _behind(state, [left.key for left in (*recalls, *owing)])
        ),
    )


def _recallable(state: State, left: LeftStep) -> bool:
    """Whether what leaving it opened lies there untouched; once it does not, it never will."""
    return not left.back and all(_untouched(state, left, key) for key in left.to)


def _untouched(state: State, left: LeftStep, key: str) -> bool:
    since, step = state.left_step(key), state.open_step(key)
    if since is not None and since.left_at > left.left_at:
        return False
    if any(w.key == key and left.key in w.arrived for w in state.waiting):
        return True
    if step is None or step.seen:
        return False
    return left.key in step.came_from and step.entered_at >= left.left_at


def _behind(state: State, todo: list[str]) -> list[LeftStep]:
    """The steps left that a way back from what is open, waiting or `todo` can lead over."""
    todo = todo + [key for w in state.waiting for key in (w.key, *w.arrived)]
    todo += [key for s in state.open for key in s.came_from]
    found: dict[str, LeftStep] = {}
    while todo:
        left = state.left_step(todo.pop())
        if left and left.key not in found:
            found[left.key] = left
            todo += left.step.came_from
    return list(found.values())


@dataclass
class Search:
    """What was reached: one state of each shape, its depth, and which shapes work alone leads
    there from."""

    context: Context
    states: dict[Shape, tuple[State, int]] = field(default_factory=dict)
    before: dict[Shape, list[Shape]] = field(default_factory=dict)

    def stuck(self) -> list[State]:
        """The states from which leaving steps, and nothing else, never brings a result."""
        saved = {there for there, (state, _) in self.states.items() if is_end(state)}
        rescue = list(saved)
        while rescue:
            for here in self.before.get(rescue.pop(), ()):
                if here not in saved:
                    saved.add(here)
                    rescue.append(here)
        return [state for there, (state, _) in self.states.items() if there not in saved]

    def at(self, depth: int) -> Context:
        """The context `depth` moves after the intake."""
        return replace(self.context, now=START + MINUTE * (depth + 1))


def is_end(state: State) -> bool:
    """Whether the result is at the desk."""
    return state.stage is Stage.FINISHED


def search(document: dict[str, Any], most: int, document_number: str | None = None) -> Search:
    """Every state moving can lead to; waits are over and budgets are not reckoned.

    `document_number` goes along with every handing over, so that clocks stop outside. Opening a
    step only forbids its recall, so a state with opened steps has a way out if one without has.
    Raises AssertionError beyond `most` states: then nothing is proved.
    """
    found = Search(_without_times(document))
    first = received(found.context)
    found.states[shape(first)] = (first, 0)
    todo = deque([shape(first)])
    while todo:
        here = todo.popleft()
        for command, after in _followers(found, here, document_number):
            there = shape(after)
            if not isinstance(command, SendBack | Recall):
                found.before.setdefault(there, []).append(here)
            if there not in found.states:
                found.states[there] = (after, found.states[here][1] + 1)
                todo.append(there)
        assert len(found.states) <= most, f"more than {most} states: nothing is proved"
    return found


def _without_times(document: dict[str, Any]) -> Context:
    context = context_of(document)
    steps = tuple(replace(s, wait_days=0, budget_minutes=0) for s in context.route.steps)
    return replace(context, route=replace(context.route, steps=steps))


def _followers(
    found: Search, here: Shape, document_number: str | None
) -> Iterator[tuple[Command, State]]:
    state, depth = found.states[here]
    context = found.at(depth)
    for command in moves(state, context.route, document_number):
        after = done(state, command, context)
        if after is not None:
            yield command, after


def done(state: State, command: Command, context: Context) -> State | None:
    """The state after the command, None when it is refused."""
    try:
        events = decide(state, command, context)
    except Refused:
        return None
    for event in events:
        state = evolve(state, event, context.route)
    return state


def moves(state: State, route: Route, document_number: str | None) -> Iterator[Command]:
    """Every move that could be tried here; `decide` refuses what may not be."""
    for step in state.open:
        spec = route.step(step.key)
        free = spec.choose and len(spec.next) > 1 and not step.reply_to
        for to in spec.next if free else (None,):
            act = route.leaving_act(step.key, step.reply_to or to)
            yield leave_command(act, step.key, to, "khac", document_number)
        for key in step.came_from:
            yield SendBack(step.key, key, SAMPLE_TEXTS)
    for left in state.left:
        yield Recall(left.key)

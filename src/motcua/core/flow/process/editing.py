"""A process being written, changed step by step: insert, duplicate, remove, move. Pure.

A document is what `check` reads; each function answers a new one and leaves the given one alone.
Steps are numbered from 1 in the order of their list, which is also the order people read.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

Document = dict[str, Any]
Step = dict[str, Any]


def inserted(document: Mapping[str, Any], after: int) -> Document:
    """With a new step behind step `after`, taking over what followed it; 0 with the first step of
    an empty process, or a new entry in front of all."""
    return _placed(document, after, {"name": "", "position": "", "budget": {"working_hours": 0}})


def duplicated(document: Mapping[str, Any], number: int) -> Document:
    """With the same work once more behind step `number`."""
    twin = deepcopy(_steps(document)[number - 1])
    return _placed(document, number, twin)


def removed(document: Mapping[str, Any], number: int) -> Document:
    """Without step `number`; what led to it leads to what followed it. One of several branches
    that meet again is simply gone."""
    found = deepcopy(dict(document))
    steps = _steps(found)
    gone = steps.pop(number - 1)
    key, following = gone["key"], [one for one in _next(gone) if one != gone["key"]]
    still_led = {one for step in steps for one in _next(step)}
    met_again = bool(following) and all(one in still_led for one in following)
    for step in steps:
        led = _next(step)
        if key in led:
            instead = [] if met_again and len(led) > 1 else following
            step["next"] = _replaced(led, key, instead, step["key"])
    return found


def _replaced(led: Sequence[str], key: str, instead: Sequence[str], own: str) -> list[str]:
    """`led` with `key` replaced, each once; no step comes to follow itself by it."""
    fresh = [one for one in instead if one != own]
    return list(dict.fromkeys(o for one in led for o in (fresh if one == key else [one])))


def moved(document: Mapping[str, Any], number: int, by: int) -> Document:
    """With step `number` one place up (`by` -1) or down (1).

    Of two neighbours where one simply follows the other, the flow turns with the list; else only
    the order of the list changes. Unchanged at the ends.
    """
    found = deepcopy(dict(document))
    steps = _steps(found)
    upper = number - 1 if by > 0 else number - 2
    if not 0 <= upper < len(steps) - 1:
        return found
    first, second = steps[upper], steps[upper + 1]
    if _simply_follows(steps, first, second):
        for step in steps:
            if step is not first and step is not second:
                step["next"] = [
                    second["key"] if one == first["key"] else one for one in _next(step)
                ]
        first["next"], second["next"] = _next(second), [first["key"]]
        _swap_choice(first, second)
    steps[upper], steps[upper + 1] = second, first
    return found


def new_key(document: Mapping[str, Any]) -> str:
    """A key no step has or leads to. Never figures alone: those people type as step numbers."""
    taken = {step["key"] for step in _steps(document)}
    taken |= {one for step in _steps(document) for one in _next(step)}
    return next(key for key in (f"b{n}" for n in range(1, len(taken) + 2)) if key not in taken)


def _placed(document: Mapping[str, Any], after: int, step: Step) -> Document:
    found = deepcopy(dict(document))
    steps = _steps(found)
    step["key"] = new_key(found)
    step.pop("choose", None)
    step.pop("join", None)
    if after:
        before = steps[after - 1]
        step["next"] = _next(before)
        if before.pop("choose", None):
            step["choose"] = True
        before["next"] = [step["key"]]
    else:
        step["next"] = [steps[0]["key"]] if steps else []
    steps.insert(after, step)
    return found


def _simply_follows(steps: Sequence[Step], first: Step, second: Step) -> bool:
    """Whether `second` is all that follows `first`, and nothing else leads to it."""
    others = (step for step in steps if step is not first)
    return (
        _next(first) == [second["key"]]
        and not any(second["key"] in _next(step) for step in others)
        and first["key"] not in _next(second)
    )


def _swap_choice(first: Step, second: Step) -> None:
    """What followed the second now follows the first, chosen or all at once as it was; and joins
    wait where they waited."""
    for name in ("choose", "join"):
        held = first.pop(name, None), second.pop(name, None)
        if held[1] is not None:
            first[name] = held[1]
        if held[0] is not None:
            second[name] = held[0]


def _steps(document: Mapping[str, Any]) -> list[Step]:
    steps: list[Step] = document["steps"]
    return steps


def _next(step: Mapping[str, Any]) -> list[str]:
    return list(step.get("next") or [])

"""A process laid out in rows: how far each step lies from the entry, and which ways lead back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Way:
    """From one step to the next; `back` when it closes a loop."""

    start: str
    goal: str
    back: bool


def ways(entry: str, edges: Mapping[str, Sequence[str]]) -> tuple[Way, ...]:
    """Every edge once; those back to a step still being walked close a loop."""
    found: dict[tuple[str, str], Way] = {}
    walking: set[str] = set()
    seen: set[str] = set()
    for start in (entry, *edges):
        todo: list[tuple[str, bool]] = [(start, False)]
        while todo:
            key, leaving = todo.pop()
            if leaving:
                walking.discard(key)
            elif key not in seen:
                seen.add(key)
                walking.add(key)
                todo.append((key, True))
                for goal in reversed(edges[key]):
                    found[key, goal] = Way(key, goal, goal in walking)
                    todo.append((goal, False))
    return tuple(found.values())


def levels(entry: str, edges: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The row of each step: behind all that lead to it, loops left out; 0 is the entry's. Steps
    nothing leads to begin in the row after the entry."""
    ahead = [way for way in ways(entry, edges) if not way.back]
    rows = {key: 0 if key == entry else 1 for key in edges}
    for _ in edges:
        for way in ahead:
            rows[way.goal] = max(rows[way.goal], rows[way.start] + 1)
    return rows

"""The drawing of a process: boxes from top to bottom, branches side by side, arrows between.

It shows what the list of steps says; who cannot see it reads the list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from motcua.core.flow.process.levels import Way, levels, ways
from motcua.desk.drawing.rows import Grid, laid_in_rows
from motcua.desk.drawing.wrapping import wrapped
from motcua.desk.forms.process import numbers_of

WIDE, HIGH, EDGE = 152, 46, 26
GRID = Grid(WIDE, HIGH, beside=14, below=32, edge=EDGE)
SIGNS, LINES = 20, 2


@dataclass(frozen=True, slots=True)
class Box:
    """A step: its place (of the upper left corner), its number and its name in lines."""

    key: str
    number: int
    x: float
    y: float
    lines: tuple[tuple[float, str], ...]
    css: str


@dataclass(frozen=True, slots=True)
class Arrow:
    """A way as the path of an SVG; its head is drawn apart."""

    path: str
    head: str
    css: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything with its size; `words` says the same in a sentence each."""

    width: float
    height: float
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    words: tuple[str, ...]


def drawing(document: Mapping[str, Any], faulty: frozenset[str] = frozenset()) -> Drawing | None:
    """The drawing of a document in the format of `check`, faults or not; None without steps.

    `faulty` are the keys of steps to be marked.
    """
    steps = {step["key"]: step for step in reversed(document["steps"])}
    order = list(dict.fromkeys(step["key"] for step in document["steps"]))
    if not order:
        return None
    edges = {
        key: [goal for goal in dict.fromkeys(steps[key].get("next") or []) if goal in steps]
        for key in order
    }
    places, width, height = laid_in_rows(order, levels(order[0], edges), GRID)
    known = ways(order[0], edges)
    numbers = numbers_of(document)
    boxes = tuple(_box(key, numbers[key], places[key], steps[key], key in faulty) for key in order)
    return Drawing(
        width=width,
        height=height,
        boxes=boxes,
        arrows=tuple(
            _arrow(way, places, width, choice=bool(steps[way.start].get("choose"))) for way in known
        ),
        words=tuple(_said(way, steps, numbers) for way in known),
    )


def _box(
    key: str, number: int, place: tuple[float, float], step: Mapping[str, Any], faulty: bool
) -> Box:
    x, y = place
    said = wrapped(str(step.get("name") or "chưa có tên"), SIGNS, LINES)
    first = y + HIGH / 2 + (5 if len(said) == 1 else -3)
    css = ["box"]
    css += ["box--late"] if faulty else []
    css += ["box--off"] if step.get("clock") == "stops" else []
    css += ["box--away"] if step.get("office") else []
    lines = tuple((first + 15 * line, text) for line, text in enumerate(said))
    return Box(key, number, x, y, lines, " ".join(css))


def _arrow(
    way: Way, places: Mapping[str, tuple[float, float]], width: float, *, choice: bool
) -> Arrow:
    (x1, y1), (x2, y2) = places[way.start], places[way.goal]
    css = "way way--choice" if choice else "way"
    if way.back:
        return _back(places[way.start], places[way.goal], width, css)
    top, bottom = (x2 + WIDE / 2, y2), (x1 + WIDE / 2, y1 + HIGH)
    straight = y2 - y1 <= HIGH + GRID.below
    bend = (top[1] - bottom[1]) / 2
    if straight or top[0] != bottom[0]:
        path = (
            f"M{bottom[0]:g} {bottom[1]:g} C{bottom[0]:g} {bottom[1] + bend:g} "
            f"{top[0]:g} {top[1] - bend:g} {top[0]:g} {top[1]:g}"
        )
    else:
        side = x1 - EDGE + 8
        path = (
            f"M{bottom[0]:g} {bottom[1]:g} C{side:g} {bottom[1] + 20:g} {side:g} "
            f"{top[1] - 20:g} {top[0]:g} {top[1]:g}"
        )
    return Arrow(path, _head(top[0], top[1], left=False), css)


def _back(start: tuple[float, float], goal: tuple[float, float], width: float, css: str) -> Arrow:
    """Up along the right edge, clear of every box; a loop onto itself beside its own."""
    (x1, y1), (x2, y2) = (
        (start[0] + WIDE, start[1] + HIGH / 2),
        (goal[0] + WIDE, goal[1] + HIGH / 2),
    )
    side = width - 4
    if start == goal:
        low, high, out = y1 + 12, y1 - 12, x1 + EDGE
        path = f"M{x1:g} {low:g}C{out:g} {low:g} {out:g} {high:g} {x1:g} {high:g}"
        return Arrow(path, _head(x1, y1 - 12, left=True), f"{css} way--back")
    turn = 8 if y2 < y1 else -8
    path = (
        f"M{x1:g} {y1:g}H{side - 8:g}Q{side:g} {y1:g} {side:g} {y1 - turn:g}"
        f"V{y2 + turn:g}Q{side:g} {y2:g} {side - 8:g} {y2:g}H{x2:g}"
    )
    return Arrow(path, _head(x2, y2, left=True), f"{css} way--back")


def _head(x: float, y: float, *, left: bool) -> str:
    if left:
        return f"M{x:g} {y:g}l7 -4v8z"
    return f"M{x:g} {y:g}l-4 -7h8z"


def _said(way: Way, steps: Mapping[str, Mapping[str, Any]], numbers: Mapping[str, int]) -> str:
    start, goal = numbers[way.start], numbers[way.goal]
    verb = "quay lại" if way.back else "đến"
    how = " (nếu chọn)" if steps[way.start].get("choose") else ""
    return f"Bước {start} {verb} bước {goal}{how}."

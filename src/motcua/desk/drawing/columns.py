"""Columns over a line, and below it what goes the other way."""

from collections.abc import Sequence
from dataclasses import dataclass

STEP, BAR, TALL, NUMBER, FOOT, EDGE = 46, 30, 96, 13, 34, 4
LEAST = 1.5


@dataclass(frozen=True, slots=True)
class Part:
    """How many, the class that colours them, where they open, and what they are in words."""

    count: int
    css: str
    url: str
    said: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name in at most two lines, what rises and what hangs (or None)."""

    name: Sequence[str]
    up: Part
    down: Part | None = None


@dataclass(frozen=True, slots=True)
class Bar:
    """A part as drawn: the bar, and its number at `text_y`."""

    part: Part
    x: str
    y: str
    height: str
    middle: str
    text_y: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The drawing with its size; `names` are lines of text with their places."""

    width: int
    height: int
    axis: int
    bar: int
    bars: Sequence[Bar]
    names: Sequence[tuple[str, str, str]]


def columns(drawn: Sequence[Column]) -> Columns:
    """Columns side by side, the highest as high as there is room; both ways to one scale."""
    most = max((p.count for c in drawn for p in (c.up, c.down) if p), default=0) or 1
    hangs = any(column.down for column in drawn)
    axis = TALL + NUMBER + EDGE
    below = axis + (TALL * _deepest(drawn) / most + NUMBER if hangs else 0)
    bars: list[Bar] = []
    names: list[tuple[str, str, str]] = []
    for place, column in enumerate(drawn):
        x = EDGE + place * STEP
        middle = f"{x + BAR / 2:.1f}"
        bars += _bars(column, x, middle, axis, most)
        names += [
            (middle, f"{below + 14 + 12 * line:.1f}", words)
            for line, words in enumerate(column.name)
        ]
    width = EDGE * 2 + STEP * len(drawn) - (STEP - BAR)
    return Columns(width, round(below) + FOOT, axis, BAR, bars, names)


def _deepest(drawn: Sequence[Column]) -> int:
    return max((column.down.count for column in drawn if column.down), default=0)


def _bars(column: Column, x: float, middle: str, axis: int, most: int) -> list[Bar]:
    found = []
    for part, hangs in ((column.up, False), (column.down, True)):
        if part is None or not part.count:
            continue
        height = max(LEAST, TALL * part.count / most)
        y = axis + 1.0 if hangs else axis - 1.0 - height
        text = y + height + NUMBER - 2 if hangs else y - 4
        found.append(Bar(part, f"{x:.1f}", f"{y:.1f}", f"{height:.1f}", middle, f"{text:.1f}"))
    return found

"""Parts of a whole side by side, as long as they are many; squares as large as they are many."""

from collections.abc import Sequence

WIDTH = 300
GAP = 1.5
LEAST = 2.5
SIDE = 22
"""The side of the largest square."""

Segment = tuple[str, str, str]
"""Class, x and width."""


def strip(parts: Sequence[tuple[str, int]], longest: int, width: float = WIDTH) -> list[Segment]:
    """The segments of `parts` (class and count), where `longest` would fill the width.

    What there is one of can be seen: no segment is narrower than `LEAST`.
    """
    shown = [(name, count) for name, count in parts if count]
    room = width - GAP * len(shown)
    found, x = [], 0.0
    for name, count in shown:
        long = max(LEAST, room * count / longest)
        found.append((name, f"{x:.1f}", f"{long:.1f}"))
        x += long + GAP
    return found


def square(count: int, most: int) -> tuple[str, str]:
    """Where a square begins in a field of `SIDE`, and its side: its area tells the count."""
    side = max(LEAST, SIDE * (count / most) ** 0.5) if count else 0.0
    return f"{(SIDE - side) / 2:.1f}", f"{side:.1f}"

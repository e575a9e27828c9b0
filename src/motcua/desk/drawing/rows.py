"""Boxes laid in rows, each row in the middle of the drawing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Places = Mapping[str, tuple[float, float]]
"""The upper left corner of each box."""


@dataclass(frozen=True, slots=True)
class Grid:
    """How large boxes are and what lies between them, in px."""

    wide: int
    high: int
    beside: int
    below: int
    edge: int


def laid_in_rows(
    keys: Sequence[str], rows: Mapping[str, int], grid: Grid
) -> tuple[Places, float, float]:
    """Where each box stands, and how wide and high the whole is; `rows` says in which row."""
    in_rows: dict[int, list[str]] = {}
    for key in keys:
        in_rows.setdefault(rows[key], []).append(key)
    most = max(len(row) for row in in_rows.values())
    width = most * grid.wide + (most - 1) * grid.beside + 2 * grid.edge
    found = {}
    for place, number in enumerate(sorted(in_rows)):
        row = in_rows[number]
        left = (width - len(row) * grid.wide - (len(row) - 1) * grid.beside) / 2
        down = grid.edge / 2 + place * (grid.high + grid.below)
        for column, key in enumerate(row):
            found[key] = (left + column * (grid.wide + grid.beside), down)
    return found, width, len(in_rows) * (grid.high + grid.below) - grid.below + grid.edge

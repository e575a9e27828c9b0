"""The goals, and the table in which each stands beside what was measured."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One measured figure against its goal; `met` None when there is no goal to meet."""

    goal: str
    what: str
    wanted: str
    measured: str
    met: bool | None


def at_least(goal: str, what: str, wanted: float, measured: float) -> Line:
    """A share that must not be smaller."""
    return Line(goal, what, f"≥ {wanted:.0%}", f"{measured:.0%}", measured >= wanted)


def at_most(goal: str, what: str, wanted: float, measured: float, unit: str) -> Line:
    """A cost that must not be larger."""
    return Line(goal, what, f"≤ {wanted:g} {unit}", f"{measured:.4g} {unit}", measured <= wanted)


def noted(goal: str, what: str, measured: str) -> Line:
    """A figure that says how the others came about."""
    return Line(goal, what, "", measured, None)


def table(lines: Sequence[Line]) -> str:
    """The lines as columns, for people and for a page in Markdown."""
    words = {True: "met", False: "missed", None: ""}
    rows = [("goal", "what", "wanted", "measured", "")]
    rows += [(one.goal, one.what, one.wanted, one.measured, words[one.met]) for one in lines]
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    drawn = [" | ".join(cell.ljust(w) for cell, w in zip(row, widths, strict=True)) for row in rows]
    rule = " | ".join("-" * width for width in widths)
    return "\n".join(f"| {line} |" for line in [drawn[0], rule, *drawn[1:]])

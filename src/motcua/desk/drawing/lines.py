"""A share over time as a line between dots; where there was nothing the line is broken."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HIGH, EDGE = 260, 44, 6
WHOLE = 100
STEP = 10
"""Scales begin at a whole ten."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One value: its place, and whether it is below the whole."""

    x: str
    y: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Line:
    """The drawing of one row; `top` is where 100 % lies, `foot` where `least` does."""

    path: str
    dots: Sequence[Dot]
    top: int = EDGE
    foot: int = HIGH - EDGE


def least_of(shares: Sequence[float | None]) -> int:
    """Where the scale of several lines begins: the whole ten under the lowest share, 90 at most."""
    lowest = min((share for share in shares if share is not None), default=WHOLE)
    return min(int(lowest // STEP) * STEP, WHOLE - STEP)


def line(shares: Sequence[float | None], least: int) -> Line:
    """The line of shares in per cent, between `least` and 100."""
    apart = (WIDTH - 2 * EDGE) / max(len(shares) - 1, 1)
    path, dots, pen = [], [], "M"
    for place, share in enumerate(shares):
        if share is None:
            pen = "M"
            continue
        x = EDGE + place * apart
        y = EDGE + (HIGH - 2 * EDGE) * (WHOLE - share) / (WHOLE - least)
        path.append(f"{pen}{x:.1f} {y:.1f}")
        dots.append(Dot(f"{x:.1f}", f"{y:.1f}", share == WHOLE))
        pen = "L"
    return Line(" ".join(path), dots)

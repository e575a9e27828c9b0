"""What a drafted sentence is made of: words, and figures that open what is behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from motcua.core.money import format_number

What = Literal[
    "sheet", "early", "saved", "again", "procedures", "desks",
    "boards", "earlier", "money", "complaints", "reckoned",
]  # fmt: skip

LEVELS = {"province": "tỉnh", "town": "thị xã", "ward": "phường", "commune": "xã"}
_PLACES = ("Phường ", "Xã ", "Thị xã ", "Thị trấn ", "Thành phố ", "Quận ", "Huyện ", "Tỉnh ")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it stands in the sentence. `what`, and the unit or line and the figure it is
    asked of, say where it leads; the door knows the address. What is only reckoned leads nowhere.
    """

    text: str
    key: str
    what: What
    unit: str = ""
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the draft; `item`: a line of a list."""

    runs: Sequence[str | Figure]
    item: bool = False

    @property
    def text(self) -> str:
        """Its words alone."""
        return "".join(run if isinstance(run, str) else run.text for run in self.runs)

    @property
    def figures(self) -> Sequence[Figure]:
        """The figures in it."""
        return [run for run in self.runs if isinstance(run, Figure)]


def paragraph(*runs: str | Figure) -> Paragraph:
    """A paragraph of those runs."""
    return Paragraph(runs)


def item(*runs: str | Figure) -> Paragraph:
    """A line of a list of those runs."""
    return Paragraph(runs, item=True)


def figure_of(text: str, key: str, what: What, unit: str = "", figure: str = "") -> Figure:
    """A figure; without one asked for it is the figure of its own key."""
    return Figure(text, key, what, unit, figure)


def within(name: str) -> str:
    """A unit's name inside a sentence: `phường Đông Sơn`, `UBND thị xã Bỉm Sơn`."""
    lead, rest = ("UBND ", name[5:]) if name.startswith("UBND ") else ("", name)
    return f"{lead}{rest[0].lower()}{rest[1:]}" if rest.startswith(_PLACES) else name


def two(number: int) -> str:
    """`05`, as official papers write what is below ten; a nought stays `0`."""
    return f"{number:02d}" if 0 < number < 10 else format_number(number)

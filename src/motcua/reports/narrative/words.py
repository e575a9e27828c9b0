"""What a drafted sentence is made of: words, and figures that open what is behind them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from motcua.core.money import format_number

What = Literal[
    "sheet", "dossiers", "early", "saved", "again", "procedures", "elsewhere", "online", "desks",
    "boards", "earlier", "money", "complaints",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it stands in the sentence. `what` and the unit and figure it is asked of say
    where it leads; the door knows the address."""

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


def two(number: int) -> str:
    """`05`, as official papers write what is below ten; a nought stays `0`."""
    return f"{number:02d}" if 0 < number < 10 else format_number(number)

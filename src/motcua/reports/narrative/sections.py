"""The sections of the report, as data: which are drafted, which must be written by a person."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Section:
    """One section. `level` 1: a part's heading, 2: a section of it, 0: outside the parts.

    `drafted`: sentences made from figures stand before the words a person adds.
    """

    key: str
    level: int
    heading: str
    drafted: bool
    required: bool
    hint: str
    source: str

    @property
    def written(self) -> bool:
        """Whether a person may write in it."""
        return self.level != 1


@cache
def sections() -> Sequence[Section]:
    """All of them, in the order of the report."""
    text = files("motcua.reports").joinpath("data/narrative-sections.csv").read_text("utf-8")
    return tuple(
        Section(
            row["key"], int(row["level"]), row["heading"], row["drafted"] == "yes",
            row["required"] == "yes", row["hint"], row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    )  # fmt: skip


def written() -> Sequence[Section]:
    """Those a person writes in."""
    return [one for one in sections() if one.written]

"""The fixed words of each form by regime: what the law, or memory of it, has a paper say.

A row of `data/wording.csv` holds from its day until the next row of the same form and key; an empty
text ends it. `mark` is V for words read somewhere (the source says where), M for words from memory.
Text in braces is filled in.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files

from motcua.papers.registry import Form


@dataclass(frozen=True, slots=True)
class Phrase:
    """One saying of one form from a day on."""

    form: Form
    from_on: date
    key: str
    text: str
    mark: str
    source: str


@lru_cache(maxsize=1)
def phrases() -> Sequence[Phrase]:
    """Every saying of every form, the oldest of each key first."""
    text = files("motcua.papers").joinpath("data/wording.csv").read_text(encoding="utf-8")
    rows = [
        Phrase(
            form=Form(row["form"]),
            from_on=date.fromisoformat(row["from_on"]),
            key=row["key"],
            text=row["text"],
            mark=row["mark"],
            source=row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    ]
    return tuple(sorted(rows, key=lambda row: (row.form, row.from_on)))


@lru_cache(maxsize=256)
def sayings(form: Form, day: date) -> Mapping[str, str]:
    """What the form says on `day`, by key; before the first row we know, as on its day."""
    found: dict[str, str] = {}
    earliest = min(row.from_on for row in phrases() if row.form is form)
    for row in phrases():
        if row.form is form and row.from_on <= max(day, earliest):
            found[row.key] = row.text
    return found

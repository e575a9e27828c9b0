"""What a receipt is called and how its books are marked, by the rule of its day.

A new rule is a new line of `data/receipt-regimes.csv`, never a change of an old one.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Regime:
    """One rule from its day on. `serial` has the year's two figures for `{yy}`; `mark` is M where
    nobody read the gazette."""

    from_on: date
    name: str
    title: str
    template: str
    serial: str
    digits: int
    mark: str
    source: str


@lru_cache(maxsize=1)
def regimes() -> Sequence[Regime]:
    """Every rule we know, the oldest first."""
    text = files("motcua.fees").joinpath("data/receipt-regimes.csv").read_text(encoding="utf-8")
    rows = [
        Regime(
            from_on=date.fromisoformat(row["from_on"]),
            name=row["regime"],
            title=row["title"],
            template=row["template"],
            serial=row["serial"],
            digits=int(row["digits"]),
            mark=row["mark"],
            source=row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    ]
    return tuple(sorted(rows, key=lambda row: row.from_on))


def in_force(day: date) -> Regime:
    """The rule on `day`; before the first we know, that one."""
    begun = [one for one in regimes() if one.from_on <= day]
    return begun[-1] if begun else regimes()[0]

"""Which form a paper takes on a day: the one table of printed forms by regime.

A row holds from its day until the next row of the same form. A new regime is a new line of
`data/forms.csv`, never a change of an old one: what was printed then prints so again.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files


class Form(StrEnum):
    """The papers this room makes; each has a template of that name."""

    RECEIPT = "receipt"
    SUPPLEMENT = "supplement"
    REFUSAL = "refusal"
    CONTROL = "control"
    APOLOGY = "apology"
    EXTENSION = "extension"
    STOP = "stop"
    REGISTER = "register"
    HANDOVER = "handover"


@dataclass(frozen=True, slots=True)
class Regime:
    """A form as one rule prescribes it. `number` is empty where the rule gives it none."""

    form: Form
    from_on: date
    name: str
    number: str
    title: str
    suffix: str
    source: str


@lru_cache(maxsize=1)
def registry() -> Sequence[Regime]:
    """Every form in every regime, the oldest of each form first."""
    text = files("motcua.papers").joinpath("data/forms.csv").read_text(encoding="utf-8")
    rows = [
        Regime(
            form=Form(row["form"]),
            from_on=date.fromisoformat(row["from_on"]),
            name=row["regime"],
            number=row["number"],
            title=row["title"],
            suffix=row["suffix"],
            source=row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    ]
    return tuple(sorted(rows, key=lambda row: (row.form, row.from_on)))


def in_force(form: Form, day: date) -> Regime:
    """The form as prescribed on `day`; for days before the first regime we know, that one."""
    known = [regime for regime in registry() if regime.form is form]
    begun = [regime for regime in known if regime.from_on <= day]
    return begun[-1] if begun else known[0]

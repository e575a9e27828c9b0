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
    OPINION = "opinion"
    OPINION_REMINDER = "opinion_reminder"
    REGISTER = "register"
    HANDOVER = "handover"
    TAX_SLIP = "tax_slip"


@dataclass(frozen=True, slots=True)
class Regime:
    """A form as one rule has it. `number` is empty where the rule gives it none.

    `prescribed`: the rule asks for it; else an office's own paper under that rule. `mark` is V for
    a name that was read, M for one from memory; `source` says where.
    """

    form: Form
    from_on: date
    name: str
    number: str
    title: str
    suffix: str
    prescribed: bool
    mark: str
    source: str

    @property
    def line(self) -> str:
        """What stands in the corner of the paper: number and rule; empty without a number."""
        return f"{self.number} ({self.name})" if self.number else ""


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
            prescribed=row["prescribed"] == "yes",
            mark=row["mark"],
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


def until(regime: Regime) -> date | None:
    """The day the next rule of the same form begins; None while this one is the last."""
    later = [row for row in registry() if row.form is regime.form and row.from_on > regime.from_on]
    return later[0].from_on if later else None

"""How long an office has to answer a complaint: dated data with its source."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from motcua.core.hearing import Kind


@dataclass(frozen=True, slots=True)
class Term:
    """Working days from `from_on`; `unconfirmed`: nobody has read it in the gazette yet."""

    from_on: date
    kind: str
    working_days: int
    source: str
    unconfirmed: bool


@cache
def terms() -> tuple[Term, ...]:
    """All of them, oldest first; of one day the more particular last."""
    text = files("motcua.feedback").joinpath("data/complaint-terms.csv").read_text("utf-8")
    found = [
        Term(
            date.fromisoformat(row["from_on"]),
            row["kind"],
            int(row["working_days"]),
            row["source"],
            row["unconfirmed"] == "M",
        )
        for row in csv.DictReader(text.splitlines())
    ]
    return tuple(sorted(found, key=lambda term: (term.from_on, term.kind != "")))


def term_of(kind: Kind, day: date) -> Term:
    """The term that holds for a complaint of `kind` made on `day`: its own before the general."""
    holding = [term for term in terms() if term.from_on <= day and term.kind in ("", kind.value)]
    own = [term for term in holding if term.kind]
    return (own or holding)[-1]

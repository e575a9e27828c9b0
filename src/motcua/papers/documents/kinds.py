"""The kinds of document there are: data, each with its symbol and source."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document. `symbol` is empty for a letter (công văn), which has none."""

    key: str
    symbol: str
    name: str
    source: str


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, Kind]:
    """Every kind by its key, in the order of the file."""
    text = files("motcua.papers").joinpath("data/document-kinds.csv").read_text(encoding="utf-8")
    return {row["key"]: Kind(**row) for row in csv.DictReader(text.splitlines())}


def office_symbol(office: str) -> str:
    """What stands after the kind in a number: `UBND`, or the initials of another body."""
    if office.startswith("UBND"):
        return "UBND"
    return "".join(word[0] for word in office.upper().split() if word[0].isalpha())

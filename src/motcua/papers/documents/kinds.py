"""The kinds of document there are: data, each with its symbol and source."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from motcua.core.documents import number_text


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document. `symbol` is empty for a letter (công văn), which has none.

    `made_by` is `draft` for what somebody writes, `act` for the paper of an act, which is numbered
    by the symbol of its form alone (`07/HDHS`) and is never drafted.
    """

    key: str
    symbol: str
    name: str
    made_by: str
    source: str

    def number_words(self, number: int | None, issuer: str) -> str:
        """The number as it stands on a paper of `issuer`: `43/BC-UBND`, `07/HDHS`."""
        return number_text(number, self.symbol, office_symbol(issuer) if self.drafted else "")

    @property
    def drafted(self) -> bool:
        """Whether somebody writes its words."""
        return self.made_by == "draft"


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

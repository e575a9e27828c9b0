"""Why dossiers are late: the list offices choose from, in the words the report prints."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason. `waits_for_citizen`: the time was lost on the citizen's side."""

    code: str
    words: str
    waits_for_citizen: bool
    source: str


@lru_cache(maxsize=1)
def reasons() -> Sequence[Reason]:
    """The reasons in the order they are offered and printed, without a stop at their end: more is
    said after them. The first three are the report's."""
    text = files("motcua.dossiers").joinpath("data/overdue-reasons.csv").read_text(encoding="utf-8")
    return tuple(
        Reason(
            row["code"],
            row["words"].rstrip("."),
            row["waits_for_citizen"] == "yes",
            row["source"],
        )
        for row in csv.DictReader(text.splitlines())
    )


def reason_words(code: str) -> str:
    """The words of a code; the code itself when the list no longer has it."""
    return next((reason.words for reason in reasons() if reason.code == code), code)


def is_reason(code: str) -> bool:
    """Whether the list has that code."""
    return any(reason.code == code for reason in reasons())


def is_wait(code: str) -> bool:
    """Whether the clock may stand still for it: the office waits for the citizen."""
    return any(reason.code == code and reason.waits_for_citizen for reason in reasons())

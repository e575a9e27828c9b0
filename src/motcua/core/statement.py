"""A bank's statement read against what is waited for: which credit is whose.

Pure. A credit is matched by its reference and its amount together, and each demand by one credit.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from motcua.core.references import references_in


class Verdict(StrEnum):
    """What reading one credit came to."""

    MATCHED = "matched"
    WRONG_AMOUNT = "wrong_amount"
    UNKNOWN = "unknown"
    NO_REFERENCE = "no_reference"
    DOUBLE = "double"
    BY_HAND = "by_hand"


@dataclass(frozen=True, slots=True)
class Credit:
    """One line of the statement: money that came in. `number` is the bank's own, where it says."""

    booked_on: date
    amount_vnd: int
    content: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Waited:
    """What a reference stands for: how much is waited for, or that it `came` before."""

    amount_vnd: int
    came: bool


@dataclass(frozen=True, slots=True)
class Read:
    """One credit with its verdict; `reference` is the known one it names, if any."""

    credit: Credit
    digest: str
    verdict: Verdict
    reference: str


def read(credits: Sequence[Credit], waited: Mapping[str, Waited]) -> Sequence[Read]:
    """Each credit with its verdict, in order. Of two that pay one demand the first counts."""
    met: set[str] = set()
    found = []
    for credit, digest in zip(credits, digests(credits), strict=True):
        named = references_in(credit.content)
        known = next((one for one in named if one in waited), "")
        verdict = _verdict(credit, named, known, waited, met)
        if verdict is Verdict.MATCHED:
            met.add(known)
        found.append(Read(credit, digest, verdict, known))
    return tuple(found)


def digests(credits: Iterable[Credit]) -> Sequence[str]:
    """What tells one credit from another: the bank's number, else day, amount and words with their
    ordinal among equal ones, so that the same file again is known as the same."""
    seen: dict[tuple[object, ...], int] = {}
    found = []
    for one in credits:
        what: tuple[object, ...] = (one.booked_on.isoformat(), one.amount_vnd, one.content)
        what = ("n", one.number, one.amount_vnd) if one.number else ("c", *what)
        seen[what] = seen.get(what, 0) + 1
        text = "\x1f".join(map(str, (*what, seen[what])))
        found.append(hashlib.sha256(text.encode()).hexdigest())
    return found


def _verdict(
    credit: Credit,
    named: Sequence[str],
    known: str,
    waited: Mapping[str, Waited],
    met: set[str],
) -> Verdict:
    if not named:
        return Verdict.NO_REFERENCE
    if not known:
        return Verdict.UNKNOWN
    if waited[known].came or known in met:
        return Verdict.DOUBLE
    if waited[known].amount_vnd != credit.amount_vnd:
        return Verdict.WRONG_AMOUNT
    return Verdict.MATCHED

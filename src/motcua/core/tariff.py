"""What a line of the tariff comes to: whole đồng, by dossier, copy, page or case.

A page's price may fall with the page's number and a copy has a ceiling, as for certified copies:
2.000 ₫ for each of the first two pages, 1.000 ₫ from the third, at most 200.000 ₫ a copy
(Thông tư 226/2016/TT-BTC [M]; read on a public kiosk's price list [V]).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Unit = Literal["dossier", "copy", "page", "case"]


@dataclass(frozen=True, slots=True)
class Tariff:
    """`steps` are (last unit it holds for, đồng each), rising, the last one without an end; empty
    when every unit costs `amount_vnd`. `cap_vnd` is the most that one copy costs."""

    amount_vnd: int
    unit: Unit = "dossier"
    steps: Sequence[tuple[int | None, int]] = ()
    cap_vnd: int | None = None

    def __post_init__(self) -> None:
        ends = [end for end, _ in self.steps]
        known = [end for end in ends[:-1] if end is not None]
        if self.amount_vnd < 0 or any(price < 0 for _, price in self.steps):
            raise ValueError("a price is not below zero")
        if self.steps and (ends[-1] is not None or len(known) != len(ends) - 1):
            raise ValueError("only the last step has no end")
        if any(end < 1 for end in known) or known != sorted(set(known)):
            raise ValueError("the ends of steps rise from one")
        if self.cap_vnd is not None and self.cap_vnd < 0:
            raise ValueError("a ceiling is not below zero")


@dataclass(frozen=True, slots=True)
class Quantity:
    """What was made: `copies` of a paper of `pages` pages each, for `cases` cases."""

    copies: int = 1
    pages: int = 1
    cases: int = 1

    def __post_init__(self) -> None:
        if min(self.copies, self.pages, self.cases) < 0:
            raise ValueError("a number of things is not below zero")


def charge(tariff: Tariff, quantity: Quantity, *, reduced_percent: int = 0) -> int:
    """What is owed in đồng. `reduced_percent` is the part let off (100: exempt), cut down to the
    whole đồng in the payer's favour. Raises ValueError for a part outside 0 to 100."""
    if not 0 <= reduced_percent <= 100:
        raise ValueError("a part let off is 0 to 100 per cent")
    return _full(tariff, quantity) * (100 - reduced_percent) // 100


def _full(tariff: Tariff, quantity: Quantity) -> int:
    if tariff.unit == "dossier":
        return _capped(tariff, _stepped(tariff, 1))
    if tariff.unit == "copy":
        return _capped(tariff, _stepped(tariff, quantity.copies))
    if tariff.unit == "case":
        return _capped(tariff, _stepped(tariff, quantity.cases))
    return quantity.copies * _capped(tariff, _stepped(tariff, quantity.pages))


def _capped(tariff: Tariff, amount: int) -> int:
    return amount if tariff.cap_vnd is None else min(amount, tariff.cap_vnd)


def _stepped(tariff: Tariff, units: int) -> int:
    if not tariff.steps:
        return tariff.amount_vnd * units
    total, begun = 0, 0
    for end, price in tariff.steps:
        upto = units if end is None else min(end, units)
        total += max(0, upto - begun) * price
        begun = max(begun, upto)
    return total

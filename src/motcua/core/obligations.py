"""A tax notice on land: what of it holds a dossier up, and how it stands on a day.

A day that passes asks for a reminder, never for a rejection. Source: the flow of TTLT 88/2016 and,
since 8/2024, NĐ 101/2024/NĐ-CP [M].
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from motcua.core.refusal import Refused

SOON_DAYS = 5
Standing = Literal["met", "waiting", "soon", "overdue", "deferred"]


@dataclass(frozen=True, slots=True)
class Levy:
    """One kind of levy of a notice; `deferred` (ghi nợ) is owed for later and holds nothing up.

    Once paid it bears the number of its `proof` and the day it was `paid_on`.
    """

    kind: str
    amount_vnd: int
    due_on: date
    deferred: bool = False
    proof: str = ""
    paid_on: date | None = None


def check_notice(received_on: date, levies: Sequence[Levy], today: date) -> None:
    """Raises Refused: `no_levies`, `levy_zero`, `notice_from_tomorrow`, `due_before_it_came`."""
    if not levies:
        raise Refused("no_levies")
    if any(levy.amount_vnd <= 0 for levy in levies):
        raise Refused("levy_zero")
    if received_on > today:
        raise Refused("notice_from_tomorrow")
    if any(levy.due_on < received_on for levy in levies):
        raise Refused("due_before_it_came")


def holds_up(levies: Sequence[Levy]) -> bool:
    """Whether anything has to be paid before the dossier goes on."""
    return any(not levy.deferred for levy in unpaid(levies))


def to_pay(levies: Sequence[Levy]) -> int:
    """đồng to be paid now; what is paid, and what is deferred, left out."""
    return sum(levy.amount_vnd for levy in unpaid(levies) if not levy.deferred)


def debt(levies: Sequence[Levy]) -> int:
    """đồng put off and not paid yet."""
    return sum(levy.amount_vnd for levy in unpaid(levies) if levy.deferred)


def unpaid(levies: Sequence[Levy]) -> Sequence[Levy]:
    """The levies without a proof, in their order."""
    return [levy for levy in levies if not levy.proof]


def due_day(levies: Sequence[Levy]) -> date:
    """The first day something has to be paid by; of deferred levies alone, their first; of what is
    wholly paid, the first of all."""
    left = unpaid(levies)
    now = [levy.due_on for levy in left if not levy.deferred]
    return min(now or [levy.due_on for levy in left or levies])


def standing(levies: Sequence[Levy], *, met: bool, today: date) -> Standing:
    """How a notice stands on `today`; the due day itself is still in time."""
    if met:
        return "met"
    if not holds_up(levies):
        return "deferred"
    due = due_day(levies)
    if due < today:
        return "overdue"
    return "soon" if (due - today).days <= SOON_DAYS else "waiting"

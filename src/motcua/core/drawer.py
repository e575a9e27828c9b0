"""A clerk's drawer over a day: what should be in it, and what closing it asks for.

Source: the manner of a cash book, Thông tư 107/2017/TT-BTC and those after it [M].
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from motcua.core.clock import Calendar, is_working_day
from motcua.core.refusal import Refused

_FURTHEST = 40


@dataclass(frozen=True, slots=True)
class Day:
    """A drawer's day, in đồng: what it began with, what came in less what went out, and what was
    counted at its closing (None: not closed)."""

    opening_vnd: int
    moved_vnd: int
    counted_vnd: int | None

    @property
    def expected_vnd(self) -> int:
        """What the book says it ends with."""
        return expected(self.opening_vnd, [self.moved_vnd])

    @property
    def closing_vnd(self) -> int:
        """What it ends with: what was counted, as long as nobody counted what the book says."""
        return self.expected_vnd if self.counted_vnd is None else self.counted_vnd


@dataclass(frozen=True, slots=True)
class Balance:
    """A drawer, or some together, over days: what there was before, what was put in (above zero) or
    was missing at the openings, what moved, by how much the counts differed, and what is there
    after. `opening + added + moved + difference = closing`, always."""

    opening_vnd: int
    added_vnd: int = 0
    moved_vnd: int = 0
    difference_vnd: int = 0

    @property
    def expected_vnd(self) -> int:
        """What the book says there is, before the counts of these days."""
        return self.opening_vnd + self.added_vnd + self.moved_vnd

    @property
    def closing_vnd(self) -> int:
        """What is there after; the next days begin with it."""
        return self.expected_vnd + self.difference_vnd

    def then(self, day: Day) -> "Balance":
        """These days and the one after them, of the same drawer."""
        return Balance(
            self.opening_vnd,
            self.added_vnd + day.opening_vnd - self.closing_vnd,
            self.moved_vnd + day.moved_vnd,
            self.difference_vnd + day.closing_vnd - day.expected_vnd,
        )

    def beside(self, other: "Balance") -> "Balance":
        """Two drawers over the same days, as one."""
        return Balance(
            self.opening_vnd + other.opening_vnd,
            self.added_vnd + other.added_vnd,
            self.moved_vnd + other.moved_vnd,
            self.difference_vnd + other.difference_vnd,
        )


def expected(opening_vnd: int, movements: Iterable[int]) -> int:
    """What should be in the drawer: what it began with, money in above zero, money out below."""
    return opening_vnd + sum(movements)


def check_opening(carried_vnd: int | None, counted_vnd: int, note: str) -> None:
    """What is counted in the morning is what was left in the evening, else somebody says why.

    Raises Refused("opening_differs", "counted_below_zero").
    """
    if counted_vnd < 0:
        raise Refused("counted_below_zero")
    if carried_vnd is not None and counted_vnd != carried_vnd and not note.strip():
        raise Refused("opening_differs", carried=carried_vnd, counted=counted_vnd)


def check_closing(expected_vnd: int, counted_vnd: int, reason: str) -> int:
    """What there is too much (above zero) or too little. Raises Refused("difference_unexplained",
    "counted_below_zero")."""
    if counted_vnd < 0:
        raise Refused("counted_below_zero")
    difference = counted_vnd - expected_vnd
    if difference and not reason.strip():
        raise Refused("difference_unexplained", expected=expected_vnd, counted=counted_vnd)
    return difference


def day_of_book(today: date, last_day: date | None, calendar: Calendar) -> date:
    """The day a drawer opened today belongs to: today, or, when that day's book was closed already,
    the next working day after it."""
    if last_day is None or last_day < today:
        return today
    days = (last_day + timedelta(days=n) for n in range(1, _FURTHEST))
    return next((one for one in days if is_working_day(calendar, one)), last_day + timedelta(1))

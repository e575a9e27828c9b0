"""A clerk's drawer over a day: what should be in it, and what closing it asks for.

Source: the manner of a cash book, Thông tư 107/2017/TT-BTC and those after it [M].
"""

from collections.abc import Iterable
from datetime import date, timedelta

from motcua.core.clock import Calendar, is_working_day
from motcua.core.refusal import Refused

_FURTHEST = 40


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

"""Terms and budgets as working hours, the way a process is judged: 8 hours a working day."""

from fractions import Fraction
from typing import Any

DAY = 8
_KINDS = {
    "working_hours": 1,
    "working_days": DAY,
    "working_days_civil": DAY,
}


def allowance_hours(value: Any) -> Fraction | None:
    """An allowance as working hours; None when there is none or it is not above zero.

    Calendar days are taken as the working hours of that many days, the first a Monday, without
    holidays; `same_day` as 8 hours.
    """
    if not isinstance(value, dict) or len(value) != 1:
        return None
    ((kind, amount),) = value.items()
    if kind == "same_day":
        return Fraction(DAY) if amount is True else None
    number = _number(amount)
    if number is None or number <= 0:
        return None
    if kind == "calendar_days":
        return calendar_hours(number)
    return number * _KINDS[kind] if kind in _KINDS else None


def budget_hours(value: Any) -> Fraction:
    """A step's budget; 0 without one. Raises ValueError for what is no budget."""
    if value is None:
        return Fraction(0)
    if not isinstance(value, dict) or len(value) != 1:
        raise ValueError("ngân sách của bước có đúng một cách tính")
    ((kind, amount),) = value.items()
    number = _number(amount)
    if number is None or number < 0 or kind not in _KINDS:
        raise ValueError("ngân sách của bước là số giờ làm việc không âm")
    return number * _KINDS[kind]


def wait_hours(value: Any) -> Fraction:
    """A waiting time in calendar days as working hours; 0 without one."""
    if value is None:
        return Fraction(0)
    if not isinstance(value, dict) or list(value) != ["calendar_days"]:
        raise ValueError("thời gian chờ tính bằng calendar_days")
    number = _number(value["calendar_days"])
    if number is None or number < 0:
        raise ValueError("thời gian chờ không âm")
    return calendar_hours(number)


def calendar_hours(days: Fraction) -> Fraction:
    """The working hours of that many days from a Monday."""
    weeks, rest = divmod(days, 7)
    return Fraction(DAY) * (5 * weeks + min(rest, Fraction(5)))


def hours_words(hours: Fraction) -> str:
    """Hours as people write them: 7,5."""
    if hours.denominator == 1:
        return str(hours.numerator)
    return f"{float(hours):.2f}".rstrip("0").rstrip(".").replace(".", ",")


def _number(value: Any) -> Fraction | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return Fraction(str(value))
    except ValueError:
        return None

"""How much time a procedure or a step has, and how that time is counted."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any, Final

from motcua.core.clock.errors import ClockError

HOUR: Final = 60
WORKING_DAY: Final = 8 * HOUR


class AllowanceKind(StrEnum):
    """The five ways in which a term is counted; which one a statute uses is catalogue data."""

    WORKING_DAYS = "working_days"
    WORKING_HOURS = "working_hours"
    WORKING_DAYS_CIVIL = "working_days_civil"
    CALENDAR_DAYS = "calendar_days"
    SAME_DAY = "same_day"


_MINUTES_EACH = {AllowanceKind.WORKING_DAYS: WORKING_DAY, AllowanceKind.WORKING_HOURS: HOUR}

Number = int | float | Decimal


@dataclass(frozen=True, slots=True)
class Allowance:
    """A term such as 15 working days. `units` is what the clock counts down: working minutes for
    `working_days` and `working_hours`, days for the other kinds (1 for `same_day`).

    Raises ClockError for an amount that is not above zero, or is no whole number of those units.
    """

    kind: AllowanceKind
    amount: Decimal
    units: int

    def __init__(self, kind: AllowanceKind | str, amount: Number = 1) -> None:
        try:
            known = AllowanceKind(kind)
        except ValueError:
            raise ClockError("bad_allowance", f"unknown kind of allowance: {kind}") from None
        units = _units(known, amount)
        each = _MINUTES_EACH.get(known, 1)
        object.__setattr__(self, "kind", known)
        object.__setattr__(self, "amount", Decimal(units) / each)
        object.__setattr__(self, "units", units)

    @property
    def counts_minutes(self) -> bool:
        """Whether working minutes are counted, rather than days judged at their close."""
        return self.kind in _MINUTES_EACH

    @property
    def while_one_waits(self) -> bool:
        """Whether the result is due on the day of receipt, so that it may be done on the spot."""
        return self.kind is AllowanceKind.SAME_DAY

    def longer_by(self, days: int) -> "Allowance":
        """The term with an extension of that many days, counted as it counts its own: working days
        for a term in working time, days for the kinds that count days. Raises ClockError for
        `same_day`: what follows the day is counted from its due time, not from the receipt."""
        if not days:
            return self
        if self.kind is AllowanceKind.SAME_DAY:
            raise ClockError("bad_allowance", "same_day cannot be extended")
        each = days * WORKING_DAY // HOUR if self.kind is AllowanceKind.WORKING_HOURS else days
        return Allowance(self.kind, self.amount + each)

    @classmethod
    def from_json(cls, value: object) -> "Allowance":
        """Reads `{"working_days": 5}`; exactly one kind. Raises ClockError."""
        if not isinstance(value, dict) or len(value) != 1:
            raise ClockError("bad_allowance", "an allowance is an object with exactly one kind")
        ((kind, amount),) = value.items()
        if kind == AllowanceKind.SAME_DAY:
            if amount is not True:
                raise ClockError("bad_allowance", "same_day takes only true")
            return cls(kind)
        return cls(str(kind), amount)

    def to_json(self) -> dict[str, Any]:
        """The form `from_json` reads."""
        if self.kind is AllowanceKind.SAME_DAY:
            return {self.kind.value: True}
        whole = self.amount == self.amount.to_integral_value()
        return {self.kind.value: int(self.amount) if whole else float(self.amount)}


def _units(kind: AllowanceKind, amount: object) -> int:
    units = _exact(amount) * _MINUTES_EACH.get(kind, 1)
    if units <= 0:
        raise ClockError("bad_allowance", f"{kind} must be more than zero")
    if units.denominator != 1:
        unit = "minutes" if kind in _MINUTES_EACH else "days"
        raise ClockError("bad_allowance", f"{kind} must come to a whole number of {unit}")
    if kind is AllowanceKind.SAME_DAY and units != 1:
        raise ClockError("bad_allowance", "same_day takes no number")
    return units.numerator


def _exact(amount: object) -> Fraction:
    """A float is read as it is written (0.1 is a tenth), not as the binary number beneath it."""
    if isinstance(amount, bool) or not isinstance(amount, (int, float, Decimal)):
        raise ClockError("bad_allowance", "the amount of an allowance must be a number")
    try:
        return Fraction(str(amount) if isinstance(amount, float) else amount)
    except (ValueError, OverflowError):
        raise ClockError("bad_allowance", "the amount of an allowance must be finite") from None

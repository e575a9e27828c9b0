"""Terms and working time in Vietnamese words; a day of working time is 8 hours."""

from decimal import Decimal

from motcua.core.clock.allowance import HOUR, WORKING_DAY, Allowance, AllowanceKind

PROVISIONAL = "dự kiến, theo lịch nghỉ chưa công bố"

_UNITS = {
    AllowanceKind.WORKING_DAYS: "ngày làm việc",
    AllowanceKind.WORKING_HOURS: "giờ làm việc",
    AllowanceKind.WORKING_DAYS_CIVIL: "ngày làm việc",
    AllowanceKind.CALENDAR_DAYS: "ngày",
}


def allowance_words(allowance: Allowance) -> str:
    """`15 ngày làm việc`, `0,5 ngày làm việc`, `30 ngày`, `trong ngày`."""
    if allowance.kind is AllowanceKind.SAME_DAY:
        return "trong ngày"
    return f"{_number(allowance.amount)} {_UNITS[allowance.kind]}"


def duration_words(minutes: int) -> str:
    """Working minutes as `2 ngày 3 giờ`; minutes are said only under a day, and are cut above."""
    days, rest = divmod(minutes, WORKING_DAY)
    hours, left = divmod(rest, HOUR)
    parts = [(days, "ngày"), (hours, "giờ")]
    if not days and (left or not hours):
        parts.append((left, "phút"))
    said = [f"{count} {unit}" for count, unit in parts if count]
    return " ".join(said) or "0 phút"


def left_words(minutes: int) -> str:
    """`còn 2 ngày 3 giờ`, `đến hạn`, and for working minutes below zero `quá 3 giờ 12 phút`."""
    if minutes == 0:
        return "đến hạn"
    return f"còn {duration_words(minutes)}" if minutes > 0 else f"quá {duration_words(-minutes)}"


def _number(amount: Decimal) -> str:
    text = f"{amount:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", ",")

"""A plain internal process for a procedure nobody has drawn one for, within its own term."""

from typing import Any

from motcua.core.clock import Allowance, AllowanceKind

HALF_HOUR = 30
OUTSIDE = {"VPDK": "vpdk-bim-son"}
"""Departments of the catalogue that are bodies of their own."""

_Station = tuple[str, str, str, int]

_TOWN: tuple[_Station, ...] = (
    ("tiep-nhan", "Tiếp nhận", "BP_MOT_CUA", 1),
    ("xu-ly", "Thẩm định hồ sơ", "CHUYEN_VIEN", 8),
    ("duyet", "Duyệt", "LANH_DAO_PHONG", 2),
    ("ky", "Ký kết quả", "LANH_DAO_UBND", 3),
    ("phat-hanh", "Vào sổ, đóng dấu", "VAN_THU", 1),
    ("tra", "Trả kết quả", "BP_MOT_CUA", 1),
)
_COMMUNE = tuple(station for station in _TOWN if station[0] != "duyet")


def plain_route(
    procedure: str, name: str, allowance: Allowance, level: str, department: str
) -> dict[str, Any]:
    """A process in the format of `check`: desk, officer, head (in a town), chair, records, desk.

    The budgets are half hours that add up to the working hours of `allowance`, shared by weight;
    what does not divide goes to the officer. In a term of fewer half hours than steps the lighter
    steps get none.
    """
    stations = _TOWN if level == "town" and department not in OUTSIDE else _COMMUNE
    budgets = _shared(working_halves(allowance), [weight for *_, weight in stations])
    keys = [key for key, *_ in stations]
    steps = [
        _step(station, budget, keys[place + 1 : place + 2], department)
        for place, (station, budget) in enumerate(zip(stations, budgets, strict=True))
    ]
    return {
        "procedure": procedure,
        "name": name,
        "allowance": allowance.to_json(),
        "steps": steps,
    }


def working_halves(allowance: Allowance) -> int:
    """The allowance as half hours of working time; calendar days from a Monday, no holidays."""
    if allowance.counts_minutes:
        return allowance.units // HALF_HOUR
    if allowance.kind is AllowanceKind.SAME_DAY:
        return 16
    if allowance.kind is AllowanceKind.WORKING_DAYS_CIVIL:
        return 16 * allowance.units
    return _calendar_days(allowance.units)


def _calendar_days(days: int) -> int:
    whole_weeks, rest = divmod(days, 7)
    return 16 * (5 * whole_weeks + min(rest, 5))


def _shared(halves: int, weights: list[int]) -> list[int]:
    total = sum(weights)
    least = 1 if halves >= len(weights) else 0
    shares = [max(least, halves * weight // total) for weight in weights]
    officer = weights.index(max(weights))
    shares[officer] += halves - sum(shares)
    return shares


def _step(station: _Station, halves: int, following: list[str], department: str) -> dict[str, Any]:
    key, name, position, _ = station
    step: dict[str, Any] = {
        "key": key,
        "name": name,
        "position": position,
        "budget": {"working_hours": halves // 2 if halves % 2 == 0 else halves / 2},
        "next": following,
    }
    if position == "CHUYEN_VIEN" and department in OUTSIDE:
        step["office"] = OUTSIDE[department]
    elif position in ("CHUYEN_VIEN", "LANH_DAO_PHONG"):
        step["department"] = department
    return step

"""Terms as data."""

from decimal import Decimal

import pytest

from motcua.core.clock import (
    Allowance,
    AllowanceKind,
    ClockError,
)


@pytest.mark.parametrize(
    "given",
    [
        {},
        [],
        None,
        {"working_days": 1, "same_day": True},
        {"weeks": 1},
        {"working_days": 0},
        {"working_days": -1},
        {"working_days": 0.001},
        {"working_hours": 0.01},
        {"working_days": True},
        {"working_days": "5"},
        {"working_days": None},
        {"working_days": float("nan")},
        {"working_days": float("inf")},
        {"working_days_civil": 0.5},
        {"calendar_days": 1.5},
        {"same_day": False},
        {"same_day": 1},
    ],
)
def test_an_allowance_is_exactly_one_kind_with_a_sound_number(given: object) -> None:
    with pytest.raises(ClockError) as refused:
        Allowance.from_json(given)

    assert refused.value.code == "bad_allowance"


@pytest.mark.parametrize(
    "given",
    [
        {"working_days": 15},
        {"working_days": 0.5},
        {"working_hours": 0.1},
        {"working_days_civil": 3},
        {"calendar_days": 30},
        {"same_day": True},
    ],
)
def test_an_allowance_comes_back_from_json_as_it_went(given: dict[str, object]) -> None:
    assert Allowance.from_json(given).to_json() == given


def test_allowances_of_equal_kind_and_amount_are_equal() -> None:
    assert Allowance(AllowanceKind.WORKING_DAYS, Decimal("1.50")) == Allowance("working_days", 1.5)
    assert Allowance("calendar_days", 5.0).units == 5
    with pytest.raises(ClockError, match="takes no number"):
        Allowance("same_day", 2)

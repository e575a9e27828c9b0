"""What a line of the tariff comes to, against counting page by page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.tariff import Quantity, Tariff, Unit, charge

COPIES = Tariff(2_000, "page", ((2, 2_000), (None, 1_000)), 200_000)
prices = st.integers(0, 10**7)


@st.composite
def tariffs(draw: st.DrawFn) -> Tariff:
    ends: list[int | None] = [*sorted(draw(st.sets(st.integers(1, 40), max_size=4)))]
    steps = [(end, draw(prices)) for end in [*ends, None]] if draw(st.booleans()) else []
    units: list[Unit] = ["dossier", "copy", "page", "case"]
    unit = draw(st.sampled_from(units))
    return Tariff(draw(prices), unit, steps, draw(st.none() | st.integers(0, 10**8)))


quantities = st.builds(
    Quantity, copies=st.integers(0, 60), pages=st.integers(0, 60), cases=st.integers(0, 60)
)


def one_by_one(tariff: Tariff, units: int) -> int:
    """The price of each unit in turn, looked up by its number."""
    total = 0
    for number in range(1, units + 1):
        if tariff.steps:
            total += next(p for end, p in tariff.steps if end is None or number <= end)
        else:
            total += tariff.amount_vnd
    return total if tariff.cap_vnd is None else min(total, tariff.cap_vnd)


@given(tariffs(), quantities)
def test_no_amount_is_off_by_one_đồng(tariff: Tariff, quantity: Quantity) -> None:
    units = {"dossier": 1, "copy": quantity.copies, "case": quantity.cases}.get(tariff.unit)
    expected = (
        one_by_one(tariff, units)
        if units is not None
        else sum(one_by_one(tariff, quantity.pages) for _ in range(quantity.copies))
    )

    assert charge(tariff, quantity) == expected


@given(tariffs(), quantities, st.integers(0, 100))
def test_a_part_let_off_is_cut_in_the_payers_favour(
    tariff: Tariff, quantity: Quantity, percent: int
) -> None:
    full = charge(tariff, quantity)
    owed = charge(tariff, quantity, reduced_percent=percent)

    assert 0 <= full * (100 - percent) - owed * 100 < 100


@pytest.mark.parametrize(
    ("pages", "copies", "owed"),
    [(1, 1, 2_000), (2, 1, 4_000), (3, 1, 5_000), (10, 2, 24_000), (500, 3, 600_000), (0, 1, 0)],
)
def test_certified_copies_cost_what_the_circular_says(pages: int, copies: int, owed: int) -> None:
    assert charge(COPIES, Quantity(copies, pages)) == owed


@pytest.mark.parametrize(
    "build",
    [
        lambda: Tariff(-1),
        lambda: Tariff(1, "page", ((2, 5),)),
        lambda: Tariff(1, "page", ((3, 5), (2, 4), (None, 1))),
        lambda: Tariff(1, "page", ((None, 5), (None, 1))),
        lambda: Tariff(1, cap_vnd=-1),
        lambda: Quantity(copies=-1),
        lambda: charge(COPIES, Quantity(), reduced_percent=101),
    ],
)
def test_a_tariff_that_means_nothing_is_refused(build: object) -> None:
    with pytest.raises(ValueError, match=r"below zero|steps|step has no end|per cent"):
        build()  # type: ignore[operator]

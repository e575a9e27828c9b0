"""Every figure of every report opens as many dossiers as it says, over the demonstration: as they
are, as they were known once, and looking back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

import pytest

from motcua.core.clock import VN
from motcua.organization import timekeeping
from motcua.reports.drill import how_many, opened
from motcua.reports.family import FAMILY, Wanted
from motcua.reports.tables import Cell, Table

QUARTER = (date(2017, 1, 1), date(2017, 3, 31))
BY_LAW = (date(2016, 12, 15), date(2017, 3, 14))
THEN = datetime(2017, 3, 1, 12, 0, tzinfo=VN)
"""When the known-at figures were known."""


@pytest.fixture(scope="module")
def asked(demo: str) -> Wanted:
    return Wanted("bim-son", *QUARTER, now=timekeeping.now())


def figures(table: Table) -> Iterator[tuple[str, str, Cell]]:
    """Each figure that counts dossiers, by its line and column."""
    for line in (*table.lines, *table.hidden):
        for column, cell in zip(table.columns, line.cells, strict=False):
            if cell.sought is not None:
                yield line.key, column.key, cell


def wrong(table: Table) -> list[tuple[str, str, int | None, int]]:
    """The figures that open another number than they say."""
    found = []
    for line, column, cell in figures(table):
        assert cell.sought is not None
        count = how_many(cell.sought)
        if count != cell.number:
            found.append((line, column, cell.number, count))
    return found


CASES = {
    "Phụ lục II": ("phu-luc-ii", {}),
    "Phụ lục II, looking back": ("phu-luc-ii", {"as_of": date(2017, 2, 15)}),
    "II.06a": ("ii-06a", {}),
    "II.06a, by the days of the law": ("ii-06a", {"from_on": BY_LAW[0], "to_on": BY_LAW[1]}),
    "II.06a, looking back": ("ii-06a", {"as_of": date(2017, 2, 15)}),
    "II.06b": ("ii-06b", {}),
    "II.06c, by unit": ("ii-06c", {"by": "unit", "from_on": BY_LAW[0], "to_on": BY_LAW[1]}),
    "II.07": ("ii-07", {}),
    "both views of lateness": ("tre-han-hai-cach", {"with_below": True}),
    "the year": ("cchc-nam", {"from_on": date(2017, 2, 1)}),
    "II.07, with those below": ("ii-07", {"with_below": True, "as_of": date(2017, 2, 15)}),
}


@pytest.mark.parametrize("case", CASES)
def test_every_figure_opens_what_it_says(asked: Wanted, case: str) -> None:
    slug, changes = CASES[case]
    table = FAMILY[slug].build(replace(asked, **changes))  # type: ignore[arg-type]

    assert sum(cell.number or 0 for *_, cell in figures(table)) > 0
    assert wrong(table) == []


def test_the_pages_of_a_figure_hold_each_dossier_once(asked: Wanted) -> None:
    sought = FAMILY["ii-06a"].build(asked).lines[-1].cells[0].sought
    assert sought is not None
    pages = opened(sought).pages

    codes = [line.code for n in range(1, pages + 1) for line in opened(sought, n).lines]

    assert pages > 1
    assert len(codes) == len(set(codes)) == how_many(sought)


def test_as_known_then_too(asked: Wanted) -> None:
    """A ward's Phụ lục II, whose dossiers are few: each figure replays them all."""
    ward = replace(asked, office="phu-son", known_at=THEN)
    table = FAMILY["phu-luc-ii"].build(ward)

    assert sum(cell.number or 0 for *_, cell in figures(table)) > 0
    assert wrong(table) == []

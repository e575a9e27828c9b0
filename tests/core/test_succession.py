"""Who answers for a place on a day, whatever was merged, divided and ended before."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.succession import (
    Heir,
    Tangled,
    by_rule,
    competent,
    entangled,
    predecessors,
)

D1, D2 = date(2019, 12, 1), date(2025, 7, 1)
HA_LAN, DONG_SON, BIM_SON, QUANG_TRUNG, TOWN = 1, 2, 3, 4, 5
HEIRS = {
    HA_LAN: [Heir(DONG_SON, D1)],
    DONG_SON: [Heir(BIM_SON, D2)],
    TOWN: [Heir(BIM_SON, D2, fields=("Hộ tịch",)), Heir(QUANG_TRUNG, D2, fields=("Đất đai",))],
}


def test_an_office_answers_for_its_place_until_the_day_it_ends() -> None:
    assert competent(HA_LAN, D1 - timedelta(days=1), HEIRS) == HA_LAN
    assert competent(HA_LAN, D1, HEIRS) == DONG_SON
    assert competent(HA_LAN, D2, HEIRS) == BIM_SON


def test_of_a_divided_office_the_rule_chooses_then_the_place_then_the_first() -> None:
    def chosen(procedure: str, field: str, at: int = 0) -> int:
        return competent(TOWN, D2, HEIRS, by_rule(procedure, field, lambda h: h.office == at))

    assert chosen("gpxd", "Đất đai") == QUANG_TRUNG
    assert chosen("gpxd", "Xây dựng", at=QUANG_TRUNG) == QUANG_TRUNG
    assert chosen("gpxd", "Xây dựng") == BIM_SON


def test_papers_go_to_the_first_successor_with_all_it_kept_itself() -> None:
    assert set(predecessors(BIM_SON, HEIRS)) == {DONG_SON, HA_LAN, TOWN}
    assert set(predecessors(QUANG_TRUNG, HEIRS)) == set()


def test_offices_that_come_after_one_another_in_a_circle_are_told() -> None:
    circle = {1: [Heir(2, D1)], 2: [Heir(1, D2)]}

    assert entangled(circle)
    assert not entangled(HEIRS)
    with pytest.raises(Tangled):
        competent(1, D2, circle)


@st.composite
def reorganizations(draw: st.DrawFn) -> dict[int, list[Heir]]:
    """Any forest of mergers and splits in which successors begin after who they follow."""
    count = draw(st.integers(2, 12))
    heirs: dict[int, list[Heir]] = {}
    for office in range(count - 1):
        if draw(st.booleans()):
            on = D1 + timedelta(days=draw(st.integers(0, 4000)))
            after = draw(
                st.lists(st.integers(office + 1, count - 1), min_size=1, max_size=3, unique=True)
            )
            heirs[office] = [Heir(one, on) for one in after]
    return heirs


@given(reorganizations(), st.integers(0, 8000))
def test_every_place_has_exactly_one_office_on_every_day(
    heirs: dict[int, list[Heir]], days: int
) -> None:
    day = D1 + timedelta(days=days)
    ended = {office for office, found in heirs.items() if found[0].on <= day}

    for office in range(12):
        answers = competent(office, day, heirs)
        assert answers not in ended
        assert answers == competent(office, day, heirs)
        assert office in ended or answers == office


@given(reorganizations())
def test_nothing_that_goes_forward_is_ever_entangled(heirs: dict[int, list[Heir]]) -> None:
    assert not entangled(heirs)

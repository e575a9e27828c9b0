"""Waiting times: whose they were adds up, and a percentile is a time that was measured."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.clock import VN, national_calendar, working_minutes
from motcua.core.waits import (
    LEAST_TOLD,
    Halt,
    Share,
    Split,
    Spread,
    percentile,
    split,
    spread,
    told,
)

CALENDAR = national_calendar()
MONDAY = datetime(2017, 3, 6, 8, 0, tzinfo=VN)
MOMENTS = st.integers(0, 20 * 24 * 60).map(lambda minutes: MONDAY + timedelta(minutes=minutes))
TIMES = st.lists(st.integers(0, 10_000), min_size=1)


@st.composite
def halts(draw: st.DrawFn) -> list[Halt]:
    """Up to four, in any order and over one another, now and then one that is not over."""
    found = []
    for _ in range(draw(st.integers(0, 4))):
        start, end = sorted((draw(MOMENTS), draw(MOMENTS)))
        still = draw(st.integers(0, 9)) == 0
        found.append(Halt(start, None if still else end, draw(st.sampled_from(Share))))
    return found


def minutes(split_: Split) -> tuple[int, int, int]:
    return split_.office, split_.citizen, split_.elsewhere


@given(MOMENTS, MOMENTS, halts())
def test_the_shares_are_all_the_working_time_but_what_was_nobodys(
    one: datetime, other: datetime, found: list[Halt]
) -> None:
    start, end = sorted((one, other))
    parts = split(CALENDAR, start, end, found)

    whole = split(CALENDAR, start, end, [h for h in found if h.share is Share.CLOSED])
    assert min(minutes(parts)) >= 0
    assert sum(minutes(parts)) == whole.office <= working_minutes(CALENDAR, start, end)


@given(MOMENTS, MOMENTS, MOMENTS, halts())
def test_two_stretches_side_by_side_add_up(
    one: datetime, two: datetime, three: datetime, found: list[Halt]
) -> None:
    start, middle, end = sorted((one, two, three))

    halves = (split(CALENDAR, start, middle, found), split(CALENDAR, middle, end, found))
    both = [sum(pair) for pair in zip(*map(minutes, halves), strict=True)]

    assert both == list(minutes(split(CALENDAR, start, end, found)))


@given(MOMENTS, MOMENTS, halts(), halts())
def test_one_more_halt_never_gives_the_office_more(
    one: datetime, other: datetime, found: list[Halt], more: list[Halt]
) -> None:
    start, end = sorted((one, other))

    before, after = (split(CALENDAR, start, end, h) for h in (found, found + more))

    assert after.office <= before.office


def test_waiting_for_a_paper_is_the_citizens_and_for_another_body_elsewhere() -> None:
    day = timedelta(days=1)
    found = [
        Halt(MONDAY + day, MONDAY + 2 * day, Share.CITIZEN),
        Halt(MONDAY + 3 * day, MONDAY + 4 * day, Share.ELSEWHERE),
    ]

    parts = split(CALENDAR, MONDAY, MONDAY + 4 * day + timedelta(hours=2), found)

    assert minutes(parts) == (2 * 480 + 120, 480, 480)
    assert parts.served == parts.office + parts.elsewhere


@given(TIMES, st.integers(1, 100))
def test_a_percentile_is_a_measured_time_that_so_many_do_not_exceed(
    times: list[int], share: int
) -> None:
    found = percentile(sorted(times), share)

    assert found in times
    assert sum(one <= found for one in times) * 100 >= share * len(times)
    assert sum(one < found for one in times) * 100 < share * len(times)


@given(TIMES)
def test_a_spread_asks_no_order_and_its_median_comes_first(times: list[int]) -> None:
    found = spread(reversed(times))

    assert found == spread(times)
    assert found is not None
    assert (found.count, min(times) <= found.median <= found.ninetieth <= max(times)) == (
        len(times),
        True,
    )


def test_there_is_no_percentile_of_nothing() -> None:
    assert spread([]) is None
    for ordered, share in (([], 50), ([1], 0), ([1], 101)):
        with pytest.raises(ValueError, match="percentile"):
            percentile(ordered, share)


@pytest.mark.parametrize("count", [1, LEAST_TOLD - 1, LEAST_TOLD, 1000])
def test_few_are_told_to_nobody(count: int) -> None:
    found = Spread(count, 60, 90)

    assert told(found) == (found if count >= LEAST_TOLD else None)
    assert told(None) is None

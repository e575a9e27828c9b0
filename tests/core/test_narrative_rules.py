"""A narrative report's way through hands, its check list, and how shares are said."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.narrative import COURSE, Check, Standing, Step, is_frozen, may_sign, share
from motcua.core.refusal import Refused


def test_nothing_writes_in_what_is_frozen() -> None:
    for standing in Standing:
        if is_frozen(standing):
            assert not {Step.WRITE, Step.COMMENT, Step.SIGN, Step.CANCEL} & set(
                COURSE.offered(standing)
            )


def test_what_is_not_offered_is_refused() -> None:
    for standing, step in product(Standing, Step):
        if step in COURSE.offered(standing):
            assert COURSE.after(standing, step) in Standing
        else:
            with pytest.raises(Refused, match="narrative_not_now"):
                COURSE.after(standing, step)


def test_only_what_must_hold_keeps_a_report_from_being_signed() -> None:
    assert may_sign([Check("over", holds=False, must=False), Check("sums", holds=True, must=True)])
    assert not may_sign([Check("sums", holds=False, must=True)])


@given(st.integers(1, 10**7).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_a_share_is_whole_only_when_it_is(counts: tuple[int, int]) -> None:
    part, whole = counts

    assert (share(part, whole) == "100%") == (part == whole)
    assert part == 0 or part / whole < 0.0001 or share(part, whole) != "0%"


def test_shares_are_said_as_the_report_says_them() -> None:
    assert [share(5, 8), share(829, 853), share(9, 9), share(0, 3), share(0, 0)] == [
        "62,5%", "97,2%", "100%", "0%", "0%",
    ]  # fmt: skip

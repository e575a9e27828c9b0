"""A statement against what is waited for: each credit one verdict, each demand one credit."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.references import reference
from motcua.core.statement import Credit, Verdict, Waited, digests, read

DAY = date(2017, 3, 31)
FIRST, SECOND, CAME = (reference(n) for n in (7, 8, 9))
WAITED = {FIRST: Waited(75_000, False), SECOND: Waited(8_000, False), CAME: Waited(5_000, True)}


def credit(amount: int, content: str, number: str = "") -> Credit:
    return Credit(DAY, amount, content, number)


@pytest.mark.parametrize(
    ("amount", "content", "verdict"),
    [
        (75_000, f"NOP LE PHI {FIRST}", Verdict.MATCHED),
        (74_999, f"NOP LE PHI {FIRST}", Verdict.WRONG_AMOUNT),
        (75_000, f"NOP LE PHI {reference(99)}", Verdict.UNKNOWN),
        (75_000, "NOP LE PHI", Verdict.NO_REFERENCE),
        (5_000, CAME, Verdict.DOUBLE),
    ],
)
def test_a_credit_is_judged_by_reference_and_amount(
    amount: int, content: str, verdict: Verdict
) -> None:
    (found,) = read([credit(amount, content)], WAITED)

    assert found.verdict is verdict


def test_of_two_that_pay_one_demand_the_first_counts() -> None:
    twice = [credit(8_000, SECOND, "A"), credit(8_000, SECOND, "B")]

    assert [one.verdict for one in read(twice, WAITED)] == [Verdict.MATCHED, Verdict.DOUBLE]


credits_ = st.lists(
    st.builds(
        credit,
        st.integers(1, 3),
        st.sampled_from(["a", "b", FIRST]),
        st.sampled_from(["", "N1", "N2"]),
    ),
    max_size=8,
)


@given(credits_)
def test_the_same_file_again_is_known_line_by_line(found: list[Credit]) -> None:
    assert digests(found) == digests(list(found))
    assert len(set(digests(found))) == len(found)


@given(credits_, credits_)
def test_what_was_known_stays_known_when_lines_are_added_after(
    before: list[Credit], after: list[Credit]
) -> None:
    assert list(digests([*before, *after]))[: len(before)] == list(digests(before))

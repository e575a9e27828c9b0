"""Short numbers that transfers carry: made, checked, found in the words of a statement."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.references import is_reference, reference, references_in

numbers = st.integers(0, 10**9 - 1)


@given(numbers, st.text("ABC xyz-./", max_size=20), st.text("ABC xyz-./", max_size=20))
def test_a_reference_is_found_in_whatever_stands_around_it(
    number: int, before: str, after: str
) -> None:
    assert references_in(f"{before}{reference(number)}{after}") == (reference(number),)


@given(numbers, st.integers(0, 9), st.integers(1, 9))
def test_one_other_figure_is_no_reference(number: int, place: int, more: int) -> None:
    right = reference(number)
    other = str((int(right[place]) + more) % 10)

    assert not is_reference(right[:place] + other + right[place + 1 :])


@pytest.mark.parametrize("text", ["", "123456789", "12345678901", "123456789a", "\uff11234567897"])
def test_what_is_no_ten_figures_is_no_reference(text: str) -> None:
    assert not is_reference(text)
    assert references_in(text) == ()


@pytest.mark.parametrize("number", [-1, 10**9])
def test_a_number_that_does_not_fit_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="nine figures"):
        reference(number)

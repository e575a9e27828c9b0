"""The short number a transfer carries: nine figures and a check figure (Luhn), so that one mistyped
or cut on the way is not taken for another. Banks carry figures through unchanged."""

import re
from collections.abc import Sequence

LENGTH = 10
_RUN = re.compile(r"(?<!\d)\d{10}(?!\d)")


def reference(number: int) -> str:
    """The reference of a number below 10^9. Raises ValueError for another."""
    if not 0 <= number < 10 ** (LENGTH - 1):
        raise ValueError("a reference has nine figures and a check")
    figures = f"{number:09d}"
    return figures + str(_check(figures))


def is_reference(text: str) -> bool:
    """Whether the check figure is right."""
    plain = len(text) == LENGTH and text.isascii() and text.isdigit()
    return plain and text[-1] == str(_check(text[:-1]))


def references_in(text: str) -> Sequence[str]:
    """What might be a reference in the words of a bank's statement, in order, each once."""
    return tuple(dict.fromkeys(one for one in _RUN.findall(text) if is_reference(one)))


def _check(figures: str) -> int:
    total = 0
    for place, figure in enumerate(reversed(figures)):
        value = int(figure)
        if place % 2 == 0:
            value = value * 2 - 9 if value > 4 else value * 2
        total += value
    return -total % 10

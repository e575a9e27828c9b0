"""Who need not pay, read out of the sentence of a tariff; the sentence itself is printed verbatim.

`miễn đối với trẻ em, người thuộc hộ nghèo; giảm 50% đối với người cao tuổi` names three grounds.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_CLAUSE = re.compile(
    r"(?P<what>miễn(?: thu)?|không thu|giảm\s+(?P<part>\d{1,3})\s*%)"
    r"(?:\s+(?:phí|lệ phí|phí, lệ phí))?\s+(?:đối với|cho|với)\s+(?P<who>.+)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Ground:
    """Whom it is for, in the words of the tariff, and the part let off in per cent."""

    words: str
    percent: int


def grounds(text: str) -> Sequence[Ground]:
    """The grounds a sentence names, in its order; none where it is put otherwise."""
    found: list[Ground] = []
    for clause in re.split(r"[;.\n]", text):
        said = _CLAUSE.fullmatch(clause.strip())
        if said is None:
            continue
        percent = min(100, int(said["part"])) if said["part"] else 100
        who = (" ".join(one.split()) for one in said["who"].split(","))
        found += [Ground(one, percent) for one in who if one]
    return tuple(dict.fromkeys(found))

"""What a rule demands of a desk's room and equipment, and what a desk has of it. Pure.

Source: QĐ 09/2015/QĐ-TTg, NĐ 61/2018/NĐ-CP [M]; the numbers are data of `organization`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

AREA, WAITING = "area_m2", "waiting_m2"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One demand of a rule. `least` is in `unit`; None: only written down, never judged."""

    key: str
    name: str
    unit: str
    least: Decimal | None
    article: str
    mark: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A demand beside what was found; `has` None when nobody wrote it down."""

    requirement: Requirement
    has: Decimal | None

    @property
    def missing(self) -> Decimal:
        """How much less there is than the rule demands; nothing where it demands nothing."""
        least = self.requirement.least
        if least is None:
            return Decimal(0)
        return max(least - (self.has or Decimal(0)), Decimal(0))

    @property
    def met(self) -> bool:
        """Whether there is as much as the rule demands."""
        return self.missing == 0


def judge(requirements: Sequence[Requirement], found: Mapping[str, Decimal]) -> Sequence[Judged]:
    """Each demand of a rule beside what a desk has of it."""
    return tuple(Judged(one, found.get(one.key)) for one in requirements)


def meets(judged: Sequence[Judged]) -> bool | None:
    """Whether a desk has all that is demanded; None when the rule in force demands no number."""
    demanded = [one for one in judged if one.requirement.least is not None]
    return all(one.met for one in demanded) if demanded else None

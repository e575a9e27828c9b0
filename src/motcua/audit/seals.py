"""The sealed days as values, for whoever compares the chains with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from motcua.audit.models import DaySeal


@dataclass(frozen=True, slots=True)
class Seal:
    """A day's heads: taken of what was written before `until_at`."""

    day: date
    until_at: datetime
    dossiers: int
    hash: bytes


def day_seals() -> Sequence[Seal]:
    """All sealed days, in order. One query."""
    return tuple(
        Seal(row.day_on, row.until_at, row.dossiers, bytes(row.hash))
        for row in DaySeal.objects.order_by("day_on")
    )

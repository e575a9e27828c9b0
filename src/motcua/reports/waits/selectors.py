"""What anyone may know of waiting times. Figures of many dossiers only; nobody is in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import FilteredRelation, Q

from motcua.core.clock import VN
from motcua.core.waits import LEAST_TOLD
from motcua.reports.waits.models import WaitingTime, WaitingTimesRenewal


@dataclass(frozen=True, slots=True)
class Renewal:
    """When the figures were reckoned (Asia/Ho_Chi_Minh), and the days of which they tell, both
    included; `least` is the number of dossiers below which nothing is told."""

    from_on: date
    to_on: date
    renewed_at: datetime
    least: int = LEAST_TOLD


@dataclass(frozen=True, slots=True)
class Waited:
    """Of `dossiers`, half waited no longer than `median` and nine of ten no longer than
    `ninetieth`: working minutes, without what the citizen was waited for."""

    office_id: int
    procedure_id: int
    dossiers: int
    median: int
    ninetieth: int


def renewal() -> Renewal | None:
    """The last renewal; None before the first. One query."""
    row = WaitingTimesRenewal.objects.first()
    if row is None:
        return None
    return Renewal(row.from_on, row.to_on, row.renewed_at.astimezone(VN))


def waited_for(procedure_id: int) -> tuple[Renewal | None, Mapping[int, Waited]]:
    """The last renewal, and what is told of one procedure by office; an office with too few is
    absent. One query."""
    told = FilteredRelation("times", condition=Q(times__procedure_id=procedure_id))
    rows = WaitingTimesRenewal.objects.annotate(told=told).values_list(
        "from_on", "to_on", "renewed_at", *(f"told__{name}" for name in _WAITED)
    )
    made: Renewal | None = None
    found: dict[int, Waited] = {}
    for from_on, to_on, renewed_at, *times in rows:
        made = Renewal(from_on, to_on, renewed_at.astimezone(VN))
        if times[0] is not None:
            found[times[0]] = Waited(*times)
    return made, found


def every_waited() -> Sequence[Waited]:
    """All that is told. One query."""
    rows = WaitingTime.objects.order_by("office_id", "procedure_id")
    return [Waited(*row) for row in rows.values_list(*_WAITED)]


_WAITED = ("office_id", "procedure_id", "dossiers", "median", "ninetieth")

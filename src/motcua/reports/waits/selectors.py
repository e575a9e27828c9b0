"""What anyone may know of waiting times. Figures of many dossiers only; nobody is in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

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
    return row and Renewal(row.from_on, row.to_on, row.renewed_at.astimezone(VN))


def waited_for(procedure_id: int) -> Mapping[int, Waited]:
    """What is told of one procedure, by office; an office with too few is absent. One query."""
    return {one.office_id: one for one in _rows(procedure_id=procedure_id)}


def every_waited() -> Sequence[Waited]:
    """All that is told. One query."""
    return _rows()


def _rows(**only: int) -> Sequence[Waited]:
    rows = WaitingTime.objects.filter(**only).order_by("office_id", "procedure_id")
    return [
        Waited(*row)
        for row in rows.values_list("office_id", "procedure_id", "dossiers", "median", "ninetieth")
    ]

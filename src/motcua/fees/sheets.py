"""The cash book of an office over a day, a month or a quarter: one line a day, and its sums."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, Sum

from motcua.fees.models import CashDay, Movement
from motcua.fees.models.cash import MONEY_BACK, MONEY_IN, MovementKind

KINDS = {"ngay": "Ngày", "thang": "Tháng", "quy": "Quý"}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both counted; `title` as the sheet's head says it."""

    first: date
    last: date
    title: str


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One day, in đồng: cash taken, cash given back and cash handed in (below zero when out), what
    came on the account and what went from it, how many drawers and how many are not signed yet."""

    day_on: date
    cash_vnd: int
    back_vnd: int
    handed_in_vnd: int
    bank_vnd: int
    bank_back_vnd: int
    drawers: int
    unsigned: int
    difference_vnd: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of a period and their totals by column."""

    period: Period
    rows: Sequence[SheetRow]

    def total(self, name: str) -> int:
        """The sum of a column."""
        return sum(int(getattr(row, name)) for row in self.rows)


def period_of(kind: str, day: date) -> Period:
    """The day, month or quarter `day` lies in."""
    if kind == "ngay":
        return Period(day, day, f"Ngày {day:%d/%m/%Y}")
    if kind == "thang":
        first = day.replace(day=1)
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        return Period(first, last, f"Tháng {first:%m/%Y}")
    quarter = (day.month - 1) // 3
    first = day.replace(month=3 * quarter + 1, day=1)
    last = (first + timedelta(days=95)).replace(day=1) - timedelta(days=1)
    return Period(first, last, f"Quý {quarter + 1} năm {first.year}")


def sheet_of(office_id: int, period: Period) -> Sheet:
    """The sheet of one office. Two queries."""
    days = (period.first, period.last)
    cash, bank = Q(cash_day__isnull=False), Q(cash_day=None)
    taken, back = Q(kind__in=MONEY_IN), Q(kind__in=MONEY_BACK)
    moved = (
        Movement.objects.filter(office_id=office_id, day_on__range=days)
        .values("day_on")
        .annotate(
            cash=_sum(cash & taken),
            back=_sum(cash & back),
            handed_in=_sum(Q(kind=MovementKind.HANDED_IN)),
            bank=_sum(bank & taken),
            bank_back=_sum(bank & back),
        )
        .order_by("day_on")
    )
    drawers: dict[date, list[tuple[bool, int]]] = {}
    for one in CashDay.objects.filter(office_id=office_id, day_on__range=days):
        difference = (one.counted_vnd or 0) - (one.expected_vnd or 0)
        drawers.setdefault(one.day_on, []).append((one.signed_at is None, difference))
    sums: dict[date, Mapping[str, Any]] = {row["day_on"]: {**row} for row in moved}
    nothing: Mapping[str, Any] = dict.fromkeys(
        ("cash", "back", "handed_in", "bank", "bank_back"), 0
    )
    return Sheet(
        period,
        [
            _row(day, sums.get(day, nothing), drawers.get(day, []))
            for day in sorted({*sums, *drawers})
        ],
    )


def _row(day: date, moved: Mapping[str, Any], drawers: Sequence[tuple[bool, int]]) -> SheetRow:
    return SheetRow(
        day_on=day,
        cash_vnd=moved["cash"],
        back_vnd=moved["back"],
        handed_in_vnd=moved["handed_in"],
        bank_vnd=moved["bank"],
        bank_back_vnd=moved["bank_back"],
        drawers=len(drawers),
        unsigned=sum(unsigned for unsigned, _ in drawers),
        difference_vnd=sum(difference for _, difference in drawers),
    )


def _sum(which: Q) -> Sum:
    return Sum("amount_vnd", filter=which, default=0)

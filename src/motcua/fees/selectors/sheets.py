"""The sheet of a period, out of the days of its drawers and what went over the account."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, Sum

from motcua.core.clock import VN
from motcua.core.drawer import Balance, Day
from motcua.fees.models import CashDay, Movement
from motcua.fees.models.cash import MONEY_BACK, MONEY_IN
from motcua.fees.selectors.drawers import movements_of, summed
from motcua.fees.sheets import (
    ClerkRow,
    DayRow,
    Explained,
    Moved,
    Period,
    Sheet,
    VoucherRow,
)

Drawer = tuple[int, int]
"""Position and account: one clerk's drawer at one post."""


@dataclass(slots=True)
class _Kept:
    """A drawer while its days are gone through."""

    clerk: str
    desk: str
    balance: Balance
    moved: Moved = field(default_factory=Moved)
    counted_vnd: int | None = None
    days: int = 0
    unsigned: int = 0


def sheet_of(office_id: int, period: Period) -> Sheet:
    """The sheet of one office: what each of its drawers held when the period began is what the last
    day before it ended with. Three queries; one more for the lines of a single day."""
    kept = _before(office_id, period.first)
    account = _over_the_account(office_id, period)
    rows: dict[date, list[CashDay]] = {}
    asked = CashDay.objects.filter(office_id=office_id, day_on__range=(period.first, period.last))
    for one in summed(asked).order_by("day_on", "opened_at", "id"):
        rows.setdefault(one.day_on, []).append(one)
    days: list[DayRow] = []
    explained: list[Explained] = []
    for day in sorted({*rows, *account}):
        begun = _together(kept)
        for row in rows.get(day, ()):
            explained += _differences(kept, row)
        days.append(_day(day, begun, _together(kept), rows.get(day, ()), account.get(day)))
    one_day = period.first == period.last
    return Sheet(
        period=period,
        clerks=[_clerk(one) for one in kept.values() if one.days or one.balance.opening_vnd],
        days=days,
        explained=explained,
        vouchers=_vouchers(office_id, period.first) if one_day else (),
    )


def _before(office_id: int, first: date) -> dict[Drawer, _Kept]:
    """What each drawer held at the end of its last day before `first`."""
    last = (
        CashDay.objects.filter(office_id=office_id, day_on__lt=first)
        .order_by("position_id", "account_id", "-day_on")
        .distinct("position_id", "account_id")
        .values("pk")
    )
    rows = summed(CashDay.objects.filter(pk__in=last)).order_by("account__full_name", "id")
    return {
        (one.position_id, one.account_id): _Kept(
            one.account.full_name, one.position.title, Balance(_as_day(one).closing_vnd)
        )
        for one in rows
    }


def _over_the_account(office_id: int, period: Period) -> Mapping[date, Moved]:
    rows = Movement.objects.filter(
        office_id=office_id, cash_day=None, day_on__range=(period.first, period.last)
    )
    sums = rows.values("day_on").annotate(
        bank=Sum("amount_vnd", filter=Q(kind__in=MONEY_IN), default=0),
        back=Sum("amount_vnd", filter=Q(kind__in=MONEY_BACK), default=0),
    )
    return {
        row["day_on"]: Moved(bank_vnd=row["bank"], bank_back_vnd=row["back"])
        for row in sums.order_by("day_on")
    }


def _as_day(row: CashDay) -> Day:
    moved = _moved(row)
    return Day(
        row.opening_vnd, moved.cash_vnd + moved.back_vnd + moved.handed_in_vnd, row.counted_vnd
    )


def _moved(row: CashDay) -> Moved:
    """Of a day that was read `summed`."""
    taken, back, handed_in = (getattr(row, name) for name in ("taken", "given_back", "handed_in"))
    return Moved(taken, back, handed_in)


def _differences(kept: dict[Drawer, _Kept], row: CashDay) -> Sequence[Explained]:
    """Add a day to its drawer; answers what differed in it."""
    drawer = (row.position_id, row.account_id)
    opening = "Mở sổ" if drawer in kept else "Mở sổ lần đầu"
    new = _Kept(row.account.full_name, row.position.title, Balance(0))
    one = kept.setdefault(drawer, new)
    before = one.balance
    one.balance, one.moved = before.then(_as_day(row)), one.moved.and_(_moved(row))
    one.counted_vnd = row.counted_vnd
    one.days += 1
    one.unsigned += row.signed_at is None
    found = (
        (opening, one.balance.added_vnd - before.added_vnd, row.opening_note),
        ("Khoá sổ", one.balance.difference_vnd - before.difference_vnd, row.difference_reason),
    )
    return [
        Explained(
            day_on=row.day_on,
            clerk=one.clerk,
            when=when,
            difference_vnd=difference,
            reason=reason,
            signed_by=row.signed_by.full_name if row.signed_by else "",
            signed_at=row.signed_at.astimezone(VN) if row.signed_at else None,
        )
        for when, difference, reason in found
        if difference
    ]


def _together(kept: Mapping[Drawer, _Kept]) -> Balance:
    all_of_them = Balance(0)
    for one in kept.values():
        all_of_them = all_of_them.beside(one.balance)
    return all_of_them


def _day(
    day: date, begun: Balance, ended: Balance, rows: Sequence[CashDay], account: Moved | None
) -> DayRow:
    """The part of the period that is this day: sums after it less sums before it."""
    moved = account or Moved()
    for row in rows:
        moved = moved.and_(_moved(row))
    return DayRow(
        day_on=day,
        balance=Balance(
            begun.closing_vnd,
            ended.added_vnd - begun.added_vnd,
            ended.moved_vnd - begun.moved_vnd,
            ended.difference_vnd - begun.difference_vnd,
        ),
        moved=moved,
        drawers=len(rows),
        unsigned=sum(row.signed_at is None for row in rows),
    )


def _clerk(one: _Kept) -> ClerkRow:
    return ClerkRow(
        clerk=one.clerk,
        desk=one.desk,
        balance=one.balance,
        moved=one.moved,
        counted_vnd=one.counted_vnd,
        days=one.days,
        unsigned=one.unsigned,
    )


def _vouchers(office_id: int, day: date) -> Sequence[VoucherRow]:
    rows = Movement.objects.filter(office_id=office_id, day_on=day).order_by("at", "id")
    return [
        VoucherRow(one.at, one.clerk, one.words, one.paper, one.code, one.amount_vnd)
        for one in movements_of(rows)
    ]

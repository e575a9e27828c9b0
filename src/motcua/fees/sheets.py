"""The cash book of an office over a day, a month or a quarter: what each drawer had before, what
moved, what was counted, and the same for the desk, day by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import reduce

from motcua.core.drawer import Balance

KINDS = {"ngay": "Ngày", "thang": "Tháng", "quy": "Quý"}


@dataclass(frozen=True, slots=True)
class Period:
    """Days from the first to the last, both counted; `title` as the sheet's head says it."""

    first: date
    last: date
    title: str


@dataclass(frozen=True, slots=True)
class Moved:
    """What moved, in đồng; what went out is below zero. `cash` of receipts, `back` of receipts
    taken back and refunds, `handed_in` to the treasury; `bank` on the office's account."""

    cash_vnd: int = 0
    back_vnd: int = 0
    handed_in_vnd: int = 0
    bank_vnd: int = 0
    bank_back_vnd: int = 0

    def and_(self, other: "Moved") -> "Moved":
        """Both together."""
        return Moved(
            self.cash_vnd + other.cash_vnd,
            self.back_vnd + other.back_vnd,
            self.handed_in_vnd + other.handed_in_vnd,
            self.bank_vnd + other.bank_vnd,
            self.bank_back_vnd + other.bank_back_vnd,
        )


@dataclass(frozen=True, slots=True)
class DayRow:
    """The desk on one day: all its drawers together, how many had a book that day and how many of
    these nobody signed yet."""

    day_on: date
    balance: Balance
    moved: Moved
    drawers: int = 0
    unsigned: int = 0


@dataclass(frozen=True, slots=True)
class ClerkRow:
    """One clerk's drawer at one post over the period. `counted_vnd` is the last count in it, None
    when the last day is still open or there was none; `days` it had a book, `unsigned` of them."""

    clerk: str
    desk: str
    balance: Balance
    moved: Moved
    counted_vnd: int | None = None
    days: int = 0
    unsigned: int = 0


@dataclass(frozen=True, slots=True)
class Explained:
    """What differed at an opening or a closing, why, and who signed the day (empty: nobody yet)."""

    day_on: date
    clerk: str
    when: str
    difference_vnd: int
    reason: str
    signed_by: str
    signed_at: datetime | None


@dataclass(frozen=True, slots=True)
class VoucherRow:
    """A line of the book of one day: `clerk` is empty for what went over the account."""

    at: datetime
    clerk: str
    words: str
    paper: str
    code: str
    amount_vnd: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A period of the desk: by clerk, by day, what differed, and for one day each line of it."""

    period: Period
    clerks: Sequence[ClerkRow]
    days: Sequence[DayRow]
    explained: Sequence[Explained]
    vouchers: Sequence[VoucherRow] = ()

    @property
    def desk(self) -> Balance:
        """Every drawer together."""
        return reduce(Balance.beside, (one.balance for one in self.clerks), Balance(0))

    @property
    def moved(self) -> Moved:
        """Everything that moved, over the account too."""
        return reduce(Moved.and_, (one.moved for one in self.days), Moved())

    @property
    def drawers(self) -> int:
        """Days of drawers there were."""
        return sum(one.drawers for one in self.days)

    @property
    def unsigned(self) -> int:
        """Days of drawers nobody signed yet."""
        return sum(one.unsigned for one in self.days)

    @property
    def facts(self) -> Sequence[int]:
        """What the square on the printed sheet vouches for."""
        desk, moved = self.desk, self.moved
        return [
            desk.opening_vnd, desk.added_vnd, moved.cash_vnd, moved.back_vnd, moved.handed_in_vnd,
            desk.difference_vnd, desk.closing_vnd, moved.bank_vnd, moved.bank_back_vnd,
        ]  # fmt: skip


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

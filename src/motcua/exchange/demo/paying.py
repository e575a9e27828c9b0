"""What the invented people pay: at the counter when they hand a dossier in, in cash, by the same
services as everyone; each clerk's drawer opened, handed in and closed day by day."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import uuid4

from motcua.core.clock import VN
from motcua.fees import services as fees
from motcua.fees.services.books import NewBook
from motcua.fees.services.office import AboutOffice, keep_office
from motcua.fees.services.paying import Paying
from motcua.identity.actors import Actor
from motcua.organization.selectors import OfficeRow

FLOAT_VND = 200_000
"""Small notes a drawer begins its day with."""
TEMPLATE = "01BLP2-001"
DIGITS = 7
SPARE = 2_000
"""Numbers left in the book for whoever tries the demonstration."""
NOWHERE = AboutOffice(
    address="Địa chỉ mẫu", bank_bin="970436", bank_account="000000000000",
    account_holder="DU LIEU MAU",
)  # fmt: skip
"""An account nobody has, so that no one who scans the demonstration pays anybody."""
SHOWN = timedelta(days=30)
"""How far back money was taken here; what came in before paid against books of paper."""


@dataclass(frozen=True, slots=True)
class Due:
    """A dossier paid for at `at` by way of the clerk who received it."""

    dossier: int
    at: datetime
    by: Actor


def open_office(office: OfficeRow, due: Sequence[Due], by: Actor, serial: str) -> None:
    """One book for the office, with enough numbers and some left, and an account; `due` not
    empty."""
    opened_at = min(one.at for one in due).replace(hour=7, minute=0)
    book = NewBook(TEMPLATE, serial, 1, len(due) + SPARE, DIGITS)
    fees.open_book(office.id, book, by=by, at=opened_at)
    keep_office(office.id, NOWHERE, by=by, at=opened_at)


def kept(due: Sequence[Due], until: datetime) -> Sequence[Due]:
    """Those of the last thirty days: a quarter of them would double the time of loading."""
    first = (until - SHOWN).date()
    return [one for one in due if one.at.astimezone(VN).date() >= first]


def pay(due: Sequence[Due], until: datetime) -> None:
    """Take the money, clerk by clerk and day by day; the day of `until` stays open."""
    days: dict[tuple[date, int], list[Due]] = defaultdict(list)
    for one in kept(due, until):
        days[one.at.astimezone(VN).date(), one.by.position_id].append(one)
    for (day, _), many in sorted(days.items(), key=lambda item: item[0]):
        _one_day(day, sorted(many, key=lambda one: one.at), last=day == until.date())


def _one_day(day: date, many: Sequence[Due], *, last: bool) -> None:
    by = many[0].by
    fees.open_drawer(by=by, at=many[0].at - timedelta(minutes=2), counted_vnd=FLOAT_VND)
    taken = fees.take([Paying(one.dossier, one.at) for one in many], by=by, key=uuid4())
    if last:
        return
    evening = max(many[-1].at + timedelta(minutes=5), many[-1].at.replace(hour=16, minute=50))
    total = sum(one.amount_vnd for one in taken)
    fees.hand_in(by=by, at=evening, amount_vnd=total, paper=f"Giấy nộp tiền (mẫu) {day:%d%m%y}")
    fees.close_drawer(by=by, at=evening, counted_vnd=FLOAT_VND)

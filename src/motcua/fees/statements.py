"""A bank's statement as CSV: its layout, its template, and what is wrong with a file.

Columns `ngay,so_tien,noi_dung,ma_giao_dich`, in any order, headed in the first line, where accents,
capitals and spaces do not count (`Số tiền`); comma or semicolon; UTF-8. Only credits above zero
count. Described in docs/operations.md.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from motcua.core.money import parse_number
from motcua.core.statement import Credit
from motcua.core.text import clean, search_key

COLUMNS = ("ngay", "so_tien", "noi_dung", "ma_giao_dich")
NEEDED = COLUMNS[:3]
MOST_LINES = 10_000
TEMPLATE = (
    "ngay,so_tien,noi_dung,ma_giao_dich\r\n"
    "31/03/2017,75000,NGUYEN VAN MAU chuyen tien 1234567897,FT17090001\r\n"
)
_DAYS = ("%d/%m/%Y", "%Y-%m-%d")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a file says: credits in order, and each fault with its line. `debits` are lines of money
    that went out, passed over."""

    credits: Sequence[Credit]
    faults: Sequence[str]
    debits: int


def parse(text: str) -> Sheet:
    """Read a statement; with a fault nothing of it should be taken in."""
    plain = text.removeprefix("\ufeff")
    first = plain.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(plain), delimiter=";" if ";" in first else ",")
    heads = [_head(one or "") for one in rows.fieldnames or ()]
    missing = [one for one in NEEDED if one not in heads]
    if missing:
        return Sheet((), [f"Dòng 1: thiếu cột {', '.join(missing)}. Tải tệp mẫu để xem."], 0)
    rows.fieldnames = heads
    found: list[Credit] = []
    faults: list[str] = []
    debits = 0
    for number, row in enumerate(rows, start=2):
        if number > MOST_LINES + 1:
            faults.append(f"Tệp dài hơn {MOST_LINES} dòng. Chia thành nhiều tệp.")
            break
        try:
            credit = _credit(row)
        except ValueError as error:
            faults.append(f"Dòng {number}: {error}")
            continue
        if credit is None:
            debits += 1
        else:
            found.append(credit)
    return Sheet(found, faults, debits)


def _head(text: str) -> str:
    """`Số tiền` and `SO_TIEN` as `so_tien`."""
    return search_key(text.replace("_", " ")).replace(" ", "_")


def _credit(row: Mapping[str, str | None]) -> Credit | None:
    """One line; None for money that went out. Raises ValueError with a sentence."""
    amount = _amount(row["so_tien"] or "")
    if amount <= 0:
        return None
    return Credit(
        booked_on=_day(row["ngay"] or ""),
        amount_vnd=amount,
        content=clean(row["noi_dung"] or "")[:500],
        number=clean(row.get("ma_giao_dich") or "")[:60],
    )


def _amount(text: str) -> int:
    try:
        return parse_number(clean(text))
    except ValueError:
        raise ValueError(f"số tiền “{text[:20]}” ghi như 75000 hoặc 75.000") from None


def _day(text: str) -> date:
    for form in _DAYS:
        try:
            return datetime.strptime(clean(text), form).date()  # noqa: DTZ007 (a day alone)
        except ValueError:
            continue
    raise ValueError(f"ngày “{text[:20]}” ghi như 31/03/2017")

"""What a cell of a register means: moments as people write them, outcomes, channels, reasons."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Literal

from motcua.core.clock import VN, Calendar, ClockError, close_of_day, open_of_day
from motcua.core.text import search_key
from motcua.dossiers.reasons import OTHER_REASON, defaults
from motcua.dossiers.registers.reading import Cell

OUTCOMES = {
    "result": "result", "co ket qua": "result", "da giai quyet": "result", "da tra": "result",
    "da tra ket qua": "result", "hoan thanh": "result", "dong y": "result", "ket qua": "result",
    "refused": "refused", "tu choi": "refused", "tu choi giai quyet": "refused",
    "khong giai quyet": "refused", "tra lai": "refused",
    "withdrawn": "withdrawn", "rut": "withdrawn", "rut ho so": "withdrawn",
    "da rut": "withdrawn", "dang giai quyet": "", "dang xu ly": "", "chua xong": "",
}  # fmt: skip
CHANNELS = {
    "direct": "direct", "truc tiep": "direct", "tai quay": "direct", "post": "post",
    "buu dien": "post", "buu chinh": "post", "qua buu chinh": "post", "qua buu dien": "post",
    "online": "online", "truc tuyen": "online", "qua mang": "online",
}  # fmt: skip

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\S.*))?")
_VIETNAMESE = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})(?:[ ,]+(\S.*))?")
_TIME_FIRST = re.compile(r"(\S*\d\S*)(?: giờ)?,?(?: ngày)? +(\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4})")
_TIME = re.compile(r"(\d{1,2})[:hg](\d{1,2})?(?:[:mp](\d{1,2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?")


class NotAMoment(ValueError):
    """A cell that is no day and no moment."""


def moment(cell: Cell, side: Literal["opening", "close"], calendar: Calendar) -> datetime:
    """The moment of a cell, in Asia/Ho_Chi_Minh; a day alone means its opening or its close.

    Days are written as 2017-03-01 or 01/03/2017, times as 14:30 or 14h30. Raises NotAMoment.
    """
    if isinstance(cell, datetime):
        return cell.replace(tzinfo=VN) if cell.tzinfo is None else cell.astimezone(VN)
    if isinstance(cell, date):
        return _edge(cell, side, calendar)
    try:
        day, clock = _parts(" ".join(cell.split()))
        if not clock:
            return _edge(day, side, calendar)
        return _at(day, clock)
    except (ValueError, OverflowError) as error:
        raise NotAMoment(cell) from error


def reason_of(text: str) -> tuple[str, str]:
    """The code of an overdue reason, and its words when the office's list does not have them."""
    code = _reasons().get(search_key(text).strip(" ."))
    return (code, "") if code else (OTHER_REASON, text)


@cache
def _reasons() -> Mapping[str, str]:
    """The code of each reason by its code and its words."""
    found: dict[str, str] = {}
    for reason in defaults():
        for name in (reason.code, reason.words):
            found.setdefault(search_key(name).strip(" ."), reason.code)
    return found


def _parts(text: str) -> tuple[date, str]:
    turned = _TIME_FIRST.fullmatch(text)
    if turned and not _VIETNAMESE.fullmatch(text):
        text = f"{turned[2]} {turned[1]}"
    if iso := _ISO.fullmatch(text):
        return date(int(iso[1]), int(iso[2]), int(iso[3])), iso[4] or ""
    if written := _VIETNAMESE.fullmatch(text):
        return date(int(written[3]), int(written[2]), int(written[1])), written[4] or ""
    raise ValueError(text)


def _at(day: date, clock: str) -> datetime:
    found = _TIME.fullmatch(clock.strip())
    if not found:
        raise ValueError(clock)
    if found[4]:
        moment = datetime.fromisoformat(f"{day}T{clock.strip()}")
        return moment.astimezone(VN)
    at = time(int(found[1]), int(found[2] or 0), int(found[3] or 0))
    return datetime.combine(day, at, VN)


def _edge(day: date, side: Literal["opening", "close"], calendar: Calendar) -> datetime:
    try:
        return open_of_day(calendar, day) if side == "opening" else close_of_day(calendar, day)
    except ClockError as error:
        raise NotAMoment(str(day)) from error

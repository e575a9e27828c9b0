"""Lateness in two ways: as the law writes it, judged by the promise; and without the time in which
the office waited for the citizen and had no paper to stop the clock with.

The first counts in every report. The second is for steering: it says what those delays would have
been had each wait been a suspension with its document (NĐ 61/2018, article 19; the report
43/BC-UBND: two of its three reasons lie on the citizen's side).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from motcua.dossiers.behind import LATE, Which
from motcua.dossiers.reasons import reason_words, reasons
from motcua.dossiers.selectors.net_lateness import Late, late_ones
from motcua.organization.selectors import office_by_slug, office_on
from motcua.reports import offices
from motcua.reports.counting import counted
from motcua.reports.drill import Sought
from motcua.reports.period import Period, period
from motcua.reports.phu_luc_ii import NO_REASON
from motcua.reports.tables import TOTAL, Cell, Column, Line, Table

COLUMNS = (
    Column("overdue", "Quá hạn như luật viết"),
    Column("waited", "Trong đó chờ người dân"),
    Column("in_time_net", "Trừ thời gian chờ thì đúng hạn"),
    Column("overdue_net", "Trừ thời gian chờ vẫn quá hạn"),
)


@dataclass(frozen=True, slots=True)
class _Source:
    ids: tuple[int, ...]
    period: Period
    known_at: datetime | None

    def cells(self, late: Sequence[Late]) -> Sequence[Cell]:
        parts = (
            late,
            [one for one in late if one.waited],
            [one for one in late if not one.late_still],
            [one for one in late if one.late_still],
        )
        return [self.cell(part) for part in parts]

    def cell(self, late: Iterable[Late]) -> Cell:
        only = frozenset(one.id for one in late)
        which = Which(standings=LATE)
        return Cell(len(only), Sought(self.ids, self.period, which, self.known_at, only))


def two_views(
    office: str,
    from_on: date,
    to_on: date,
    *,
    now: datetime,
    as_of: date | None = None,
    with_below: bool = False,
    known_at: datetime | None = None,
) -> Table:
    """A line a reason, of what was received in the period (as Phụ lục II). Two queries.

    Raises Refused: unknown_office, office_not_then, period_backwards.
    """
    chosen = period(from_on, to_on, min(now, known_at or now), as_of)
    units = offices.units(office, chosen, below=with_below)
    source = _Source(tuple(unit.id for unit in units), chosen, known_at)
    everything = Sought(source.ids, chosen, Which(), known_at)
    late = list(late_ones(source.ids, everything.stretch, known_at))
    told = counted(source.ids, chosen, known_at).figures()
    received = sum(one.received for one in told.values())
    return Table(
        slug="tre-han-hai-cach",
        form="TRỄ HẠN: HAI CÁCH NHÌN",
        rule="",
        title=("HỒ SƠ QUÁ HẠN NHƯ LUẬT VIẾT", "VÀ KHI TRỪ THỜI GIAN CHỜ NGƯỜI DÂN"),
        unit="Đơn vị tính: số hồ sơ nhận trong kỳ",
        office=office_on(office_by_slug(office).id, to_on),
        period=chosen,
        name_head="Lý do quá hạn",
        name_key="reason",
        columns=COLUMNS,
        lines=_lines(source, late),
        footnotes=(*_rates(late, received), *_MEANT, *offices.reorganized(units, chosen)),
        facts={"with_below": with_below, "received": received},
        known_at=known_at,
    )


_MEANT = (
    "Thời gian chờ là lượt mất nhiều thời gian nhất của hồ sơ: với bước có thời gian, phần quá "
    "thời gian của bước; với bước ngoài thời hạn (thuế, người dân nộp tiền), cả lượt.",
    "Chờ mà không có văn bản tạm dừng thì theo luật đồng hồ vẫn chạy: mọi báo cáo tính theo "
    "cột đầu.",
)


def _lines(source: _Source, late: Sequence[Late]) -> Sequence[Line]:
    order = {reason.code: place for place, reason in enumerate(reasons())}
    codes = sorted({one.reason for one in late}, key=lambda code: order.get(code, len(order)))
    lines = [
        Line(
            f"ly-do:{code or '-'}",
            str(n),
            reason_words(code) if code else NO_REASON,
            source.cells([one for one in late if one.reason == code]),
        )
        for n, code in enumerate(codes, start=1)
    ]
    return [*lines, Line("tong", "", TOTAL, source.cells(late), "total")]


def _rates(late: Sequence[Late], received: int) -> Sequence[str]:
    net = sum(one.late_still for one in late)
    law, without = (Cell(received - n, whole=received).said for n in (len(late), net))
    if not received:
        return ("Trong kỳ không nhận hồ sơ nào.",)
    return (
        f"Như luật viết: {Cell(len(late)).said} hồ sơ quá hạn trong {Cell(received).said} hồ sơ "
        f"nhận, {law} đúng hạn.",
        f"Trừ thời gian chờ người dân: {Cell(net).said} hồ sơ quá hạn, {without} đúng hạn.",
    )

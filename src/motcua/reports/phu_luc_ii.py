"""Phụ lục II: the results of the one-stop mechanism, town and communes, for one period.

The form is that of the report 43/BC-UBND (26/4/2017): received = on time + overdue, where what is
still open and in time stands among the on time. Judged to the minute.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.dossiers import figures
from motcua.dossiers.reasons import reason_words, reasons
from motcua.organization.selectors import OfficeRow, office_by_slug, office_on
from motcua.reports import counting, offices
from motcua.reports.period import Period, period

TITLE = (
    "KẾT QUẢ THỰC HIỆN CƠ CHẾ MỘT CỬA, CƠ CHẾ MỘT CỬA LIÊN THÔNG",
    "CỦA UBND CẤP HUYỆN VÀ CẤP XÃ",
)
NO_DISTRICTS_FROM = date(2025, 7, 1)
"""Luật Tổ chức chính quyền địa phương 2025; NQ 1686/NQ-UBTVQH15 for Thanh Hóa."""
HEADS = (
    "STT",
    "Tên đơn vị thực hiện cơ chế một cửa, một cửa liên thông",
    "Số TTHC đang thực hiện theo cơ chế một cửa",
    "Số TTHC đang thực hiện theo cơ chế một cửa liên thông",
    "Tổng số hồ sơ đã nhận",
    "Tổng số hồ sơ giải quyết đúng hạn",
    "Tổng số hồ sơ giải quyết quá hạn",
    "Ghi chú",
)
REASONS_HEAD = "Lí do trả quá hạn:"
TOTAL = "Tổng"
NO_REASON = "Chưa ghi lý do"


@dataclass(frozen=True, slots=True)
class Row:
    """One unit. A blank cell is None."""

    group: Literal["A", "B"]
    ordinal: int | None
    slug: str
    unit: str
    procedures_one_stop: int | None
    procedures_interlinked: int | None
    received: int
    on_time: int
    overdue: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums of a block; the procedures are summed for the town's block only."""

    procedures_one_stop: int | None
    procedures_interlinked: int | None
    received: int
    on_time: int
    overdue: int


@dataclass(frozen=True, slots=True)
class PhuLucII:
    """The whole sheet. `totals` holds the blocks that there are."""

    office: OfficeRow
    period: Period
    rows: Sequence[Row]
    totals: dict[str, Totals]
    overdue_reasons: Sequence[tuple[str, int]]
    still_open: int
    late_after_earlier_period: int
    late_entries: int = 0
    voided: int = 0
    """Mistaken intakes of the period, outside every cell."""
    reorganized: Sequence[str] = ()
    reason_codes: Sequence[str] = ()
    """Of `overdue_reasons`, in its order; "" for none recorded."""
    counted: counting.Counted | None = field(default=None, compare=False, repr=False)
    """What the rows were counted from, for whoever counts more of the same."""
    notes: Sequence[str] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Sentences at the foot, and what JSON tells besides: of a sheet put together of others."""

    @property
    def title(self) -> tuple[str, str]:
        """The heading; since the districts ended there are the communes only."""
        if self.period.from_on >= NO_DISTRICTS_FROM:
            return TITLE[0], "CỦA UBND CẤP XÃ"
        return TITLE

    @property
    def annex(self) -> str:
        """The line under the title, with room for the report's number and day."""
        last = self.period.to_on
        month = 1 if last.month == 12 else last.month + 1
        year = last.year + (last.month == 12)
        office = self.office.name.removeprefix("UBND ")
        office = office[0].lower() + office[1:]
        return f"(Kèm theo Báo cáo số      /BC-UBND ngày      /{month}/{year} của UBND {office})"

    @property
    def until(self) -> str:
        """`tính đến …` while the period is not over, else nothing."""
        return self.period.until

    @property
    def span(self) -> str:
        """The period in words."""
        return f"Từ ngày {self.period.from_on:%d/%m/%Y} đến ngày {self.period.to_on:%d/%m/%Y}"

    def heading_of(self, group: str) -> str:
        """The line above a block."""
        if group == "A":
            return "CẤP HUYỆN"
        return f"CẤP XÃ, PHƯỜNG ({sum(1 for row in self.rows if row.group == 'B'):02d})"

    @property
    def footnotes(self) -> Sequence[str]:
        """What stands under the table on every output."""
        on_time = sum(row.on_time for row in self.rows)
        late = f"Trong hồ sơ tiếp nhận có {_number(self.late_entries)} hồ sơ nhập bù."
        return (
            f"Trong {_number(on_time)} hồ sơ đúng hạn có {_number(self.still_open)} hồ sơ đang "
            "giải quyết, chưa đến hạn.",
            f"Có {_number(self.late_after_earlier_period)} hồ sơ nhận kỳ trước còn trong hạn lúc "
            "chốt kỳ trước, nay đã quá hạn.",
            *([late] if self.late_entries else []),
            *self.reorganized,
            *self.notes,
        )

    @property
    def said_of_voided(self) -> Sequence[str]:
        """What is told of mistaken intakes on screen and on paper, and in no file of figures, whose
        form is fixed."""
        return counting.said_of_voided(self.voided)


def phu_luc_ii(
    office: str,
    from_on: date,
    to_on: date,
    *,
    now: datetime,
    as_of: date | None = None,
    known_at: datetime | None = None,
) -> PhuLucII:
    """The sheet of an office: a town with the communes under it, or a commune with its one row.

    Six queries once the catalogue is cached; with `known_at`, by what was written until then, one
    and two for 500 dossiers. Raises Refused: unknown_office, office_not_then, period_backwards.
    """
    top = office_on(office_by_slug(office).id, to_on)
    chosen = period(from_on, to_on, min(now, known_at or now), as_of)
    return sheet_over(top, chosen, offices.units(office, chosen, below=True), known_at)


def sheet_over(
    top: OfficeRow, chosen: Period, units: Sequence[OfficeRow], known_at: datetime | None
) -> PhuLucII:
    """The sheet of `top` with these units, each in a row. Queries as `phu_luc_ii`."""
    counted = counting.counted([unit.id for unit in units], chosen, known_at)
    found = counted.figures()
    day = min(chosen.to_on, chosen.judged_at.astimezone(VN).date())
    rows = rows_of(units, found, day, chosen)
    codes = _ranked(counted.reasons())
    return PhuLucII(
        office=top,
        period=chosen,
        rows=rows,
        totals=totals_of(rows),
        overdue_reasons=[
            (reason_words(one.code) if one.code else NO_REASON, one.count) for one in codes
        ],
        reason_codes=[one.code for one in codes],
        still_open=sum(one.still_open for one in found.values()),
        late_after_earlier_period=counted.late_since(),
        late_entries=counted.late_entries(),
        voided=counting.voided([unit.id for unit in units], chosen, known_at),
        reorganized=offices.reorganized(units, chosen),
        counted=counted,
    )


def rows_of(
    units: Sequence[OfficeRow], found: dict[int, figures.OfficeFigures], day: date, chosen: Period
) -> Sequence[Row]:
    """A row for each unit, its procedures as they were on `day`. No query."""
    rows = []
    ordinal = 0
    for unit in units:
        is_town = unit.kind == "town"
        ordinal += 0 if is_town else 1
        over = offices.ended_in(unit, chosen)
        counts = catalogue.counts(unit.id, min(day, offices.last_day(unit)) if over else day)
        counted = found.get(unit.id) or figures.OfficeFigures(unit.id, 0, 0, 0)
        rows.append(
            Row(
                group="A" if is_town else "B",
                ordinal=None if is_town else ordinal,
                slug=unit.slug,
                unit=unit.name,
                procedures_one_stop=counts.one_stop if is_town else counts.one_stop or None,
                procedures_interlinked=counts.interlinked,
                received=counted.received,
                on_time=counted.on_time,
                overdue=counted.overdue,
                note=f"Đến hết {offices.last_day(unit):%d/%m/%Y}" if over else "",
            )
        )
    return rows


def totals_of(rows: Sequence[Row]) -> dict[str, Totals]:
    """The sums of each block there is."""
    totals = {}
    for group in ("A", "B"):
        block = [row for row in rows if row.group == group]
        if block:
            town = group == "A"
            totals[group] = Totals(
                sum(row.procedures_one_stop or 0 for row in block) if town else None,
                sum(row.procedures_interlinked or 0 for row in block) if town else None,
                sum(row.received for row in block),
                sum(row.on_time for row in block),
                sum(row.overdue for row in block),
            )
    return totals


def _ranked(counts: Sequence[figures.ReasonCount]) -> Sequence[figures.ReasonCount]:
    """In the order of the list, with what bears no reason last. One query where there are two."""
    if len(counts) < 2:
        return counts
    order = {reason.code: place for place, reason in enumerate(reasons())}
    return sorted(counts, key=lambda one: order.get(one.code, len(order)))


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")

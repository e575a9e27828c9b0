"""The yearly figures on procedures for the report on administrative reform (báo cáo CCHC): this
period beside the one before it.

Source: the yearly report to Sở Nội vụ [M]; which figures it wants is from memory. The lines follow
II.06 (TT 01/2020/TT-VPCP) and the three promises ("3 không") of the report 43/BC-UBND.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.money import format_number
from motcua.dossiers.behind import Promise, Which
from motcua.organization.selectors import OfficeRow, office_by_slug, office_on
from motcua.reports import offices
from motcua.reports.drill import Sought, how_many
from motcua.reports.ii_06_lines import WHICH, Line, added, lines_by_place
from motcua.reports.period import Period, period
from motcua.reports.tables import Cell, Column, Table
from motcua.reports.tables import Line as Row

COLUMNS = (
    Column("this", "Kỳ này"),
    Column("before", "Kỳ trước"),
    Column("change", "Tăng, giảm", words=True),
)
NOTHING_BEFORE = (
    "Kỳ trước phần mềm chưa có hồ sơ nào, nên không ghi kỳ trước và không tính tăng, giảm."
)
_IN_TIME = ("early", "on_time")
GROUPS: Sequence[tuple[str, str, Sequence[tuple[str, str]]]] = (
    (
        "I",
        "Tiếp nhận",
        (
            ("received", "Tổng số hồ sơ tiếp nhận"),
            ("online", "Trong kỳ, trực tuyến"),
            ("direct_or_post", "Trong kỳ, trực tiếp và bưu chính"),
            ("carried_over", "Từ kỳ trước chuyển sang"),
        ),
    ),
    (
        "II",
        "Đã giải quyết",
        (
            ("resolved", "Tổng số hồ sơ đã giải quyết"),
            ("early", "Trước hạn"),
            ("on_time", "Đúng hạn"),
            ("overdue", "Quá hạn"),
        ),
    ),
    (
        "III",
        "Đang giải quyết",
        (
            ("pending", "Tổng số hồ sơ đang giải quyết"),
            ("pending_in_time", "Trong hạn"),
            ("pending_overdue", "Quá hạn"),
        ),
    ),
)
PROMISES = (
    (Promise.AGAIN, "Hồ sơ bị yêu cầu bổ sung quá một lần"),
    (Promise.GUIDED, "Hồ sơ phải hoàn thiện trước khi tiếp nhận"),
    (Promise.OUTSIDE, "Hồ sơ bị hỏi giấy tờ ngoài thành phần"),
)


@dataclass(frozen=True, slots=True)
class _Year:
    """One of the two periods, with its sums and the last day its catalogue is read on."""

    ids: tuple[int, ...]
    period: Period
    known_at: datetime | None
    sums: Line

    def cell(self, name: str) -> Cell:
        return Cell(getattr(self.sums, name), self.sought(WHICH[name]))

    def sought(self, which: Which) -> Sought:
        return Sought(self.ids, self.period, which, self.known_at)

    def share(self, part: Sequence[str], whole: Sequence[str]) -> Cell:
        one, all_of = (sum(getattr(self.sums, n) for n in names) for names in (part, whole))
        return Cell(one, whole=all_of)

    @property
    def empty(self) -> bool:
        """Whether there was no dossier at all, as before the software came."""
        return not self.sums.received

    @property
    def day(self) -> date:
        return min(self.period.to_on, self.period.judged_at.astimezone(VN).date())


def annual(
    office: str,
    from_on: date,
    to_on: date,
    *,
    now: datetime,
    as_of: date | None = None,
    with_below: bool = False,
    known_at: datetime | None = None,
) -> Table:
    """The table of a period and the one before, as long. Eight queries; with `known_at`, each count
    replays the dossiers of the offices.

    Raises Refused: unknown_office, office_not_then, period_backwards.
    """
    chosen = period(from_on, to_on, min(now, known_at or now), as_of)
    units = offices.units(office, chosen, below=with_below)
    ids = tuple(unit.id for unit in units)
    this, before = (
        _Year(ids, one, known_at, added(lines_by_place(ids, one, known_at).values(), ""))
        for one in (chosen, chosen.before())
    )
    top = office_on(office_by_slug(office).id, to_on)
    return Table(
        slug="cchc-nam",
        form="BÁO CÁO CẢI CÁCH HÀNH CHÍNH",
        rule="Phần giải quyết thủ tục hành chính",
        title=("SỐ LIỆU GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH", "PHỤC VỤ BÁO CÁO CẢI CÁCH HÀNH CHÍNH"),
        unit="Đơn vị tính: số hồ sơ TTHC, số TTHC, tỷ lệ %",
        office=top,
        period=chosen,
        name_head="Nội dung",
        name_key="figure",
        columns=COLUMNS,
        lines=[_compared(line, before) for line in _lines(top, this, before)],
        footnotes=(
            f"Kỳ trước: từ ngày {before.period.from_on:%d/%m/%Y} đến ngày "
            f"{before.period.to_on:%d/%m/%Y}.",
            *([NOTHING_BEFORE] if before.empty else ()),
            *offices.reorganized(units, chosen),
        ),
        receiver="Sở Nội vụ",
        facts={"with_below": with_below},
        adds_up=False,
        known_at=known_at,
        caveats=[NOTHING_BEFORE] if before.empty else (),
    )


def _compared(line: Row, before: _Year) -> Row:
    """The line with how it changed; with neither that nor what was before, where nothing was."""
    if not line.cells:
        return line
    this, then = line.cells
    if before.empty:
        return replace(line, cells=[this, Cell(), Cell()])
    return replace(line, cells=[this, then, Cell(words=_change(this, then))])


def _lines(top: OfficeRow, this: _Year, before: _Year) -> Iterator[Row]:
    for mark, head, figures in GROUPS:
        yield Row(f"nhom:{mark}", mark, head, (), "heading")
        for name, words in figures:
            yield _row(name, words, this.cell(name), before.cell(name))
        yield from _rates(mark, this, before)
    yield Row("nhom:IV", "IV", "Thủ tục hành chính", (), "heading")
    yield from _procedures(top, this, before)
    yield Row("nhom:V", "V", "Ba không", (), "heading")
    for promise, words in PROMISES:
        yield _row(promise.value, words, *(_broken(year, promise) for year in (this, before)))


def _rates(mark: str, this: _Year, before: _Year) -> Iterator[Row]:
    new = ("online", "direct_or_post")
    if mark == "I":
        cells = [year.share(("online",), new) for year in (this, before)]
        yield _row("online_rate", "Tỷ lệ trực tuyến trong hồ sơ mới", *cells)
    elif mark == "II":
        cells = [year.share(_IN_TIME, ("resolved",)) for year in (this, before)]
        yield _row("on_time_rate", "Tỷ lệ trước hạn và đúng hạn", *cells)
    else:
        cells = [year.share(("pending_in_time",), ("pending",)) for year in (this, before)]
        yield _row("pending_rate", "Tỷ lệ trong hạn của hồ sơ đang giải quyết", *cells)


def _procedures(top: OfficeRow, this: _Year, before: _Year) -> Iterator[Row]:
    for mechanism, words in (
        ("one_stop", "Thực hiện theo cơ chế một cửa"),
        ("interlinked", "Thực hiện theo cơ chế một cửa liên thông"),
    ):
        then = [getattr(catalogue.counts(top.id, year.day), mechanism) for year in (this, before)]
        asked = {"dv": top.slug, "cc": mechanism}
        cells = [Cell(then[0], link=("desk:catalogue", asked)), Cell(then[1])]
        yield _row(mechanism, words, *cells)


def _broken(year: _Year, promise: Promise) -> Cell:
    sought = year.sought(Which(promise=promise))
    return Cell(how_many(sought), sought)


def _row(key: str, words: str, this: Cell, before: Cell) -> Row:
    return Row(key, "", words, [this, before])


def _change(this: Cell, before: Cell) -> str:
    """How much more or less than before; of shares, in points of a hundredth."""
    if this.whole is not None:
        if this.share is None or before.share is None:
            return ""
        points = round((this.share - before.share) * 100, 2)
        said = f"{abs(points):.2f} điểm %".replace(".", ",")
        return "không đổi" if not points else f"{'tăng' if points > 0 else 'giảm'} {said}"
    more = (this.number or 0) - (before.number or 0)
    if not more:
        return "không đổi"
    return f"{'tăng' if more > 0 else 'giảm'} {format_number(abs(more))}"

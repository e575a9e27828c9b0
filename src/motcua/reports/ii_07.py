"""II.07: why dossiers are overdue, by field and reason: those settled late in the period, and those
open and overdue at its end, the (10) and (13) of II.06.

Source: TT 01/2020/TT-VPCP, biểu II.07a (an office's own) and II.07b (with those under it); the
columns are from memory [M].
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from motcua.catalogue import selectors as catalogue
from motcua.core.tally import Standing, judge
from motcua.core.text import sort_key
from motcua.dossiers.behind import LATE, Which
from motcua.dossiers.reasons import reason_words, reasons
from motcua.organization.selectors import office_by_slug, office_on
from motcua.reports import offices
from motcua.reports.counting import counted
from motcua.reports.drill import Sought
from motcua.reports.ii_06 import RULE
from motcua.reports.period import Period, period
from motcua.reports.phu_luc_ii import NO_REASON
from motcua.reports.tables import TOTAL, Cell, Column, Line, Table

_LATE = "Số hồ sơ quá hạn"
COLUMNS = (
    Column("overdue_all", "Tổng số", _LATE, "(3)=(4)+(5)", ("overdue", "pending_overdue")),
    Column("overdue", "Đã giải quyết", _LATE, "(4)"),
    Column("pending_overdue", "Đang giải quyết", _LATE, "(5)"),
    Column("reason", "Nguyên nhân", number="(6)", words=True),
)
_OF: Sequence[frozenset[Standing]] = (
    LATE,
    frozenset({Standing.OVERDUE}),
    frozenset({Standing.PENDING_OVERDUE}),
)
Grain = tuple[str, str, Standing]
"""Field, reason, and how it is late."""


def ii_07(
    office: str,
    from_on: date,
    to_on: date,
    *,
    now: datetime,
    as_of: date | None = None,
    with_below: bool = False,
    known_at: datetime | None = None,
) -> Table:
    """The form as a table: a section a field, a line a reason. One query, streamed over the
    dossiers of the period; with `known_at` two for 500.

    Raises Refused: unknown_office, office_not_then, period_backwards.
    """
    chosen = period(from_on, to_on, min(now, known_at or now), as_of)
    units = offices.units(office, chosen, below=with_below)
    ids = tuple(unit.id for unit in units)
    late = _late(ids, chosen, known_at)
    rows = [*_lines(late, ids, chosen, known_at), _total(late, ids, chosen, known_at)]
    letter = "b" if with_below else "a"
    top = office_on(office_by_slug(office).id, to_on)
    return Table(
        slug="ii-07",
        form=f"Biểu số II.07{letter}/VPCP/KSTT",
        rule=RULE,
        title=("NGUYÊN NHÂN QUÁ HẠN TRONG GIẢI QUYẾT", "THỦ TỤC HÀNH CHÍNH"),
        unit="Đơn vị tính: số hồ sơ TTHC",
        office=top,
        period=chosen,
        name_head="Lĩnh vực, công việc giải quyết",
        name_key="field",
        columns=COLUMNS,
        lines=rows,
        footnotes=offices.reorganized(units, chosen),
        receiver=offices.receiver(top, to_on),
        facts={"with_below": with_below},
        known_at=known_at,
    )


def _late(ids: Sequence[int], chosen: Period, known_at: datetime | None) -> Counter[Grain]:
    found: Counter[Grain] = Counter()
    for row in counted(ids, chosen, known_at).judgeable():
        standing = judge(row.due_at, row.finished_at, chosen.judged_at)
        if standing in LATE:
            found[catalogue.version(row.version_id).field, row.reason, standing] += 1
    return found


def _lines(
    late: Mapping[Grain, int], ids: tuple[int, ...], chosen: Period, known_at: datetime | None
) -> Iterator[Line]:
    order = {reason.code: place for place, reason in enumerate(reasons())}
    fields = sorted({field for field, _, _ in late}, key=sort_key)
    for n, field in enumerate(fields, start=1):
        cells = _cells(late, ids, chosen, known_at, field=field)
        yield Line(f"lv:{field}", str(n), field, [*cells, Cell()], "section")
        codes = {reason for of, reason, _ in late if of == field}
        for code in sorted(codes, key=lambda one: order.get(one, len(order))):
            cells = _cells(late, ids, chosen, known_at, field=field, reason=code)
            said = Cell(words=reason_words(code) if code else NO_REASON)
            key = f"lv:{field}:{code or '-'}"
            yield Line(key, "", field, [*cells, said])


def _total(
    late: Mapping[Grain, int], ids: tuple[int, ...], chosen: Period, known_at: datetime | None
) -> Line:
    cells = _cells(late, ids, chosen, known_at)
    return Line("tong", "", TOTAL, [*cells, Cell()], "total")


def _cells(
    late: Mapping[Grain, int],
    ids: tuple[int, ...],
    chosen: Period,
    known_at: datetime | None,
    *,
    field: str | None = None,
    reason: str | None = None,
) -> Sequence[Cell]:
    def number(standings: frozenset[Standing]) -> int:
        return sum(
            n
            for (of, why, standing), n in late.items()
            if standing in standings and field in (None, of) and reason in (None, why)
        )

    return [
        Cell(
            number(these),
            Sought(ids, chosen, Which("handled", these, field=field, reason=reason), known_at),
        )
        for these in _OF
    ]

"""II.06a, b and c as tables: an office's own dossiers, those of an office and who is under it, and
those of a province by level.

Source: TT 01/2020/TT-VPCP (21/10/2020), biểu II.06a [V]; the sections of b and c are [M]: the same
columns, with the levels one under the other. Invariant: (3) = (7) + (11).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from motcua.catalogue.selectors import LEVEL_OF
from motcua.core.money import format_number
from motcua.core.text import sort_key
from motcua.dossiers.behind import Which
from motcua.organization.selectors import OfficeRow, office_by_slug, office_on
from motcua.reports import ii_06a as own
from motcua.reports import offices
from motcua.reports.counting import VOIDED, VOIDED_NAME, said_of_voided, voided
from motcua.reports.drill import Sought
from motcua.reports.ii_06_lines import NUMBERS, WHICH, Line, Place, added, lines_by_place
from motcua.reports.period import Period, period
from motcua.reports.tables import TOTAL, Cell, Column, Table
from motcua.reports.tables import Line as Row

Letter = Literal["a", "b", "c"]
By = Literal["field", "unit"]
RULE = "Ban hành theo Thông tư số 01/2020/TT-VPCP ngày 21/10/2020"
TITLES: Mapping[Letter, tuple[str, str]] = {
    "a": (
        "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
        "TẠI CƠ QUAN, ĐƠN VỊ TRỰC TIẾP GIẢI QUYẾT",
    ),
    "b": (
        "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
        "CỦA CƠ QUAN VÀ CÁC ĐƠN VỊ TRỰC THUỘC",
    ),
    "c": (
        "TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
        "TRÊN ĐỊA BÀN, THEO CẤP",
    ),
}
LEVELS: Mapping[Letter, Sequence[tuple[str, str, str]]] = {
    "b": (("town", "A", "CẤP HUYỆN"), ("commune", "B", "CẤP XÃ")),
    "c": (("province", "A", "CẤP TỈNH"), ("town", "B", "CẤP HUYỆN"), ("commune", "C", "CẤP XÃ")),
}
_IN, _DONE, _OPEN = "Số hồ sơ tiếp nhận", "Số hồ sơ đã giải quyết", "Số hồ sơ đang giải quyết"
COLUMNS = (
    Column("received", "Tổng số", _IN, "(3)=(4)+(5)+(6)", ("online", "direct_or_post",
                                                         "carried_over")),
    Column("online", "Trong kỳ, trực tuyến", _IN, "(4)"),
    Column("direct_or_post", "Trong kỳ, trực tiếp và bưu chính", _IN, "(5)"),
    Column("carried_over", "Từ kỳ trước", _IN, "(6)"),
    Column("resolved", "Tổng số", _DONE, "(7)=(8)+(9)+(10)", ("early", "on_time", "overdue")),
    Column("early", "Trước hạn", _DONE, "(8)"),
    Column("on_time", "Đúng hạn", _DONE, "(9)"),
    Column("overdue", "Quá hạn", _DONE, "(10)"),
    Column("pending", "Tổng số", _OPEN, "(11)=(12)+(13)", ("pending_in_time", "pending_overdue")),
    Column("pending_in_time", "Trong hạn", _OPEN, "(12)"),
    Column("pending_overdue", "Quá hạn", _OPEN, "(13)"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Source:
    """What every cell of one table is counted by; `opens` is false where the figures are not those
    of dossiers as they are now."""

    period: Period
    known_at: datetime | None
    opens: bool = True

    def cells(self, line: Line, ids: Iterable[int], field: str | None = None) -> Sequence[Cell]:
        if not self.opens:
            return [Cell(getattr(line, name)) for name in NUMBERS]
        there = tuple(ids)
        return [
            Cell(
                getattr(line, name),
                Sought(there, self.period, replace(WHICH[name], field=field), self.known_at),
            )
            for name in NUMBERS
        ]

    def voided(self, ids: Sequence[int]) -> Cell | None:
        """The mistaken intakes of these offices; None where nothing opens. One query."""
        if not self.opens:
            return None
        sought = Sought(tuple(ids), self.period, Which("voided"), self.known_at)
        return Cell(voided(ids, self.period, self.known_at), sought)


def ii_06(
    letter: Letter,
    office: str,
    from_on: date,
    to_on: date,
    *,
    now: datetime,
    as_of: date | None = None,
    with_below: bool = False,
    known_at: datetime | None = None,
    by: By = "field",
) -> Table:
    """The form as a table; `with_below` is for a alone, `by` for b and c: one line a field, or one
    a unit. Queries as `ii_06a`, and one for what was voided.

    Raises Refused: unknown_office, office_not_then, period_backwards.
    """
    if letter == "a":
        sheet = own.ii_06a(
            office, from_on, to_on, now=now, as_of=as_of, with_below=with_below, known_at=known_at
        )
        return table_of(sheet)
    chosen = period(from_on, to_on, min(now, known_at or now), as_of)
    units = offices.units(office, chosen, below=True)
    told = lines_by_place([unit.id for unit in units], chosen, known_at)
    top = office_on(office_by_slug(office).id, to_on)
    return _sheet_over(letter, top, units, told, _Source(chosen, known_at), by)


def put_together(
    letter: Letter,
    top: OfficeRow,
    units: Sequence[OfficeRow],
    told: Mapping[Place, Line],
    chosen: Period,
    by: By,
) -> Table:
    """The form over lines that were counted elsewhere; its figures open no dossiers. No query."""
    source = _Source(chosen, None, opens=False)
    if letter == "a":
        return _by_fields(own.by_field(told), top, units, source)
    return _sheet_over(letter, top, units, told, source, by)


def _sheet_over(
    letter: Letter,
    top: OfficeRow,
    units: Sequence[OfficeRow],
    told: Mapping[Place, Line],
    source: _Source,
    by: By,
) -> Table:
    """The form b or c over these units, level by level."""
    rows: list[Row] = []
    for level, mark, name in LEVELS[letter]:
        rows += _section(source, mark, name, [u for u in units if LEVEL_OF[u.kind] == level],
                         told, by)  # fmt: skip
    total = added(told.values(), TOTAL)
    rows.append(Row("tong", "", TOTAL, source.cells(total, (u.id for u in units)), "total"))
    return _table(letter, top, source, rows, units, by)


def table_of(sheet: own.Sheet) -> Table:
    """II.06a as a table: each field, and the total last."""
    source = _Source(sheet.period, sheet.known_at)
    made = _by_fields(sheet.rows, sheet.office, sheet.units, source)
    return replace(made, facts={"with_below": sheet.with_below})


def _by_fields(
    summed: Sequence[Line], top: OfficeRow, units: Sequence[OfficeRow], source: _Source
) -> Table:
    """II.06a: `summed` are the fields, the total last."""
    ids = [unit.id for unit in units]
    *lines, total = summed
    rows = [
        Row(f"lv:{line.field}", str(n), line.field, source.cells(line, ids, line.field))
        for n, line in enumerate(lines, start=1)
    ]
    rows.append(Row("tong", "", TOTAL, source.cells(total, ids), "total"))
    return _table("a", top, source, rows, units, "field")


def _section(
    source: _Source,
    mark: str,
    name: str,
    units: Sequence[OfficeRow],
    told: Mapping[Place, Line],
    by: By,
) -> Sequence[Row]:
    if not units:
        return ()
    ids = [unit.id for unit in units]
    here = {place: line for place, line in told.items() if place[0] in ids}
    head = Row(mark, mark, name, source.cells(added(here.values(), name), ids), "section")
    if by == "unit":
        return [head, *_by_unit(source, mark, units, here)]
    by_field: dict[str, list[Line]] = defaultdict(list)
    for (_, field), line in here.items():
        by_field[field].append(line)
    return [
        head,
        *(
            Row(f"{mark}:{field}", str(n), field,
                source.cells(added(by_field[field], field), ids, field))
            for n, field in enumerate(sorted(by_field, key=sort_key), start=1)
        ),
    ]  # fmt: skip


def _by_unit(
    source: _Source, mark: str, units: Sequence[OfficeRow], here: Mapping[Place, Line]
) -> Iterable[Row]:
    for n, unit in enumerate(units, start=1):
        line = added((one for (office, _), one in here.items() if office == unit.id), unit.name)
        yield Row(f"{mark}:{unit.slug}", str(n), unit.name, source.cells(line, [unit.id]))


def _table(
    letter: Letter,
    office: OfficeRow,
    source: _Source,
    rows: Sequence[Row],
    units: Sequence[OfficeRow],
    by: By,
) -> Table:
    chosen = source.period
    void = source.voided([unit.id for unit in units])
    return Table(
        slug=f"ii-06{letter}",
        form=f"Biểu số II.06{letter}/VPCP/KSTT",
        rule=RULE,
        title=TITLES[letter],
        unit="Đơn vị tính: số hồ sơ TTHC",
        office=office,
        period=chosen,
        name_head="Đơn vị" if by == "unit" else "Lĩnh vực, công việc giải quyết theo cấp",
        name_key=by,
        columns=COLUMNS,
        lines=rows,
        footnotes=(
            _invariant(rows[-1]),
            *offices.reorganized(units, chosen),
            *said_of_voided(void.number or 0 if void else 0),
        ),
        hidden=[_voided(void)] if void else (),
        receiver=offices.receiver(office, chosen.to_on),
        facts={"by": by},
        known_at=source.known_at,
    )


def _voided(cell: Cell) -> Row:
    """What stands under the form: mistaken intakes, outside all its numbers."""
    cells = [cell if one.key == "received" else Cell() for one in COLUMNS]
    return Row(VOIDED, "", VOIDED_NAME, cells)


def _invariant(total: Row) -> str:
    """What has to hold of every such sheet, with its own figures."""
    numbers = {column.key: cell.number for column, cell in zip(COLUMNS, total.cells, strict=True)}
    received, resolved, pending = (numbers[key] or 0 for key in ("received", "resolved", "pending"))
    holds = "khớp" if received == resolved + pending else "không khớp"
    left, one, two = (format_number(number) for number in (received, resolved, pending))
    return f"(3) = (7) + (11): {left} = {one} + {two}, {holds}."

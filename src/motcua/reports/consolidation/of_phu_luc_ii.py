"""Phụ lục II collected from below: one line a unit, and what is told beside the sheet."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from motcua.core.consolidating import Across, Sum, total
from motcua.core.text import sort_key
from motcua.dossiers.behind import Which
from motcua.dossiers.reasons import reason_words, reasons, told_by
from motcua.organization.selectors import OfficeRow, office_by_slug
from motcua.reports import offices
from motcua.reports.consolidation.figures import Line, Span, place_of, stood
from motcua.reports.consolidation.typed import TypedLine
from motcua.reports.counting import counted
from motcua.reports.drill import FIGURES, Sought
from motcua.reports.phu_luc_ii import NO_REASON, PhuLucII, Row, rows_of, sheet_over, totals_of
from motcua.reports.phu_luc_ii_table import COLUMNS as ALL
from motcua.reports.phu_luc_ii_table import MECHANISMS, REASON, phu_luc_ii_table, told_of
from motcua.reports.tables import Column

COLUMNS: Sequence[Column] = [one for one in ALL if not one.words]
SUMS = (Sum("received", ("on_time", "overdue")),)
UNIT = ""
"""The key of the one line of a unit."""
BESIDE: Mapping[str, tuple[str, str]] = {
    "con-mo": ("on_time", "Trong số đúng hạn: đang giải quyết, chưa đến hạn"),
    "ky-truoc": ("overdue", "Nhận kỳ trước còn trong hạn lúc chốt kỳ trước, nay đã quá hạn"),
    "nhap-bu": ("received", "Trong số đã nhận: nhập bù"),
}
"""The lines told beside the sheet: the one column each has, and its words."""
ON_PAPER = "Nhập tay từ sổ giấy"
WHICH: Mapping[str, Which] = {str(name): which for name, which in FIGURES.items()}
table = phu_luc_ii_table


def computed(
    office: OfficeRow, span: Span, units: Sequence[OfficeRow], known_at: datetime | None
) -> Sequence[Line]:
    """Each unit's line, then what is told of all of them together. Queries as `phu_luc_ii`."""
    sheet = sheet_over(office, span.period, units, known_at)
    at = known_at.isoformat() if known_at else ""
    together = tuple(unit.slug for unit in units)
    lines = [
        Line(row.slug, UNIT, row.unit, _present(row), row.note, known_at=at) for row in sheet.rows
    ]
    told = {
        "con-mo": sheet.still_open,
        "ky-truoc": sheet.late_after_earlier_period,
        "nhap-bu": sheet.late_entries,
    }
    for key, number in told.items():
        column, words = BESIDE[key]
        lines.append(Line(office.slug, key, words, {column: number}, known_at=at, counts=together))
    for code, (words, count) in zip(sheet.reason_codes, sheet.overdue_reasons, strict=True):
        key = f"{REASON}{code or '-'}"
        lines.append(
            Line(office.slug, key, words, {"overdue": count}, known_at=at, counts=together)
        )
    return lines


def alone(units: Sequence[OfficeRow], span: Span) -> Sequence[Line]:
    """The line of each unit as things are, without what is told beside. One query."""
    period = span.period
    found = counted([unit.id for unit in units], period, None).figures()
    day = min(span.to_on, period.judged_at.date())
    rows = rows_of(units, found, day, period)
    return [Line(row.slug, UNIT, row.unit, _present(row), row.note) for row in rows]


def _present(row: Row) -> dict[str, int]:
    found = {one.key: getattr(row, one.key) for one in COLUMNS}
    return {key: number for key, number in found.items() if number is not None}


def typed(units: Sequence[OfficeRow], span: Span) -> Sequence[TypedLine]:
    """A line for each unit, then those told beside, of the first of them."""
    every = [one.key for one in COLUMNS]
    lines = [TypedLine(unit.slug, UNIT, unit.name, every) for unit in units]
    first = units[0].slug
    for key in ("con-mo", "ky-truoc"):
        column, words = BESIDE[key]
        lines.append(TypedLine(first, key, words, (column,)))
    for reason in told_by(unit.id for unit in units):
        words = f"Lý do quá hạn: {reason.words}"
        lines.append(TypedLine(first, f"{REASON}{reason.code}", words, ("overdue",)))
    return lines


def across(lines: Sequence[TypedLine]) -> Sequence[Across]:
    """Reasons are given for overdue dossiers at most, and what is open is among those on time."""
    units = [line.place for line in lines if line.key == UNIT]
    why = [line.place for line in lines if line.key.startswith(REASON)]
    first = lines[0].office
    return (
        Across(units, why, "overdue", at_most=True),
        Across(units, [place_of(first, "con-mo")], "on_time", at_most=True),
    )


def rest(lines: Sequence[Line]) -> Sequence[Line]:
    """The typed lines, and one for the overdue dossiers nobody gave a reason for."""
    late = sum(one.numbers.get("overdue", 0) for one in lines if one.key == UNIT)
    told = sum(one.numbers.get("overdue", 0) for one in lines if one.key.startswith(REASON))
    if late == told:
        return lines
    return [*lines, Line(lines[0].office, f"{REASON}-", NO_REASON, {"overdue": late - told})]


def made(
    top: OfficeRow,
    span: Span,
    lines: Sequence[Line],
    notes: Sequence[str],
    facts: Mapping[str, object],
) -> PhuLucII:
    """The sheet of `top` over the lines of all units. No query."""
    units = [line for line in lines if line.key == UNIT]
    rows = _rows(units, span)
    told = {key: total(line.numbers for line in lines if line.key == key) for key in BESIDE}
    why = _reasons(lines, sum(row.overdue for row in rows))
    there = [stood(line.office, span) for line in units]
    return PhuLucII(
        office=top,
        period=span.period,
        rows=rows,
        totals=totals_of(rows),
        overdue_reasons=[(words, count) for _, words, count in why],
        reason_codes=[code for code, _, _ in why],
        still_open=told["con-mo"].get("on_time", 0),
        late_after_earlier_period=told["ky-truoc"].get("overdue", 0),
        late_entries=told["nhap-bu"].get("received", 0),
        reorganized=offices.reorganized(there, span.period),
        notes=notes,
        facts=facts,
    )


def _rows(units: Sequence[Line], span: Span) -> Sequence[Row]:
    there = {line.office: stood(line.office, span) for line in units}
    ordered = sorted(
        units,
        key=lambda line: (
            there[line.office].kind != "town", there[line.office].ordinal, sort_key(line.name),
        ),
    )  # fmt: skip
    rows, ordinal = [], 0
    for line in ordered:
        is_town = there[line.office].kind == "town"
        ordinal += 0 if is_town else 1
        number = line.numbers.get
        rows.append(
            Row(
                group="A" if is_town else "B",
                ordinal=None if is_town else ordinal,
                slug=line.office,
                unit=line.name,
                procedures_one_stop=number("procedures_one_stop"),
                procedures_interlinked=number("procedures_interlinked"),
                received=number("received", 0),
                on_time=number("on_time", 0),
                overdue=number("overdue", 0),
                note="; ".join(filter(None, (line.note, ON_PAPER if line.sheet else ""))),
            )
        )
    return rows


def _reasons(lines: Sequence[Line], overdue: int) -> Sequence[tuple[str, str, int]]:
    """Code, words and count in the order of the list; what nobody gave a reason for comes last."""
    found: dict[str, int] = {}
    for line in lines:
        if line.key.startswith(REASON):
            given = line.key.removeprefix(REASON)
            code = "" if given == "-" else given
            found[code] = found.get(code, 0) + line.numbers.get("overdue", 0)
    found[""] = overdue - sum(count for code, count in found.items() if code)
    order = {reason.code: place for place, reason in enumerate(reasons())}
    ranked = sorted(found.items(), key=lambda item: order.get(item[0], len(order)))
    return [
        (code, reason_words(code) if code else NO_REASON, count) for code, count in ranked if count
    ]


def behind(top: OfficeRow, lines: Sequence[Line], row: str) -> Sequence[Line]:
    """The lines a row of the table sums: one unit, a block's total, or what is told beside."""
    if row.startswith("tong:"):
        towns = row == "tong:A"
        return [
            line
            for line in lines
            if line.key == UNIT and (office_by_slug(line.office).kind == "town") is towns
        ]
    if row in BESIDE or row.startswith(REASON):
        return [line for line in lines if line.key == row]
    return [line for line in lines if line.key == UNIT and line.office == row]


def sought(line: Line, column: str, span: Span) -> Sought | None:
    """The dossiers of one figure; None for a number of procedures. KeyError for no such figure."""
    at = datetime.fromisoformat(line.known_at) if line.known_at else None
    if column in MECHANISMS:
        return None
    if line.key == UNIT:
        office = office_by_slug(line.office).id
        return Sought((office,), span.period, WHICH[column], at)
    ids = tuple(office_by_slug(slug).id for slug in line.counts)
    return told_of(line.key, ids, span.period, at)

"""II.06a: how dossiers were settled, by field, with what was carried over.

Source: biểu II.06a/VPCP/KSTT, TT 01/2020/TT-VPCP. Invariant: received = resolved + pending.
"""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any

import xlsxwriter

from motcua.catalogue import selectors as catalogue
from motcua.core.tally import Standing, judge
from motcua.core.text import sort_key
from motcua.dossiers.figures import Judgeable
from motcua.organization.selectors import OfficeRow, office_by_slug, offices_between
from motcua.reports import tallies
from motcua.reports.counting import counted
from motcua.reports.period import Period, period

TOTAL = "Tổng"


@dataclass(slots=True)
class Line:
    """One field. `received` = online + direct_or_post + carried_over = resolved + pending."""

    field: str
    received: int = 0
    online: int = 0
    direct_or_post: int = 0
    carried_over: int = 0
    resolved: int = 0
    early: int = 0
    on_time: int = 0
    overdue: int = 0
    pending: int = 0
    pending_in_time: int = 0
    pending_overdue: int = 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines in Vietnamese order, the total last."""

    office: OfficeRow
    period: Period
    with_below: bool
    rows: Sequence[Line]


_OF = {
    Standing.EARLY: ("resolved", "early"),
    Standing.ON_TIME: ("resolved", "on_time"),
    Standing.OVERDUE: ("resolved", "overdue"),
    Standing.PENDING_IN_TIME: ("pending", "pending_in_time"),
    Standing.PENDING_OVERDUE: ("pending", "pending_overdue"),
}


def ii_06a(
    office: str,
    from_on: date,
    to_on: date,
    *,
    now: datetime,
    as_of: date | None = None,
    with_below: bool = False,
    known_at: datetime | None = None,
) -> Sheet:
    """The sheet of an office's own dossiers, or with those under it. One query; with `known_at`, by
    what was written until then, two for 500 dossiers.

    Raises Refused: unknown_office, period_backwards.
    """
    top = office_by_slug(office)
    chosen = period(from_on, to_on, min(now, known_at or now), as_of)
    units = offices_between(office, from_on, to_on) if with_below else (top,)
    lines = _lines([unit.id for unit in units], chosen, known_at)
    return Sheet(top, chosen, with_below, [*lines, _total(lines)])


def _lines(ids: Sequence[int], chosen: Period, known_at: datetime | None) -> Sequence[Line]:
    """From the tallies where they can answer, else counted: the same to the unit."""
    over = None if known_at else tallies.span(chosen)
    if over and over.judged_on == over.to_on:
        summed = {sums.field: _summed(sums) for sums in tallies.field_sums(ids, over)}
        found: Mapping[str, Line] = {field: line for field, line in summed.items() if line.received}
    else:
        found = _counted(counted(ids, chosen, known_at).judgeable(), chosen)
    return [_named(line, name) for name, line in sorted(found.items(), key=_vietnamese)]


def _summed(sums: tallies.FieldSums) -> Line:
    new = sums.online + sums.direct_or_post
    resolved = sums.early + sums.on_time + sums.overdue
    pending = new + sums.carried_over - resolved
    return Line(
        field=sums.field,
        received=new + sums.carried_over,
        online=sums.online,
        direct_or_post=sums.direct_or_post,
        carried_over=sums.carried_over,
        resolved=resolved,
        early=sums.early,
        on_time=sums.on_time,
        overdue=sums.overdue,
        pending=pending,
        pending_in_time=pending - sums.pending_overdue,
        pending_overdue=sums.pending_overdue,
    )


def _counted(rows: Iterable[Judgeable], chosen: Period) -> Mapping[str, Line]:
    found: dict[str, Line] = defaultdict(lambda: Line(""))
    for row in rows:
        name = catalogue.version(row.version_id).field
        standing = judge(row.due_at, row.finished_at, chosen.judged_at)
        carried = row.received_at < chosen.from_at
        online = row.channel == "online"
        source = "carried_over" if carried else "online" if online else "direct_or_post"
        for column in ("received", source, *_OF[standing]):
            setattr(found[name], column, getattr(found[name], column) + 1)
    return found


def as_json(sheet: Sheet) -> str:
    """The contract of the command line."""
    value = {
        "office": sheet.office.slug,
        "from": sheet.period.from_on.isoformat(),
        "to": sheet.period.to_on.isoformat(),
        "with_below": sheet.with_below,
        "rows": [asdict(line) for line in sheet.rows],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def as_csv(sheet: Sheet) -> str:
    """One line a field, and the total."""
    out = io.StringIO()
    writer = csv.DictWriter(out, [one.name for one in fields(Line)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(line) for line in sheet.rows)
    return out.getvalue()


def as_xlsx(sheet: Sheet) -> bytes:
    """Real numbers; the total as formulas."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    page: Any = book.add_worksheet("II.06a")
    names = [one.name for one in fields(Line)]
    page.write_row(0, 0, names)
    for at, line in enumerate(sheet.rows[:-1], start=1):
        page.write_row(at, 0, list(asdict(line).values()))
    last = len(sheet.rows)
    page.write_string(last, 0, TOTAL)
    for column, name in enumerate(names[1:], start=1):
        letter = chr(ord("A") + column)
        formula = f"=SUM({letter}2:{letter}{last})"
        page.write_formula(last, column, formula, None, getattr(sheet.rows[-1], name))
    book.close()
    return out.getvalue()


def _named(line: Line, name: str) -> Line:
    line.field = name
    return line


def _vietnamese(item: tuple[str, Line]) -> str:
    return sort_key(item[0])


def _total(lines: Sequence[Line]) -> Line:
    total = Line(TOTAL)
    for column in (one.name for one in fields(Line)[1:]):
        setattr(total, column, sum(getattr(line, column) for line in lines))
    return total

"""II.06a collected from below: each office's fields; put together they are II.06b, of a province
II.06c. Source: TT 01/2020/TT-VPCP; the sections of b and c are [M]."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.selectors import LEVEL_OF
from motcua.core.consolidating import Across, Sum
from motcua.core.text import sort_key
from motcua.organization.selectors import OfficeRow, office_by_slug
from motcua.reports.consolidation.figures import Line, Span, place_of, stood
from motcua.reports.consolidation.typed import TypedLine
from motcua.reports.drill import Sought
from motcua.reports.ii_06 import COLUMNS, LEVELS, Letter, put_together
from motcua.reports.ii_06_lines import NUMBERS, WHICH, Place, lines_by_place
from motcua.reports.ii_06_lines import Line as Counted
from motcua.reports.tables import TOTAL, Table

__all__ = [
    "COLUMNS",
    "SUMS",
    "across",
    "alone",
    "behind",
    "computed",
    "made",
    "rest",
    "sought",
    "typed",
]

SUMS = (
    Sum("received", ("online", "direct_or_post", "carried_over")),
    Sum("resolved", ("early", "on_time", "overdue")),
    Sum("pending", ("pending_in_time", "pending_overdue")),
    Sum("received", ("resolved", "pending")),
)
"""What the heads of the form say, and its invariant (3) = (7) + (11)."""
TOTAL_LINE = "tong"


def computed(
    office: OfficeRow, span: Span, units: Sequence[OfficeRow], known_at: datetime | None
) -> Sequence[Line]:
    """A line for each unit and field. One query; with `known_at` two for 500 dossiers."""
    told = lines_by_place([unit.id for unit in units], span.period, known_at)
    slugs = {unit.id: unit.slug for unit in units}
    at = known_at.isoformat() if known_at else ""
    found = sorted(told.items(), key=lambda item: (item[0][0], sort_key(item[0][1])))
    return [
        Line(slugs[place], field, field, {name: getattr(line, name) for name in NUMBERS},
             known_at=at)
        for (place, field), line in found
    ]  # fmt: skip


def alone(units: Sequence[OfficeRow], span: Span) -> Sequence[Line]:
    """The lines of each unit as things are. One query."""
    return computed(units[0], span, units, None) if units else ()


def typed(units: Sequence[OfficeRow], span: Span) -> Sequence[TypedLine]:
    """A line for each unit and field it handles, and the total, which is held against them."""
    lines = []
    for unit in units:
        listed = catalogue.fields_of(catalogue.procedures_of(unit.id, span.as_of_on))
        for field in sorted((name for name, _ in listed), key=sort_key):
            name = field if len(units) == 1 else f"{unit.name}: {field}"
            lines.append(TypedLine(unit.slug, field, name, NUMBERS))
    lines.append(TypedLine(units[0].slug, TOTAL_LINE, TOTAL, NUMBERS, checks=True))
    return lines


def across(lines: Sequence[TypedLine]) -> Sequence[Across]:
    """The total of each column, where one was typed."""
    whole = [place_of(lines[0].office, TOTAL_LINE)]
    parts = [line.place for line in lines if not line.checks]
    return [Across(whole, parts, column) for column in NUMBERS]


def rest(lines: Sequence[Line]) -> Sequence[Line]:
    """Nothing follows from the typed lines that they do not say."""
    return lines


def made(
    top: OfficeRow,
    span: Span,
    lines: Sequence[Line],
    notes: Sequence[str],
    facts: Mapping[str, object],
) -> Table:
    """The form over the lines of all units: a of a single one, else b, of a province c."""
    there = {line.office: stood(line.office, span) for line in lines}
    told: dict[Place, Counted] = {}
    for line in lines:
        numbers = {name: line.numbers.get(name, 0) for name in NUMBERS}
        told[there[line.office].id, line.key] = Counted(line.key, **numbers)
    table = put_together(_letter(top), top, list(there.values()), told, span.period, "field")
    kept = {**table.facts, **facts}
    return replace(table, footnotes=(*table.footnotes, *notes), facts=kept, caveats=notes)


def _letter(top: OfficeRow) -> Letter:
    """Which of the forms an office hands on: a is of one that has none below."""
    return "c" if top.kind == "province" else "b" if top.kind == "town" else "a"


def behind(top: OfficeRow, lines: Sequence[Line], row: str) -> Sequence[Line]:
    """The lines a row of the table of `top` sums: a field, a level, a field of it, or all."""
    if row == TOTAL_LINE:
        return list(lines)
    mark, _, field = row.partition(":")
    if mark == "lv":
        return [line for line in lines if line.key == field]
    levels = {letter: level for level, letter, _ in LEVELS.get(_letter(top), ())}
    there = [
        line for line in lines if LEVEL_OF[office_by_slug(line.office).kind] == levels.get(mark)
    ]
    return [line for line in there if not field or line.key == field]


def sought(line: Line, column: str, span: Span) -> Sought | None:
    """The dossiers of one figure. KeyError for no such figure."""
    at = datetime.fromisoformat(line.known_at) if line.known_at else None
    which = replace(WHICH[column], field=line.key)
    return Sought((office_by_slug(line.office).id,), span.period, which, at)

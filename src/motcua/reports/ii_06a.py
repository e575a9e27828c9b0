"""II.06a: how dossiers were settled, by field, with what was carried over.

Source: biểu II.06a/VPCP/KSTT, TT 01/2020/TT-VPCP. Invariant: received = resolved + pending.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from motcua.core.text import sort_key
from motcua.organization.selectors import OfficeRow, office_by_slug, office_on
from motcua.reports import offices
from motcua.reports.ii_06_lines import Line, Place, added, lines_by_place
from motcua.reports.period import Period, period
from motcua.reports.tables import TOTAL

__all__ = ["TOTAL", "Line", "Sheet", "ii_06a"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines in Vietnamese order, the total last; `units`: whose dossiers they count."""

    office: OfficeRow
    period: Period
    with_below: bool
    rows: Sequence[Line]
    units: Sequence[OfficeRow] = ()
    known_at: datetime | None = None


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

    Raises Refused: unknown_office, office_not_then, period_backwards.
    """
    chosen = period(from_on, to_on, min(now, known_at or now), as_of)
    units = offices.units(office, chosen, below=with_below)
    top = office_on(office_by_slug(office).id, to_on)
    rows = by_field(lines_by_place([o.id for o in units], chosen, known_at))
    return Sheet(top, chosen, with_below, rows, units, known_at)


def by_field(told: Mapping[Place, Line]) -> Sequence[Line]:
    """The lines of all offices summed by field, in Vietnamese order, the total last."""
    found: dict[str, list[Line]] = defaultdict(list)
    for (_, field), line in told.items():
        found[field].append(line)
    lines = [added(found[field], field) for field in sorted(found, key=sort_key)]
    return [*lines, added(lines, TOTAL)]

"""What the forms II.06 count: for each office and field, where dossiers came from and where they
stood at the end. Source: biểu II.06/VPCP/KSTT, TT 01/2020/TT-VPCP."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.core.tally import Standing, judge
from motcua.dossiers.behind import PENDING, RESOLVED, Source, Which, source_of
from motcua.dossiers.figures import Judgeable
from motcua.reports import tallies
from motcua.reports.counting import counted
from motcua.reports.period import Period

Place = tuple[int, str]
"""An office and a field."""


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


NUMBERS = tuple(one.name for one in fields(Line)[1:])
WHICH: Mapping[str, Which] = {
    "received": Which("handled"),
    **{one.value: Which("handled", sources=frozenset({one})) for one in Source},
    "resolved": Which("handled", RESOLVED),
    **{one.value: Which("handled", frozenset({one})) for one in Standing},
    "pending": Which("handled", PENDING),
}
"""The dossiers each number counts."""


def lines_by_place(
    ids: Sequence[int], chosen: Period, known_at: datetime | None
) -> Mapping[Place, Line]:
    """From the tallies where they can answer, else counted: the same to the unit.

    One query; with `known_at` two for 500 dossiers.
    """
    over = None if known_at else tallies.span(chosen)
    if over and over.judged_on == over.to_on:
        told = {
            (sums.office_id, sums.field): _summed(sums) for sums in tallies.field_sums(ids, over)
        }
        return {place: line for place, line in told.items() if line.received}
    return _counted(counted(ids, chosen, known_at).judgeable(), chosen)


def added(lines: Iterable[Line], name: str) -> Line:
    """The sum of some lines, under a name."""
    total = Line(name)
    for line in lines:
        for column in NUMBERS:
            setattr(total, column, getattr(total, column) + getattr(line, column))
    return total


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


def _counted(rows: Iterable[Judgeable], chosen: Period) -> Mapping[Place, Line]:
    found: dict[Place, Line] = defaultdict(lambda: Line(""))
    for row in rows:
        field = catalogue.version(row.version_id).field
        line = found[row.office_id, field]
        standing = judge(row.due_at, row.finished_at, chosen.judged_at)
        total = "resolved" if standing in RESOLVED else "pending"
        source = source_of(row.channel, row.received_at, chosen.from_at)
        for column in ("received", source.value, total, standing.value):
            setattr(line, column, getattr(line, column) + 1)
        line.field = field
    return found

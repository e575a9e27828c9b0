"""What units below confirmed for the period of a report, as known at a moment: also from paper."""

from datetime import datetime

from django.db.models import Q

from motcua.core.consolidating import Step
from motcua.reports.consolidation.figures import Line, figures_of, stood
from motcua.reports.consolidation.models import (
    Confirmation,
    Consolidation,
    ConsolidationHappening,
)
from motcua.reports.consolidation.noting import span_of
from motcua.reports.consolidation.of_phu_luc_ii import UNIT
from motcua.reports.narrative.facts import Below, Unit
from motcua.reports.period import Period

REPORT = "phu-luc-ii"
COUNTED, ENTERED = "counted", "entered"


def below(office_id: int, chosen: Period, known_at: datetime | None) -> Below | None:
    """The round of Phụ lục II an office asked for over these very days: what stands confirmed in it
    at `known_at` (now without) and who has confirmed nothing. None without such a round, or while
    nobody has confirmed anything. Four queries.

    Taken back or cancelled later, what stood then is read again as it stood.
    """
    row = _round(office_id, chosen, known_at)
    if row is None:
        return None
    span = span_of(row)
    asked = list(row.units.filter(own=False).order_by("pk"))
    standing = _standing(row, known_at)
    if not standing:
        return None
    units: list[Unit] = []
    missing: list[str] = []
    for one in asked:
        if one.pk not in standing:
            missing.append(stood(one.office.slug, span).name)
            continue
        figures = figures_of(standing[one.pk].figures)
        missing += figures.missing
        units += [_unit(line) for line in figures.lines if line.key == UNIT]
    return Below(row.as_of_on.isoformat(), len(asked), len(standing), tuple(units), tuple(missing))


def _round(office_id: int, chosen: Period, known_at: datetime | None) -> Consolidation | None:
    rows = Consolidation.objects.filter(
        office_id=office_id, report=REPORT, from_on=chosen.from_on, to_on=chosen.to_on
    )
    ended = ConsolidationHappening.objects.filter(step=Step.CANCEL)
    if known_at is not None:
        rows = rows.filter(opened_at__lte=known_at)
        ended = ended.filter(at__lte=known_at)
    return rows.exclude(pk__in=ended.values("consolidation_id")).order_by("-opened_at").first()


def _standing(row: Consolidation, known_at: datetime | None) -> dict[int, Confirmation]:
    rows = Confirmation.objects.filter(unit__consolidation=row, unit__own=False)
    if known_at is None:
        rows = rows.filter(ended_at=None)
    else:
        still = Q(ended_at=None) | Q(ended_at__gt=known_at)
        rows = rows.filter(still, known_at__lte=known_at)
    return {one.unit_id: one for one in rows.order_by("pk")}


def _unit(line: Line) -> Unit:
    received, on_time, overdue = (
        line.numbers.get(key, 0) for key in ("received", "on_time", "overdue")
    )
    source = ENTERED if line.sheet else COUNTED
    return Unit(line.office, line.name, "B", received, on_time, overdue, source)

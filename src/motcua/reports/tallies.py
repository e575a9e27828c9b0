"""What the tallies sum to over whole half-months: the same figures as counting dossiers.

A period is answered from tallies when its days, and the moment it is judged at, lie on the borders
of half-months; any other is counted (`dossiers.figures`). Both give the same to the unit.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, IntegerField, Q, Sum, Value, When

from motcua.core.clock import VN
from motcua.core.movements import Movement, begins_half
from motcua.dossiers.figures import OfficeFigures
from motcua.reports.models import FieldTally, OfficeTally
from motcua.reports.period import Period

_SETTLED = (Movement.EARLY, Movement.ON_TIME, Movement.OVERDUE)


@dataclass(frozen=True, slots=True)
class Span:
    """A period in whole half-months: `[from_on, to_on)`, judged when `judged_on` begins."""

    from_on: date
    to_on: date
    judged_on: date


def span(period: Period) -> Span | None:
    """The period in half-months, None when a border of it lies within one,
    or it is judged before it begins."""
    judged = period.judged_at.astimezone(VN)
    last = period.to_at.date()
    if judged.time().replace(microsecond=0) != period.to_at.time():
        return None
    borders = (period.from_on, last, judged.date())
    if judged.date() < period.from_on or not all(begins_half(day) for day in borders):
        return None
    return Span(period.from_on, min(last, judged.date()), judged.date())


def office_figures(office_ids: Collection[int], over: Span) -> dict[int, OfficeFigures]:
    """As `dossiers.figures.figures`: what each office received in the span, judged at its moment;
    offices without dossiers are absent. One query."""
    rows = (
        OfficeTally.objects.filter(
            office_id__in=list(office_ids),
            received_on__gte=over.from_on,
            received_on__lt=over.to_on,
        )
        .order_by()
        .values("office_id")
        .annotate(
            received=_total(Q(movement=Movement.RECEIVED)),
            settled=_total(Q(movement__in=_SETTLED, moved_on__lt=over.judged_on)),
            settled_overdue=_total(Q(movement=Movement.OVERDUE, moved_on__lt=over.judged_on)),
            pending_overdue=_late(over.judged_on),
        )
    )
    found = {}
    for row in rows:
        if row["received"]:
            still_open = row["received"] - row["settled"] - row["pending_overdue"]
            overdue = row["settled_overdue"] + row["pending_overdue"]
            office = row["office_id"]
            found[office] = OfficeFigures(office, row["received"], overdue, still_open)
    return found


def voided(office_ids: Collection[int], over: Span) -> int:
    """As `dossiers.figures.voided`: the mistaken intakes of the span. One query."""
    rows = OfficeTally.objects.filter(
        office_id__in=list(office_ids),
        received_on__gte=over.from_on,
        received_on__lt=over.to_on,
        movement=Movement.VOIDED,
    )
    return int(rows.aggregate(count=Sum("count", default=0))["count"])


@dataclass(frozen=True, slots=True)
class FieldSums:
    """The movements of one office in one field over a span, as the forms II.06 add them up."""

    office_id: int
    field: str
    online: int
    direct_or_post: int
    carried_over: int
    early: int
    on_time: int
    overdue: int
    pending_overdue: int


def field_sums(office_ids: Collection[int], over: Span) -> Sequence[FieldSums]:
    """Each office's fields that had anything to do in the span. One query."""
    received = Q(movement=Movement.RECEIVED)
    new = received & Q(moved_on__gte=over.from_on, moved_on__lt=over.to_on)
    before = Q(moved_on__lt=over.from_on)
    within = Q(moved_on__gte=over.from_on, moved_on__lt=over.judged_on)
    rows = (
        FieldTally.objects.filter(office_id__in=list(office_ids))
        .order_by()
        .values("office_id", "field")
        .annotate(
            online=_total(new & Q(channel="online")),
            direct_or_post=_total(new & ~Q(channel="online")),
            came_before=_total(received & before),
            settled_before=_total(Q(movement__in=_SETTLED) & before),
            early=_total(Q(movement=Movement.EARLY) & within),
            on_time=_total(Q(movement=Movement.ON_TIME) & within),
            overdue=_total(Q(movement=Movement.OVERDUE) & within),
            pending_overdue=_late(over.judged_on),
        )
    )
    return [
        FieldSums(
            row["office_id"], row["field"], row["online"], row["direct_or_post"],
            row["came_before"] - row["settled_before"],
            row["early"], row["on_time"], row["overdue"], row["pending_overdue"],
        )
        for row in rows
    ]  # fmt: skip


def _total(condition: Q) -> Sum:
    return Sum("count", filter=condition, default=0)


def _late(judged_on: date) -> Sum:
    """Open and overdue at a moment: what fell due by then, less what was settled late by then."""
    signed = Case(
        When(movement=Movement.FELL_DUE, then=F("count")),
        When(movement=Movement.SETTLED_LATE, then=Value(-1) * F("count")),
        default=Value(0),
        output_field=IntegerField(),
    )
    return Sum(signed, filter=Q(moved_on__lt=judged_on), default=0)

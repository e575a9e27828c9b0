"""Which dossiers a figure of a report counts: one description, asked of the database as things are,
or of each dossier in turn as it was known. `tests/reports/test_two_ways_of_opening.py` holds the
two together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from django.db.models import Case, CharField, DateTimeField, F, Func, Q, QuerySet, Value, When
from django.db.models.functions import TruncDate

from motcua.core.clock import VN
from motcua.core.tally import Standing, closing, judge
from motcua.dossiers.figures import NEVER_RECEIVED
from motcua.dossiers.models import Dossier
from motcua.dossiers.models.dossier import ENTERED_LATE, Stage

LATE = frozenset({Standing.OVERDUE, Standing.PENDING_OVERDUE})
IN_TIME = frozenset(Standing) - LATE
RESOLVED = frozenset({Standing.EARLY, Standing.ON_TIME, Standing.OVERDUE})
PENDING = frozenset(Standing) - RESOLVED


class Source(StrEnum):
    """How a dossier came into a period: new in it by a channel, or from the period before."""

    ONLINE = "online"
    DIRECT_OR_POST = "direct_or_post"
    CARRIED_OVER = "carried_over"


class Promise(StrEnum):
    """What a desk promises not to do ("3 không"): ask for papers a second time, send people home to
    complete before intake, ask for a paper outside the list."""

    AGAIN = "again"
    GUIDED = "guided"
    OUTSIDE = "outside"


BROKEN: Mapping[Promise, Q] = {
    Promise.AGAIN: Q(supplements__gte=2),
    Promise.GUIDED: Q(flow__has_key="guided_at"),
    Promise.OUTSIDE: Q(flow__has_key="asked_outside"),
}
"""Which dossiers broke each, as they are."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """`[from_at, to_at)`, judged at `judged_at`; what was received after that does not count."""

    from_at: datetime
    to_at: datetime
    judged_at: datetime


@dataclass(frozen=True, slots=True)
class Which:
    """The dossiers one figure counts; None narrows nothing.

    `over` received: what came in within the stretch (Phụ lục II); handled: that, and what was not
    finished before it (II.06); voided: what came in within it by mistake, and no figure counts as
    received. `in_time_at`: and was in time when judged at that moment; `promise`:
    and broke that one of the three promises.
    """

    over: Literal["received", "handled", "voided"] = "received"
    standings: frozenset[Standing] | None = None
    sources: frozenset[Source] | None = None
    field: str | None = None
    reason: str | None = None
    entered_late: bool = False
    in_time_at: datetime | None = None
    promise: Promise | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What opening a figure needs of one dossier, as it is or as it was known."""

    id: int
    code: str
    office_id: int
    version_id: int
    field: str
    channel: str
    received_at: datetime
    due_at: datetime | None
    finished_at: datetime | None
    reason: str
    entered_late: bool
    broken: frozenset[Promise] = frozenset()


def behind(office_ids: Sequence[int], over: Stretch, which: Which) -> QuerySet[Dossier]:
    """The rows a figure counts, not ordered."""
    rows = Dossier.objects.filter(
        office_id__in=office_ids, received_at__lt=over.to_at, received_at__lte=over.judged_at
    )
    if which.over == "voided":
        rows = rows.filter(stage=Stage.VOID)
    else:
        rows = rows.exclude(stage__in=NEVER_RECEIVED)
    if which.over == "handled":
        rows = rows.filter(Q(finished_at=None) | Q(finished_at__gte=over.from_at))
    else:
        rows = rows.filter(received_at__gte=over.from_at)
    rows = rows.filter(_told(which, over.from_at))
    rows = cut(rows)
    if which.standings is not None:
        judged = rows.annotate(standing=stands(over.judged_at))
        rows = judged.filter(standing__in=which.standings)
    if which.in_time_at is not None:
        rows = rows.annotate(stood=stands(which.in_time_at)).filter(stood__in=IN_TIME)
    return rows


def counts(one: Facts, over: Stretch, which: Which) -> bool:
    """Whether a figure counts this dossier, which was received, and is void where the figure
    counts those and only there: as `behind`."""
    return (
        one.received_at < over.to_at
        and one.received_at <= over.judged_at
        and _within(one, over, which)
        and _fits(one, over, which)
    )


def source_of(channel: str, received_at: datetime, from_at: datetime) -> Source:
    """How it came into the period that begins at `from_at`."""
    if received_at < from_at:
        return Source.CARRIED_OVER
    return Source.ONLINE if channel == "online" else Source.DIRECT_OR_POST


def _within(one: Facts, over: Stretch, which: Which) -> bool:
    if which.over == "handled":
        return one.finished_at is None or one.finished_at >= over.from_at
    return one.received_at >= over.from_at


def _fits(one: Facts, over: Stretch, which: Which) -> bool:
    def stood(at: datetime) -> Standing:
        return judge(one.due_at, one.finished_at, at)

    came = source_of(one.channel, one.received_at, over.from_at)
    asked = (
        which.standings is None or stood(over.judged_at) in which.standings,
        which.sources is None or came in which.sources,
        which.field is None or one.field == which.field,
        which.reason is None or one.reason == which.reason,
        one.entered_late or not which.entered_late,
        which.promise is None or which.promise in one.broken,
        which.in_time_at is None or stood(which.in_time_at) in IN_TIME,
    )
    return all(asked)


def _told(which: Which, from_at: datetime) -> Q:
    """What needs no judging: where it came from, its field, its reason, what was asked of it."""
    asked = Q()
    if which.sources is not None:
        asked &= _came(which.sources, from_at)
    if which.field is not None:
        asked &= Q(procedure_version__field=which.field)
    if which.reason is not None:
        asked &= Q(overdue_reason=which.reason)
    if which.promise is not None:
        asked &= BROKEN[which.promise]
    if which.entered_late:
        asked &= ENTERED_LATE
    return asked


def _came(sources: frozenset[Source], from_at: datetime) -> Q:
    new, online = Q(received_at__gte=from_at), Q(channel="online")
    ways = {
        Source.ONLINE: new & online,
        Source.DIRECT_OR_POST: new & ~online,
        Source.CARRIED_OVER: ~new,
    }
    found = Q(pk__in=[])
    for source in sources:
        found |= ways[source]
    return found


def cut(rows: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """The moments to judge by, cut to the minute and to the day."""
    minute = Func(
        Value("minute"), "finished_at", function="date_trunc", output_field=DateTimeField()
    )
    return rows.alias(
        finished_minute=minute,
        finished_day=TruncDate("finished_at", tzinfo=VN),
        due_day=TruncDate("due_at", tzinfo=VN),
    )


def stands(at: datetime) -> Case:
    """`core.tally.judge` in SQL, over rows with what `cut` gives them."""
    done, cut = Q(finished_at__lt=closing(at)), at.replace(second=0, microsecond=0)
    return Case(
        When(done & Q(finished_minute__gt=F("due_at")), then=Value(Standing.OVERDUE)),
        When(done & Q(finished_day__lt=F("due_day")), then=Value(Standing.EARLY)),
        When(done, then=Value(Standing.ON_TIME)),
        When(due_at__lt=cut, then=Value(Standing.PENDING_OVERDUE)),
        default=Value(Standing.PENDING_IN_TIME),
        output_field=CharField(),
    )

"""Counts of dossiers for reports: one statement each, judged at a given moment.

What is judged is `finished_at` and `due_at`, to the minute. Refused at the counter, void, and what
still waits to be received are never received.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db.models import (
    Case,
    Count,
    DateTimeField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)

from motcua.core.flow import Stage as Flow
from motcua.core.movements import NOT_RECEIVED
from motcua.core.tally import closing
from motcua.dossiers.models import Dossier, Event
from motcua.dossiers.models.dossier import ENTERED_LATE, Stage

NEVER_RECEIVED = tuple(sorted(NOT_RECEIVED | {Stage.VOID}))
IS_OVERDUE = Q(is_overdue=True)
IS_IN_TIME = Q(is_overdue=False)
"""Conditions on what `received_between` annotates."""

Figure = Literal["received", "on_time", "overdue"]


@dataclass(frozen=True, slots=True)
class OfficeFigures:
    """The dossiers an office received in a period, judged at one moment.

    `still_open` are those of `on_time` that are not finished yet.
    """

    office_id: int
    received: int
    overdue: int
    still_open: int

    @property
    def on_time(self) -> int:
        """All that are not overdue, finished or not."""
        return self.received - self.overdue


@dataclass(frozen=True, slots=True)
class ReasonCount:
    """How many overdue dossiers bear a reason; "" for none recorded."""

    code: str
    count: int


def received_between(
    office_ids: Sequence[int], from_at: datetime, to_at: datetime, judged_at: datetime
) -> QuerySet[Dossier]:
    """What these offices received in `[from_at, to_at)`, not after `judged_at`, as judged then.

    Each row has `is_overdue`: finished after its due time, or open with the due time passed. A
    finish after `judged_at` counts as open then; a due time equal to the moment has not passed;
    a dossier without a due time stands still and is in time. Moments are cut to the minute, as in
    `core.tally.judge`.
    """
    minute = Func(
        Value("minute"), "finished_at", function="date_trunc", output_field=DateTimeField()
    )
    late_finish = Q(finished_at__lt=closing(judged_at)) & Q(finished_minute__gt=F("due_at"))
    late_open = open_at(judged_at) & Q(due_at__lt=judged_at.replace(second=0, microsecond=0))
    return (
        Dossier.objects.filter(
            office_id__in=office_ids,
            received_at__gte=from_at,
            received_at__lt=to_at,
            received_at__lte=judged_at,
        )
        .exclude(stage__in=NEVER_RECEIVED)
        .annotate(finished_minute=minute)
        .annotate(is_overdue=Case(When(late_finish | late_open, then=True), default=False))
    )


def open_at(judged_at: datetime) -> Q:
    """Not finished yet, as `core.tally.closing` says."""
    return Q(finished_at=None) | Q(finished_at__gte=closing(judged_at))


def figures(
    office_ids: Sequence[int], from_at: datetime, to_at: datetime, judged_at: datetime
) -> dict[int, OfficeFigures]:
    """The figures of each office; offices without dossiers are absent. One query."""
    rows = (
        received_between(office_ids, from_at, to_at, judged_at)
        .order_by()
        .values("office_id")
        .annotate(
            received=Count("id"),
            overdue=Count("id", filter=IS_OVERDUE),
            still_open=Count("id", filter=open_at(judged_at) & IS_IN_TIME),
        )
    )
    return {
        row["office_id"]: OfficeFigures(
            row["office_id"], row["received"], row["overdue"], row["still_open"]
        )
        for row in rows
    }


def reasons_of_overdue(
    office_ids: Sequence[int], from_at: datetime, to_at: datetime, judged_at: datetime
) -> Sequence[ReasonCount]:
    """Why the overdue ones are late, most first. One query."""
    rows = (
        received_between(office_ids, from_at, to_at, judged_at)
        .filter(IS_OVERDUE)
        .order_by()
        .values("overdue_reason")
        .annotate(count=Count("id"))
        .order_by("-count", "overdue_reason")
    )
    return [ReasonCount(row["overdue_reason"], row["count"]) for row in rows]


def late_since(
    office_ids: Sequence[int], from_at: datetime, to_at: datetime, judged_at: datetime
) -> int:
    """Received in `[from_at, to_at)`, in time at the end of it, overdue at `judged_at`.

    Two queries: the one judged twice would otherwise be one with two names for the same columns.
    """
    late = received_between(office_ids, from_at, to_at, judged_at).filter(IS_OVERDUE)
    then = received_between(office_ids, from_at, to_at, to_at).filter(IS_OVERDUE)
    return late.exclude(pk__in=then.values("pk")).count()


def late_entries(
    office_ids: Sequence[int], from_at: datetime, to_at: datetime, judged_at: datetime
) -> int:
    """How many of the received were typed in after the fact (nhập bù). One query, by its index."""
    found = received_between(office_ids, from_at, to_at, judged_at)
    return found.filter(ENTERED_LATE).count()


def voided(
    office_ids: Sequence[int],
    from_at: datetime,
    to_at: datetime,
    judged_at: datetime,
    known_at: datetime | None = None,
) -> int:
    """How many came in within `[from_at, to_at)` by mistake and were voided since; as written down
    until `known_at` (now). No figure counts them as received. One query."""
    rows = Dossier.objects.filter(
        office_id__in=office_ids,
        received_at__gte=from_at,
        received_at__lt=to_at,
        received_at__lte=judged_at,
        stage=Stage.VOID,
    )
    if known_at is not None:
        told = Event.objects.filter(
            dossier_id=OuterRef("pk"), kind="voided", recorded_at__lte=known_at
        )
        rows = rows.filter(Exists(told))
    return rows.count()


def asked_again(
    office_ids: Sequence[int],
    from_at: datetime,
    to_at: datetime,
    judged_at: datetime,
    known_at: datetime | None = None,
) -> int:
    """How many were asked for papers a second time; as `asked_again_codes`."""
    return len(asked_again_codes(office_ids, from_at, to_at, judged_at, known_at))


def asked_again_codes(
    office_ids: Sequence[int],
    from_at: datetime,
    to_at: datetime,
    judged_at: datetime,
    known_at: datetime | None = None,
) -> frozenset[str]:
    """Which of those received in `[from_at, to_at)` were asked for papers a second time by
    `judged_at`, as written down until `known_at` (now). By the events, so that what becomes of a
    dossier later changes nothing. One query."""
    requests = Event.objects.filter(
        dossier__office_id__in=office_ids,
        dossier__received_at__gte=from_at,
        dossier__received_at__lt=to_at,
        kind="supplement_requested",
        payload__ordinal__gte=2,
        at__lte=judged_at,
    )
    if known_at is not None:
        requests = requests.filter(recorded_at__lte=known_at)
    return frozenset(requests.values_list("dossier__code", flat=True))


@dataclass(frozen=True, slots=True)
class Judgeable:
    """What judging one dossier needs, and where its lateness is counted; `reason` "" for none."""

    office_id: int
    version_id: int
    channel: str
    received_at: datetime
    due_at: datetime | None
    finished_at: datetime | None
    reason: str


def pending_or_resolved(
    office_ids: Sequence[int], from_at: datetime, to_at: datetime, judged_at: datetime
) -> Iterator[Judgeable]:
    """What was received before `to_at` and not finished before `from_at`: the whole of a period.

    Nothing received after `judged_at`. One query, streamed.
    """
    rows = (
        Dossier.objects.filter(
            office_id__in=office_ids, received_at__lt=to_at, received_at__lte=judged_at
        )
        .filter(Q(finished_at=None) | Q(finished_at__gte=from_at))
        .exclude(stage__in=NEVER_RECEIVED)
        .order_by()
        .values_list(
            "office_id", "procedure_version_id", "channel", "received_at", "due_at",
            "finished_at", "overdue_reason",
        )
    )  # fmt: skip
    return (Judgeable(*row) for row in rows.iterator())


@dataclass(frozen=True, slots=True)
class Standing:
    """What one dossier's place in every tally follows from."""

    office_id: int
    version_id: int
    channel: str
    received_at: datetime
    due_at: datetime | None
    finished_at: datetime | None
    stage: Flow


def all_standings() -> Iterator[Standing]:
    """Every dossier there is. One query, streamed."""
    rows = Dossier.objects.order_by().values_list(
        "office_id", "procedure_version_id", "channel", "received_at", "due_at", "finished_at",
        "stage",
    )  # fmt: skip
    return (Standing(*row[:-1], stage=Flow(row[-1])) for row in rows.iterator(chunk_size=5000))

"""The daily movements as a consequence of events: rows to add, and the proof of them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.db import transaction
from django.db.models import Sum

from motcua.core.clock import VN
from motcua.core.flow import Event
from motcua.core.flow.events import (
    Finished,
    Imported,
    Received,
    Reopened,
    Stopped,
    Undone,
    Voided,
    Withdrawn,
)
from motcua.core.flow.undoing import standing
from motcua.core.tally import Standing, judge
from motcua.dossiers.consumers import Consumer, DossierFacts, Insert, Recorded
from motcua.dossiers.histories import all_histories
from motcua.reports.models import DailyMovement, Movement

Grain = tuple[date, int, int, str, str]

_COLUMNS = ("day_on", "office_id", "procedure_version_id", "channel", "movement", "count")
_TYPES = ("date", "bigint", "bigint", "text", "text", "int")
_ENDS = (Finished, Withdrawn, Stopped)
_SETTLED = {
    Standing.EARLY: Movement.EARLY,
    Standing.ON_TIME: Movement.ON_TIME,
    Standing.OVERDUE: Movement.OVERDUE,
}


def rows(dossiers: Sequence[DossierFacts], events: Sequence[Recorded]) -> Sequence[Insert]:
    """One row for each grain that moved in this act."""
    facts = {one.id: one for one in dossiers}
    moved = Counter(_grains((facts[one.dossier], one.event) for one in events))
    moved.subtract(_taken_back((facts[one.dossier], one.event) for one in events))
    return [Insert("reports_dailymovement", _COLUMNS, _TYPES, [(*g, n) for g, n in moved.items()])]


def expected() -> Counter[Grain]:
    """The sums that replaying every dossier gives. Reads all events, in chunks."""
    return Counter(
        grain
        for facts, events in all_histories()
        for grain in _grains((facts, event) for event in _final(standing(events)))
    )


def _final(events: Sequence[Event]) -> Sequence[Event]:
    """A history without the ends that a decision opened again: they no longer count, and what they
    were judged by then is not what the dossier is judged by now."""
    kept: list[Event] = []
    for event in events:
        if isinstance(event, Reopened):
            end = max(n for n, one in enumerate(kept) if isinstance(one, _ENDS))
            del kept[end]
        else:
            kept.append(event)
    return kept


def kept() -> Counter[Grain]:
    """The sums that the rows give. One query."""
    fields = ("day_on", "office_id", "procedure_version_id", "channel", "movement")
    sums = DailyMovement.objects.order_by().values(*fields).annotate(total=Sum("count"))
    return Counter({tuple(row[name] for name in fields): row["total"] for row in sums})


def differences() -> Sequence[str]:
    """Where the rows and a recount differ, in words."""
    found, right = kept(), expected()
    return [
        f"ngày {g[0]:%d/%m/%Y}, {g[4]}: ghi {found[g]}, đếm lại {right[g]}"
        for g in sorted(set(found) | set(right))
        if found[g] != right[g]
    ]


@transaction.atomic
def rebuild() -> None:
    """Empty the table and fill it with one row a grain."""
    DailyMovement.objects.all().delete()
    DailyMovement.objects.bulk_create(
        [
            DailyMovement(
                day_on=day,
                office_id=office,
                procedure_version_id=version,
                channel=channel,
                movement=movement,
                count=count,
            )
            for (day, office, version, channel, movement), count in sorted(expected().items())
        ],
        batch_size=2000,
    )


def _grains(moves: Iterable[tuple[DossierFacts, Event]]) -> Iterator[Grain]:
    for facts, event in moves:
        movement = _movement(facts, event)
        if movement:
            day = event.at.astimezone(VN).date()
            yield (day, facts.office_id, facts.version_id, facts.channel, movement.value)


def _taken_back(moves: Iterable[tuple[DossierFacts, Event]]) -> Iterator[Grain]:
    """What was counted when a dossier finished, and no longer counts."""
    for facts, event in moves:
        if isinstance(event, Undone | Reopened) and event.finish_at:
            at = event.finish_at
            settled = _SETTLED[judge(event.finish_due, at, at)]
            day = at.astimezone(VN).date()
            yield (day, facts.office_id, facts.version_id, facts.channel, settled.value)


def _movement(facts: DossierFacts, event: Event) -> Movement | None:
    if isinstance(event, Received | Imported):
        return Movement.RECEIVED
    if isinstance(event, Voided):
        return Movement.VOIDED
    if isinstance(event, _ENDS):
        return _SETTLED[judge(facts.state.due_at, event.at, event.at)]
    return None


CONSUMER = Consumer("Bảng đếm theo ngày", "derivation", rows, differences, rebuild)

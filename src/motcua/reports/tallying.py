"""Tallies as a consequence of acts: rows to add, the proof of them, folding and rebuilding."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, models, transaction
from django.db.models import Sum

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow import State
from motcua.core.movements import Mark, Movement, half, marks
from motcua.dossiers.consumers import Consumer, DossierFacts, Insert, Recorded
from motcua.dossiers.figures import Standing, all_standings
from motcua.reports.models import FieldTally, OfficeTally

Grain = tuple[Any, ...]
FOLD_FROM = 1000
"""Rows worth folding: below, a sum over them costs nothing."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One table of tallies: its grain, and the grain of one movement of one dossier."""

    model: type[models.Model]
    columns: tuple[str, ...]
    types: tuple[str, ...]
    grain: Callable[[Standing, Mark], Grain]

    def insert(self, moved: Counter[Grain]) -> Insert:
        """Rows to add for what moved."""
        table = self.model._meta.db_table
        rows = [(*grain, n) for grain, n in moved.items() if n]
        return Insert(table, (*self.columns, "count"), (*self.types, "int"), rows)

    def sums(self) -> Counter[Grain]:
        """What the rows sum to; a sum of nothing is absent. One query."""
        rows = self.model._default_manager.order_by().values_list(*self.columns)
        found = rows.annotate(total=Sum("count")).exclude(total=0)
        return Counter({row[:-1]: row[-1] for row in found.iterator()})


def _by_office(one: Standing, mark: Mark) -> Grain:
    received = half(one.received_at.astimezone(VN).date())
    return (one.office_id, received, half(mark.on), mark.movement.value)


def _by_field(one: Standing, mark: Mark) -> Grain:
    channel = one.channel if mark.movement is Movement.RECEIVED else ""
    field = catalogue.version(one.version_id).field
    return (one.office_id, field, channel, half(mark.on), mark.movement.value)


TALLIES = (
    Kept(
        OfficeTally,
        ("office_id", "received_on", "moved_on", "movement"),
        ("bigint", "date", "date", "text"),
        _by_office,
    ),
    Kept(
        FieldTally,
        ("office_id", "field", "channel", "moved_on", "movement"),
        ("bigint", "text", "text", "date", "text"),
        _by_field,
    ),
)


def rows(dossiers: Sequence[DossierFacts], events: Sequence[Recorded]) -> Sequence[Insert]:
    """What the states after an act stand for, less what those before it stood for."""
    moved: tuple[Counter[Grain], ...] = tuple(Counter() for _ in TALLIES)
    for facts in dossiers:
        after, before = _marked(facts, facts.state), _marked(facts, facts.before)
        if after == before:
            continue
        for kept, counts in zip(TALLIES, moved, strict=True):
            counts.update(kept.grain(*one) for one in after)
            counts.subtract(kept.grain(*one) for one in before)
    return [kept.insert(counts) for kept, counts in zip(TALLIES, moved, strict=True)]


def _marked(facts: DossierFacts, state: State | None) -> Sequence[tuple[Standing, Mark]]:
    if state is None:
        return ()
    one = Standing(
        facts.office_id, facts.version_id, facts.channel, facts.received_at, state.due_at,
        state.finished_at, state.stage,
    )  # fmt: skip
    return tuple(_marks(one))


def _marks(one: Standing) -> Iterator[tuple[Standing, Mark]]:
    for mark in marks(one.stage, one.received_at, one.due_at, one.finished_at):
        yield one, mark


def recount(standings: Iterable[Standing]) -> Sequence[Counter[Grain]]:
    """The sums that counting every dossier gives, one for each table."""
    counted: tuple[Counter[Grain], ...] = tuple(Counter() for _ in TALLIES)
    for standing in standings:
        for one, mark in _marks(standing):
            for kept, counts in zip(TALLIES, counted, strict=True):
                counts[kept.grain(one, mark)] += 1
    return counted


def differences() -> Sequence[str]:
    """Where the rows and a recount differ, in words. Reads every dossier's row, streamed."""
    found: list[str] = []
    for kept, right in zip(TALLIES, recount(all_standings()), strict=True):
        written = kept.sums()
        found += [
            f"{_said(grain)}: ghi {written[grain]}, đếm lại {right[grain]}"
            for grain in sorted(set(written) | set(right), key=str)
            if written[grain] != right[grain]
        ]
    return found


@transaction.atomic(durable=True)
def compared() -> Sequence[str]:
    """As `differences`, over one snapshot: acts done meanwhile are no difference."""
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
    return differences()


def _said(grain: Grain) -> str:
    parts = (f"{p:%d/%m/%Y}" if isinstance(p, date) else str(p) for p in grain[1:] if p != "")
    return f"đơn vị số {grain[0]}, {', '.join(parts)}"


@transaction.atomic
def rebuild() -> None:
    """Empty the tables and fill them with one row a grain; acts meanwhile wait for it.

    Reads every dossier's row, streamed; as much memory as there are grains.
    """
    with connection.cursor() as cursor:
        for kept in TALLIES:
            cursor.execute(f"LOCK TABLE {kept.model._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")
    for kept, counts in zip(TALLIES, recount(all_standings()), strict=True):
        kept.model._default_manager.all().delete()
        _fill(kept, counts)


def fold() -> int:
    """Make one row of all rows of a grain, and none where they sum to nothing; how many rows went.

    A job's work: one statement a table, so that a reader sees the rows before or after and an act
    under way is neither counted nor kept waiting. Safe at any time and twice.
    """
    gone = 0
    for kept in TALLIES:
        rows = kept.model._default_manager
        before = rows.count()
        if before >= FOLD_FROM:
            with connection.cursor() as cursor:
                cursor.execute(_folding(kept))
                gone += before - cursor.rowcount
    return gone


def _folding(kept: Kept) -> str:
    table, columns = kept.model._meta.db_table, ", ".join(kept.columns)
    return (
        f"WITH gone AS (DELETE FROM {table} RETURNING {columns}, count) "  # noqa: S608 (our names)
        f"INSERT INTO {table} ({columns}, count) SELECT {columns}, sum(count) FROM gone "
        f"GROUP BY {columns} HAVING sum(count) <> 0"
    )


def _fill(kept: Kept, counts: Counter[Grain]) -> None:
    made = [
        kept.model(**dict(zip(kept.columns, grain, strict=True)), count=n)
        for grain, n in sorted(counts.items(), key=lambda item: str(item[0]))
    ]
    kept.model._default_manager.bulk_create(made, batch_size=2000)


CONSUMER = Consumer("Bảng đếm", "derivation", rows, differences, rebuild)

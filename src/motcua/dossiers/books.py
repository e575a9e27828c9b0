"""The books as a consequence of events: a line for each dossier done on the spot."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from motcua.core.clock import VN
from motcua.core.flow.events import DoneNow
from motcua.dossiers.consumers import Consumer, DossierFacts, Insert, Recorded
from motcua.dossiers.histories import all_histories
from motcua.dossiers.models import BookEntry

_COLUMNS = ("dossier_id", "office_id", "book", "number", "copies", "pages", "done_at")
_TYPES = ("bigint", "bigint", "text", "int", "int", "int", "timestamptz")


def rows(dossiers: Sequence[DossierFacts], events: Sequence[Recorded]) -> Sequence[Insert]:
    """One line for each dossier that was just done on the spot."""
    facts = {one.id: one for one in dossiers}
    lines = [
        _line(facts[one.dossier], one.event) for one in events if isinstance(one.event, DoneNow)
    ]
    return [Insert("dossiers_bookentry", _COLUMNS, _TYPES, lines)]


def differences() -> Sequence[str]:
    """Lines that are not as the events say, in words."""
    kept = {(*row[:6], row[6].astimezone(VN)) for row in BookEntry.objects.values_list(*_COLUMNS)}
    found = set(_expected())
    return [f"quyển {line[2]}, số {line[3]}: khác lịch sử" for line in sorted(found ^ kept)]


@transaction.atomic
def rebuild() -> None:
    """Empty the books and write them anew."""
    BookEntry.objects.all().delete()
    BookEntry.objects.bulk_create(
        [BookEntry(**dict(zip(_COLUMNS, line, strict=True))) for line in _expected()],
        batch_size=2000,
    )


def _expected() -> list[tuple[Any, ...]]:
    return [
        _line(facts, event)
        for facts, events in all_histories()
        for event in events
        if isinstance(event, DoneNow)
    ]


def _line(facts: DossierFacts, event: DoneNow) -> tuple[Any, ...]:
    return (
        facts.id, facts.office_id, event.book, event.number, event.copies, event.pages, event.at,
    )  # fmt: skip


CONSUMERS = (Consumer("Sổ làm ngay", "derivation", rows, differences, rebuild),)

"""How long those who were answered had waited: working time without their own share of it.

Answered is a result or a refusal in writing. Whoever took a dossier back, or let it be stopped,
did not wait to the end: counted in, they would make an office look quicker than it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from motcua.core.clock import VN
from motcua.core.flow.state import pauses_from_json
from motcua.core.waits import split
from motcua.dossiers.halts import begun, halts_of
from motcua.dossiers.models import Dossier
from motcua.dossiers.models.dossier import Outcome
from motcua.organization.selectors import calendar_of

ANSWERED = (Outcome.RESULT, Outcome.REFUSED)
CHUNK = 5000
Row = tuple[int, int, int, datetime, datetime, Any]


@dataclass(frozen=True, slots=True)
class Served:
    """One answered dossier: the office that issued its receipt, the procedure, and the working
    minutes by that office's calendar that were its own or another body's."""

    office_id: int
    procedure_id: int
    minutes: int


def served_between(from_at: datetime, to_at: datetime) -> Iterator[Served]:
    """What was answered in `[from_at, to_at)`. Streamed; one query, and one for each 5,000 rows
    of which any was paused. About 5 µs a dossier beside the reading."""
    rows = (
        Dossier.objects.filter(
            finished_at__gte=from_at, finished_at__lt=to_at, outcome__in=ANSWERED
        )
        .order_by()
        .values_list(
            "id", "office_id", "procedure_version__procedure_id", "received_at", "finished_at",
            "flow__pauses",
        )
    )  # fmt: skip
    left: Iterator[Any] = rows.iterator(chunk_size=CHUNK)
    while chunk := tuple(islice(left, CHUNK)):
        yield from _served(chunk)


def _served(chunk: Sequence[Row]) -> Iterator[Served]:
    known = begun([pk for pk, *_, pauses in chunk if pauses])
    for pk, office_id, procedure_id, received_at, finished_at, pauses in chunk:
        halts = halts_of(pauses_from_json(pauses or ()), known.get(pk, {}))
        times = received_at.astimezone(VN), finished_at.astimezone(VN)
        yield Served(office_id, procedure_id, split(calendar_of(office_id), *times, halts).served)

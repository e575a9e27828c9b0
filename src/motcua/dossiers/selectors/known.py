"""How dossiers stood by what was written until some moment: a report's figures as known then."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from motcua.catalogue import selectors as catalogue
from motcua.core.flow import Event as CoreEvent
from motcua.core.flow import LateEntry, State, read_event, replay
from motcua.dossiers.figures import Standing
from motcua.dossiers.models import Dossier, Event

CHUNK = 500


@dataclass(frozen=True, slots=True)
class Known:
    """One dossier as it was written down by the moment asked about."""

    id: int
    code: str
    standing: Standing
    overdue_reason: str
    state: State
    process_id: int

    @property
    def entered_late(self) -> bool:
        """Typed in after the fact."""
        return self.state.late is not LateEntry.NONE


def known(office_ids: Sequence[int], to_at: datetime, known_at: datetime) -> Iterator[Known]:
    """The dossiers these offices received before `to_at`, replayed from the events recorded by
    `known_at`; what nobody had written by then is absent. Two queries for 500 dossiers."""
    last = 0
    wanted = Dossier.objects.filter(office_id__in=list(office_ids), received_at__lt=to_at)
    while chunk := list(wanted.filter(id__gt=last).order_by("id").defer("flow")[:CHUNK]):
        last = chunk[-1].id
        events: dict[int, list[CoreEvent]] = defaultdict(list)
        found = Event.objects.filter(
            dossier_id__in=[row.id for row in chunk], recorded_at__lte=known_at
        )
        for row in found.order_by("dossier_id", "seq").iterator():
            events[row.dossier_id].append(read_event(row.kind, row.version, row.payload))
        yield from (_known(row, events[row.id]) for row in chunk if events[row.id])


def _known(row: Dossier, events: Sequence[CoreEvent]) -> Known:
    state = replay(events, catalogue.process(row.process_id).route)
    standing = Standing(
        row.office_id, row.procedure_version_id, row.channel, row.received_at, state.due_at,
        state.finished_at, state.stage,
    )  # fmt: skip
    return Known(row.id, row.code, standing, state.overdue_reason, state, row.process_id)

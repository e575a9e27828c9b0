"""All histories, a chunk at a time: what derivations are rebuilt from."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from motcua.core.flow import Event as CoreEvent
from motcua.core.flow import State, read_event
from motcua.dossiers.consumers import DossierFacts
from motcua.dossiers.models import Dossier, Event

CHUNK = 500


def all_histories() -> Iterator[tuple[DossierFacts, Sequence[CoreEvent]]]:
    """Each dossier's facts and events, by id. Two queries for 500 dossiers.

    The state is the cached one; `verify` proves it apart. The state before is not told.
    """
    last = 0
    while chunk := list(Dossier.objects.filter(id__gt=last).order_by("id")[:CHUNK]):
        last = chunk[-1].id
        events: dict[int, list[CoreEvent]] = defaultdict(list)
        found = Event.objects.filter(dossier_id__in=[row.id for row in chunk])
        for row in found.order_by("dossier_id", "seq").iterator():
            events[row.dossier_id].append(read_event(row.kind, row.version, row.payload))
        for dossier in chunk:
            yield _facts(dossier), events[dossier.id]


def _facts(row: Dossier) -> DossierFacts:
    return DossierFacts(
        row.id,
        row.code,
        row.office_id,
        row.procedure_version_id,
        row.channel,
        row.fee_vnd,
        row.received_at,
        State.from_json(row.flow),
        None,
    )

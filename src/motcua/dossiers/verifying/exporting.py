"""The histories of all dossiers as lines of an exported audit: their chains, nobody's data.

An event holds references and digests only, so that the file may leave the house.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from motcua.dossiers.models import Event

CHUNK = 1000


def histories() -> Iterator[Mapping[str, Any]]:
    """One line an event, dossier by dossier, oldest first. A thousand rows at a time."""
    events = Event.objects.select_related("dossier", "account", "position")
    for event in events.order_by("dossier_id", "seq").iterator(chunk_size=CHUNK):
        yield {
            "kind": "event",
            "dossier": event.dossier.uuid,
            "seq": event.seq,
            "event": event.kind,
            "version": event.version,
            "at": event.at,
            "recorded_at": event.recorded_at,
            "actor": [event.position.uuid, event.account.uuid],
            "payload": event.payload,
            "previous": None if event.previous is None else bytes(event.previous).hex(),
            "hash": bytes(event.hash).hex(),
        }

"""What waits at an office's scanner, and what of it is known already."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from motcua.core.clock import VN
from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.dossiers.models import Attachment, Scan
from motcua.dossiers.selectors.visibility import visible_to
from motcua.files import scanner
from motcua.files.store import path_of
from motcua.identity.actors import Actor
from motcua.identity.grants import scope_of

SHOWN = 60


@dataclass(frozen=True, slots=True)
class Waiting:
    """One scan that waits. `known_in` is the code of a dossier that has the same file already. It
    answers as `files.store.Held`."""

    uuid: UUID
    sha256: str
    media_type: str
    size_bytes: int
    pages: int
    arrived_at: datetime
    known_in: str

    @property
    def path(self) -> Path:
        """Where its bytes lie."""
        return path_of(self.sha256)


def scans(actor: Actor) -> Sequence[Waiting]:
    """The scans that wait at the desk of `actor`, the oldest first; none for who has no desk. Two
    queries."""
    if scope_of(actor, Act.RECEIVE) is None:
        return ()
    rows = Scan.objects.filter(office_id=actor.office_id, done_at=None).select_related("file")
    found = list(rows.order_by("arrived_at", "pk")[:SHOWN])
    there = Attachment.objects.filter(
        file_id__in=[row.file_id for row in found],
        detached_seq=None,
        dossier__in=visible_to(actor),
    )
    known = {row.file_id: row.dossier.code for row in there.select_related("dossier")}
    return tuple(_waiting(row, known.get(row.file_id, "")) for row in found)


def scan(actor: Actor, uuid: UUID) -> Waiting:
    """One of them. Raises Refused("unknown_scan")."""
    found = next((one for one in scans(actor) if one.uuid == uuid), None)
    if found is None:
        raise Refused("unknown_scan")
    return found


def put_aside(actor: Actor) -> Sequence[tuple[str, str]]:
    """What the scanner dropped and was not taken: its name there, and why."""
    return scanner.refused(scanner.folder_of(actor.office_slug))


def _waiting(row: Scan, known_in: str) -> Waiting:
    return Waiting(
        uuid=row.uuid,
        sha256=row.file_id,
        media_type=row.file.media_type,
        size_bytes=row.file.size_bytes,
        pages=row.pages,
        arrived_at=row.arrived_at.astimezone(VN),
        known_in=known_in,
    )

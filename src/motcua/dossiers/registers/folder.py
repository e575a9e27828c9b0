"""Where uploaded registers lie while they are on their way: beside the store, for seven days.

They hold people and are needed for one purpose, so they go into no backup and under no dossier;
what is left behind goes with the sweep of orphans (`files.store.sweep_orphans`).
"""

from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from motcua.files import store
from motcua.files.incoming import taking
from motcua.files.kinds import XLSX

KEPT = timedelta(days=7)


def bring(chunks: Iterable[bytes], uuid: UUID) -> Path:
    """Look the file through and lay it where `place` says. Raises Refused, as
    `files.incoming.Taker.table`."""
    with taking() as take:
        brought = take.table(chunks)
        there = place(uuid, "xlsx" if brought.media_type == XLSX else "csv")
        there.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        return brought.path.replace(there)


def place(uuid: UUID, ending: str) -> Path:
    """The file of an import."""
    return store.folder() / "drafts" / "registers" / f"{uuid.hex}.{ending}"


def bad_lines(uuid: UUID) -> Path:
    """The file of its lines that are to be mended."""
    return place(uuid, "bad.csv")


def forget(uuid: UUID, ending: str) -> None:
    """Delete both."""
    place(uuid, ending).unlink(missing_ok=True)
    bad_lines(uuid).unlink(missing_ok=True)

"""How a list is exported: chunk by chunk onto the disk, so that a million rows take no more memory
than a thousand, and whoever takes the work up again goes on where it was.

Beside the half-written file lies a note of how far it is safe: bytes past it are cut off first.
Rows stand as they were when their chunk was read; what comes in meanwhile before it is not in.
"""

import csv
import hashlib
import io
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from motcua.core.clock import VN
from motcua.dossiers.selectors.exported import LISTS, Cells, List, Place
from motcua.dossiers.selectors.register import Asking
from motcua.files import store
from motcua.identity.actors import Actor

MEDIA = "text/csv; charset=utf-8"
MOST = 1_000_000
_RECKONED = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Written:
    """The whole file, ready for `store.keep`."""

    path: Path
    sha256: str
    size_bytes: int
    media_type: str = MEDIA


def export(
    name: str, kind: str, asking: Asking, actor: Actor, far: Callable[[int], None]
) -> Written:
    """Write the list `kind` that `asking` chooses; `far` is told the rows done after each chunk,
    and may end the work by raising: the next call with the same `name` goes on from there."""
    draft, listed = _draft(name), LISTS[kind]
    place = _begun(draft, listed)
    far(place.done)
    with draft.open("ab") as out:
        while True:
            chunk = listed.after(actor, asking, place)
            if not chunk.rows:
                break
            place = chunk.place
            out.write(_text(chunk.rows))
            out.flush()
            os.fsync(out.fileno())
            _note(draft, place, out.tell())
            far(place.done)
    _mark(draft).unlink(missing_ok=True)
    return Written(draft, _hash(draft), draft.stat().st_size)


def _draft(name: str) -> Path:
    """Where it grows; what is never finished goes with the sweep of orphans."""
    return store.folder() / "drafts" / "exports" / f"{name}.csv"


def _mark(draft: Path) -> Path:
    return draft.with_suffix(".json")


def _begun(draft: Path, listed: List) -> Place:
    """Where to go on: after the rows that are surely there, or at the heads of a new file."""
    try:
        noted = json.loads(_mark(draft).read_text(encoding="utf-8"))
        os.truncate(draft, noted["size"])
    except (OSError, ValueError, KeyError):
        draft.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.write_bytes("\ufeff".encode() + _text([listed.heads]))
        draft.chmod(0o600)
        return Place()
    last = noted["received_at"]
    return Place(noted["done"], datetime.fromisoformat(last), noted["dossier"])


def _note(draft: Path, place: Place, size: int) -> None:
    """How far it is: a rename, so that the note is whole or the one before."""
    told = {
        "done": place.done,
        "received_at": place.received_at and place.received_at.isoformat(),
        "dossier": place.dossier,
        "size": size,
    }
    fresh = draft.with_suffix(".fresh")
    fresh.write_text(json.dumps(told), encoding="utf-8")
    fresh.replace(_mark(draft))


def _text(rows: Sequence[Cells]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def _cell(value: Any) -> Any:
    """Moments as people write them; what a sheet would reckon as a formula is text."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value.astimezone(VN):%d/%m/%Y %H:%M}"
    if isinstance(value, str) and value.startswith(_RECKONED):
        return f"'{value}"
    return value


def _hash(file: Path) -> str:
    with file.open("rb") as whole:
        return hashlib.file_digest(whole, "sha256").hexdigest()

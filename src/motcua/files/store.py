"""Bytes on the disk: `files/ab/<sha256>`, written, synced and renamed before their row commits."""

import hashlib
import os
import uuid
from collections.abc import Collection, Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from motcua.files.models import StoredFile

ORPHAN_AGE = timedelta(days=7)


class FileDamaged(Exception):
    """A stored file is missing or its bytes are not the ones its name says."""


def folder() -> Path:
    """Where the bytes lie."""
    return Path(settings.MOTCUA_DATA) / "files"


def path_of(sha256: str) -> Path:
    return folder() / sha256[:2] / sha256


def store(content: bytes, *, media_type: str, at: datetime) -> StoredFile:
    """Keep `content` and answer its row; call it inside the transaction that refers to it.

    The bytes are durable when this returns. Two writers of the same bytes are both right. One
    or two round trips; two fsyncs for bytes not seen before.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    place = path_of(sha256)
    if place.exists():
        os.utime(place)  # young again, so that the sweep of orphans cannot take it meanwhile
    else:
        _write(place, content)
    row, _ = StoredFile.objects.get_or_create(
        sha256=sha256,
        defaults={"size_bytes": len(content), "media_type": media_type, "stored_at": at},
    )
    return row


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = place.with_name(f"{uuid.uuid4().hex}.draft")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(place)
    for changed in (place.parent, place.parent.parent):
        _sync(changed)


def _sync(changed: Path) -> None:
    """Make the names in a folder durable."""
    handle = os.open(changed, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def read(sha256: str) -> bytes:
    """The bytes, checked against their name. Raises FileDamaged."""
    try:
        content = path_of(sha256).read_bytes()
    except OSError as error:
        raise FileDamaged(sha256) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise FileDamaged(sha256)
    return content


def differences() -> Iterator[str]:
    """The hash of each row whose bytes are missing or wrong, for `motcua verify`."""
    for sha256 in StoredFile.objects.order_by("sha256").values_list("sha256", flat=True).iterator():
        try:
            read(sha256)
        except FileDamaged:
            yield sha256


def sweep_orphans(now: datetime) -> int:
    """Delete bytes without a row that are older than seven days; answers how many.

    The age keeps clear of transactions that have written their bytes and not yet committed.
    """
    oldest = (now - ORPHAN_AGE).timestamp()
    old = [p for p in folder().glob("??/*") if p.is_file() and p.stat().st_mtime < oldest]
    known = _known([p.name for p in old])
    gone = [p for p in old if p.name not in known]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def _known(names: Collection[str]) -> set[str]:
    return set(StoredFile.objects.filter(sha256__in=names).values_list("sha256", flat=True))

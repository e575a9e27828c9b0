"""Bytes on the disk: `files/ab/<sha256>`, written, synced and renamed before their row commits.

What other rooms lean on, and what stays as it is:

- `store(content, media_type=, at=)` keeps bytes the program made itself (a signed PDF, a filled
  form) and answers their row; call it inside the transaction that refers to `row.sha256`.
- `keep(incoming, at=)` keeps what came in through `incoming.taking`, many in one statement.
- `read(sha256)` gives the bytes, checked against their name.

Rows of other rooms hold the hash. Nothing is ever changed in place or deleted while a row of
`StoredFile` names it; `motcua verify` reads every file, and a backup carries them all.
"""

import hashlib
import os
import uuid
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from django.conf import settings

from motcua.files.models import StoredFile

ORPHAN_AGE = timedelta(days=7)


class Held(Protocol):
    """A file on the disk that is not in the store yet; `incoming.Incoming` is one."""

    @property
    def path(self) -> Path: ...
    @property
    def sha256(self) -> str: ...
    @property
    def size_bytes(self) -> int: ...
    @property
    def media_type(self) -> str: ...


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


def keep(files: Sequence[Held], *, at: datetime) -> None:
    """Move `files` into the store; call it inside the transaction that refers to their hashes.

    The bytes are durable when this returns, as with `store`. One statement, however many files.
    """
    for file in files:
        place = path_of(file.sha256)
        if place.exists():
            os.utime(place)
        else:
            _move(file.path, place)
    StoredFile.objects.bulk_create(
        [
            StoredFile(
                sha256=file.sha256,
                size_bytes=file.size_bytes,
                media_type=file.media_type,
                stored_at=at,
            )
            for file in files
        ],
        ignore_conflicts=True,
    )


def _move(draft: Path, place: Path) -> None:
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft.chmod(0o600)
    _sync_file(draft)
    draft.replace(place)
    for changed in (place.parent, place.parent.parent):
        _sync(changed)


def _sync_file(file: Path) -> None:
    handle = os.open(file, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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


def checked(sha256: str) -> Path:
    """Where the bytes lie, checked against their name piece by piece, so that a long file takes no
    memory; it stays as long as a row names it. Raises FileDamaged."""
    place = path_of(sha256)
    try:
        with place.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise FileDamaged(sha256) from error
    if found != sha256:
        raise FileDamaged(sha256)
    return place


def differences() -> Iterator[str]:
    """The hash of each row whose bytes are missing or wrong, for `motcua verify`."""
    for sha256 in StoredFile.objects.order_by("sha256").values_list("sha256", flat=True).iterator():
        try:
            read(sha256)
        except FileDamaged:
            yield sha256


def sweep_orphans(now: datetime) -> int:
    """Delete bytes without a row that are older than seven days; answers how many. What a killed
    process left half taken in goes too.

    The age keeps clear of transactions that have written their bytes and not yet committed.
    """
    oldest = (now - ORPHAN_AGE).timestamp()
    old = [p for p in _all() if p.is_file() and p.stat().st_mtime < oldest]
    known = _known([p.name for p in old])
    gone = [p for p in old if p.name not in known]
    for path in gone:
        path.unlink(missing_ok=True)
    return len(gone)


def _all() -> Iterator[Path]:
    yield from folder().glob("??/*")
    yield from folder().glob("drafts/*/*")


def _known(names: Collection[str]) -> set[str]:
    return set(StoredFile.objects.filter(sha256__in=names).values_list("sha256", flat=True))

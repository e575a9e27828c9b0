"""Files that come in, from the first byte until a row refers to them.

They are written beside the store under a name of their own, with a hard stop, opened only by the
child of `inspecting`, and kept by `store.keep` inside the act. What is refused, or never kept,
leaves nothing behind.
"""

import hashlib
import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from motcua.core.refusal import Refused
from motcua.files import store
from motcua.files.kinds import CSV, PACKED, XLSX
from motcua.files.limits import PAGES, PIXELS
from motcua.files.opening import child

Chunks = Iterable[bytes]
PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file that was looked through and may be kept: where it lies now, and what it is.

    `pages` is 0 for what has none (DOCX, XLSX). `came_as` is the hash of what was sent, another
    one where a picture was made into PDF.
    """

    path: Path
    sha256: str
    size_bytes: int
    media_type: str
    pages: int
    came_as: str


@dataclass(frozen=True, slots=True)
class Taker:
    """Takes one file after another in; `folder` is where drafts may be made besides."""

    folder: Path

    def __call__(self, chunks: Chunks) -> Incoming:
        """Stream to the disk, never holding more than a chunk, and look through. Raises Refused
        with a code of `files.refusals`."""
        return _take(self.folder, chunks)

    def table(self, chunks: Chunks) -> Incoming:
        """A table: a workbook, looked through as above, or else text in UTF-8 (CSV). Raises
        Refused: file_empty, file_too_large, table_unfit, and table_text for what is neither."""
        return _table(self.folder, chunks)


@contextmanager
def taking() -> Iterator[Taker]:
    """Gives what takes files in; whatever was not kept by the end is deleted.

    Use it outside the transaction: looking through a file may take seconds.
    """
    folder = store.folder() / "drafts" / uuid.uuid4().hex
    folder.mkdir(mode=0o700, parents=True)
    try:
        yield Taker(folder)
    finally:
        for left in folder.iterdir():
            left.unlink(missing_ok=True)
        folder.rmdir()


def _take(folder: Path, chunks: Chunks) -> Incoming:
    sent = folder / uuid.uuid4().hex
    made = folder / uuid.uuid4().hex
    try:
        came_as, size = _write(sent, chunks, settings.MOTCUA_FILES.file_bytes)
        found = child("judge", made, source=str(sent), pages=PAGES, pixels=PIXELS)
    except Refused:
        sent.unlink(missing_ok=True)
        raise
    if not found["made"]:
        return Incoming(sent, came_as, size, found["media_type"], found["pages"], came_as)
    sent.unlink()
    return made_here(made, found["media_type"], found["pages"], came_as)


def _table(folder: Path, chunks: Chunks) -> Incoming:
    sent = folder / uuid.uuid4().hex
    came_as, size = _write(sent, chunks, settings.MOTCUA_FILES.file_bytes)
    try:
        media_type = _kind_of_table(sent)
    except Refused:
        sent.unlink(missing_ok=True)
        raise
    return Incoming(sent, came_as, size, media_type, 0, came_as)


def _kind_of_table(sent: Path) -> str:
    with sent.open("rb") as file:
        packed = file.read(len(PACKED)) == PACKED
    if not packed:
        _check_text(sent)
        return CSV
    nowhere = sent.with_suffix(".none")
    try:
        found = child("judge", nowhere, source=str(sent), pages=PAGES, pixels=PIXELS)
    except Refused:
        raise Refused("table_unfit") from None
    if found["media_type"] != XLSX:
        raise Refused("table_text")
    return XLSX


def _check_text(place: Path) -> None:
    """Piece by piece, so that a long one takes no memory."""
    try:
        with place.open(encoding="utf-8-sig") as file:
            while piece := file.read(PIECE):
                if "\0" in piece:
                    raise Refused("table_text")
    except UnicodeDecodeError:
        raise Refused("table_text") from None


def made_here(path: Path, media_type: str, pages: int, came_as: str = "") -> Incoming:
    """A file a child has just written, to be kept as the others."""
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    return Incoming(path, sha256, path.stat().st_size, media_type, pages, came_as or sha256)


def _write(place: Path, chunks: Chunks, most: int) -> tuple[str, int]:
    """Hash and size; stops at the first byte too many."""
    digest, size = hashlib.sha256(), 0
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        for chunk in chunks:
            size += len(chunk)
            if size > most:
                raise Refused("file_too_large", most=most // 1_000_000)
            digest.update(chunk)
            file.write(chunk)
    if not size:
        raise Refused("file_empty")
    return digest.hexdigest(), size

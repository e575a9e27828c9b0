"""Reference data that ship with the program, loaded once by content, not by each process."""

import hashlib
from datetime import UTC, datetime
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable

from django.db import connection, transaction

from motcua.jobs import runs

LOCK = 0x6D6F7464  # beside migrating's
ROOMS = ("organization", "identity", "catalogue")


def load() -> list[str]:
    """Load the reference data of each room whose files changed since the last load; answers
    the rooms. Two at once wait for one another. 20 ms when nothing changed."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        return [room for room in ROOMS if _load(room)]


def _load(room: str) -> bool:
    name, digest = f"reference.{room}", _digest(room)
    last = runs.last_run(name)
    if last is not None and last.note == digest:
        return False
    import_module(f"motcua.{room}.reference").load()
    runs.succeeded(name, datetime.now(UTC), digest)
    return True


def _digest(room: str) -> str:
    """A digest of the room's data files and of the code that reads them."""
    package = files(f"motcua.{room}")
    digest = hashlib.sha256()
    for place in (package / "data", package / "reference.py", package / "reference"):
        _feed(digest, place)
    return digest.hexdigest()


def _feed(digest: "hashlib._Hash", place: Traversable) -> None:
    if place.is_dir():
        for inner in sorted(place.iterdir(), key=lambda t: t.name):
            if inner.name != "__pycache__":
                _feed(digest, inner)
    elif place.is_file():
        digest.update(place.name.encode() + b"\0" + place.read_bytes())

"""Reference data that ship with the program, loaded once by content, not by each process."""

import hashlib
from datetime import UTC, datetime
from importlib import import_module

from django.db import connection, transaction

from motcua.jobs import runs

LOCK = 0x6D6F7464  # beside migrating's
ROOMS = ("organization", "catalogue")


def load() -> list[str]:
    """Load the reference data of each room whose files changed since the last load; answers
    the rooms. Two at once wait for one another. 20 ms when nothing changed.

    A room brings `loading.content()`, its data as bytes, and `loading.load_reference()`.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        return [room for room in ROOMS if _load(room)]


def _load(room: str) -> bool:
    loading = import_module(f"motcua.{room}.loading")
    name, digest = f"reference.{room}", hashlib.sha256(loading.content()).hexdigest()
    last = runs.last_run(name)
    if last is not None and last.note == digest:
        return False
    loading.load_reference()
    runs.succeeded(name, datetime.now(UTC), digest)
    return True

"""The whole restore: an empty place, the tables of the backup's own time, rows, today's tables."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from motcua.audit import sealing
from motcua.config import written
from motcua.config.backup import reading
from motcua.config.said import BackupRefused
from motcua.jobs import runs
from motcua.messages import holding

AFTER: tuple[Callable[[], object], ...] = (
    runs.hold_all,
    holding.hold_unsent,
    sealing.adopt,
)


def restore(source: Path, url: str, data: Path) -> dict[str, int]:
    """Restore `source`; answers the rows of each table. Raises BackupRefused.

    A failure leaves the place empty again. Waiting jobs and unsent messages are held until the
    administrator releases them: they may have been done since the backup was written.
    """
    manifest = reading.manifest_of(source)
    reading.check_place(url, data)
    try:
        _migrate_as(manifest["migrations"])
        rows = reading.load(source, manifest, url, data)
    except BaseException:
        connection.close()
        reading.forget(url)
        raise
    call_command("migrate", verbosity=0, interactive=False)
    for hold in AFTER:
        hold()
    return rows


def go_back(source: Path, url: str, data: Path) -> None:
    """Replace what is in the place by `source`, with the tables of its own time: for the program
    that wrote it. Stored files stay, since none is ever changed; nothing is held back, since
    nothing ran. Killed on the way, the place counts as half restored. Raises BackupRefused.
    """
    manifest = reading.manifest_of(source)
    with psycopg.connect(url, autocommit=True) as database:
        reading.empty(database)
        reading.mark(database)
    connection.close()
    _migrate_as(manifest["migrations"])
    reading.load(source, manifest, url, data)


def _migrate_as(wanted: list[list[str]]) -> None:
    """Make the tables of the program that wrote the backup."""
    executor = MigrationExecutor(connection)
    names = {(app, name) for app, name in wanted}
    unknown = sorted(names - set(executor.loader.graph.nodes))
    if unknown:
        raise BackupRefused(
            "Bản sao lưu được ghi bởi một bản chương trình mới hơn "
            f"({unknown[0][0]} {unknown[0][1]}). Hãy cập nhật chương trình rồi phục hồi."
        )
    if written.is_wanted(names):
        written.read_in(written.text())
        executor = MigrationExecutor(connection)
    executor.migrate(_ends(executor, names))


def _ends(executor: MigrationExecutor, names: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """The migrations none of the others in `names` follow."""
    graph: Any = executor.loader.graph
    followed = {parent.key for name in names for parent in graph.node_map[name].parents}
    return sorted(names - followed)

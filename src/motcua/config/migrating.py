"""Whether the database has this version's tables, and giving it them."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from motcua.config import written

LOCK = 0x6D6F7463  # "motc": one migration at a time


def pending() -> bool:
    """Whether a migration is still to be applied. 0.2 s."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate() -> None:
    """Apply what is pending; two at once wait for one another."""
    if not pending():
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        try:
            _make_tables()
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK])


def _make_tables() -> None:
    executor = MigrationExecutor(connection)
    if written.is_wanted(executor.loader.graph.nodes):
        written.read_in(written.text())
    call_command("migrate", verbosity=0, interactive=False)


def start_over() -> None:
    """Empty the whole database and make its tables anew. For a demonstration half loaded."""
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE")
        cursor.execute("CREATE SCHEMA public")
    migrate()

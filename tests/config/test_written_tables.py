"""An empty database is given its tables from a file, and they are those the migrations make."""

from collections.abc import Iterator

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from motcua.config import written


@pytest.fixture
def empty(server, django_db_setup: None, django_db_blocker) -> Iterator[str]:
    """The address of an empty database, to which Django is connected."""
    name = server.copy("template0", "nothing_yet")
    with django_db_blocker.unblock():
        before = server.use(name)
        yield server.url(name)
        server.leave()
        server.use(before)
    server.drop(name)


def test_what_is_written_down_is_what_every_migration_made_one_after_another(server, empty: str):
    """Both are read in once: the server words a condition anew when it has read it."""
    call_command("migrate", verbosity=0, interactive=False)
    server.leave()
    one_after_another = "\n".join(written.lines_of(empty))

    assert read(server, "read", written.text()) == read(server, "read_again", one_after_another)


def test_every_migration_is_written_down(empty: str):
    """When this fails, a migration was added: `make tables` writes the file anew."""
    assert written.held() == frozenset(MigrationExecutor(connection).loader.graph.nodes)


def test_a_database_with_tables_is_migrated_and_not_read_over(empty: str):
    with psycopg.connect(empty, autocommit=True) as database:
        database.execute("CREATE TABLE django_migrations ()")

    assert not written.is_wanted(written.held())


def test_tables_of_an_older_program_are_made_by_its_own_migrations(empty: str):
    fewer = written.held() - {max(written.held())}

    assert not written.is_wanted(fewer)


def read(server, name: str, text: str) -> list[str]:
    """The statements of a database that has read `text` in."""
    before = server.use(server.copy("template0", name))
    written.read_in(text)
    server.leave()
    server.use(before)
    found = statements(server.url(f"{server.prefix}{name}"))
    server.drop(f"{server.prefix}{name}")
    return found


def statements(url: str) -> list[str]:
    """In one order: that of a dump goes by numbers the server gave. Which migrations were applied
    stands at the head; when, and in which order, is their own."""
    found = "\n".join(written.lines_of(url)).split(";\n")
    return sorted(one for one in found if "django_migrations VALUES" not in one)

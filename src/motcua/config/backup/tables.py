"""What the database says about its own tables: the catalogue behind a backup."""

from dataclasses import dataclass

from psycopg import Connection
from psycopg.sql import SQL, Composed, Identifier

Rows = Connection[tuple[object, ...]]

LEFT_OUT = frozenset(
    {
        "django_migrations",  # the manifest says it; a restore migrates
        "django_session",  # people sign in again
        "procrastinate_workers",  # processes of another machine
    }
)

READABLE = (
    "SET client_encoding = 'UTF8'",
    "SET datestyle = 'ISO, YMD'",
    "SET intervalstyle = 'postgres'",
    "SET timezone = 'UTC'",
    "SET bytea_output = 'hex'",
    "SET extra_float_digits = 1",
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table and the columns that are stored (not computed) in it."""

    name: str
    columns: tuple[str, ...]

    def copy_out(self) -> Composed:
        return SQL("COPY (SELECT {} FROM {} ORDER BY 1) TO STDOUT").format(*self.parts())

    def copy_in(self) -> Composed:
        columns, name = self.parts()
        return SQL("COPY {} ({}) FROM STDIN").format(name, columns)

    def parts(self) -> tuple[Composed, Identifier]:
        columns = SQL(", ").join(Identifier(c) for c in self.columns)
        return columns, Identifier("public", self.name)


def tables(database: Rows) -> list[Table]:
    """Every table of ours, referred ones before those that refer to them."""
    found = database.execute(
        """
        SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'public'
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
             AND NOT a.attisdropped AND a.attgenerated = ''
        WHERE c.relkind = 'r'
        GROUP BY c.relname ORDER BY c.relname
        """
    ).fetchall()
    columns = {
        str(name): tuple(map(str, names))
        for name, names in found
        if name not in LEFT_OUT and isinstance(names, list)
    }
    return [Table(name, columns[name]) for name in _ordered(set(columns), _references(database))]


def _references(database: Rows) -> set[tuple[str, str]]:
    """(table, table it refers to) for the references checked at once; deferred ones need no
    order."""
    found = database.execute(
        """
        SELECT conrelid::regclass::text, confrelid::regclass::text FROM pg_constraint
        WHERE contype = 'f' AND NOT condeferrable AND conrelid <> confrelid
        """
    ).fetchall()
    return {(str(a), str(b)) for a, b in found}


def _ordered(names: set[str], references: set[tuple[str, str]]) -> list[str]:
    order: list[str] = []
    while left := sorted(names - set(order)):
        ready = [
            name
            for name in left
            if all(b in order or b not in names for a, b in references if a == name)
        ]
        order += ready or left  # a ring of references cannot be ordered; the load would say so
    return order


def sequences(database: Rows) -> dict[str, int]:
    """The last number each sequence gave out."""
    found = database.execute(
        "SELECT sequencename, last_value FROM pg_sequences "
        "WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1"
    ).fetchall()
    return {str(name): int(str(value)) for name, value in found}


def migrations(database: Rows) -> list[list[str]]:
    """The migrations applied, in order."""
    found = database.execute("SELECT app, name FROM django_migrations ORDER BY id").fetchall()
    return [[str(app), str(name)] for app, name in found]


def is_empty(database: Rows) -> bool:
    """Whether nobody has put a table into the database yet."""
    found = database.execute(
        "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
        "WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm')"
    ).fetchone()
    return found is not None and found[0] == 0

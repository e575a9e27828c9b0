"""Dossiers by the million, copied by SQL from a few thousand real ones with all their rows.

Each copy lies some weeks before the one it was made of, so that periods differ. Hashes and caches
are copied as they are: such a base is for measuring, `motcua verify` would name every copy.
"""

from collections.abc import Callable, Mapping, Sequence

import psycopg

STRIDE = 100_000_000
WEEKS = 150
COPIES_AT_ONCE = 25
TABLES = ("dossiers_dossier", "dossiers_party", "dossiers_dossierstep", "dossiers_event")
_MOMENTS = (
    "received_at", "due_at", "finished_at", "returned_at", "changed_at", "at", "recorded_at",
    "entered_at", "left_at",
)  # fmt: skip


def multiply(conninfo: str, dossiers: int, say: Callable[[str], None]) -> int:
    """At least as many dossiers as asked, when some are there; answers how many there are."""
    with psycopg.connect(conninfo, autocommit=True) as connection:
        real, last = _numbers(connection, "SELECT count(*), max(id) FROM dossiers_dossier")
        copies = -(-dossiers // real) - 1
        columns = {table: _columns(connection, table) for table in TABLES}
        for first in range(1, copies + 1, COPIES_AT_ONCE):
            until = min(first + COPIES_AT_ONCE - 1, copies)
            for table, names in columns.items():
                connection.execute(_copying(table, names), [first, until, last])
            say(f"{(until + 1) * real:,} of {(copies + 1) * real:,} dossiers")
        connection.execute("ANALYZE")
        return _numbers(connection, "SELECT count(*), 0 FROM dossiers_dossier")[0]


def _copying(table: str, columns: Sequence[str]) -> str:
    """One statement: the real rows of a table, once for each copy."""
    told = _told(table)
    values = ", ".join(told.get(name, f"t.{name}") for name in columns)
    owner = "id" if table == "dossiers_dossier" else "dossier_id"
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM {table} t, "  # noqa: S608
        f"generate_series(%s::int, %s::int) k WHERE t.{owner} <= %s"
    )


def _told(table: str) -> Mapping[str, str]:
    """The columns in which a copy differs from its original."""
    moved = f"- make_interval(weeks => k %% {WEEKS})"
    told = {name: f"t.{name} {moved}" for name in _MOMENTS}
    if table == "dossiers_dossier":
        own = {"id": f"t.id + {STRIDE}::bigint * k", "uuid": "gen_random_uuid()"}
        return told | own | {"code": "t.code || '.' || k"}
    return told | {"dossier_id": f"t.dossier_id + {STRIDE}::bigint * k"}


def _columns(connection: psycopg.Connection[tuple[object, ...]], table: str) -> Sequence[str]:
    """All columns but the identity of what is not a dossier."""
    found = connection.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s "
        "AND is_generated = 'NEVER' ORDER BY ordinal_position",
        [table],
    ).fetchall()
    names = [str(row[0]) for row in found]
    return names if table == "dossiers_dossier" else [name for name in names if name != "id"]


def _numbers(connection: psycopg.Connection[tuple[object, ...]], query: str) -> tuple[int, int]:
    row = connection.execute(query).fetchone()
    first, second = row or (0, 0)
    return int(str(first or 0)), int(str(second or 0))

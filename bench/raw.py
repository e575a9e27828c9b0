"""The limit of an act: the same rows, copied by one prepared statement from what an act wrote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import psycopg

DOSSIER = "dossiers_dossier"
STEP = "dossiers_dossierstep"
Row = Mapping[str, tuple[str, str | None]]
"""A row: column to its type and its value as text."""
Photograph = Mapping[str, Mapping[str, Row]]
"""A dossier: table to the id of a row to the row."""


@dataclass(frozen=True)
class Prepared:
    """A statement and its values."""

    sql: str
    values: Sequence[Any]


def photograph(connection: psycopg.Connection[Any], dossier: int) -> Photograph:
    """Every row that speaks of a dossier, in every table."""
    columns: dict[str, list[tuple[str, str]]] = {}
    query = """
        SELECT c.relname, a.attname, format_type(a.atttypid, NULL)
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
        WHERE c.relkind = 'r' AND NOT a.attisdropped AND (c.relname = %s OR EXISTS (
            SELECT FROM pg_attribute d WHERE d.attrelid = c.oid AND d.attname = 'dossier_id'))
        ORDER BY c.relname, a.attnum
    """
    for table, name, kind in connection.execute(query, [DOSSIER]):
        columns.setdefault(table, []).append((name, kind))
    found: dict[str, dict[str, Row]] = {}
    for table, listed in columns.items():
        texts = ", ".join(f"{name}::text" for name, _ in listed)
        of = "id" if table == DOSSIER else "dossier_id"
        rows = connection.execute(f"SELECT {texts} FROM {table} WHERE {of} = %s", [dossier])  # noqa: S608
        for row in rows.fetchall():
            values = {name: (kind, value) for (name, kind), value in zip(listed, row, strict=True)}
            key = values["id"][1] if "id" in values else str(row)
            found.setdefault(table, {})[str(key)] = values
    return found


def intake(after: Photograph, prefix: str) -> Prepared:
    """One statement that numbers and writes a dossier like the one of `after`."""
    (dossier,) = after[DOSSIER].values()
    values: list[Any] = [dossier["office_id"][1], prefix[-6:]]
    names, parts = _insert(dossier, values, {"code": f"'{prefix}-' || lpad(last::text, 4, '0')"})
    ctes = [
        "book AS (INSERT INTO dossiers_codebook (office_id, day_on, last)"
        " VALUES (%s::bigint, to_date(%s, 'YYMMDD'), 1) ON CONFLICT (office_id, day_on)"
        " DO UPDATE SET last = dossiers_codebook.last + 1 RETURNING last)",
        f"d AS (INSERT INTO {DOSSIER} ({names}) SELECT {parts} FROM book RETURNING id)",  # noqa: S608
    ]
    for table, rows in after.items():
        if table != DOSSIER:
            ctes += _inserts(table, rows.values(), values, "d", len(ctes))
    return Prepared(f"WITH {', '.join(ctes)} SELECT id FROM d", values)  # noqa: S608


def act(before: Photograph, after: Photograph) -> Prepared:
    """One statement that locks a dossier (the first value, given later) and does to it what an
    act did between the two photographs."""
    values: list[Any] = [None]
    ctes = [f"held AS (SELECT id FROM {DOSSIER} WHERE id = %s::bigint FOR UPDATE)"]  # noqa: S608
    for table, rows in after.items():
        old = before.get(table, {})
        for key, row in rows.items():
            changed = {n: row[n] for n in row if key in old and row[n] != old[key][n]}
            if changed:
                ctes.append(_update(table, changed, values, len(ctes)))
        new = [row for key, row in rows.items() if key not in old]
        ctes += _inserts(table, new, values, "held", len(ctes))
    return Prepared(f"WITH {', '.join(ctes)} SELECT id FROM held", values)  # noqa: S608


def _update(table: str, changed: Row, values: list[Any], place: int) -> str:
    sets = []
    for name, (kind, value) in changed.items():
        sets.append(f"{name} = %s::{kind}")
        values.append(value)
    of = "t.id = held.id" if table == DOSSIER else "t.dossier_id = held.id"
    still = " AND t.left_at IS NULL" if table == STEP else ""
    return f"u{place} AS (UPDATE {table} t SET {', '.join(sets)} FROM held WHERE {of}{still})"  # noqa: S608


def _inserts(table: str, rows: Any, values: list[Any], source: str, place: int) -> list[str]:
    ctes = []
    for ordinal, row in enumerate(rows):
        names, parts = _insert(row, values, {"dossier_id": f"{source}.id"})
        insert = f"INSERT INTO {table} ({names}) SELECT {parts} FROM {source}"  # noqa: S608
        ctes.append(f"i{place}_{ordinal} AS ({insert})")
    return ctes


def _insert(row: Row, values: list[Any], given: Mapping[str, str]) -> tuple[str, str]:
    """Columns and expressions; ids are the database's, whatever is a UUID is a fresh one."""
    names, parts = [], []
    for name, (kind, value) in row.items():
        if name == "id":
            continue
        names.append(name)
        if name in given:
            parts.append(given[name])
        elif kind == "uuid":
            parts.append("gen_random_uuid()")
        else:
            parts.append(f"%s::{kind}")
            values.append(value)
    return ", ".join(names), ", ".join(parts)

"""One statement that writes many tables: the shape in which an act reaches the database."""

import json
from collections.abc import Sequence
from typing import Any

from motcua.dossiers.consumers import Insert
from motcua.dossiers.rows.copying import MANY, copy
from motcua.dossiers.rows.prepared import prepared

PLAIN = json.JSONEncoder(ensure_ascii=False)
"""How JSON is written into rows."""


class Statement:
    """Collects inserts and updates and sends them as one statement (one round trip).

    Every part becomes a data-modifying CTE; they share one snapshot, so a part never sees what
    another writes, and no part may touch a row another touches. Table, column and type names
    come from code, never from input. What has a thousand rows and more goes before it by COPY, in a
    round trip of its own: an import asks for it, an act of the desk never does.
    """

    def __init__(self) -> None:
        self._copied: list[Insert] = []
        self._parts: list[str] = []
        self._values: list[Any] = []

    def insert(self, rows: Insert) -> None:
        """Add rows; nothing when there are none."""
        if not rows.rows:
            return
        if len(rows.rows) >= MANY:
            self._copied.append(rows)
            return
        columns = ", ".join(rows.columns)
        self._part(
            f"INSERT INTO {rows.table} ({columns}) "  # noqa: S608 - names come from code
            f"SELECT * FROM {_unnest(rows.types)}",
            rows.rows,
        )

    def update(
        self,
        table: str,
        *,
        match: Sequence[str],
        columns: Sequence[str],
        types: Sequence[str],
        rows: Sequence[tuple[Any, ...]],
        only: str = "TRUE",
    ) -> None:
        """Set `columns` where the `match` columns (first in each row) agree and `only` holds."""
        if not rows:
            return
        names = ", ".join([*match, *columns])
        changes = ", ".join(f"{name} = v.{name}" for name in columns)
        keys = " AND ".join(f"t.{name} = v.{name}" for name in match)
        self._part(
            f"UPDATE {table} AS t SET {changes} "  # noqa: S608 - names come from code
            f"FROM {_unnest(types)} AS v ({names}) WHERE {keys} AND {only}",
            rows,
        )

    def execute(self) -> None:
        """Send it. Raises IntegrityError as the database says it."""
        for rows in self._copied:
            copy(rows)
        if not self._parts:
            return
        parts = ", ".join(f"p{i} AS ({part})" for i, part in enumerate(self._parts))
        with prepared() as cursor:
            cursor.execute(f"WITH {parts} SELECT 1", self._values)

    def _part(self, sql: str, rows: Sequence[tuple[Any, ...]]) -> None:
        self._parts.append(sql)
        self._values.extend(list(column) for column in zip(*rows, strict=True))


def _unnest(types: Sequence[str]) -> str:
    """`unnest(%s::bigint[], %b::text[]::jsonb[])`: JSON travels as text, and text as it is: a list
    in PostgreSQL's own notation is written letter by letter, an eighth of an act's Python."""
    casts = {"text": "%b::text[]", "bytea": "%b::bytea[]", "jsonb": "%b::text[]::jsonb[]"}
    return f"unnest({', '.join(casts.get(kind, f'%s::{kind}[]') for kind in types)})"

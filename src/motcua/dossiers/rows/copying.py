"""Rows by the thousand as COPY takes them: half the work of arrays, on either side."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection

from motcua.dossiers.consumers import Insert

MANY = 1000
"""From so many rows on, a table's part of a statement is copied: below, a round trip costs more."""
_NULL = "\\N"


def copy(rows: Insert) -> None:
    """Add the rows in one round trip of their own, within the surrounding transaction.

    Raises IntegrityError as the database says it. Table and columns come from code.
    """
    columns = ", ".join(rows.columns)
    by_column = [
        _column(kind, cells) for kind, cells in zip(rows.types, _turned(rows), strict=True)
    ]
    lines = "\n".join("\t".join(cells) for cells in zip(*by_column, strict=True))
    with connection.cursor() as cursor:
        command = f"COPY {rows.table} ({columns}) FROM STDIN"
        with cursor.copy(command) as copying:
            copying.write(lines.encode())


def _turned(rows: Insert) -> Sequence[Sequence[Any]]:
    return list(zip(*rows.rows, strict=True))


def _column(kind: str, cells: Sequence[Any]) -> list[str]:
    write = _WRITTEN.get(kind, str)
    return [_NULL if cell is None else write(cell) for cell in cells]


def _text(text: str) -> str:
    if text.isprintable() and "\\" not in text:
        return text
    text = text.replace("\\", "\\\\").replace("\t", "\\t")
    return text.replace("\n", "\\n").replace("\r", "\\r")


_WRITTEN: dict[str, Callable[[Any], str]] = {
    "text": _text,
    "jsonb": _text,
    "timestamptz": lambda moment: moment.isoformat(),
    "bytea": lambda cell: "\\\\x" + cell.hex(),
}

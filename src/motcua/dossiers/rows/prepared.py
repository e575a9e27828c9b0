"""The statements of acts have one shape each: a connection plans them once, not each time."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

from django.db import connection
from psycopg import Cursor


class _Prepared(Cursor[Any]):
    """Tells Django's log of queries the text it sent, which psycopg forgets once it is prepared."""

    def execute(self, query: Any, params: Any = None, **how: Any) -> Any:
        """As psycopg's, prepared from the first time on."""
        try:
            return super().execute(query, params, **{**how, "prepare": True})
        finally:
            noted: Any = SimpleNamespace(query=query.encode())
            self._query = noted


@contextmanager
def prepared() -> Iterator[Any]:
    """A cursor whose statements the server prepares; planning cost more than half of an act.

    Only for SQL written by hand, whose text never holds a value. Arrays as parameters keep the
    plan the same for one dossier and for many.
    """
    connection.ensure_connection()
    raw: Any = connection.connection
    before = raw.cursor_factory, raw.prepare_threshold
    raw.cursor_factory, raw.prepare_threshold = _Prepared, 0
    try:
        with connection.cursor() as cursor:
            yield cursor
    finally:
        raw.cursor_factory, raw.prepare_threshold = before

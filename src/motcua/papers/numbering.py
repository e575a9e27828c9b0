"""Take the next number of a kind of paper."""

from django.db import connection

_TAKE = """
INSERT INTO papers_numberbook (office_id, kind, year, last) VALUES (%s, %s, %s, 1)
ON CONFLICT (office_id, kind, year) DO UPDATE SET last = papers_numberbook.last + 1
RETURNING last
"""


def take_number(office_id: int, kind: str, year: int) -> int:
    """The next number, from 1. One statement; must run inside the transaction that uses it.

    Two takers wait for one another; a rolled-back one gives its number back.
    """
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [office_id, kind, year])
        return int(cursor.fetchone()[0])

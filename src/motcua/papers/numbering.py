"""Take the next number of a kind of paper."""

from django.db import connection

_TAKE = """
INSERT INTO papers_numberbook (office_id, kind, year, last) VALUES (%s, %s, %s, 1)
ON CONFLICT (office_id, kind, year) DO UPDATE SET last = papers_numberbook.last + 1
RETURNING last
"""
_GO_ON = """
INSERT INTO papers_numberbook (office_id, kind, year, last) VALUES (%s, %s, %s, %s)
ON CONFLICT (office_id, kind, year)
DO UPDATE SET last = greatest(papers_numberbook.last, excluded.last)
"""


def take_number(office_id: int, kind: str, year: int) -> int:
    """The next number, from 1. One statement; must run inside the transaction that uses it.

    Two takers wait for one another; a rolled-back one gives its number back.
    """
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [office_id, kind, year])
        return int(cursor.fetchone()[0])


def go_on_after(office_id: int, kind: str, year: int, last: int) -> None:
    """The next number comes after `last`, which was given outside this program. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(_GO_ON, [office_id, kind, year, last])

"""Whether the register of documents holds: no gap, no repeat, each letter at its act."""

from collections.abc import Sequence

from django.db import connection

from motcua.papers.letters import FORM_OF

_BOOKS = """
SELECT o.name, d.kind, d.year, d.rows, d.first, d.last, b.last
FROM (
    SELECT office_id, kind, year, count(*) AS rows, min(number) AS first, max(number) AS last
    FROM papers_document WHERE number IS NOT NULL GROUP BY 1, 2, 3
) d
LEFT JOIN papers_numberbook b
    ON b.office_id = d.office_id AND b.kind = 'vb-' || d.kind AND b.year = d.year
JOIN organization_office o ON o.id = d.office_id
WHERE d.last - d.first + 1 <> d.rows OR b.last IS DISTINCT FROM d.last
ORDER BY 1, 2, 3
"""
_LETTERS = """
SELECT s.code, d.kind, d.number, d.seq
FROM papers_document d
JOIN dossiers_dossier s ON s.id = d.dossier_id
LEFT JOIN dossiers_event e ON e.dossier_id = d.dossier_id AND e.seq = d.seq
WHERE d.seq > 0 AND (e.id IS NULL OR NOT e.kind = ANY(%s))
ORDER BY 1, 4
"""


def differences() -> Sequence[str]:
    """Books of an office, kind and year with a gap or another last number than given, and letters
    whose dossier has no such act. A book may begin above one: what was numbered before the register
    is in no line of it. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(_BOOKS)
        books = [
            f"{office}, {kind} {year}: {rows} văn bản, từ số {first} đến {last}, sổ ghi {given}"
            for office, kind, year, rows, first, last, given in cursor.fetchall()
        ]
        cursor.execute(_LETTERS, [[*FORM_OF]])
        return books + [
            f"{code}: văn bản {kind} số {number} không có việc nào của hồ sơ (sự kiện {seq})"
            for code, kind, number, seq in cursor.fetchall()
        ]

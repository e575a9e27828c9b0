"""Numbers without gaps: what an office numbered on a day is all there."""

from collections.abc import Iterator

from django.db import connection

_MISSING = """
SELECT o.name, b.day_on, n.number
FROM dossiers_codebook b
JOIN organization_office o ON o.id = b.office_id
CROSS JOIN LATERAL generate_series(1, b.last) AS n (number)
LEFT JOIN dossiers_dossier d ON d.office_id = b.office_id
    AND d.code LIKE '%%-' || to_char(b.day_on, 'YYMMDD') || '-%%'
    AND split_part(d.code, '-', 3)::bigint = n.number
WHERE d.id IS NULL
ORDER BY 1, 2, 3
"""

_UNNUMBERED = """
SELECT d.code FROM dossiers_dossier d
WHERE NOT EXISTS (
    SELECT FROM dossiers_codebook b
    WHERE b.office_id = d.office_id
      AND to_char(b.day_on, 'YYMMDD') = split_part(d.code, '-', 2)
      AND b.last >= split_part(d.code, '-', 3)::bigint)
ORDER BY 1
"""


def missing_numbers() -> Iterator[str]:
    """Numbers given out that no dossier bears (a whole dossier removed), and the reverse.

    Two queries; the first reads each day's dossiers once.
    """
    with connection.cursor() as cursor:
        cursor.execute(_MISSING)
        for office, day, number in cursor.fetchall():
            yield f"{office}: hồ sơ số {number} ngày {day:%d/%m/%Y} đã mất"
        cursor.execute(_UNNUMBERED, [])
        for (code,) in cursor.fetchall():
            yield f"{code}: số này chưa từng được cấp"

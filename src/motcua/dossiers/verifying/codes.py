"""Numbers without gaps: what an office numbered on a day is all there."""

from collections.abc import Iterator

from django.db import connection

_CODED = """
WITH coded AS (
    SELECT d.id, d.office_id, d.code, d.stage,
           CASE WHEN d.code ~ '-[0-9]{6}-[0-9]{4,6}$' THEN split_part(d.code, '-', 2) END AS day,
           CASE WHEN d.code ~ '-[0-9]{6}-[0-9]{4,6}$'
               THEN split_part(d.code, '-', 3)::bigint END AS number,
           d.imported AND e.payload -> 'code_given' = 'true' AS given
    FROM dossiers_dossier d
    LEFT JOIN dossiers_event e ON e.dossier_id = d.id AND e.seq = 1 AND e.kind = 'imported'
)
"""

# Below a number that a register brought along, or one given before the office moved in, the other
# numbers may be on paper still.
_MISSING = """
SELECT o.name, b.day_on, n.number
FROM dossiers_codebook b
JOIN organization_office o ON o.id = b.office_id
LEFT JOIN LATERAL (
    SELECT max(g.number) AS number FROM coded g
    WHERE g.given AND g.office_id = b.office_id AND g.day = to_char(b.day_on, 'YYMMDD')
) brought ON TRUE
CROSS JOIN LATERAL generate_series(
    greatest(coalesce(brought.number, 0), b.before) + 1, b.last
) AS n (number)
LEFT JOIN coded d ON d.office_id = b.office_id
    AND d.day = to_char(b.day_on, 'YYMMDD') AND d.number = n.number
WHERE d.id IS NULL
ORDER BY 1, 2, 3
"""

# What waits to be received has a reference, no number.
_UNNUMBERED = """
SELECT d.code FROM coded d
WHERE d.given IS NOT TRUE AND d.stage NOT IN ('submitted', 'incomplete') AND NOT EXISTS (
    SELECT FROM dossiers_codebook b
    WHERE b.office_id = d.office_id
      AND to_char(b.day_on, 'YYMMDD') = d.day
      AND b.last >= d.number)
ORDER BY 1
"""


def missing_numbers() -> Iterator[str]:
    """Numbers given out that no dossier bears (a whole dossier removed), and the reverse.

    Two queries; the first reads each day's dossiers once.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CODED + _MISSING)
        for office, day, number in cursor.fetchall():
            yield f"{office}: hồ sơ số {number} ngày {day:%d/%m/%Y} đã mất"
        cursor.execute(_CODED + _UNNUMBERED)
        for (code,) in cursor.fetchall():
            yield f"{code}: số này chưa từng được cấp"

"""Sealed days: the heads of all dossiers as they stood, against the chains as they are now."""

from datetime import datetime

from django.db import connection

_HEADS = """
SELECT d.uuid, e.seq, e.hash
FROM dossiers_dossier d
JOIN LATERAL (
    SELECT seq, hash FROM dossiers_event e
    WHERE e.dossier_id = d.id AND e.recorded_at < %s
    ORDER BY seq DESC LIMIT 1
) e ON TRUE
ORDER BY d.uuid
"""

_CHAINED = """
SELECT d.uuid, e.seq, e.hash FROM dossiers_dossier d JOIN dossiers_event e ON e.dossier_id = d.id
"""


def heads_before(moment: datetime) -> list[tuple[str, int, bytes]]:
    """Each dossier's last event written before `moment`: uuid, seq, hash; by uuid. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_HEADS, [moment])
        return [(str(row[0]), row[1], bytes(row[2])) for row in cursor.fetchall()]

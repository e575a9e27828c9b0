"""Sealed days: the heads of all dossiers as they stood, against the chains as they are now."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.db import connection

from motcua.audit.sealing import heads_hash, seal_heads
from motcua.audit.seals import day_seals
from motcua.core.clock import VN

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


def heads_before(moment: datetime) -> list[tuple[str, int, bytes]]:
    """Each dossier's last event written before `moment`: uuid, seq, hash; by uuid. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_HEADS, [moment])
        return [(str(row[0]), row[1], bytes(row[2])) for row in cursor.fetchall()]


def seal_day(day: date, at: datetime) -> str:
    """Seal the heads as of the end of `day`; returns the seal in hex. A day is sealed once."""
    until_at = datetime.combine(day + timedelta(days=1), datetime.min.time(), VN)
    return seal_heads(day, until_at, heads_before(until_at), at)


def broken_seals() -> Iterator[str]:
    """Days whose sealed heads are no longer the chains': one was recomputed, or lost."""
    for seal in day_seals():
        heads = heads_before(seal.until_at)
        if heads_hash(seal.day, heads) != seal.hash:
            yield (
                f"niêm phong ngày {seal.day:%d/%m/%Y} không khớp: lịch sử của một hồ sơ trước "
                f"ngày đó đã bị viết lại (lúc niêm phong {seal.dossiers} hồ sơ, nay {len(heads)})"
            )

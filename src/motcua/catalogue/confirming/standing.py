"""What is confirmed, kept in memory and laid over versions where they are read."""

import time as ticking
from collections.abc import Mapping
from datetime import date

from motcua.catalogue.confirming.facts import Confirmed, laid
from motcua.catalogue.models import MarkConfirmation
from motcua.catalogue.rows import VersionRow
from motcua.core.clock import VN

KEPT_SECONDS = 60.0
MOST_KEPT = 10_000


def marked(row: VersionRow, day: date | None = None) -> VersionRow:
    """The version with what was confirmed by the end of `day` (until now without) marked V.

    The same object where nothing of its procedure is. One query a minute.
    """
    found = _confirmed().get(row.procedure_id)
    if not found:
        return row
    good = [
        one
        for one in found
        if one.from_on <= row.effective_on and (day is None or one.approved_on <= day)
    ]
    key = (row.id, *(one.id for one in good))
    kept = _laid.get(key)
    if kept is None or kept[0] is not row:
        if len(_laid) > MOST_KEPT:
            _laid.clear()
        kept = _laid[key] = (row, laid(row, good))
    return kept[1]


def forget() -> None:
    """Read anew what is confirmed at the next question."""
    _read.clear()
    _laid.clear()


Found = Mapping[int, tuple[Confirmed, ...]]
_read: list[tuple[float, Found]] = []
_laid: dict[tuple[int, ...], tuple[VersionRow, VersionRow]] = {}


def _confirmed() -> Found:
    """Every approved confirmation, by procedure."""
    tick = ticking.monotonic()
    kept = _read[0] if _read else None
    if kept is not None and tick - kept[0] <= KEPT_SECONDS:
        return kept[1]
    found: dict[int, tuple[Confirmed, ...]] = {}
    rows = MarkConfirmation.objects.filter(approved_at__isnull=False, withdrawn_at=None)
    for row in rows.order_by("approved_at", "id"):
        if row.approved_at is not None:
            one = Confirmed(
                id=row.pk,
                fact=row.fact,
                said=row.said,
                article=f"{row.article} {row.number}".strip(),
                from_on=row.version_on,
                approved_on=row.approved_at.astimezone(VN).date(),
            )
            found[row.procedure_id] = (*found.get(row.procedure_id, ()), one)
    _read[:] = [(tick, found)]
    return found

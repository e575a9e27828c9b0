"""Whose the pauses of dossiers were, as their events tell: the citizen's, another body's, nobody's.

A pause in the state knows its document only; the event that began it says what was waited for.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from motcua.core.clock import VN, Pause
from motcua.core.waits import Halt, Share
from motcua.dossiers.models import Event

FOR_CITIZEN = "nvtc"
"""Suspended on a notice of what the citizen owes (state 6 of the portal)."""
KINDS = ("supplement_requested", "suspended", "clock_stopped", "reopened")

Begun = Mapping[int, Mapping[datetime, Share]]
"""By dossier: the minute a pause began (an end that was reopened: the minute it was)."""


def begun(dossier_ids: Collection[int]) -> Begun:
    """Whose what stood still was. One query, by dossier."""
    rows = (
        Event.objects.filter(dossier_id__in=dossier_ids, kind__in=KINDS)
        .order_by()
        .values_list("dossier_id", "kind", "at", "payload")
    )
    found: dict[int, dict[datetime, Share]] = {}
    for dossier, kind, at, payload in rows:
        found.setdefault(dossier, {})[_minute(at)] = _share(kind, payload)
    return found


def halts_of(pauses: Sequence[Pause], known: Mapping[datetime, Share]) -> Sequence[Halt]:
    """The pauses with their shares; one that no event explains is elsewhere, so that no time of
    an office is called the citizen's without a paper that says so."""
    return [Halt(pause.start, pause.end, _of(pause, known)) for pause in pauses]


def _of(pause: Pause, known: Mapping[datetime, Share]) -> Share:
    ended = known.get(_minute(pause.end)) if pause.end else None
    if ended is Share.CLOSED:
        return Share.CLOSED
    return known.get(_minute(pause.start), Share.ELSEWHERE)


def _share(kind: str, payload: Mapping[str, object]) -> Share:
    if kind == "reopened":
        return Share.CLOSED
    asked = kind == "supplement_requested" or payload.get("reason") == FOR_CITIZEN
    return Share.CITIZEN if asked else Share.ELSEWHERE


def _minute(moment: datetime) -> datetime:
    return moment.astimezone(VN).replace(second=0, microsecond=0)

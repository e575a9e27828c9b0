"""What can have happened: the closed list of kinds, each with its version and payload.

Payloads hold strings, integers, booleans, nulls and lists only, and no names, numbers of papers of
people, addresses or free text: those are digests. Kinds and versions are never rewritten.
"""

from collections.abc import Mapping
from typing import Any

from motcua.core.flow.events.clock import (
    ClockResumed,
    ClockStopped,
    DueFirmed,
    DueKept,
    DueMoved,
    DueTold,
    Resumed,
    SupplementRequested,
    SupplementTaken,
    Suspended,
)
from motcua.core.flow.events.ending import (
    Finished,
    OverdueReasonRecorded,
    ResultReturned,
    Undone,
    Withdrawn,
)
from motcua.core.flow.events.intake import (
    Corrected,
    DoneNow,
    EnteredLate,
    Imported,
    IntakeRefused,
    LateApproved,
    Received,
    Voided,
)
from motcua.core.flow.events.route import (
    Approved,
    HandedOver,
    Moved,
    Recalled,
    Seen,
    SentBack,
    TransferredOffice,
)
from motcua.core.flow.payloads import Event, values_of

__all__ = [
    "KINDS",
    "Approved",
    "ClockResumed",
    "ClockStopped",
    "Corrected",
    "DoneNow",
    "DueFirmed",
    "DueKept",
    "DueMoved",
    "DueTold",
    "EnteredLate",
    "Event",
    "Finished",
    "HandedOver",
    "Imported",
    "IntakeRefused",
    "LateApproved",
    "Moved",
    "OverdueReasonRecorded",
    "Recalled",
    "Received",
    "ResultReturned",
    "Resumed",
    "Seen",
    "SentBack",
    "SupplementRequested",
    "SupplementTaken",
    "Suspended",
    "TransferredOffice",
    "Undone",
    "Voided",
    "Withdrawn",
    "read_event",
]

KINDS: dict[str, type[Event]] = {
    kind.kind: kind
    for kind in (
        Received,
        IntakeRefused,
        DoneNow,
        Imported,
        Voided,
        Seen,
        HandedOver,
        Approved,
        SentBack,
        Recalled,
        ClockStopped,
        ClockResumed,
        SupplementRequested,
        SupplementTaken,
        Suspended,
        Resumed,
        Finished,
        ResultReturned,
        Withdrawn,
        OverdueReasonRecorded,
        EnteredLate,
        LateApproved,
        Corrected,
        TransferredOffice,
        DueMoved,
        DueFirmed,
        DueKept,
        Undone,
    )
}


def read_event(kind: str, version: int, payload: Mapping[str, Any]) -> Event:
    """The event of a stored payload. KeyError for an unknown kind, ValueError for a version."""
    form = KINDS[kind]
    if version != form.version:
        raise ValueError(f"{kind} has no version {version}")
    return form(**values_of(payload))

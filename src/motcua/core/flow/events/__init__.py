"""What can have happened: the closed list of kinds, each with its version and payload.

Payloads hold strings, integers, booleans, nulls and lists only, and no names, numbers of papers of
people, addresses or free text: those are digests. Kinds and versions are never rewritten.
"""

from collections.abc import Mapping
from typing import Any

from motcua.core.flow.events.clock import (
    Apologised,
    AskedStill,
    ClockResumed,
    ClockStopped,
    DueFirmed,
    DueKept,
    DueMoved,
    DueTold,
    Extended,
    Resumed,
    SupplementRequested,
    SupplementTaken,
    Suspended,
)
from motcua.core.flow.events.ending import (
    Finished,
    OverdueReasonRecorded,
    Reopened,
    ResultReturned,
    StopDeclined,
    Stopped,
    StopProposed,
    Undone,
    Withdrawn,
)
from motcua.core.flow.events.hands import Assigned, BoxHanded, Claimed, Taken
from motcua.core.flow.events.intake import (
    CompletionAsked,
    Corrected,
    DoneNow,
    EnteredLate,
    Imported,
    IntakeRefused,
    LateApproved,
    Received,
    Submitted,
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
    "Apologised",
    "Approved",
    "AskedStill",
    "Assigned",
    "BoxHanded",
    "Claimed",
    "ClockResumed",
    "ClockStopped",
    "CompletionAsked",
    "Corrected",
    "DoneNow",
    "DueFirmed",
    "DueKept",
    "DueMoved",
    "DueTold",
    "EnteredLate",
    "Event",
    "Extended",
    "Finished",
    "HandedOver",
    "Imported",
    "IntakeRefused",
    "LateApproved",
    "Moved",
    "OverdueReasonRecorded",
    "Recalled",
    "Received",
    "Reopened",
    "ResultReturned",
    "Resumed",
    "Seen",
    "SentBack",
    "StopDeclined",
    "StopProposed",
    "Stopped",
    "Submitted",
    "SupplementRequested",
    "SupplementTaken",
    "Suspended",
    "Taken",
    "TransferredOffice",
    "Undone",
    "Voided",
    "Withdrawn",
    "read_event",
]

KINDS: dict[str, type[Event]] = {
    kind.kind: kind
    for kind in (
        Submitted,
        CompletionAsked,
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
        AskedStill,
        Extended,
        Apologised,
        StopProposed,
        StopDeclined,
        Stopped,
        Reopened,
        Taken,
        Claimed,
        Assigned,
        BoxHanded,
        Undone,
    )
}


def read_event(kind: str, version: int, payload: Mapping[str, Any]) -> Event:
    """The event of a stored payload. KeyError for an unknown kind, ValueError for a version."""
    form = KINDS[kind]
    if version != form.version:
        raise ValueError(f"{kind} has no version {version}")
    return form(**values_of(payload))

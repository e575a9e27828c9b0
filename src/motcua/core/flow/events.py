"""What can have happened: the closed list of kinds, each with its version and payload.

Payloads hold strings, integers, booleans, nulls and lists only, and no names, numbers of papers of
people, addresses or free text: those are digests. Kinds and versions are never rewritten.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from motcua.core.flow.homes import Home
from motcua.core.flow.payloads import Event as Event
from motcua.core.flow.payloads import values_of
from motcua.core.flow.state import OpenStep


@dataclass(frozen=True, slots=True)
class Received(Event):
    """Taken in. Sets the due time under the edition `calendar`, by the term of the procedure's
    `case`; what was written before there were cases has none."""

    kind: ClassVar[str] = "received"
    channel: str
    parties: tuple[str, ...]
    papers: str
    due_at: datetime | None
    provisional: bool
    calendar: str
    opened: tuple[OpenStep, ...]
    case: str = ""


@dataclass(frozen=True, slots=True)
class IntakeRefused(Event):
    """Not taken in."""

    kind: ClassVar[str] = "intake_refused"
    channel: str
    parties: tuple[str, ...]
    papers: str
    texts: tuple[str, ...]
    calendar: str


@dataclass(frozen=True, slots=True)
class DoneNow(Event):
    """Done while the citizen waited: the book, its number, what was made, whose signature."""

    kind: ClassVar[str] = "done_now"
    book: str
    number: int
    copies: int
    pages: int
    signer: str


@dataclass(frozen=True, slots=True)
class Imported(Event):
    """Taken over from a register. `due_given`: the due time is the register's, not computed."""

    kind: ClassVar[str] = "imported"
    channel: str
    parties: tuple[str, ...]
    papers: str
    texts: tuple[str, ...]
    due_at: datetime | None
    due_given: bool
    provisional: bool
    calendar: str
    opened: tuple[OpenStep, ...]
    code_given: bool


@dataclass(frozen=True, slots=True)
class Voided(Event):
    """The intake was a mistake."""

    kind: ClassVar[str] = "voided"
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seen(Event):
    """The holder opened `step` for the first time."""

    kind: ClassVar[str] = "seen"
    step: str


@dataclass(frozen=True, slots=True)
class Moved(Event):
    """Common to what moves a dossier along: `step` was left towards `to`.

    `opened` are the steps this opened, `closed` open steps it closed besides `step`, `waiting` the
    joins that wait now, with what arrived. `undocumented`: it went outside the clock without a
    paper, so the clock runs on.
    """

    step: str
    to: tuple[str, ...]
    opened: tuple[OpenStep, ...]
    waiting: tuple[tuple[str, tuple[str, ...]], ...]
    document: str | None
    undocumented: bool
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HandedOver(Moved):
    """The step's work is done."""

    kind: ClassVar[str] = "handed_over"


@dataclass(frozen=True, slots=True)
class Approved(Moved):
    """A leader agreed and signed."""

    kind: ClassVar[str] = "approved"


@dataclass(frozen=True, slots=True)
class SentBack(Moved):
    """Back to a step it came from."""

    kind: ClassVar[str] = "sent_back"


@dataclass(frozen=True, slots=True)
class Recalled(Event):
    """What leaving `step` had opened was taken back: `closed`, and `step` is open again."""

    kind: ClassVar[str] = "recalled"
    step: str
    closed: tuple[str, ...]
    opened: tuple[OpenStep, ...]
    waiting: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class ClockStopped(Event):
    """The clock stands still on `document`: the dossier went to a body outside the allowance."""

    kind: ClassVar[str] = "clock_stopped"
    document: str
    due_at: datetime | None
    provisional: bool
    due: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class ClockResumed(Event):
    """It came back from there; the due time moved by the time away."""

    kind: ClassVar[str] = "clock_resumed"
    due_at: datetime | None
    provisional: bool
    due: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class SupplementRequested(Event):
    """The owner is asked to mend `items` (ordinals of components); the clock stands still."""

    kind: ClassVar[str] = "supplement_requested"
    step: str
    ordinal: int
    items: tuple[int, ...]
    document: str
    reply_by: str | None
    override: bool
    texts: tuple[str, ...]
    due_at: datetime | None
    provisional: bool
    due: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class SupplementTaken(Event):
    """The owner brought it; the clock goes on, or with `restart` begins anew."""

    kind: ClassVar[str] = "supplement_taken"
    restart: bool
    due_at: datetime | None
    provisional: bool
    due: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Suspended(Event):
    """The clock stands still on `document`, for the reason of that code."""

    kind: ClassVar[str] = "suspended"
    document: str
    reason: str
    texts: tuple[str, ...]
    due_at: datetime | None
    provisional: bool
    due: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Resumed(Event):
    """What was waited for is there."""

    kind: ClassVar[str] = "resumed"
    document: str
    due_at: datetime | None
    provisional: bool
    due: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Finished(Event):
    """The result is at the desk. `late` as judged, to the minute, with its reason's code."""

    kind: ClassVar[str] = "finished"
    outcome: str
    late: bool
    overdue_reason: str


@dataclass(frozen=True, slots=True)
class ResultReturned(Event):
    """The result was handed out to the `collector`'s role; the rest as the command said it.

    What was written before there were a relation, a slip and a fee has none of them.
    """

    kind: ClassVar[str] = "result_returned"
    collector: str
    texts: tuple[str, ...]
    relation: str = ""
    slip: str = "shown"
    fee_vnd: int = 0


@dataclass(frozen=True, slots=True)
class Withdrawn(Event):
    """The owner took the dossier back; judged against the due time as it stood then."""

    kind: ClassVar[str] = "withdrawn"
    texts: tuple[str, ...]
    due_at: datetime | None
    provisional: bool


@dataclass(frozen=True, slots=True)
class OverdueReasonRecorded(Event):
    """Why it is late."""

    kind: ClassVar[str] = "overdue_reason_recorded"
    overdue_reason: str


@dataclass(frozen=True, slots=True)
class EnteredLate(Event):
    """It had come in on paper, on the slip of that number, before it was typed in."""

    kind: ClassVar[str] = "entered_late"
    slip: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LateApproved(Event):
    """A leader saw the slip."""

    kind: ClassVar[str] = "late_approved"


@dataclass(frozen=True, slots=True)
class Corrected(Event):
    """What was written of people reads as `parties` now, no longer as `was`."""

    kind: ClassVar[str] = "corrected"
    parties: tuple[str, ...]
    was: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DueTold(Event):
    """Common to what a calendar announced since says of the promise: it counts by the edition
    `calendar` from now on, and the open steps' budgets by `due`."""

    calendar: str
    due_at: datetime | None
    provisional: bool
    due: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class DueMoved(DueTold):
    """The due time is another; it was `was_due`."""

    kind: ClassVar[str] = "due_moved"
    was_due: datetime | None


@dataclass(frozen=True, slots=True)
class DueFirmed(DueTold):
    """The due time is the same, and no longer provisional (or, rarely, again)."""

    kind: ClassVar[str] = "due_firmed"


@dataclass(frozen=True, slots=True)
class DueKept(Event):
    """A leader kept the promise as it was, though the edition `calendar` says otherwise."""

    kind: ClassVar[str] = "due_kept"
    calendar: str


@dataclass(frozen=True, slots=True)
class TransferredOffice(Event):
    """An office ended: `office` answers now, no longer `office_was`, and the steps of `homes` have
    other holders. Code, due time, version and process stay."""

    kind: ClassVar[str] = "transferred_office"
    office_was: str
    office: str
    homes: tuple[Home, ...]
    reorganization: str


@dataclass(frozen=True, slots=True)
class Undone(Event):
    """The act whose first event is `since` was taken back: `kinds` are its events.

    `before` is the state before it, as text. When it had finished the dossier, `finish_at` and
    `finish_due` are the moment and the due time it was judged by.
    """

    kind: ClassVar[str] = "undone"
    since: int
    kinds: tuple[str, ...]
    before: str
    finish_at: datetime | None
    finish_due: datetime | None


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

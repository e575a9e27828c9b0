"""What stops the clock of a dossier, sets it going, and moves its due time."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.core.flow.payloads import Event


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
    """The owner is asked to mend `items` (ordinals of components); the clock stands still.

    `outside` are those of them that the version does not ask for, each on the basis its words say;
    what was written before that was asked has none."""

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
    outside: tuple[int, ...] = ()


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
class AskedStill(Event):
    """What the owner brought did not mend `items`; the request stands, the clock stands still."""

    kind: ClassVar[str] = "asked_still"
    items: tuple[int, ...]
    reply_by: str | None
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extended(Event):
    """The term is longer by `days`, by the article the procedure names."""

    kind: ClassVar[str] = "extended"
    document: str
    days: int
    article: str
    texts: tuple[str, ...]
    due_at: datetime | None
    provisional: bool
    due: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Apologised(Event):
    """The head promised another day in writing; the due time stands as it was."""

    kind: ClassVar[str] = "apologised"
    document: str
    promised_at: datetime
    overdue_reason: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ApologyDrafted(Event):
    """An apology lies with the head, unsigned: the program proposes that day and that reason."""

    kind: ClassVar[str] = "apology_drafted"
    promised_at: datetime
    overdue_reason: str


@dataclass(frozen=True, slots=True)
class ApologyDropped(Event):
    """The draft was dropped; for this due time none is written again."""

    kind: ClassVar[str] = "apology_dropped"
    texts: tuple[str, ...]

"""What ends a dossier, and what is said of its end."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.core.flow.payloads import Event
from motcua.core.flow.state import OpenStep


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

    `way` is desk, post or electronic; `file` the SHA-256 of what was sent. What was written before
    there were a relation, a slip, a fee and a way has none of them.
    """

    kind: ClassVar[str] = "result_returned"
    collector: str
    texts: tuple[str, ...]
    relation: str = ""
    slip: str = "shown"
    fee_vnd: int = 0
    way: str = "desk"
    file: str = ""


@dataclass(frozen=True, slots=True)
class ResultPosted(Event):
    """The post has the result, under that number."""

    kind: ClassVar[str] = "result_posted"
    tracking: str


@dataclass(frozen=True, slots=True)
class PostReturned(Event):
    """The post could not deliver it: it is back at the desk."""

    kind: ClassVar[str] = "post_returned"
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Withdrawn(Event):
    """The owner took the dossier back; judged against the due time as it stood then, and when that
    was late, with its reason's code (what was written earlier has none)."""

    kind: ClassVar[str] = "withdrawn"
    texts: tuple[str, ...]
    due_at: datetime | None
    provisional: bool
    overdue_reason: str = ""


@dataclass(frozen=True, slots=True)
class OverdueReasonRecorded(Event):
    """Why it is late."""

    kind: ClassVar[str] = "overdue_reason_recorded"
    overdue_reason: str


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


@dataclass(frozen=True, slots=True)
class StopProposed(Event):
    """The owner did not answer by the day named; a leader is asked to end the dossier."""

    kind: ClassVar[str] = "stop_proposed"
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StopDeclined(Event):
    """A leader gave the owner longer."""

    kind: ClassVar[str] = "stop_declined"
    reply_by: str | None
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stopped(Event):
    """Ended without a result; judged against the due time as it stood then."""

    kind: ClassVar[str] = "stopped"
    document: str
    ground: str
    texts: tuple[str, ...]
    overdue_reason: str
    due_at: datetime | None
    provisional: bool


@dataclass(frozen=True, slots=True)
class Reopened(Event):
    """A decision sent it back to work at `opened`; the time since its end does not count.

    `finish_at` and `finish_due` are the moment and the due time its end was judged by."""

    kind: ClassVar[str] = "reopened"
    document: str
    opened: tuple[OpenStep, ...]
    texts: tuple[str, ...]
    finish_at: datetime
    finish_due: datetime | None
    due_at: datetime | None
    provisional: bool

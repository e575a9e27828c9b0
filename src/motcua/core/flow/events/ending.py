"""What ends a dossier, and what is said of its end."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.core.flow.payloads import Event


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

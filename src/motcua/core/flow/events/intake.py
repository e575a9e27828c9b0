"""What begins a dossier, and what is said of its beginning later."""

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from motcua.core.flow.payloads import Event
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
class Submitted(Event):
    """Sent in, not received. `due_at` is by when the desk looks at it, under the edition
    `calendar`."""

    kind: ClassVar[str] = "submitted"
    channel: str
    parties: tuple[str, ...]
    papers: str
    due_at: datetime | None
    provisional: bool
    calendar: str
    case: str


@dataclass(frozen=True, slots=True)
class CompletionAsked(Event):
    """Its owner was told what is missing before it can be received: `items` are ordinals of
    components. `papers` is empty when its people and papers were told before."""

    kind: ClassVar[str] = "completion_asked"
    channel: str
    parties: tuple[str, ...]
    papers: str
    items: tuple[int, ...]
    document: str
    reply_by: str | None
    texts: tuple[str, ...]
    calendar: str
    case: str


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

"""Commands to the clock: stop it, set it going, move what was promised."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class RequestSupplement:
    """Ask once, in full: `items` are ordinals of components, `document` the number of Mẫu 02."""

    step: str | None = None
    items: tuple[int, ...] = ()
    document: str = ""
    reply_by: date | None = None
    override_reason: str | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeSupplement:
    """The owner brought what was asked."""


@dataclass(frozen=True, slots=True)
class Suspend:
    """The clock stands still on a document; `reason` is a code."""

    document: str = ""
    reason: str = ""
    texts: tuple[str, ...] = ()
    step: str | None = None


@dataclass(frozen=True, slots=True)
class Resume:
    """What was waited for is there."""

    document: str = ""


@dataclass(frozen=True, slots=True)
class MoveDue:
    """A leader lets the promise follow the calendar the office works by now."""


@dataclass(frozen=True, slots=True)
class KeepDue:
    """A leader keeps the promise as it was, whatever that calendar says."""

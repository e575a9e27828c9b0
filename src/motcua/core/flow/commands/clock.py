"""Commands to the clock: stop it, set it going, move what was promised."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class RequestSupplement:
    """Ask once, in full: `items` are ordinals of components, `document` the number of Mẫu 02,
    `reply_by` the day to answer by.

    `basis` is the digest of the article that lets a paper outside the components be asked for."""

    step: str | None = None
    items: tuple[int, ...] = ()
    document: str = ""
    reply_by: date | None = None
    override_reason: str | None = None
    texts: tuple[str, ...] = ()
    basis: str | None = None


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


@dataclass(frozen=True, slots=True)
class KeepAsking:
    """What the owner brought does not mend all that was asked: `items` of the request stay open.

    It is the same request, so it does not use another; `texts` say what is still wrong."""

    items: tuple[int, ...] = ()
    reply_by: date | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extend:
    """More time, where the law names how much: `days` as the procedure's term counts them, on the
    document of that number; `texts` are the digests of the reason."""

    days: int = 0
    document: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Apologise:
    """It will be, or is, late: the head says so in writing and promises another day, once.

    `promised_at` stands beside the due time, which does not move; `reason` is a code."""

    promised_at: datetime | None = None
    document: str = ""
    reason: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DraftApology:
    """The program writes an apology for the head to sign, because what is left to do does not fit.

    `reason` is a code, "" where none is plain."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class DropApology:
    """The draft is not needed: `texts` are the digests of why."""

    texts: tuple[str, ...] = ()

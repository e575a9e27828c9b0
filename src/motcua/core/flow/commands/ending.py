"""Commands that end a dossier, or speak of its end."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReturnResult:
    """The result is in the hands of `collector`: owner, submitter or collector.

    A collector has a `relation` to the owner (a code); `slip` is `shown` or `lost`; `fee_vnd` is
    what the desk says was taken, 0 when nothing was due. With the SHA-256 of a stored `file` it
    goes electronically, and nobody shows a slip.
    """

    collector: str = "owner"
    texts: tuple[str, ...] = ()
    relation: str = ""
    slip: str = "shown"
    fee_vnd: int = 0
    file: str = ""


@dataclass(frozen=True, slots=True)
class PostResult:
    """The result was handed to the post under the number `tracking`."""

    tracking: str = ""


@dataclass(frozen=True, slots=True)
class RecordDelivery:
    """The post delivered it."""


@dataclass(frozen=True, slots=True)
class TakeUndelivered:
    """The post brought it back; `texts` say why."""

    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The owner takes the dossier back."""

    texts: tuple[str, ...] = ()
    overdue_reason: str | None = None


@dataclass(frozen=True, slots=True)
class RecordOverdueReason:
    """Why it is late: a code of the office's list."""

    code: str
    step: str | None = None


@dataclass(frozen=True, slots=True)
class ProposeStop:
    """The owner did not answer by the day named: the officer proposes to end the dossier."""

    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DeclineStop:
    """A leader does not end it: the owner has longer, until `reply_by` when a day is named."""

    reply_by: date | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stop:
    """A leader ends the dossier without a result (form 05 of 2025), on a numbered document.

    `ground` is `request` (the owner asks for it), `no_reply` (proposed, and nobody answered) or
    `unmet` (the conditions fail)."""

    document: str = ""
    ground: str = ""
    texts: tuple[str, ...] = ()
    overdue_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Reopen:
    """A decision sends a dossier that had ended back to step `to`."""

    document: str = ""
    to: str | None = None
    texts: tuple[str, ...] = ()

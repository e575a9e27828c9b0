"""Commands that end a dossier, or speak of its end."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReturnResult:
    """The result is in the hands of `collector`: owner, submitter or collector.

    A collector has a `relation` to the owner (a code); `slip` is `shown` or `lost`; `fee_vnd` is
    what the desk says was taken, 0 when nothing was due.
    """

    collector: str = "owner"
    texts: tuple[str, ...] = ()
    relation: str = ""
    slip: str = "shown"
    fee_vnd: int = 0


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The owner takes the dossier back."""

    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordOverdueReason:
    """Why it is late: a code of the office's list."""

    code: str
    step: str | None = None

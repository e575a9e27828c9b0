"""The ways out of the house. Each takes one letter and says how it ended; none raises."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from motcua.core.delivery import Ending

EMAIL, ZALO, SMS = "email", "zalo", "sms"
PREFERRED = (EMAIL, ZALO, SMS)
TIMEOUT_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Letter:
    """What goes out. `key` is the notice's own: who has seen it before has the notice already.
    `office_id` is whose notice it is; empty for a trial."""

    address: str
    subject: str
    body: str
    key: UUID
    office_id: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """How an attempt ended; `note` is a word of ours without any address. `down`: it was no fault
    of this letter, the next would fare no better."""

    ending: Ending
    note: str = ""
    down: bool = False


class Channel(Protocol):
    """One way out."""

    def send(self, letter: Letter) -> Answer:
        """Hand it over, in about TIMEOUT_SECONDS; what the other side does never raises."""
        ...

    def close(self) -> None:
        """Let go of what `send` kept open."""
        ...


Channels = Mapping[str, Channel]

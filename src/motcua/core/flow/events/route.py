"""What moves a dossier along its route, and between offices."""

from dataclasses import dataclass
from typing import ClassVar

from motcua.core.flow.payloads import Event
from motcua.core.flow.state import OpenStep
from motcua.core.flow.state.homes import Home


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
class TransferredOffice(Event):
    """An office ended: `office` answers now, no longer `office_was`, and the steps of `homes` have
    other holders. Code, due time, version and process stay."""

    kind: ClassVar[str] = "transferred_office"
    office_was: str
    office: str
    homes: tuple[Home, ...]
    reorganization: str

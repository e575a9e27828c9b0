"""What is said of whose hands a step is in. Positions are named by their uuid."""

from dataclasses import dataclass
from typing import ClassVar

from motcua.core.flow.payloads import Event


@dataclass(frozen=True, slots=True)
class Taken(Event):
    """What was handed over was received at `step`."""

    kind: ClassVar[str] = "taken"
    step: str


@dataclass(frozen=True, slots=True)
class Claimed(Event):
    """An officer took `step` on."""

    kind: ClassVar[str] = "claimed"
    step: str
    assignee: str


@dataclass(frozen=True, slots=True)
class Assigned(Event):
    """A head gave `step` to one position; "" for all of the department. It was with `assignee_was`,
    in the same words."""

    kind: ClassVar[str] = "assigned"
    step: str
    assignee: str
    assignee_was: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BoxHanded(Event):
    """Who held the position `assignee_was` left it, and `step` went to `assignee`, or to all of the
    department when that is ""."""

    kind: ClassVar[str] = "box_handed"
    step: str
    assignee: str
    assignee_was: str

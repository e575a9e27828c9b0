"""Commands about whose hands a step is in: received, claimed, given to one of a department."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Take:
    """The holder receives what was handed over (Nhận), without opening it yet."""

    step: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """An officer takes a step of their department on; `assignee` is the uuid of their position."""

    step: str | None = None
    assignee: str = ""


@dataclass(frozen=True, slots=True)
class Assign:
    """A head gives a step to the position of uuid `assignee`; "" gives it back to all of them."""

    step: str | None = None
    assignee: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandBox:
    """Who held a position leaves it: a step that was given to it goes to `assignee`: the same
    position when somebody else holds it from now on, "" for all of the department."""

    step: str | None = None
    assignee: str = ""

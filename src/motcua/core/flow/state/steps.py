"""Steps of the way: open, waited for at a join, left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.core.flow.state.moments import moment_of, moment_or_none, text_of
from motcua.core.ledger import moment_text


@dataclass(frozen=True, slots=True)
class OpenStep:
    """A step somebody holds. `due_at` ends its own budget, None while its time stands still.

    `came_from` are the steps whose leaving opened it; `reply_to` the step that sent it back here
    and gets it back; `document` the paper with which it went outside the clock. `assignee` is the
    uuid of the one position of its department that has it, `taken` tells that it was received
    since it was handed over: taken, claimed or assigned.
    """

    key: str
    entered_at: datetime
    due_at: datetime | None = None
    seen: bool = False
    came_from: tuple[str, ...] = ()
    reply_to: str | None = None
    document: str | None = None
    assignee: str | None = None
    taken: bool = False

    @property
    def in_hand(self) -> bool:
        """Whether it was received: the first of opening, taking, claiming and assigning counts."""
        return self.seen or self.taken


@dataclass(frozen=True, slots=True)
class Waiting:
    """A join that was reached from `arrived` and waits for the other branches."""

    key: str
    arrived: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftStep:
    """The last leaving of a step: as it was, where it went, whether it was sent back."""

    step: OpenStep
    to: tuple[str, ...]
    left_at: datetime
    back: bool = False

    @property
    def key(self) -> str:
        """The step's key."""
        return self.step.key


def open_to_json(step: OpenStep) -> list[Any]:
    """An open step as a list, in the order of its fields; what few have stands only in theirs."""
    plain = [
        step.key,
        moment_text(step.entered_at),
        text_of(step.due_at),
        step.seen,
        list(step.came_from),
        step.reply_to,
        step.document,
    ]
    held = [step.assignee, step.taken] if step.taken else [step.assignee]
    return [*plain, *held] if step.taken or step.assignee else plain


def open_from_json(value: Sequence[Any]) -> OpenStep:
    """Reads what `open_to_json` wrote."""
    key, entered_at, due_at, seen, came_from, reply_to, document, *held = value
    return OpenStep(
        key, moment_of(entered_at), moment_or_none(due_at), seen, tuple(came_from), reply_to,
        document, *held,
    )  # fmt: skip

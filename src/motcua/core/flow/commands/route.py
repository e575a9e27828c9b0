"""Commands that move a dossier along its route."""

from dataclasses import dataclass

from motcua.core.flow.state.homes import Home


@dataclass(frozen=True, slots=True)
class See:
    """The holder opens the dossier at `step` for the first time."""

    step: str | None = None


@dataclass(frozen=True, slots=True)
class HandOver:
    """The step is done. `to` chooses where the process leaves a choice; `document` is the number
    of the paper with which it goes to a body outside the clock."""

    step: str | None = None
    to: str | None = None
    document: str | None = None
    texts: tuple[str, ...] = ()
    overdue_reason: str | None = None


@dataclass(frozen=True, slots=True)
class Approve:
    """A leader agrees and signs; otherwise as `HandOver`."""

    step: str | None = None
    to: str | None = None
    document: str | None = None
    texts: tuple[str, ...] = ()
    overdue_reason: str | None = None


@dataclass(frozen=True, slots=True)
class ReturnToDesk:
    """The result, or the refusal as result (`outcome`), goes back to the desk. A refusal needs why
    (`texts`), and the number of the paper that says so to the owner (`document`)."""

    step: str | None = None
    to: str | None = None
    outcome: str = "result"
    overdue_reason: str | None = None
    texts: tuple[str, ...] = ()
    document: str | None = None


@dataclass(frozen=True, slots=True)
class SendBack:
    """Back to one of the steps it came from, with what is wrong. `officers` are who had each step
    and is there today: its key and the uuid of their position."""

    step: str | None = None
    to: str | None = None
    texts: tuple[str, ...] = ()
    officers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Recall:
    """Take back what leaving `step` handed over, while nobody has opened it."""

    step: str | None = None


@dataclass(frozen=True, slots=True)
class TransferOffice:
    """What an office that ended had in hand goes to who comes after it. `office` is the slug of
    the one that answers for the dossier now, `homes` the steps somebody else holds, and
    `reorganization` the uuid of what was decided."""

    office: str
    homes: tuple[Home, ...] = ()
    reorganization: str = ""

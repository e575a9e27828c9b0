"""Commands that begin a dossier, or mend how it began."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from motcua.core.flow.events import Event
    from motcua.core.flow.state import State


@dataclass(frozen=True, slots=True)
class Receive:
    """Take a dossier in. `parties` and `papers` are digests; who they are stays with the rows.
    `case` is the key of the procedure's case (trường hợp), empty when it has none.

    With the number of a paper `slip` it is a late entry (nhập bù): `received_at` lies back, and
    `texts` are the digests of the reason.
    """

    received_at: datetime
    channel: str = "direct"
    parties: tuple[str, ...] = ()
    papers: str = ""
    slip: str = ""
    texts: tuple[str, ...] = ()
    case: str = ""


@dataclass(frozen=True, slots=True)
class Submit:
    """What was sent in, by the portal, by post or by e-mail: kept until the desk looks at it."""

    received_at: datetime
    channel: str = "online"
    parties: tuple[str, ...] = ()
    papers: str = ""
    case: str = ""


@dataclass(frozen=True, slots=True)
class AskCompletion:
    """It cannot be received yet: `items` (ordinals of components) are missing or deficient, and
    `texts` are the digests of what is wrong with each. `document` is the number of form 02, empty
    when it goes by the reference. People and papers are told only where nothing was kept before.
    """

    received_at: datetime
    channel: str = "direct"
    parties: tuple[str, ...] = ()
    papers: str = ""
    items: tuple[int, ...] = ()
    document: str = ""
    reply_by: date | None = None
    texts: tuple[str, ...] = ()
    case: str = ""


@dataclass(frozen=True, slots=True)
class RefuseIntake:
    """Do not take it in; `texts` are the digests of the reason."""

    received_at: datetime
    channel: str = "direct"
    parties: tuple[str, ...] = ()
    papers: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DoNow:
    """Receive, do, sign and return while the citizen waits (làm ngay).

    `book` and `number` are where it is written down, `copies` and `pages` what was made, `signer`
    the uuid of the leader's position who signed it on paper. `slip` and `texts` as in `Receive`,
    when it is a late entry.
    """

    received_at: datetime
    channel: str = "direct"
    parties: tuple[str, ...] = ()
    papers: str = ""
    book: str = ""
    number: int = 0
    copies: int = 1
    pages: int = 1
    signer: str = ""
    slip: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Take over a dossier as a register kept it, with the times it says.

    Without `due_at` the promise is computed. `outcome` is `result`, `refused`, `withdrawn`, or
    empty while in progress. `code_given`: its number is the register's own.
    """

    received_at: datetime
    channel: str = "direct"
    parties: tuple[str, ...] = ()
    papers: str = ""
    texts: tuple[str, ...] = ()
    due_at: datetime | None = None
    finished_at: datetime | None = None
    returned_at: datetime | None = None
    outcome: str = ""
    overdue_reason: str = ""
    code_given: bool = False


@dataclass(frozen=True, slots=True)
class Void:
    """The intake was a mistake."""

    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Correct:
    """Mend a clerical error in what was written of people: `said` are the digests of how it now
    reads, `was` of how it read, `texts` of both and of the reason."""

    said: tuple[str, ...] = ()
    was: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ApproveLate:
    """A leader confirms that the paper slip of a late entry was seen."""


@dataclass(frozen=True, slots=True)
class Undo:
    """Take the last act back. `undone` are its events, `before` how the dossier stood before it.

    `own`: the same person in the same position did it · `opened`: somebody else has opened the
    dossier since. Notices need no word here: none is sent before an act can no longer be undone.
    """

    undone: "tuple[Event, ...]"
    before: "State"
    own: bool = True
    opened: bool = False

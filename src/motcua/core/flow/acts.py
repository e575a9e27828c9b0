"""The acts of the office on a dossier, and the commands that ask for them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from motcua.core.flow.homes import Home

if TYPE_CHECKING:
    from motcua.core.flow.events import Event
    from motcua.core.flow.state import State


class Act(StrEnum):
    """Every act there is: the list of the grants table, the services, the buttons, the audit."""

    RECEIVE = "receive"
    REFUSE_INTAKE = "refuse_intake"
    DO_NOW = "do_now"
    TAKE_OVER = "take_over"
    VOID = "void"
    SEE = "see"
    HAND_OVER = "hand_over"
    RECALL = "recall"
    SEND_BACK = "send_back"
    REQUEST_SUPPLEMENT = "request_supplement"
    TAKE_SUPPLEMENT = "take_supplement"
    SUSPEND = "suspend"
    RESUME = "resume"
    APPROVE = "approve"
    RETURN_TO_DESK = "return_to_desk"
    RETURN_RESULT = "return_result"
    WITHDRAW = "withdraw"
    RECORD_OVERDUE_REASON = "record_overdue_reason"
    UNDO = "undo"
    CORRECT = "correct"
    APPROVE_LATE = "approve_late"
    TRANSFER_OFFICE = "transfer_office"
    MOVE_DUE = "move_due"
    KEEP_DUE = "keep_due"


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
    the uuid of the leader's position who signed it on paper.
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
    """The result, or the refusal as result (`outcome`), goes back to the desk."""

    step: str | None = None
    to: str | None = None
    outcome: str = "result"
    overdue_reason: str | None = None
    texts: tuple[str, ...] = ()
    document: str | None = None


@dataclass(frozen=True, slots=True)
class SendBack:
    """Back to one of the steps it came from, with what is wrong."""

    step: str | None = None
    to: str | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recall:
    """Take back what leaving `step` handed over, while nobody has opened it."""

    step: str | None = None


@dataclass(frozen=True, slots=True)
class RequestSupplement:
    """Ask once, in full: `items` are ordinals of components, `document` the number of Mẫu 02."""

    step: str | None = None
    items: tuple[int, ...] = ()
    document: str = ""
    reply_by: date | None = None
    override_reason: str | None = None
    texts: tuple[str, ...] = ()


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
class Void:
    """The intake was a mistake."""

    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordOverdueReason:
    """Why it is late: a code of the office's list."""

    code: str
    step: str | None = None


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
class MoveDue:
    """A leader lets the promise follow the calendar the office works by now."""


@dataclass(frozen=True, slots=True)
class KeepDue:
    """A leader keeps the promise as it was, whatever that calendar says."""


@dataclass(frozen=True, slots=True)
class TransferOffice:
    """What an office that ended had in hand goes to who comes after it. `office` is the slug of
    the one that answers for the dossier now, `homes` the steps somebody else holds, and
    `reorganization` the uuid of what was decided."""

    office: str
    homes: tuple[Home, ...] = ()
    reorganization: str = ""


Leave = HandOver | Approve | ReturnToDesk
Command = (
    Receive
    | RefuseIntake
    | DoNow
    | TakeOver
    | See
    | Leave
    | SendBack
    | Recall
    | RequestSupplement
    | TakeSupplement
    | Suspend
    | Resume
    | ReturnResult
    | Withdraw
    | Void
    | RecordOverdueReason
    | Undo
    | Correct
    | ApproveLate
    | TransferOffice
    | MoveDue
    | KeepDue
)

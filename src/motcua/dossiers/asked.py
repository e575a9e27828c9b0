"""What a service is asked and what it answers. Plain values; no rows, no requests."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from motcua.core.flow import Event, Purpose, Source
from motcua.core.refusal import Refused
from motcua.files.store import Held
from motcua.identity.actors import Actor

OUTSIDE = 1000
"""Ordinals from here on are papers outside the components of a version."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One dossier of an act: its row id, the seq its page was drawn from, the moment, the officer.

    `at` is when it happens (aware); `recorded_at` when it is written, the same unless an import
    or a late entry says otherwise.
    """

    dossier: int
    seq: int
    at: datetime
    by: Actor
    recorded_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PartyData:
    """A person or organisation as declared at the counter. Fields arrive cleaned and NFC.

    `id_kind` is one of `core.papers_of_identity.IdKind`, empty when nobody wrote it down; `none`
    goes with `no_id_reason` and an empty number.
    """

    name: str
    kind: Literal["person", "organisation"] = "person"
    id_number: str = ""
    phone: str = ""
    address: str = ""
    birth_on: date | None = None
    authorisation: str = ""
    id_kind: str = ""
    no_id_reason: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class PaperData:
    """One component handed in (`applies`), or said not to apply to this case."""

    ordinal: int
    name: str
    kind: str
    copies: int = 1
    applies: bool = True


@dataclass(frozen=True, slots=True)
class FromRegister:
    """What a register kept elsewhere says of a dossier besides its receipt.

    Without `code` it takes a number of its day here; without `due_at` the promise is computed.
    `outcome` is `result`, `refused`, `withdrawn`, or empty while in progress.
    """

    code: str = ""
    due_at: datetime | None = None
    finished_at: datetime | None = None
    returned_at: datetime | None = None
    outcome: str = ""
    overdue_reason: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AtOnce:
    """What is written down when a dossier is done while the citizen waits.

    Without `number` it takes the next one of its book. `signer` is the uuid of the position of
    the leader who signed.
    """

    book: str
    signer: str
    number: int | None = None
    copies: int = 1
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Charge:
    """One line of what a dossier owes from its receipt on, as the desk reckoned it; whole đồng.

    `quantity` in words (`3 bản × 12 trang`); `due` is `intake` or `return`. With an `exemption` of
    the version and the `proof` shown, `amount_vnd` is what is left of `full_vnd`.
    """

    name: str
    amount_vnd: int
    full_vnd: int
    kind: str = "charge"
    quantity: str = ""
    due: str = "intake"
    article: str = ""
    exemption: str = ""
    proof: str = ""


@dataclass(frozen=True, slots=True)
class LateSlip:
    """The paper slip given out while nothing could be typed in, and why nothing could."""

    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class Before:
    """What was sent in or shown before, and is received or refused now: its row, and the seq the
    page was drawn from."""

    dossier: int
    seq: int


@dataclass(frozen=True, slots=True)
class Intake:
    """What begins a dossier: an owner's request under a version in force.

    `at` and `by` as in `Asked`; the dossier's office is the officer's. `submitter` is given only
    when someone else hands the dossier in, `register` only by an import, `at_once` only when it is
    done while one waits, `late` only when it came in on a paper slip before (nhập bù). `case` is
    the key of the version's case, needed when it has any. `before` is given when it waited to be
    received, `reference` when it begins to wait. `charges` are the lines `fee_vnd` is the sum of;
    without any, it is one line of its own. Raises ValueError for another sum.
    """

    version_id: int
    owners: Sequence[PartyData]
    papers: Sequence[PaperData]
    at: datetime
    by: Actor
    submitter: PartyData | None = None
    channel: str = "direct"
    copies: int = 1
    result_by: str = "desk"
    fee_vnd: int = 0
    reason: str = ""
    recorded_at: datetime | None = None
    register: FromRegister | None = None
    at_once: AtOnce | None = None
    late: LateSlip | None = None
    case: str = ""
    before: Before | None = None
    reference: str = ""
    charges: tuple[Charge, ...] = ()

    def __post_init__(self) -> None:
        if self.charges and self.fee_vnd != sum(one.amount_vnd for one in self.charges):
            raise ValueError("the fee is the sum of its lines")

    @property
    def numbered_at(self) -> datetime:
        """The day whose numbers it takes: a late entry's is the day it is typed in."""
        return (self.recorded_at or self.at) if self.late else self.at

    @property
    def given_code(self) -> str:
        """The code or reference it brings along; empty when it is numbered here."""
        return self.register.code if self.register else self.reference


@dataclass(frozen=True, slots=True)
class Done:
    """The act was written: its events, or, when the same key came again, what it had done.

    `head_seq` is the dossier's last seq after the act.
    """

    dossier: int
    code: str
    head_seq: int
    events: tuple[Event, ...] = field(default=())
    again: bool = False


@dataclass(frozen=True, slots=True)
class FileData:
    """A file to be put to a dossier: where it lies (`files.store.Held`), and what it is to it.

    `component` is the ordinal of a paper of the checklist, 0 for none; `reused` the row id of the
    file of an earlier dossier it is taken from, `scan` the scan that waits no longer.
    """

    file: Held
    pages: int
    purpose: Purpose = Purpose.COMPONENT
    component: int = 0
    source: Source = Source.UPLOAD
    reused: int | None = None
    scan: UUID | None = None


Outcome = Done | Refused

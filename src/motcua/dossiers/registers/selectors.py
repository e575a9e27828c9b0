"""What an administrator is shown of registers taken over: the list of them, and one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers.models import RegisterImport
from motcua.dossiers.registers import folder
from motcua.dossiers.registers.importing import GOING, note, own
from motcua.identity.actors import Actor

LISTED = 50
STATE = RegisterImport.State


@dataclass(frozen=True, slots=True)
class ImportRow:
    """One import. Moments in Asia/Ho_Chi_Minh, by the machine's clock; counts are lines, `new` of
    them dossiers to write or written. `found` as `work` tells it. `there`: its file can still be
    read; `mendable`: the file of its bad lines can be taken away."""

    uuid: UUID
    file_name: str
    person: str
    headings: Sequence[str]
    columns: Sequence[str]
    default_office: str
    state: str
    state_words: str
    total: int
    done: int
    of: int
    new: int
    known: int
    bad: int
    noted: int
    differing: int
    found: Mapping[str, Any]
    reason: str
    brought_at: datetime
    ended_at: datetime | None
    going: bool
    stopping: bool
    there: bool
    mendable: bool

    @property
    def percent(self) -> int:
        """How far it is."""
        return 100 * self.done // max(1, self.of)


def imports(by: Actor) -> Sequence[ImportRow]:
    """The last fifty of the office, the newest first. One query. Raises Refused("not_your_act")."""
    rows = own(by).select_related("account").defer("found", "headings", "columns")
    return tuple(_row(row, whole=False) for row in rows.order_by("-brought_at", "-id")[:LISTED])


def one_import(by: Actor, uuid: UUID) -> ImportRow:
    """One of the office's. One query. Raises Refused("not_your_act", "no_such_register")."""
    row = own(by).select_related("account").filter(uuid=uuid).first()
    if row is None:
        raise Refused("no_such_register")
    return _row(row, whole=True)


def bad_lines(by: Actor, uuid: UUID, now: datetime) -> Path:
    """The file of its lines to mend. They name people, so that it was taken away is in the audit.
    Raises Refused("not_your_act", "no_such_register", "register_gone")."""
    row = one_import(by, uuid)
    if not row.mendable:
        raise Refused("register_gone")
    note("register_bad_taken", uuid, by, now, f"{row.bad} dòng")
    return folder.bad_lines(uuid)


def _row(row: RegisterImport, *, whole: bool) -> ImportRow:
    going = row.state in GOING
    return ImportRow(
        uuid=row.uuid,
        file_name=row.file_name,
        person=row.account.full_name,
        headings=row.headings if whole else (),
        columns=row.columns if whole else (),
        default_office=row.default_office,
        state=row.state,
        state_words=STATE(row.state).label,
        total=row.total,
        done=row.done,
        of=row.new if row.state == STATE.WRITING else row.total,
        new=row.new,
        known=row.known,
        bad=row.bad,
        noted=row.noted,
        differing=row.differing,
        found=row.found if whole else {},
        reason=row.reason,
        brought_at=row.brought_at.astimezone(VN),
        ended_at=row.ended_at and row.ended_at.astimezone(VN),
        going=going,
        stopping=going and row.stop_asked_at is not None,
        there=folder.place(row.uuid, row.ending).exists(),
        mendable=row.state == STATE.CHECKED and folder.bad_lines(row.uuid).exists(),
    )

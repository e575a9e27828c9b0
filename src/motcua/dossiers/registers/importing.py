"""A register brought in on screen: its columns chosen, checked, written whole, stopped, run again.

Checking and writing are jobs (`work`); each act here leaves the row as it found it when it refuses.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet

from motcua import jobs
from motcua.audit.recording import record
from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.dossiers.models import RegisterColumn, RegisterImport
from motcua.dossiers.registers import folder
from motcua.dossiers.registers.headings import (
    COLUMNS,
    BadHeadings,
    complete,
    guessed,
    key_of,
)
from motcua.dossiers.registers.reading import Unreadable, headings
from motcua.dossiers.tasks import bring_register
from motcua.identity.actors import Actor
from motcua.identity.grants import scope_of
from motcua.organization.selectors import office_by_slug, office_ids_below

LONGEST_NAME = 120
STATE = RegisterImport.State
GOING = (STATE.CHECKING, STATE.WRITING)


def bring_in(chunks: Iterable[bytes], name: str, *, key: UUID, by: Actor, now: datetime) -> UUID:
    """Take a register in and guess its columns; pressed again with the same key, the first one.

    `now` is the machine's clock. Reads the file once. Raises Refused: not_your_act, as
    `files.incoming`, register_unreadable, register_no_headings.
    """
    require(by)
    before = RegisterImport.objects.filter(account_id=by.account_id, key=key).first()
    if before is not None:
        return before.uuid
    uuid = uuid4()
    there = folder.bring(chunks, uuid)
    try:
        named, count = headings(there)
        columns = guessed(named, kept_columns(by.office_id))
        if not any(columns):
            raise Refused("register_no_headings")
        with transaction.atomic():
            RegisterImport.objects.create(
                uuid=uuid,
                key=key,
                office_id=by.office_id,
                account_id=by.account_id,
                position_id=by.position_id,
                file_name=clean(name)[-LONGEST_NAME:],
                ending=there.suffix[1:],
                headings=named,
                columns=columns,
                state=STATE.CHOOSING,
                total=count,
                brought_at=now,
            )
            note("register_brought", uuid, by, now)
    except (Refused, Unreadable) as error:
        there.unlink(missing_ok=True)
        if isinstance(error, Unreadable):
            raise Refused("register_unreadable", said=str(error)) from None
        raise
    return uuid


@transaction.atomic
def choose(
    uuid: UUID, columns: Sequence[str], default_office: str, *, by: Actor, now: datetime
) -> None:
    """Say what each heading is, and which office a line is of that says none; then it is checked.

    What was chosen is kept for the next register of this office. Raises Refused: no_such_register,
    register_moved, register_gone, register_columns, register_office.
    """
    row = _locked(uuid, by)
    if row.state in (*GOING, STATE.DONE):
        raise Refused("register_moved")
    _there(row)
    if len(columns) != len(row.headings) or not set(columns) <= {"", *COLUMNS}:
        raise Refused("register_moved")
    if default_office and office_by_slug(default_office).id not in reach(by):
        raise Refused("register_office")
    try:
        complete(columns, {"office"} if default_office else ())
    except BadHeadings as error:
        raise Refused("register_columns", said=str(error)) from None
    for heading, column in zip(row.headings, columns, strict=True):
        if key_of(heading):
            RegisterColumn.objects.update_or_create(
                office_id=by.office_id, heading=key_of(heading), defaults={"column": column}
            )
    row.columns, row.default_office = list(columns), default_office
    _queue(row, STATE.CHECKING)


@transaction.atomic
def check_again(uuid: UUID, *, by: Actor, now: datetime) -> None:
    """Check once more one that was stopped, failed, or checked a while ago. Raises Refused:
    no_such_register, register_moved, register_gone."""
    row = _locked(uuid, by)
    if row.state not in (STATE.STOPPED, STATE.FAILED, STATE.CHECKED):
        raise Refused("register_moved")
    _there(row)
    _queue(row, STATE.CHECKING)


@transaction.atomic
def write_it(uuid: UUID, *, by: Actor, now: datetime) -> None:
    """Write one that was checked and has no bad line. Raises Refused: no_such_register,
    register_moved, register_gone, register_bad, register_nothing."""
    row = _locked(uuid, by)
    if row.state != STATE.CHECKED:
        raise Refused("register_moved")
    _there(row)
    if row.bad:
        raise Refused("register_bad", count=row.bad)
    if not row.new:
        raise Refused("register_nothing")
    note("register_write_asked", uuid, by, now)
    _queue(row, STATE.WRITING)


@transaction.atomic
def stop(uuid: UUID, *, by: Actor, now: datetime) -> None:
    """Ask one to stop: one that waits stops now, one that runs within 2,000 lines, and nothing of
    it is written. Raises Refused: no_such_register, register_moved."""
    row = _locked(uuid, by)
    if row.state not in GOING:
        raise Refused("register_moved")
    row.stop_asked_at = now
    if row.begun_at is None:
        row.state, row.ended_at = STATE.STOPPED, now
    row.save()


def require(by: Actor) -> None:
    """Raises Refused("not_your_act") unless the position takes registers over."""
    if scope_of(by, Act.TAKE_OVER) is None:
        raise Refused("not_your_act", title=by.title)


def reach(by: Actor) -> frozenset[int]:
    """The offices whose dossiers `by` may take over: their own and those below."""
    return frozenset(office_ids_below(by.office_id))


def own(by: Actor) -> QuerySet[RegisterImport]:
    """The imports of the office, whoever of it brought them in. Raises Refused, as `require`."""
    require(by)
    return RegisterImport.objects.filter(office_id=by.office_id)


def kept_columns(office_id: int) -> Mapping[str, str]:
    """What the office's headings meant last time. One query."""
    rows = RegisterColumn.objects.filter(office_id=office_id)
    return dict(rows.values_list("heading", "column"))


def note(action: str, uuid: UUID, by: Actor, now: datetime, said: str = "") -> None:
    """Write it into the audit: which import, never who is in it."""
    record(
        action,
        at=now,
        account=by.account_uuid,
        position=by.position_uuid,
        office=by.office_slug,
        subject_kind="register",
        subject=f"{uuid} {said}".strip(),
    )


def _locked(uuid: UUID, by: Actor) -> RegisterImport:
    row = own(by).select_for_update().filter(uuid=uuid).first()
    if row is None:
        raise Refused("no_such_register")
    return row


def _there(row: RegisterImport) -> None:
    if not folder.place(row.uuid, row.ending).exists():
        raise Refused("register_gone")


def _queue(row: RegisterImport, state: RegisterImport.State) -> None:
    row.state, row.done, row.reason = state, 0, ""
    row.begun_at = row.stop_asked_at = row.ended_at = None
    row.save()
    jobs.defer(bring_register, once=f"dossiers.register.{row.pk}", register=row.pk)

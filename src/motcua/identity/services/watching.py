"""Acts of whoever watches over the installation: the audit taken away, a job run again or dropped.

Each is noted in the audit itself.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from django.db import connection, transaction

from motcua.audit import exporting
from motcua.audit.exporting import Eyes, Line
from motcua.audit.recording import record
from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, scope_of
from motcua.identity.trail import eyes_of
from motcua.jobs import acting

LONGEST_DAYS = 366


def export_trail(
    first: date,
    last: date,
    *,
    at: datetime,
    by: Actor | None,
    more: Iterable[Line] = (),
    whole: bool = False,
) -> Iterator[bytes]:
    """The audit of a period, both days included, as the bytes of a file; the export stands in it.

    `at` is the machine's time. `by` None is the command line, which reads every row; an
    administrator reads the rows of the offices they reach, of others only the hashes. `more` and
    `whole`: see `audit.exporting.write`. Raises Refused("not_administrator", "period_backwards",
    "period_too_long").
    """
    if by is not None:
        _may(by)
        if last - first >= timedelta(days=LONGEST_DAYS):
            raise Refused("period_too_long", most=LONGEST_DAYS)
    if last < first:
        raise Refused("period_backwards")
    _note("export_audit", f"{first} {last}", "period", at, by)
    exporting.seal_all(at)
    return _read(first, last, at, eyes_of(by) if by else Eyes(), more, whole)


def _read(
    first: date, last: date, at: datetime, eyes: Eyes, more: Iterable[Line], whole: bool
) -> Iterator[bytes]:
    """All of it as it stood at one moment."""
    with transaction.atomic():
        if not connection.savepoint_ids:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        yield from exporting.write(first, last, at, eyes, more, whole)


@transaction.atomic
def retry_job(job: int, *, at: datetime, by: Actor) -> str:
    """Let a failed, stalled or held job run again; answers its task's name.

    Raises Refused("not_administrator", "job_gone", "job_runs").
    """
    _may(by)
    name = acting.again(job)
    _note("retry_job", f"{job} {name}", "job", at, by)
    return name


@transaction.atomic
def cancel_job(job: int, *, at: datetime, by: Actor) -> str:
    """Drop a job that waits, is held or failed; answers its task's name. What it was to do is not
    done. Raises as `retry_job`."""
    _may(by)
    name = acting.drop(job)
    _note("cancel_job", f"{job} {name}", "job", at, by)
    return name


def _may(by: Actor) -> None:
    if scope_of(by, Duty.ADMINISTER) is None:
        raise Refused("not_administrator")


def _note(action: str, subject: str, kind: str, at: datetime, by: Actor | None) -> None:
    record(
        action,
        at=at,
        account=by.account_uuid if by else None,
        position=by.position_uuid if by else None,
        office=by.office_slug if by else "",
        subject_kind=kind,
        subject=subject,
    )

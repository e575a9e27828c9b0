"""Long prints and lists in the background: asked for, listed, stopped, taken away; `batch_work`
makes them.

Who asked sees and takes away their own, while they hold the position they asked in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet

from motcua import jobs
from motcua.audit.recording import record
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.dossiers.selectors import figure_lists
from motcua.dossiers.selectors.exported import LISTS
from motcua.dossiers.selectors.figure_lists import Figure
from motcua.dossiers.selectors.register import Asking, register_count
from motcua.files import store
from motcua.files.kinds import XLSX
from motcua.files.models import StoredFile
from motcua.identity.actors import Actor
from motcua.organization.selectors import office_ids_below
from motcua.papers import exporting
from motcua.papers.models import PrintBatch
from motcua.papers.tasks import print_batch

LISTED = 50
FIGURES = ("figure", "figure-x")
"""The dossiers behind a figure of a report or a chart, as CSV and as XLSX: without people."""
MOST = {"receipts": 1_000, "register": 10_000, **dict.fromkeys(LISTS, exporting.MOST)}
NAMES = {
    "receipts": "Giấy hẹn",
    "register": "Sổ theo dõi",
    "lines": "Sổ theo dõi, bảng CSV",
    "dossiers": "Danh sách hồ sơ, bảng CSV",
}
FIGURE_NAMES = dict(zip(FIGURES, ("Hồ sơ sau con số, CSV", "Hồ sơ sau con số, XLSX"), strict=True))
FILES = {
    "figure": "ho-so-sau-con-so.csv",
    "figure-x": "ho-so-sau-con-so.xlsx",
    "receipts": "giay-hen.pdf",
    "register": "so-theo-doi.pdf",
    "lines": "so-theo-doi.csv",
    "dossiers": "danh-sach-ho-so.csv",
}
MEDIA = {"csv": exporting.MEDIA, "xlsx": XLSX}
PURPOSE = range(10, 301)
"""Characters in which who takes a list of people away says what for."""
STATE = PrintBatch.State


@dataclass(frozen=True, slots=True)
class BatchRow:
    """One long print. Moments in Asia/Ho_Chi_Minh; `ready`: its file can be taken away."""

    uuid: UUID
    name: str
    asked: str
    state: str
    state_words: str
    done: int
    total: int
    percent: int
    reason: str
    requested_at: datetime
    expires_at: datetime | None
    size_bytes: int
    ready: bool
    going: bool
    stopping: bool


@dataclass(frozen=True, slots=True)
class BatchFile:
    """A finished file: the name it is taken away under, and where its checked bytes lie."""

    name: str
    media_type: str
    path: Path


@transaction.atomic
def ask_batch(
    kind: str,
    asking: Asking,
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    requested_at: datetime,
    purpose: str = "",
) -> UUID:
    """Queue a print, or a list as a file, of what `asking` chooses among the officer's; pressed
    again with the same key, the first one. A list names people: its `purpose` goes to the audit.
    Raises Refused("batch_kind", "batch_empty", "batch_too_long", "batch_purpose").
    """
    if kind not in MOST:
        raise Refused("batch_kind")
    before = PrintBatch.objects.filter(account_id=by.account_id, key=key).first()
    if before is not None:
        return before.uuid
    purpose = clean(purpose)
    if kind in LISTS and len(purpose) not in PURPOSE:
        raise Refused("batch_purpose")
    total = LISTS[kind].count(by, asking) if kind in LISTS else register_count(by, asking)
    if total == 0:
        raise Refused("batch_empty")
    if total > MOST[kind]:
        raise Refused("batch_too_long", most=MOST[kind], now=total)
    row = queued(kind, written(asking), total, key=key, by=by, at=at, requested_at=requested_at)
    if kind in LISTS:
        _record("export_asked", row, by, requested_at, purpose)
    return row.uuid


@transaction.atomic
def ask_figure(
    kind: str, figure: Figure, *, key: UUID, by: Actor, at: datetime, requested_at: datetime
) -> UUID:
    """Queue the list behind a figure as a file; pressed again with the same key, the first one.
    Raises Refused("batch_kind", "not_found", "batch_empty", "batch_too_long")."""
    if kind not in FIGURES:
        raise Refused("batch_kind")
    before = PrintBatch.objects.filter(account_id=by.account_id, key=key).first()
    if before is not None:
        return before.uuid
    if not set(figure.office_ids) <= {by.office_id, *office_ids_below(by.office_id)}:
        raise Refused("not_found")
    total = exporting.list_of(kind, figure).count(by, figure)  # type: ignore[arg-type]
    if total == 0:
        raise Refused("batch_empty")
    if total > exporting.MOST:
        raise Refused("batch_too_long", most=exporting.MOST, now=total)
    asked = figure_lists.written(figure)
    row = queued(kind, asked, total, key=key, by=by, at=at, requested_at=requested_at)
    _record("export_asked", row, by, requested_at)
    return row.uuid


def queued(
    kind: str,
    asked: Mapping[str, Any],
    total: int,
    *,
    key: UUID,
    by: Actor,
    at: datetime,
    requested_at: datetime,
) -> PrintBatch:
    """A row that waits, and the job that makes its file."""
    row = PrintBatch.objects.create(
        uuid=uuid4(),
        key=key,
        kind=kind,
        asked=asked,
        at=at,
        account_id=by.account_id,
        position_id=by.position_id,
        state=STATE.WAITING,
        total=total,
        requested_at=requested_at,
    )
    jobs.defer(print_batch, once=f"papers.batch.{row.pk}", batch=row.pk)
    return row


@transaction.atomic
def stop_batch(uuid: UUID, *, by: Actor, at: datetime) -> None:
    """Ask a print to stop; one that waits stops now, one that runs after its chunk.

    Raises Refused("no_such_batch", "batch_ended").
    """
    row = _own(by).select_for_update().filter(uuid=uuid).first()
    if row is None:
        raise Refused("no_such_batch")
    if row.state not in (STATE.WAITING, STATE.RUNNING):
        raise Refused("batch_ended")
    row.stop_asked_at = at
    if row.state == STATE.WAITING:
        row.state, row.ended_at = STATE.STOPPED, at
    row.save()


@transaction.atomic
def again_batch(uuid: UUID, *, by: Actor, at: datetime) -> None:
    """Run one that stopped, failed or lost its file once more: a list goes on where it stopped,
    anything else begins anew; without harm, since nothing but the file is its outcome. Raises
    Refused("no_such_batch", "batch_runs")."""
    row = _own(by).select_for_update().filter(uuid=uuid).first()
    if row is None:
        raise Refused("no_such_batch")
    if row.state in (STATE.WAITING, STATE.RUNNING):
        raise Refused("batch_runs")
    before = row.sha256
    row.state, row.done, row.reason, row.sha256 = STATE.WAITING, 0, "", ""
    row.stop_asked_at = row.ended_at = row.expires_at = None
    row.save()
    _forget([before])
    jobs.defer(print_batch, once=f"papers.batch.{row.pk}", batch=row.pk)


def batches(actor: Actor, now: datetime) -> Sequence[BatchRow]:
    """Their last fifty, the newest first. One query."""
    return tuple(_row(row, now) for row in _own(actor).order_by("-requested_at", "-id")[:LISTED])


def batch_file(actor: Actor, uuid: UUID, now: datetime) -> BatchFile:
    """The file under its name; that it was taken away is in the audit. Raises
    Refused("no_such_batch", "batch_gone"), FileDamaged."""
    row = _own(actor).filter(uuid=uuid).first()
    if row is None:
        raise Refused("no_such_batch")
    if not _row(row, now).ready:
        raise Refused("batch_gone")
    _record("batch_taken", row, actor, now)
    media_type = MEDIA.get(FILES[row.kind].rpartition(".")[2], "application/pdf")
    return BatchFile(FILES[row.kind], media_type, store.checked(row.sha256))


@transaction.atomic
def expire_batches(now: datetime) -> int:
    """Let go of the files whose days are over; answers how many. The bytes go with the sweep of
    orphans. Once a night."""
    over = PrintBatch.objects.filter(expires_at__lte=now).exclude(sha256="")
    hashes = list(over.values_list("sha256", flat=True))
    count = over.update(sha256="")
    _forget(hashes)
    return count


def written(asking: Asking) -> dict[str, str]:
    """What is asked for as it is kept: days as ISO text."""
    return {
        "start": f"{asking.start}",
        "end": f"{asking.end}",
        "state": asking.state,
        "tail": asking.tail,
    }


def read(asked: Mapping[str, Any]) -> Asking | Figure:
    """The same read again; or the figure, of those who ask for what is behind one."""
    if "said" in asked:
        return figure_lists.read(asked)
    start, end = date.fromisoformat(asked["start"]), date.fromisoformat(asked["end"])
    return Asking(start, end, asked["state"], asked["tail"])


def told(asked: Mapping[str, Any]) -> str:
    """What was asked for, in words."""
    known = read(asked)
    if isinstance(known, Asking):
        return f"nhận từ {known.start:%d/%m/%Y} đến {known.end:%d/%m/%Y}"
    return known.said


def _record(action: str, row: PrintBatch, actor: Actor, at: datetime, purpose: str = "") -> None:
    record(
        action,
        at=at,
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind="list",
        subject=f"{row.kind} {row.uuid}",
        purpose=purpose,
    )


def _forget(hashes: Sequence[str]) -> None:
    """What no print refers to any more leaves the store; called once their rows let go of it."""
    named = PrintBatch.objects.filter(sha256__in=hashes).values("sha256")
    StoredFile.objects.filter(sha256__in=hashes).exclude(sha256__in=named).delete()


def _own(actor: Actor) -> QuerySet[PrintBatch]:
    return PrintBatch.objects.filter(account_id=actor.account_id, position_id=actor.position_id)


def _row(row: PrintBatch, now: datetime) -> BatchRow:
    there = row.expires_at is not None and now < row.expires_at and bool(row.sha256)
    return BatchRow(
        uuid=row.uuid,
        name={**NAMES, **FIGURE_NAMES}[row.kind],
        asked=told(row.asked),
        state=row.state,
        state_words=STATE(row.state).label,
        done=row.done,
        total=row.total,
        percent=100 * row.done // max(1, row.total),
        reason=row.reason,
        requested_at=row.requested_at.astimezone(VN),
        expires_at=row.expires_at and row.expires_at.astimezone(VN),
        size_bytes=row.size_bytes,
        ready=row.state == STATE.DONE and there,
        going=row.state in (STATE.WAITING, STATE.RUNNING),
        stopping=row.stop_asked_at is not None and row.state == STATE.RUNNING,
    )

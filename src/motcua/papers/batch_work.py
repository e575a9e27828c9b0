"""How a long print is made: chunk by chunk, each by a process of its own, then one file.

A worker that dies leaves the row running and its job queued again; the second run begins anew, and
only the whole file is noted in the ledger of prints. The parts are tagged, and so is a print of one
part; put together they are not: nothing here joins trees of tags.
"""

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from itertools import islice
from typing import Any

from django.db import transaction
from pypdf import PdfWriter

from motcua.audit.recording import record
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.dossiers.selectors import receipt_facts
from motcua.dossiers.selectors.exported import LISTS
from motcua.dossiers.selectors.register import NOTES, Asking, Line, register_lines
from motcua.files import store
from motcua.identity.actors import Actor, actors_of
from motcua.organization.selectors import office_on
from motcua.papers import batches, exporting, register
from motcua.papers.marks import mark_of
from motcua.papers.models import PrintBatch
from motcua.papers.press import PressFailed, pressed
from motcua.papers.printed import (
    duplicate_words,
    note_prints,
    note_subjects,
    printed_before,
    printed_subjects,
)
from motcua.papers.receipt import sheets
from motcua.papers.registry import Form
from motcua.papers.services import receipt_of

CHUNK = {"receipts": 50, "register": register.VOLUME}
"""Slips, or lines of a volume, that one process sets: under 300 MB each."""

KEPT = timedelta(days=7)
STATE = PrintBatch.State
NOT_TAKEN = NOTES["intake_refused"]
GONE = "Người yêu cầu không còn giữ vị trí này. Yêu cầu lại từ vị trí đang giữ."
BROKEN = "Một phần không dựng được. Bấm “Làm lại”; vẫn hỏng thì báo người trông máy."
TABLES = (*LISTS, *batches.FIGURES)
Part = tuple[bytes, Sequence[Any], int]
"""A part as PDF, which papers are in it as the ledger of prints knows them, how many lines."""


class Stopped(Exception):
    """Who asked for the print asked to stop it."""


def make(batch: int, now: datetime) -> None:
    """Make the file of the row and keep it for seven days. Safe twice; a row that was stopped or
    is done already is left alone."""
    open_rows = PrintBatch.objects.filter(pk=batch, state__in=(STATE.WAITING, STATE.RUNNING))
    if not open_rows.update(state=STATE.RUNNING, done=0):
        return
    row = PrintBatch.objects.get(pk=batch)
    actors = actors_of(row.account_id, row.at)
    actor = next((one for one in actors if one.position_id == row.position_id), None)
    if actor is None:
        _end(batch, STATE.FAILED, now, reason=GONE)
        return
    try:
        (_list if row.kind in TABLES else _whole)(row, actor, now)
    except Stopped:
        _end(batch, STATE.STOPPED, now)
    except (PressFailed, Refused):
        _end(batch, STATE.FAILED, now, reason=BROKEN)


def _whole(row: PrintBatch, actor: Actor, now: datetime) -> None:
    asking = batches.read(row.asked)
    assert isinstance(asking, Asking)  # noqa: S101 (only a table is of a figure)
    parts, printed, done = list[bytes](), list[Any](), 0
    for content, papers, lines in _PARTS[row.kind](row, asking, actor):
        parts.append(content)
        printed += papers
        done += lines
        _far(row.pk, done)
    whole = parts[0] if len(parts) == 1 else joined(parts, batches.NAMES[row.kind])
    with transaction.atomic():
        _NOTED[row.kind](printed, actor, row.at)
        kept = store.store(whole, media_type="application/pdf", at=now)
        _note(row, actor, now, done)
        _end(
            row.pk, STATE.DONE, now, done=row.total, sha256=kept.sha256,
            size_bytes=kept.size_bytes, expires_at=now + KEPT,
        )  # fmt: skip


def joined(parts: Sequence[bytes], title: str) -> bytes:
    """The parts as one PDF."""
    whole, out = PdfWriter(), io.BytesIO()
    for content in parts:
        whole.append(io.BytesIO(content), import_outline=False)
    whole.add_metadata({"/Title": title})
    whole.write(out)
    return out.getvalue()


def _list(row: PrintBatch, actor: Actor, now: datetime) -> None:
    """A list as a file: killed or stopped, it goes on where it was."""
    asking = batches.read(row.asked)
    written = exporting.export(
        row.uuid.hex, row.kind, asking, actor, lambda done: _far(row.pk, done)
    )
    if row.kind == "figure-x":
        written = exporting.as_workbook(written)
    with transaction.atomic():
        store.keep([written], at=now)
        _note(row, actor, now, row.total)
        _end(
            row.pk, STATE.DONE, now, done=row.total, sha256=written.sha256,
            size_bytes=written.size_bytes, expires_at=now + KEPT,
        )  # fmt: skip


def _far(batch: int, done: int) -> None:
    """Say how far it is. Raises Stopped."""
    PrintBatch.objects.filter(pk=batch).update(done=done)
    if PrintBatch.objects.filter(pk=batch, stop_asked_at__isnull=False).exists():
        raise Stopped


def _receipts(row: PrintBatch, asking: Asking, actor: Actor) -> Iterator[Part]:
    mark = mark_of(actor.office_id)
    words = duplicate_words(actor, row.at)
    for lines in _chunks(register_lines(actor, asking), CHUNK["receipts"]):
        found = [receipt_facts(one.code, actor) for one in lines if one.note != NOT_TAKEN]
        if not found:
            continue
        before = printed_before(Form.RECEIPT, [facts.dossier for facts in found])
        slips = [receipt_of(one, words if one.dossier in before else "") for one in found]
        content = pressed(Form.RECEIPT, sheets(slips, mark))
        yield content, [facts.dossier for facts in found], len(lines)


def _volumes(row: PrintBatch, asking: Asking, actor: Actor) -> Iterator[Part]:
    mark = mark_of(actor.office_id)
    office = office_on(actor.office_id, asking.end)
    at = row.at.astimezone(VN)
    chunks = _chunks(register_lines(actor, asking), CHUNK["register"])
    for volume, lines in enumerate(chunks, start=1):
        subject = register.subject_of(office, asking, volume)
        before = subject in printed_subjects(Form.REGISTER, [subject])
        again = duplicate_words(actor, row.at) if before else ""
        data = register.data_of(office, asking, lines, volume, at, mark, again)
        yield pressed(register.TEMPLATE, data), [subject], len(lines)


def _chunks(lines: Iterator[Line], size: int) -> Iterator[Sequence[Line]]:
    while chunk := tuple(islice(lines, size)):
        yield chunk


def _note(row: PrintBatch, actor: Actor, at: datetime, count: int) -> None:
    record(
        "list_exported" if row.kind in TABLES else "batch_printed",
        at=at,
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind="list",
        subject=f"{row.kind} {row.uuid} {count}",
    )


def _end(batch: int, state: str, at: datetime, **changes: object) -> None:
    """A row somebody asked to stop keeps what it did; nothing else is changed under it."""
    PrintBatch.objects.filter(pk=batch).update(state=state, ended_at=at, **changes)


_PARTS: dict[str, Callable[[PrintBatch, Asking, Actor], Iterator[Part]]] = {
    "receipts": _receipts,
    "register": _volumes,
}
_NOTED: dict[str, Callable[[Sequence[Any], Actor, datetime], object]] = {
    "receipts": partial(note_prints, Form.RECEIPT),
    "register": partial(note_subjects, Form.REGISTER),
}

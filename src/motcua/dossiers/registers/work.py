"""How a register is checked and written in the background: as the command does, with progress.

Written is all or nothing: one transaction, in chunks. How far it is, and whether somebody asked to
stop, goes through a connection of its own, which sees and shows what the transaction cannot. A
worker that dies leaves nothing half written; the job comes back and begins anew.
"""

import csv
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import islice

from django.db import connection, transaction

from motcua.core.refusal import Refused
from motcua.core.text import sheet_cell
from motcua.dossiers.models import RegisterImport
from motcua.dossiers.refusals import sentence
from motcua.dossiers.registers import folder
from motcua.dossiers.registers.differing import Difference, differences
from motcua.dossiers.registers.headings import COLUMNS, TO_MEND, BadHeadings
from motcua.dossiers.registers.importing import note, reach
from motcua.dossiers.registers.judging import Judged
from motcua.dossiers.registers.places import Places
from motcua.dossiers.registers.reading import Cell, Line, Unreadable, read
from motcua.dossiers.registers.taking import (
    CHUNK,
    Outcome,
    Tell,
    alone,
    judge_lines,
    uncollected,
    write,
)
from motcua.identity.actors import Actor, actors_of
from motcua.organization.selectors import office_by_id

SHOWN = 200
"""Lines of each sort that are kept for the page; the bad ones are all in their file."""
STATE = RegisterImport.State
GONE = "Người nhập không còn giữ vị trí này. Nhập lại từ vị trí đang giữ."
_FAR = (
    "UPDATE dossiers_registerimport SET done = %s WHERE id = %s RETURNING stop_asked_at IS NOT NULL"
)


class Stopped(Exception):
    """Whoever brought the register in asked to stop."""


def make(register: int, at: datetime, now: datetime) -> None:
    """Check or write the import of that row. `at` is the office's time, against which nothing may
    lie in the future; `now` the machine's. Safe twice; any other row is left alone."""
    going = RegisterImport.objects.filter(pk=register, state__in=(STATE.CHECKING, STATE.WRITING))
    if not going.update(begun_at=now, done=0):
        return
    row = RegisterImport.objects.get(pk=register)
    held = actors_of(row.account_id, at)
    actor = next((one for one in held if one.position_id == row.position_id), None)
    if actor is None:
        _end(row, STATE.FAILED, now, reason=GONE)
        return
    try:
        (_check if row.state == STATE.CHECKING else _write)(row, actor, at, now)
    except Stopped:
        _end(row, STATE.STOPPED, now)
    except FileNotFoundError:
        _end(row, STATE.FAILED, now, reason=sentence(Refused("register_gone")))
    except (BadHeadings, Unreadable) as error:
        _end(row, STATE.FAILED, now, reason=f"{error}"[:300])
    except Refused as refused:
        _end(row, STATE.FAILED, now, reason=sentence(refused)[:300])


def _check(row: RegisterImport, actor: Actor, at: datetime, now: datetime) -> None:
    with uncollected(), _beside(row.pk) as tell:
        found = _judged(row, actor, at, tell)
        new = {id(intake) for intake in found.new}
        known = [one for one in found.good if id(one.intake) not in new]
        differing = list(differences(known))
        _write_bad(row, found)
    _end(
        row, STATE.CHECKED, now, done=row.total, new=len(found.new), known=found.known,
        bad=len(found.bad), noted=len(found.noted), differing=len({one.line for one in differing}),
        found=_told(found, differing),
    )  # fmt: skip


def _write(row: RegisterImport, actor: Actor, at: datetime, now: datetime) -> None:
    """Judged once more within the transaction: since it was checked, others may have come."""
    with uncollected(), _beside(row.pk) as tell, transaction.atomic():
        alone()
        found = _judged(row, actor, at, lambda done, total: tell(0, total))
        if found.bad:
            raise Refused("register_bad", count=len(found.bad))
        write(found.new, tell)
        note("register_taken_over", row.uuid, actor, now, f"{len(found.new)} hồ sơ")
        _end(row, STATE.DONE, now, done=len(found.new), new=len(found.new), known=found.known)
    folder.forget(row.uuid, row.ending)


def _judged(row: RegisterImport, actor: Actor, at: datetime, tell: Tell) -> Outcome:
    reached = reach(actor)
    lines = _counted(_lines(row), row.total, tell)
    return judge_lines(lines, Places(at, reached), at)


def _lines(row: RegisterImport) -> Iterator[Line]:
    always: dict[str, Cell] = {"office": row.default_office} if row.default_office else {}
    return read(folder.place(row.uuid, row.ending), row.columns, always)


def _counted(lines: Iterator[Line], total: int, tell: Tell) -> Iterator[Line]:
    done = 0
    tell(done, total)
    while chunk := list(islice(lines, CHUNK)):
        yield from chunk
        done += len(chunk)
        tell(min(done, total), total)


@contextmanager
def _beside(register: int) -> Iterator[Tell]:
    """Tells how far it is, at once and for everybody; raises Stopped where somebody asked for it.
    One statement each time. Nothing of the work's own transaction may hold that row before its
    end."""
    own = connection.copy()

    def tell(done: int, total: int) -> None:
        with own.cursor() as cursor:
            cursor.execute(_FAR, [done, register])
            told = cursor.fetchone()
        if told and told[0]:
            raise Stopped

    try:
        yield tell
    finally:
        own.close()


def _told(found: Outcome, differing: list[Difference]) -> dict[str, object]:
    """What the page shows: lines, columns and sentences; a dossier by its code, nobody by name."""
    offices = Counter(office_by_id(intake.by.office_id).name for intake in found.new)
    bad = sorted(found.bad, key=lambda one: one.line)
    return {
        "offices": sorted(offices.items()),
        "faults": [[one.line, _called(column), said] for one in bad for column, said in one.faults][
            :SHOWN
        ],
        "notes": [[one.line, said] for one in found.noted for said in one.notes][:SHOWN],
        "differences": [
            [one.line, one.code, _called(one.column), one.said, one.here] for one in differing
        ][:SHOWN],
    }


def _write_bad(row: RegisterImport, found: Outcome) -> None:
    """The lines to mend as they were sent, each with what is wrong: a register to be sent again.
    Reads the file once more, and only when there are any."""
    faults = {one.line: one for one in found.bad}
    place = folder.bad_lines(row.uuid)
    if not faults:
        place.unlink(missing_ok=True)
        return
    named = [name for name in dict.fromkeys(row.columns) if name]
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*(_called(name) for name in named), TO_MEND])
        for line in _lines(row):
            if line.number in faults:
                writer.writerow(
                    [*(_cell(line.cells.get(name)) for name in named), _mend(faults[line.number])]
                )


def _mend(one: Judged) -> str:
    return " ".join(f"{_called(column)}: {said}" for column, said in one.faults)


def _called(column: str) -> str:
    return COLUMNS[column][0] if column in COLUMNS else column


def _cell(cell: Cell | None) -> str:
    """Moments as people write them; what a sheet would reckon as a formula is text."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    return sheet_cell(cell) if isinstance(cell, str) else f"{cell:%d/%m/%Y}"


def _end(row: RegisterImport, state: str, now: datetime, **changes: object) -> None:
    RegisterImport.objects.filter(pk=row.pk).update(state=state, ended_at=now, **changes)

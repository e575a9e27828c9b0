"""How a list is exported: chunk by chunk onto the disk, so that a million rows take no more memory
than a thousand, and whoever takes the work up again goes on where it was.

Beside the half-written file lies a note of how far it is safe: bytes past it are cut off first.
Rows stand as they were when their chunk was read; what comes in meanwhile before it is not in.
"""

import csv
import hashlib
import io
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from motcua.core.clock import VN
from motcua.core.text import sheet_cell
from motcua.dossiers.selectors.exported import LISTS, Cells, List, Place
from motcua.dossiers.selectors.figure_lists import HEADS, MOMENTS, NUMBERS, Figure, FigureList
from motcua.dossiers.selectors.register import Asking
from motcua.files import store
from motcua.files.kinds import XLSX
from motcua.identity.actors import Actor

MEDIA = "text/csv; charset=utf-8"
MOST = 1_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """The whole file, ready for `store.keep`."""

    path: Path
    sha256: str
    size_bytes: int
    media_type: str = MEDIA


def list_of(kind: str, asking: Asking | Figure) -> List | FigureList:
    """The list `kind` that `asking` chooses."""
    return LISTS[kind] if isinstance(asking, Asking) else FigureList(asking)


def export(
    name: str, kind: str, asking: Asking | Figure, actor: Actor, far: Callable[[int], None]
) -> Written:
    """Write the list `kind` that `asking` chooses; `far` is told the rows done after each chunk,
    and may end the work by raising: the next call with the same `name` goes on from there."""
    draft, listed = _draft(name), list_of(kind, asking)
    place = _begun(draft, listed)
    far(place.done)
    with draft.open("ab") as out:
        while True:
            chunk = listed.after(actor, asking, place)  # type: ignore[arg-type]
            if not chunk.rows:
                break
            place = chunk.place
            out.write(_text(chunk.rows))
            out.flush()
            os.fsync(out.fileno())
            _note(draft, place, out.tell())
            far(place.done)
    _mark(draft).unlink(missing_ok=True)
    return Written(draft, _hash(draft), draft.stat().st_size)


def as_workbook(table: Written) -> Written:
    """The lines of a figure as XLSX, a row at a time: numbers are numbers, moments moments, words
    (a code of digits too) words, the heads on each printed page. The table is deleted."""
    place = table.path.with_suffix(".xlsx")
    book = xlsxwriter.Workbook(place, {"constant_memory": True})
    page = book.add_worksheet("Danh sách")
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.freeze_panes(1, 1)
    page.set_column(0, len(HEADS) - 1, 22)
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "dd/mm/yyyy hh:mm", "align": "left"})
    with table.path.open(encoding="utf-8-sig", newline="") as file:
        lines = csv.reader(file)
        for column, words in enumerate(next(lines)):
            page.write_string(0, column, words, bold)
        for row, cells in enumerate(lines, start=1):
            for column, cell in enumerate(cells):
                _put(page, (row, column), cell, day)
    book.close()
    table.path.unlink()
    place.chmod(0o600)
    return Written(place, _hash(place), place.stat().st_size, XLSX)


def _put(page: Any, place: tuple[int, int], cell: str, day: Any) -> None:
    if cell and place[1] in MOMENTS:
        page.write_datetime(*place, datetime.strptime(cell, "%d/%m/%Y %H:%M"), day)  # noqa: DTZ007
    elif cell and place[1] in NUMBERS:
        page.write_number(*place, int(cell))
    else:
        page.write_string(*place, cell)


def _draft(name: str) -> Path:
    """Where it grows; what is never finished goes with the sweep of orphans."""
    return store.folder() / "drafts" / "exports" / f"{name}.csv"


def _mark(draft: Path) -> Path:
    return draft.with_suffix(".json")


def _begun(draft: Path, listed: List | FigureList) -> Place:
    """Where to go on: after the rows that are surely there, or at the heads of a new file."""
    try:
        noted = json.loads(_mark(draft).read_text(encoding="utf-8"))
        os.truncate(draft, noted["size"])
    except (OSError, ValueError, KeyError):
        draft.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft.write_bytes("\ufeff".encode() + _text([listed.heads]))
        draft.chmod(0o600)
        return Place()
    last = noted["received_at"]
    return Place(noted["done"], datetime.fromisoformat(last), noted["dossier"])


def _note(draft: Path, place: Place, size: int) -> None:
    """How far it is: a rename, so that the note is whole or the one before."""
    told = {
        "done": place.done,
        "received_at": place.received_at and place.received_at.isoformat(),
        "dossier": place.dossier,
        "size": size,
    }
    fresh = draft.with_suffix(".fresh")
    fresh.write_text(json.dumps(told), encoding="utf-8")
    fresh.replace(_mark(draft))


def _text(rows: Sequence[Cells]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def _cell(value: Any) -> Any:
    """Moments as people write them; what a sheet would reckon as a formula is text."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value.astimezone(VN):%d/%m/%Y %H:%M}"
    return sheet_cell(value) if isinstance(value, str) else value


def _hash(file: Path) -> str:
    with file.open("rb") as whole:
        return hashlib.file_digest(whole, "sha256").hexdigest()

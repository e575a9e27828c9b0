"""Extracts of a register (sổ theo dõi) as files: for the command line and for the desk's page.

The same lines as on screen and on paper (`papers.register`), which name people: each extract is in
the audit, and what is taken by command says what for.
"""

import csv
import io
import json
from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime

from motcua.audit.recording import record
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import clean, sheet_cell
from motcua.dossiers.selectors.register import MOST, Asking, Line, register_count, register_lines
from motcua.identity.actors import Actor
from motcua.identity.services.program import program_actor
from motcua.organization import timekeeping
from motcua.organization.selectors import OfficeRow, office_by_slug, office_on
from motcua.papers import register as paper
from motcua.papers.batch_work import joined
from motcua.papers.batches import PURPOSE
from motcua.reports.writers import docx_parts as parts

SLUG, NAME = "so-theo-doi", "Sổ theo dõi hồ sơ"
TITLE = "Trích sổ theo dõi"
WIDTHS = (9, 24, 30, 7, 22, 22, 17, 20, 16, 16, 16, 16, 16, 12, 19)
"""Millimetres of an A4 landscape, by the columns of the form."""
Extract = Callable[[OfficeRow, Asking, Sequence[Line], datetime], str | bytes]


def as_csv(office: OfficeRow, asking: Asking, lines: Sequence[Line], at: datetime) -> str:
    """The columns of the form, with the mark Excel looks for; moments as people write them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(paper.HEADS)
    writer.writerows([_cell(value) for value in paper.values_of(line)] for line in lines)
    return "\ufeff" + out.getvalue()


def as_json(office: OfficeRow, asking: Asking, lines: Sequence[Line], at: datetime) -> str:
    """What was asked, and an object a line; moments in ISO 8601 with their offset."""
    said = {
        "office": office.slug,
        "from": asking.start.isoformat(),
        "to": asking.end.isoformat(),
        "state": asking.state or None,
        "count": len(lines),
        "rows": [asdict(line) for line in lines],
    }
    return json.dumps(said, ensure_ascii=False, default=_iso, indent=1) + "\n"


def as_docx(office: OfficeRow, asking: Asking, lines: Sequence[Line], at: datetime) -> bytes:
    """A4 landscape with the heads on each page, to be worked on. About 10 ms a line."""
    made = parts.page(NAME, at, landscape=True)
    parts.say(made, f"{office.desk_name}, {office.name}", bold=True)
    parts.say(made, NAME.upper(), size=13, bold=True, to=parts.CENTER)
    parts.say(made, paper.span_of(asking), italic=True, to=parts.CENTER)
    if timekeeping.is_demonstration():
        parts.say(made, "DỮ LIỆU MẪU, KHÔNG CÓ GIÁ TRỊ", size=10, bold=True)
    grid = parts.ruled(made, 1 + len(lines), WIDTHS, heads=1)
    for cell, words in zip(grid.rows[0].cells, paper.HEADS, strict=True):
        parts.fill(cell, words, size=8, bold=True, to=parts.CENTER)
    for row, line in zip(list(grid.rows)[1:], lines, strict=True):
        for cell, value in zip(row.cells, paper.values_of(line), strict=True):
            parts.fill(cell, _said(value), size=8)
    if voided := paper.said_of_voided(lines):
        parts.say(made, voided, italic=True)
    return parts.saved(made)


def as_pdf(office: OfficeRow, asking: Asking, lines: Sequence[Line], at: datetime) -> bytes:
    """The form of the law; volumes of a thousand lines, one after the other."""
    size = paper.VOLUME
    starts = range(0, max(1, len(lines)), size)
    volumes = [
        paper.render(office, asking, lines[start : start + size], 1 + start // size, at)
        for start in starts
    ]
    return volumes[0] if len(volumes) == 1 else joined(volumes, NAME)


FORMS: Mapping[str, Extract] = {
    "csv": as_csv,
    "json": as_json,
    "docx": as_docx,
    "pdf": as_pdf,
    "xlsx": paper.workbook,
}
LONGEST: Mapping[str, int] = {**dict.fromkeys(FORMS, MOST), "docx": paper.VOLUME}
"""Lines of one file: a Word document of more takes minutes to make and to open."""


def extract(actor: Actor, asking: Asking, form: str, *, at: datetime, now: datetime,
            purpose: str = "") -> str | bytes:  # fmt: skip
    """The lines of the officer's office as a file; that they were taken away is in the audit.
    `at` is the office's time, `now` the machine's. Raises Refused("register_too_long")."""
    count = register_count(actor, asking)
    if count > LONGEST[form]:
        raise Refused("register_too_long", count=count, most=LONGEST[form])
    lines = tuple(register_lines(actor, asking))
    made = FORMS[form](office_on(actor.office_id, asking.end), asking, lines, at)
    record(
        "register_exported",
        at=now,
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind="report",
        subject=f"{SLUG}.{form}",
        purpose=purpose,
    )
    return made


def written(given: Namespace, at: datetime) -> str | bytes:
    """As the command line asks. Raises Refused: batch_purpose, period_backwards, unknown_office,
    register_too_long."""
    purpose = clean(given.purpose)
    if len(purpose) not in PURPOSE:
        raise Refused("batch_purpose")
    if given.last < given.first:
        raise Refused("period_backwards")
    office = office_by_slug(given.office)
    asking = Asking(given.first, given.last, given.state)
    program = program_actor(office.id, TITLE)
    return extract(
        program, asking, given.format, at=at, now=timekeeping.real_now(), purpose=purpose
    )


def _said(value: object) -> str:
    if isinstance(value, datetime):
        return f"{value.astimezone(VN):%d/%m/%Y %H:%M}"
    return "" if value is None else str(value)


def _cell(value: object) -> object:
    """What a sheet would reckon as a formula is text."""
    return sheet_cell(value) if isinstance(value, str) else _said(value)


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)

"""Sổ theo dõi hồ sơ on paper and as a workbook, from the same lines as the screen.

Source: TT 01/2018/TT-VPCP, Mẫu 06; TT 03/2025/TT-VPCP, form 07 [M]. A volume on paper holds at most
a thousand lines, so that setting it never takes longer than a page turn; the workbook holds ten
thousand, written row by row.
"""

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter
from django.db import transaction

from motcua.audit.recording import record
from motcua.core.seals import SealedPaper
from motcua.dossiers.selectors.register import Asking, Line, register_lines
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.organization.selectors import OfficeRow, office_on
from motcua.papers.marks import NO_MARK, Mark, drawn, mark_of
from motcua.papers.printed import note_print
from motcua.papers.registry import Form, in_force
from motcua.papers.sealing import square
from motcua.papers.typesetting import pdf
from motcua.papers.wording import moment

TEMPLATE = "register"
VOLUME = 1_000
"""Lines of one volume on paper."""

LONGEST = 110
HEADS = (
    "TT", "Mã hồ sơ", "Tên TTHC", "Số bộ", "Tên cá nhân, tổ chức", "Địa chỉ", "Số điện thoại",
    "Cơ quan chủ trì giải quyết", "Nhận hồ sơ", "Hẹn trả kết quả",
    "Chuyển hồ sơ đến cơ quan giải quyết", "Nhận kết quả từ cơ quan giải quyết",
    "Ngày trả kết quả", "Phương thức nhận", "Ghi chú",
)  # fmt: skip
_WIDTHS = (6, 27, 44, 7, 26, 30, 14, 26, 16, 16, 16, 16, 16, 12, 28)
_MOMENTS = (8, 9, 10, 11, 12)


@transaction.atomic
def register_pdf(
    actor: Actor, asking: Asking, volume: int, at: datetime, printed_at: datetime
) -> bytes:
    """Volume `volume` (from 1) of the period as a tagged PDF, marked when the same volume was
    printed before; the print is in the audit."""
    first = (volume - 1) * VOLUME
    lines = tuple(register_lines(actor, asking, first, VOLUME))
    office = _office(actor, asking.end)
    again = note_print(Form.REGISTER, subject_of(office, asking, volume), actor, at)
    made = render(office, asking, lines, volume, at, mark_of(actor.office_id), again)
    _note(actor, printed_at)
    return made


def _office(actor: Actor, day: date) -> OfficeRow:
    return office_on(actor.office_id, day)


def _note(actor: Actor, at: datetime) -> None:
    record(
        "register_printed",
        at=at,
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind="report",
        subject="so-theo-doi",
    )


def render(
    office: OfficeRow,
    asking: Asking,
    lines: Iterable[Line],
    volume: int,
    at: datetime,
    mark: Mark = NO_MARK,
    reprint: str = "",
) -> bytes:
    """The volume as a tagged PDF. The same lines and moment, the same bytes."""
    return pdf(TEMPLATE, data_of(office, asking, lines, volume, at, mark, reprint))


def subject_of(office: OfficeRow, asking: Asking, volume: int) -> str:
    """What names a volume in its code and in the ledger of prints."""
    return f"SO-{office.id}-{asking.start:%y%m%d}-{asking.end:%y%m%d}-{volume}"


def data_of(
    office: OfficeRow,
    asking: Asking,
    lines: Iterable[Line],
    volume: int,
    at: datetime,
    mark: Mark = NO_MARK,
    reprint: str = "",
) -> dict[str, object]:
    """What the template is given for one volume."""
    regime = in_force(Form.REGISTER, asking.end)
    told = tuple(lines)
    rows = [_row(line) for line in told]
    return {
        "reprint": reprint,
        "qr": square(SealedPaper.REGISTER, subject_of(office, asking, volume), at=at, facts=rows),
        "title": regime.title,
        "form": regime.line,
        "mark": drawn(mark),
        "office": office.name,
        "desk": office.desk_name,
        "span": span_of(asking),
        "volume": f"{volume:02d}",
        "at": moment(at),
        "day": [at.year, at.month, at.day],
        "rows": rows,
        "voided": said_of_voided(told),
        "sample": timekeeping.is_demonstration(),
    }


def said_of_voided(lines: Sequence[Line]) -> str:
    """The line under an extract of how many of its lines were taken in by mistake; nothing for
    none."""
    count = sum(line.voided for line in lines)
    return f"Tiếp nhận nhầm đã huỷ: {count} hồ sơ, số không dùng lại." if count else ""


def workbook(office: OfficeRow, asking: Asking, lines: Iterable[Line], at: datetime) -> bytes:
    """A4 landscape, heads on every page, real days; written row by row."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    regime = in_force(Form.REGISTER, asking.end)
    book.set_properties({"title": regime.title, "created": at.replace(tzinfo=None)})
    page = book.add_worksheet("Sổ theo dõi")
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(3)
    page.freeze_panes(4, 2)
    for column, width in enumerate(_WIDTHS):
        page.set_column(column, column, width)
    face = {"font_name": "Times New Roman", "font_size": 11}
    bold = book.add_format({**face, "bold": True})
    head = book.add_format({**face, "bold": True, "border": 1, "text_wrap": True, "valign": "top"})
    cell = book.add_format({**face, "border": 1, "text_wrap": True, "valign": "top"})
    day = book.add_format({**face, "border": 1, "valign": "top", "num_format": "dd/mm/yyyy hh:mm"})
    page.write_string(0, 0, f"{regime.title.upper()} {regime.line}".strip(), bold)
    page.write_string(1, 0, f"{office.desk_name}, {office.name}. {span_of(asking)}", bold)
    for column, words in enumerate(HEADS):
        page.write_string(3, column, words, head)
    for row, line in enumerate(lines, start=4):
        _write(page, row, line, cell, day)
    book.close()
    return out.getvalue()


def _write(page: Any, row: int, line: Line, cell: Any, day: Any) -> None:
    """Words stay words: nothing a person wrote becomes a formula."""
    for column, value in enumerate(values_of(line)):
        if isinstance(value, datetime):
            page.write_datetime(row, column, value.replace(tzinfo=None), day)
        elif isinstance(value, int):
            page.write_number(row, column, value, cell)
        else:
            page.write_string(row, column, value or "", cell)


def values_of(line: Line) -> tuple[int | str | datetime | None, ...]:
    """The cells of a line, by `HEADS`."""
    return (
        line.ordinal, line.code, line.procedure, line.copies, line.owner, line.address, line.phone,
        line.handled_by, line.received_at, line.promised_at, line.passed_at, line.finished_at,
        line.returned_at, line.return_by, line.note,
    )  # fmt: skip


def _row(line: Line) -> list[str]:
    told = [
        f"{value:%d/%m/%Y}" if place in _MOMENTS and isinstance(value, datetime) else value
        for place, value in enumerate(values_of(line))
    ]
    told[2], told[5] = _short(line.procedure), _short(line.address)
    return ["" if value is None else str(value) for value in told]


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[:LONGEST].rstrip()}…"


def span_of(asking: Asking) -> str:
    """Which dossiers the lines are of, in words."""
    return f"Hồ sơ nhận từ {asking.start:%d/%m/%Y} đến {asking.end:%d/%m/%Y}"

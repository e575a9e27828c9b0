"""The register of documents on paper and as a workbook, and each document's own paper."""

import io
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import xlsxwriter

from motcua.audit.recording import record
from motcua.core.refusal import Refused
from motcua.core.seals import SealedPaper
from motcua.files import store
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.organization.selectors import office_on
from motcua.papers.documents.kinds import kinds
from motcua.papers.documents.register import Narrowed, Row, found_of, row_of, rows_of
from motcua.papers.documents.rendering import committee, render
from motcua.papers.letters import letter_pdf
from motcua.papers.printed import note_print
from motcua.papers.sealing import as_subject, square
from motcua.papers.typesetting import pdf
from motcua.papers.wording import moment

MOST = 10_000
HEADS = ("TT", "Số, ký hiệu", "Ngày", "Loại", "Trích yếu", "Người ký", "Nơi nhận", "Hồ sơ",
         "Tình trạng")  # fmt: skip


def paper(actor: Actor, uuid: UUID, at: datetime, printed_at: datetime) -> bytes:
    """The very bytes that were signed or released; before that, the draft as it would be. A letter
    is printed from its dossier, whose history it belongs to. Refused: not_found (that dossier),
    printed_elsewhere."""
    one = found_of(actor, uuid)
    if one.dossier and one.seq:
        return letter_pdf(one.dossier.code, one.seq, actor, at, printed_at)
    if not kinds()[one.kind].drafted:
        raise Refused("printed_elsewhere")
    made = store.read(one.file.sha256) if one.file else render(one, at)
    _note(actor, "document_printed", str(one.uuid), printed_at)
    return made


def register_xlsx(actor: Actor, asked: Narrowed, printed_at: datetime) -> bytes:
    """At most ten thousand lines; that it was taken away is in the audit."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"constant_memory": True})
    page = book.add_worksheet("Sổ văn bản đi")
    page.set_landscape()
    page.set_paper(9)
    page.repeat_rows(0)
    bold = book.add_format({"bold": True, "text_wrap": True})
    for column, head in enumerate(HEADS):
        page.write_string(0, column, head, bold)
    for line, one in enumerate(_lines(actor, asked), start=1):
        page.write_number(line, 0, line)
        for column, cell in enumerate(_cells(one), start=1):
            page.write_string(line, column, cell)
    book.close()
    _note(actor, "documents_exported", "so-van-ban-di", printed_at)
    return out.getvalue()


def register_pdf(actor: Actor, asked: Narrowed, at: datetime, printed_at: datetime) -> bytes:
    """The first thousand lines on paper, landscape, marked when the same year, kind and standing
    were printed before; the print is in the audit."""
    office = office_on(actor.office_id, at.date())
    rows = [[str(n), *_cells(one)] for n, one in enumerate(_lines(actor, asked, 1000), start=1)]
    subject = (
        "-".join(("VBD", str(office.id), str(asked.year or ""), asked.kind, asked.standing))
        .strip("-")
        .upper()
    )
    _note(actor, "documents_printed", "so-van-ban-di", printed_at)
    return pdf(
        "documents",
        {
            "reprint": note_print("documents", subject, actor, at),
            "qr": square(SealedPaper.DOCUMENTS, as_subject(subject), at=at, facts=rows),
            "office": committee(office).upper(),
            "year": asked.year or "",
            "heads": HEADS,
            "rows": rows,
            "at": moment(at),
            "day": [at.year, at.month, at.day],
            "sample": timekeeping.is_demonstration(),
        },
    )


def _lines(actor: Actor, asked: Narrowed, most: int = MOST) -> Sequence[Row]:
    rows = rows_of(actor, asked).exclude(number=None).order_by("year", "kind", "number")
    return [row_of(one) for one in rows[:most]]


def _cells(one: Row) -> Sequence[str]:
    issued = f"{one.issued_at:%d/%m/%Y}" if one.issued_at else ""
    return (one.number, issued, one.kind, one.subject, one.signer, one.recipient, one.dossier,
            one.standing_words)  # fmt: skip


def _note(actor: Actor, action: str, subject: str, at: datetime) -> None:
    record(
        action,
        at=at,
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind="document",
        subject=subject,
    )

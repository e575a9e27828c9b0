"""The register of documents (sổ văn bản đi): on screen, on paper, as a workbook; and one document.

Whoever may see it sees their own office's. Numbers once given stand in it for ever.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

import xlsxwriter
from django.db.models import Q, QuerySet

from motcua.audit.recording import record
from motcua.core.clock import VN
from motcua.core.documents import COURSE, Force, Standing, Step, force
from motcua.core.refusal import Refused
from motcua.core.seals import SealedPaper
from motcua.core.text import search_key
from motcua.files import store
from motcua.identity.actors import Actor
from motcua.identity.grants import has
from motcua.organization import timekeeping
from motcua.organization.selectors import office_on
from motcua.papers.documents.kinds import kinds
from motcua.papers.documents.rendering import committee, render
from motcua.papers.documents.services import DUTY_OF
from motcua.papers.letters import letter_pdf
from motcua.papers.models import Document, DocumentHappening
from motcua.papers.printed import note_print
from motcua.papers.sealing import as_subject, square
from motcua.papers.signing.keys import has_own, has_seal
from motcua.papers.typesetting import pdf
from motcua.papers.wording import moment

PAGE, MOST = 50, 10_000
STANDINGS = {
    Standing.DRAFT: "Đang soạn",
    Standing.SUBMITTED: "Đã trình",
    Standing.REVIEWED: "Đã soát",
    Standing.SIGNED: "Đã ký, chờ phát hành",
    Standing.RELEASED: "Đã phát hành",
    Standing.REVOKED: "Đã thu hồi",
    Standing.CANCELLED: "Đã huỷ",
}
STEPS = {
    Step.DRAFT: "Soạn",
    Step.CHANGE: "Sửa",
    Step.SUBMIT: "Trình",
    Step.SEND_BACK: "Trả lại người soạn",
    Step.REVIEW: "Soát xong",
    Step.SIGN: "Ký",
    Step.RELEASE: "Phát hành",
    Step.REVOKE: "Thu hồi",
    Step.CANCEL: "Huỷ",
}
FORCES = {
    Force.NOT_RELEASED: "Chưa phát hành",
    Force.NOT_YET: "Chưa đến ngày có giá trị",
    Force.IN_FORCE: "Đang có giá trị",
    Force.EXPIRED: "Đã hết giá trị",
    Force.REVOKED: "Đã thu hồi",
}
HEADS = ("TT", "Số, ký hiệu", "Ngày", "Loại", "Trích yếu", "Người ký", "Nơi nhận", "Hồ sơ",
         "Tình trạng")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What of the register is asked for; `numbered`: only what has a number."""

    kind: str = ""
    standing: str = ""
    year: int | None = None
    words: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the register."""

    uuid: UUID
    number: str
    issued_at: datetime | None
    kind: str
    subject: str
    signer: str
    recipient: str
    dossier: str
    standing: str
    standing_words: str
    changed_at: datetime
    signatures: int


@dataclass(frozen=True, slots=True)
class Done:
    """What was done to a document, as its page tells."""

    words: str
    at: datetime
    person: str
    title: str
    note: str


@dataclass(frozen=True, slots=True)
class Page:
    """One document, and what this officer may do with it now. `printed`: it has a paper here;
    what an act of money gave rise to is printed where that stands."""

    row: Row
    printed: bool
    ref: str
    kind_key: str
    body: str
    is_result: bool
    valid_from_on: date | None
    valid_until_on: date | None
    force: str
    revoked: str
    history: Sequence[Done]
    steps: Sequence[Step]
    asks_pin: bool


def documents(actor: Actor, asked: Narrowed, number: int = 1) -> tuple[Sequence[Row], int]:
    """A page of fifty, the newest number or change first, and how many there are. Two queries."""
    rows = _rows(actor, asked)
    first = (max(1, number) - 1) * PAGE
    return [row_of(one) for one in rows[first : first + PAGE]], rows.count()


def to_sign(actor: Actor) -> Sequence[Row]:
    """What waits for a signature in the office of `actor`. One query."""
    found = _rows(actor, Narrowed()).filter(standing__in=(Standing.SUBMITTED, Standing.REVIEWED))
    return [row_of(one) for one in found[:PAGE]]


def of_dossiers(actor: Actor, dossiers: Sequence[int]) -> Sequence[Row]:
    """The documents of those dossiers in the office of `actor`. One query."""
    return [row_of(one) for one in _rows(actor, Narrowed()).filter(dossier_id__in=dossiers)[:PAGE]]


def document(actor: Actor, uuid: UUID, day: date) -> Page:
    """One document of the actor's office. Raises Refused("no_such_document"). Four queries."""
    one = _found(actor, uuid)
    standing = Standing(one.standing)
    drafted = kinds()[one.kind].drafted
    offered = COURSE.offered(standing) if drafted else ()
    steps = [step for step in offered if has(actor, DUTY_OF[step])]
    signs = Step.SIGN in steps and has_own(actor)
    seals = Step.RELEASE in steps and one.signatures > 0 and has_seal(one.office_id)
    holds = force(standing, one.valid_from_on, one.valid_until_on, day)
    return Page(
        row=_row(one),
        printed=drafted or one.seq > 0,
        ref=one.ref,
        kind_key=one.kind,
        body=one.body,
        is_result=one.is_result,
        valid_from_on=one.valid_from_on,
        valid_until_on=one.valid_until_on,
        force=FORCES[holds] if one.is_result or holds is Force.REVOKED else "",
        revoked=f"{one.revoked_by}: {one.revoked_because}" if one.revoked_by else "",
        history=_history(one),
        steps=steps,
        asks_pin=signs or seals,
    )


def paper(actor: Actor, uuid: UUID, at: datetime, printed_at: datetime) -> bytes:
    """The very bytes that were signed or released; before that, the draft as it would be. A letter
    is printed from its dossier, whose history it belongs to. Refused: not_found (that dossier),
    printed_elsewhere."""
    one = _found(actor, uuid)
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
    rows = _rows(actor, asked).exclude(number=None).order_by("year", "kind", "number")
    return [row_of(one) for one in rows[:most]]


def _cells(one: Row) -> Sequence[str]:
    issued = f"{one.issued_at:%d/%m/%Y}" if one.issued_at else ""
    return (one.number, issued, one.kind, one.subject, one.signer, one.recipient, one.dossier,
            one.standing_words)  # fmt: skip


def _rows(actor: Actor, asked: Narrowed) -> QuerySet[Document]:
    rows = Document.objects.filter(office_id=actor.office_id).select_related("dossier", "office")
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.standing:
        rows = rows.filter(standing=asked.standing)
    if asked.year:
        rows = rows.filter(year=asked.year)
    if asked.numbered:
        rows = rows.exclude(number=None)
    for word in search_key(asked.words).split():
        rows = rows.filter(_said(word))
    return rows.order_by("-changed_at", "-id")


def _said(word: str) -> Q:
    """A number, a reference, or a word of the subject or of who it goes to, with its accents or
    without."""
    found = Q(search__contains=word) | Q(ref__icontains=word)
    return found | Q(number=int(word)) if word.isdigit() and len(word) < 9 else found


def _found(actor: Actor, uuid: UUID) -> Document:
    rows = Document.objects.select_related("dossier", "office", "file")
    one = rows.filter(uuid=uuid, office_id=actor.office_id).first()
    if one is None:
        raise Refused("no_such_document")
    return one


def row_of(one: Document) -> Row:
    """The line of a document whose dossier and office are read."""
    kind = kinds()[one.kind]
    issued = one.issued_at.astimezone(VN) if one.issued_at else None
    day = (issued or one.changed_at.astimezone(VN)).date()
    office = committee(office_on(one.office_id, day))
    return Row(
        uuid=one.uuid,
        number=kind.number_words(one.number, office) if one.number else "",
        issued_at=issued,
        kind=kind.name,
        subject=one.subject,
        signer=one.signer_name,
        recipient=one.recipient,
        dossier=one.dossier.code if one.dossier else "",
        standing=one.standing,
        standing_words=STANDINGS[Standing(one.standing)],
        changed_at=one.changed_at.astimezone(VN),
        signatures=one.signatures,
    )


def _history(one: Document) -> Sequence[Done]:
    rows = DocumentHappening.objects.filter(document=one).select_related("account", "position")
    return [
        Done(
            STEPS[Step(row.step)], row.at.astimezone(VN), row.account.full_name,
            row.position.title, row.words,
        )
        for row in rows.order_by("at", "id")
    ]  # fmt: skip


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

"""The register of documents (sổ văn bản đi) on screen, and one document.

Whoever may see it sees their own office's. Numbers once given stand in it for ever.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.core.clock import VN
from motcua.core.documents import COURSE, Force, Standing, Step, force
from motcua.core.refusal import Refused
from motcua.core.text import search_key
from motcua.identity.actors import Actor
from motcua.identity.grants import has
from motcua.organization.selectors import office_on
from motcua.papers.documents.kinds import kinds
from motcua.papers.documents.rendering import committee
from motcua.papers.documents.services import DUTY_OF
from motcua.papers.models import Document, DocumentHappening
from motcua.papers.signing.keys import has_own, has_seal

PAGE = 50
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
    rows = rows_of(actor, asked)
    first = (max(1, number) - 1) * PAGE
    return [row_of(one) for one in rows[first : first + PAGE]], rows.count()


def to_sign(actor: Actor) -> Sequence[Row]:
    """What waits for a signature in the office of `actor`. One query."""
    found = rows_of(actor, Narrowed()).filter(standing__in=(Standing.SUBMITTED, Standing.REVIEWED))
    return [row_of(one) for one in found[:PAGE]]


def of_dossiers(actor: Actor, dossiers: Sequence[int]) -> Sequence[Row]:
    """The documents of those dossiers in the office of `actor`. One query."""
    return [
        row_of(one) for one in rows_of(actor, Narrowed()).filter(dossier_id__in=dossiers)[:PAGE]
    ]


def document(actor: Actor, uuid: UUID, day: date) -> Page:
    """One document of the actor's office. Raises Refused("no_such_document"). Four queries."""
    one = found_of(actor, uuid)
    standing = Standing(one.standing)
    drafted = kinds()[one.kind].drafted
    offered = COURSE.offered(standing) if drafted else ()
    steps = [step for step in offered if has(actor, DUTY_OF[step])]
    signs = Step.SIGN in steps and has_own(actor)
    seals = Step.RELEASE in steps and one.signatures > 0 and has_seal(one.office_id)
    holds = force(standing, one.valid_from_on, one.valid_until_on, day)
    return Page(
        row=row_of(one),
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


def rows_of(actor: Actor, asked: Narrowed) -> QuerySet[Document]:
    """The office's documents that are asked for, the newest change first. No query."""
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


def found_of(actor: Actor, uuid: UUID) -> Document:
    """One of the office's. Raises Refused("no_such_document"). One query."""
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

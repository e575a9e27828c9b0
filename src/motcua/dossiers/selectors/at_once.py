"""What the page for work done on the spot shows: the procedures, the books, what was done today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.selectors import VersionRow
from motcua.core.clock import VN
from motcua.dossiers.models import BookEntry
from motcua.dossiers.models.intake import Role
from motcua.identity.actors import Actor


@dataclass(frozen=True, slots=True)
class Line:
    """One dossier done on the spot. The owner's name is for the desk that wrote it down."""

    code: str
    book: str
    number: int
    owner: str
    procedure: str
    copies: int
    pages: int
    fee_vnd: int
    done_at: datetime
    void: bool


def procedures_at_once(actor: Actor, at: datetime) -> Sequence[VersionRow]:
    """What the office may do while one waits, those done most first. One query."""
    day = at.astimezone(VN).date()
    rows = [r for r in catalogue.procedures_offered(actor.office_id, day) if _at_once(r)]
    often: dict[int, int] = {}
    recent = BookEntry.objects.filter(office_id=actor.office_id).order_by("-done_at")
    for version_id in recent.values_list("dossier__procedure_version_id", flat=True)[:200]:
        often[version_id] = often.get(version_id, 0) + 1
    return sorted(rows, key=lambda row: -often.get(row.id, 0))


def last_book(actor: Actor, version_id: int) -> tuple[str, int]:
    """The book a procedure was last written in at the office, and the next number; `("", 1)`
    when there is none. Two queries at most."""
    entries = BookEntry.objects.filter(office_id=actor.office_id)
    last = entries.filter(dossier__procedure_version_id=version_id).order_by("-done_at", "-id")
    book = last.values_list("book", flat=True).first()
    if book is None:
        return "", 1
    number = entries.filter(book=book).order_by("-number").values_list("number", flat=True).first()
    return book, (number or 0) + 1


def done_today(actor: Actor, at: datetime) -> Sequence[Line]:
    """What the office did on the spot that day, newest first. Two queries."""
    opening = datetime.combine(at.astimezone(VN).date(), time(), VN)
    entries = (
        BookEntry.objects.filter(office_id=actor.office_id, done_at__gte=opening, done_at__lte=at)
        .select_related("dossier")
        .prefetch_related("dossier__parties")
        .order_by("-done_at", "-id")
    )
    return tuple(_line(entry) for entry in entries)


def _at_once(row: VersionRow) -> bool:
    return row.allowance.while_one_waits


def _line(entry: BookEntry) -> Line:
    dossier = entry.dossier
    owner = next((p.name for p in dossier.parties.all() if p.role == Role.OWNER), "")
    return Line(
        code=dossier.code,
        book=entry.book,
        number=entry.number,
        owner=owner,
        procedure=catalogue.version(dossier.procedure_version_id).name,
        copies=entry.copies,
        pages=entry.pages,
        fee_vnd=dossier.fee_vnd,
        done_at=entry.done_at.astimezone(VN),
        void=dossier.stage == "void",
    )

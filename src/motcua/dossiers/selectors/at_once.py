"""What the page for work done on the spot shows: the procedures, the books, what was done today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import count

from django.db.models import Count, Exists, Max, OuterRef, Q

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.selectors import VersionRow
from motcua.core.clock import VN
from motcua.dossiers.models import BookEntry, Dossier, Event
from motcua.dossiers.selectors.inbox import owner_name
from motcua.identity.actors import Actor
from motcua.identity.kinds import PositionKind
from motcua.identity.selectors import actors_in_post

LATELY = timedelta(days=90)
BACK = timedelta(days=60)
"""Further back than a late entry ever lies: three working days and the longest holiday."""

ENTERED_LATE_THERE = Q(dossier__flow__has_key="late")


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
    entered_late: bool = False


def procedures_at_once(actor: Actor, at: datetime) -> Sequence[VersionRow]:
    """What the office may do while one waits, those asked for most of late first. One query."""
    day = at.astimezone(VN).date()
    rows = [r for r in catalogue.procedures_offered(actor.office_id, day) if _at_once(r)]
    recent = Dossier.objects.filter(
        office_id=actor.office_id,
        received_at__gte=at - LATELY,
        procedure_version_id__in=[row.id for row in rows],
    )
    often = dict(recent.values_list("procedure_version_id").annotate(Count("id")))
    return sorted(rows, key=lambda row: -often.get(row.id, 0))


def signers(actor: Actor, at: datetime) -> Sequence[Actor]:
    """The leaders of the office in post, chairs first. One query."""
    held = [a for a in actors_in_post(at, actor.office_id) if a.is_leader]
    return sorted(held, key=lambda one: one.kind != PositionKind.CHAIR)


def book_of(actor: Actor, procedure_id: int, year: int) -> str:
    """The book a procedure was last written in at the office; for its first time the first of the
    year's (`01/2017`, `02/2017`, …) in which nothing else was written. One query, or two."""
    entries = BookEntry.objects.filter(office_id=actor.office_id)
    mine = entries.filter(dossier__procedure_version__procedure_id=procedure_id)
    last = mine.order_by("-done_at", "-id").values_list("book", flat=True).first()
    if last is not None:
        return last
    taken = set(entries.filter(book__endswith=f"/{year}").values_list("book", flat=True).distinct())
    return next(book for n in count(1) if (book := f"{n:02d}/{year}") not in taken)


def next_in(actor: Actor, book: str) -> int:
    """The number that follows the highest of that book at the office. One query."""
    entries = BookEntry.objects.filter(office_id=actor.office_id, book=book)
    return (entries.aggregate(highest=Max("number"))["highest"] or 0) + 1


def done_on(actor: Actor, day: date, at: datetime) -> Sequence[Line]:
    """What the office did on the spot that day until `at`, newest first, with what was typed in
    that day of days before (nhập bù); voided lines keep their numbers. One query."""
    opening = datetime.combine(day, time(), VN)
    until = min(at, opening + timedelta(days=1))
    typed = Event.objects.filter(
        dossier_id=OuterRef("dossier_id"), kind="entered_late",
        at__gte=opening, at__lte=until,
    )  # fmt: skip
    done = Q(done_at__gte=opening, done_at__lte=until)
    late = Q(ENTERED_LATE_THERE, done_at__gte=opening - BACK, done_at__lt=opening)
    entries = (
        BookEntry.objects.filter(done | (late & Exists(typed)), office_id=actor.office_id)
        .select_related("dossier")
        .annotate(owner=owner_name())
        .order_by("-done_at", "-id")
    )
    return tuple(_line(entry) for entry in entries)


def _at_once(row: VersionRow) -> bool:
    return row.allowance.while_one_waits


def _line(entry: BookEntry) -> Line:
    dossier = entry.dossier
    return Line(
        code=dossier.code,
        book=entry.book,
        number=entry.number,
        owner=getattr(entry, "owner", ""),
        procedure=catalogue.version(dossier.procedure_version_id).name,
        copies=entry.copies,
        pages=entry.pages,
        fee_vnd=dossier.fee_vnd,
        done_at=entry.done_at.astimezone(VN),
        void=dossier.stage == "void",
        entered_late="late" in dossier.flow,
    )

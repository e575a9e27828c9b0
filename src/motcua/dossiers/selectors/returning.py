"""Results at the desk: which wait, where they lie, whose they are, and who may fetch them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet
from django.db.models.fields.json import KT

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.dossiers.answering import answered_by
from motcua.dossiers.collecting import default_days, post_days
from motcua.dossiers.models import ActKey, CollectionTerm, Dossier, Event, Party
from motcua.dossiers.models.dossier import ResultBy, Stage
from motcua.dossiers.models.intake import Role
from motcua.dossiers.selectors.search import Found, search
from motcua.identity.actors import Actor

PAGE = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """One result that waits at the desk. `shelf` is empty until somebody noted where it lies;
    `waited_days` are whole calendar days since it came to the desk. `posted_at` and `tracking` tell
    since when and under which number the post has it, `posted_days` for how many whole calendar
    days, `unheard` that it is to be asked what became of it. `entered_late`: typed in from a slip
    written by hand (nhập bù).
    """

    id: int
    seq: int
    code: str
    owner: str
    owner_id: str
    owner_phone: str
    submitter: str
    submitter_id: str
    authorisation: str
    procedure: str
    outcome: str
    result_by: str
    shelf: str
    due_at: datetime | None
    finished_at: datetime
    waited_days: int
    owner_address: str = ""
    posted_at: datetime | None = None
    tracking: str = ""
    posted_days: int = 0
    unheard: bool = False
    entered_late: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What was found for the words of a search: results that wait, and what does not."""

    waiting: Sequence[Waiting]
    others: Sequence[Found]
    more: bool


def results(actor: Actor, at: datetime, codes: Collection[str] | None = None) -> Sequence[Waiting]:
    """The results at the desk of the officer's office, the longest waiting first, at most 200.

    With `codes`, those of them that wait there. Two queries.
    """
    chosen = at_desk(actor)
    if codes is not None:
        chosen = chosen.filter(code__in=list(codes))
    return rows_of(chosen, at)


def named(actor: Actor, at: datetime, codes: Collection[str]) -> Sequence[Waiting]:
    """The dossiers of the officer's office with these codes, wherever they stand. Two queries."""
    return rows_of(Dossier.objects.filter(answered_by(actor.office_id), code__in=list(codes)), at)


def look(actor: Actor, words: str, at: datetime) -> Look:
    """What `words` (a code, its tail, a name, a paper's number, a phone) find, split by whether
    the result waits at this desk. Three queries.
    """
    hits = search(actor, words, at)
    found = results(actor, at, [row.code for row in hits.rows])
    ready = {row.code for row in found}
    return Look(found, [row for row in hits.rows if row.code not in ready], hits.more)


def of_the_same_people(actor: Actor, at: datetime, rows: Sequence[Waiting]) -> Sequence[Waiting]:
    """Other results that wait there for who owns or handed in any of `rows`, told by the number of
    their paper. Two queries, none when nobody gave a number.
    """
    numbers = {number for row in rows for number in (row.owner_id, row.submitter_id) if number}
    if not numbers:
        return ()
    theirs = Party.objects.filter(dossier_id=OuterRef("pk"), id_number__in=numbers)
    chosen = at_desk(actor).filter(Exists(theirs)).exclude(pk__in=[row.id for row in rows])
    return rows_of(chosen, at)


def strangers(rows: Sequence[Waiting]) -> Sequence[str]:
    """The owners of `rows`, each once, when no one person owns or handed in all of them; else
    nothing. People are told by the number of their paper, without one by their name. No query.
    """
    if not rows or set.intersection(*[_people(row) for row in rows]):
        return ()
    return list(dict.fromkeys(row.owner for row in rows))


def _people(row: Waiting) -> set[str]:
    return {row.owner_id or row.owner, row.submitter_id or row.submitter} - {""}


def uncollected(actor: Actor, at: datetime) -> Sequence[Waiting]:
    """The results nobody fetched within the office's days, the longest waiting first; what goes by
    post is not fetched. Three queries.
    """
    return rows_of(uncollected_of(actor, at), at)


def uncollected_of(actor: Actor, at: datetime) -> QuerySet[Dossier]:
    """The dossiers behind `uncollected`. One query, for the office's days."""
    midnight = at.astimezone(VN).replace(hour=0, minute=0, second=0, microsecond=0)
    before = midnight - timedelta(days=collection_days(actor.office_id) - 1)
    return at_desk(actor).filter(finished_at__lt=before, result_by=ResultBy.DESK)


def collection_days(office_id: int) -> int:
    """After how many calendar days the office asks after a result. One query."""
    own = CollectionTerm.objects.filter(office_id=office_id).values_list("days", flat=True)
    return own.first() or default_days()


def at_desk(actor: Actor) -> QuerySet[Dossier]:
    """The results that wait at the desk of the officer's office; the post has none of them."""
    return _finished(actor).exclude(flow__has_key="posted_at")


def _finished(actor: Actor) -> QuerySet[Dossier]:
    return Dossier.objects.filter(answered_by(actor.office_id), stage=Stage.FINISHED)


def to_post(actor: Actor, at: datetime) -> Sequence[Waiting]:
    """The results at the desk that go by post, the longest waiting first. Two queries."""
    return rows_of(at_desk(actor).filter(result_by=ResultBy.POST), at)


def posted(actor: Actor, at: datetime) -> Sequence[Waiting]:
    """The results the post has, what it has longest first. Two queries."""
    gone = _finished(actor).filter(flow__has_key="posted_at")
    return rows_of(gone, at, order=("posted_at", "id"))


def posted_under(actor: Actor, key: UUID, at: datetime) -> Sequence[Waiting]:
    """The results that one button handed to the post, whatever became of them. Two queries."""
    under = ActKey.objects.filter(key=key).values("dossier_id")
    sent = Event.objects.filter(kind="result_posted", dossier_id=OuterRef("pk"))
    chosen = Dossier.objects.filter(answered_by(actor.office_id), pk__in=under)
    return rows_of(chosen.filter(Exists(sent)), at)


def rows_of(
    chosen: QuerySet[Dossier], at: datetime, *, order: Sequence[str] = ("finished_at", "id")
) -> Sequence[Waiting]:
    """Dossiers at the desk as rows, at most 200. Two queries."""
    people = Party.objects.filter(Q(role=Role.SUBMITTER) | Q(role=Role.OWNER)).order_by(
        "role", "ordinal"
    )
    found = (
        chosen.annotate(
            place=F("shelf__place"),
            posted_at=KT("flow__posted_at"),
            tracking=KT("flow__tracking"),
            entered_late=KT("flow__late"),
        )
        .defer("flow", "head_hash")
        .prefetch_related(Prefetch("parties", people))
        .order_by(*order)
    )
    return tuple(_row(dossier, at) for dossier in found[:PAGE])


def _row(dossier: Dossier, at: datetime) -> Waiting:
    owner = _party(dossier, Role.OWNER)
    submitter = _party(dossier, Role.SUBMITTER)
    finished_at = (dossier.finished_at or dossier.changed_at).astimezone(VN)
    told = getattr(dossier, "posted_at", None)
    posted_at = datetime.fromisoformat(told).astimezone(VN) if told else None
    today = at.astimezone(VN).date()
    posted_days = (today - posted_at.date()).days if posted_at else 0
    return Waiting(
        id=dossier.id,
        seq=dossier.head_seq,
        code=dossier.code,
        owner=owner.name if owner else "",
        owner_id=owner.id_number if owner else "",
        owner_phone=owner.phone if owner else "",
        submitter=submitter.name if submitter else "",
        submitter_id=submitter.id_number if submitter else "",
        authorisation=submitter.authorisation if submitter else "",
        procedure=catalogue.version(dossier.procedure_version_id).name,
        outcome=dossier.outcome,
        result_by=dossier.result_by,
        shelf=getattr(dossier, "place", None) or "",
        due_at=dossier.due_at and dossier.due_at.astimezone(VN),
        finished_at=finished_at,
        waited_days=(today - finished_at.date()).days,
        owner_address=owner.address if owner else "",
        posted_at=posted_at,
        tracking=getattr(dossier, "tracking", None) or "",
        posted_days=posted_days,
        unheard=posted_at is not None and posted_days > post_days(),
        entered_late=bool(getattr(dossier, "entered_late", None)),
    )


def _party(dossier: Dossier, role: Role) -> Party | None:
    return next((party for party in dossier.parties.all() if party.role == role), None)

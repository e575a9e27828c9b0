"""Complaints as officials see them, and as whoever made one does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from motcua.core.clock import VN
from motcua.core.codes import normalize, verify_check
from motcua.core.hearing import Standing, is_overdue
from motcua.core.refusal import Refused
from motcua.dossiers.models import Event
from motcua.feedback.models import Channel, Complaint
from motcua.feedback.words import FINDINGS, KINDS, STANDINGS
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.organization.selectors import office_by_id, office_ids_below

MOST = 100
OPEN, LATE, ANSWERED = "cho-tra-loi", "qua-han", "da-tra-loi"


@dataclass(frozen=True, slots=True)
class ComplaintRow:
    """A line of the list: no person who complained."""

    number: str
    office: str
    kind: str
    standing: str
    standing_words: str
    made_at: datetime
    due_at: datetime
    answered_at: datetime | None
    late: bool
    given_to: str


@dataclass(frozen=True, slots=True)
class ComplaintPage:
    """One complaint whole, for who may answer or give it."""

    row: ComplaintRow
    office_id: int
    body: str
    name: str
    phone: str
    email: str
    channel: str
    term: str
    dossier: str
    answer: str
    finding: str
    named: Sequence[str]
    may_give: bool
    may_answer: bool
    involved: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class PublicComplaint:
    """What whoever made it reads by number and check: never a person."""

    number: str
    office: str
    kind: str
    standing: str
    made_at: datetime
    due_at: datetime
    answered_at: datetime | None
    late: bool
    answer: str
    finding: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many wait for an answer, and how many of these are late."""

    waiting: int
    late: int


def may_give(actor: Actor) -> bool:
    """Leaders and home affairs give complaints out; the others answer what they were given."""
    return scope_of(actor, Duty.ANSWER) in (Scope.OFFICE, Scope.BELOW)


def open_to(actor: Actor) -> QuerySet[Complaint]:
    """Those `actor` may read: by scope of the duty, and what was given to them."""
    given = Q(given_to_id=actor.account_id)
    scope = scope_of(actor, Duty.ANSWER)
    if scope is Scope.BELOW:
        return Complaint.objects.filter(given | Q(office_id__in=office_ids_below(actor.office_id)))
    if scope is Scope.OFFICE:
        return Complaint.objects.filter(given | Q(office_id=actor.office_id))
    return Complaint.objects.filter(given) if scope else Complaint.objects.none()


def listed(actor: Actor, at: datetime, state: str = "", words: str = "") -> Sequence[ComplaintRow]:
    """The nearest to its day first, answered ones last; at most a hundred. One query."""
    rows = open_to(actor).select_related("given_to")
    if state == OPEN:
        rows = rows.filter(answered_at=None)
    elif state == LATE:
        rows = rows.filter(answered_at=None, due_at__lt=at)
    elif state == ANSWERED:
        rows = rows.filter(answered_at__isnull=False)
    for word in words.split()[:6]:
        rows = rows.filter(
            Q(number__icontains=word) | Q(body__icontains=word) | Q(name__icontains=word)
        )
    ordered = rows.order_by("answered_at", "due_at", "id")
    if state == ANSWERED:
        ordered = rows.order_by("-answered_at", "-id")
    return tuple(_row(one, at) for one in ordered[:MOST])


def counts(actor: Actor, at: datetime) -> Counts:
    """What waits for an answer among what `actor` may read. One query."""
    waiting = open_to(actor).filter(answered_at=None)
    found = waiting.aggregate(waiting=Count("id"), late=Count("id", filter=Q(due_at__lt=at)))
    return Counts(found["waiting"], found["late"])


def one(actor: Actor, number: str, at: datetime) -> ComplaintPage:
    """One of them. Raises Refused("unknown_complaint"). Four queries."""
    rows = open_to(actor).select_related("given_to", "dossier")
    complaint = rows.filter(number=normalize(number)).first()
    if complaint is None:
        raise Refused("unknown_complaint")
    said_of, acted = involved(complaint)
    mine = complaint.given_to_id == actor.account_id
    unanswered = complaint.answered_at is None
    named = complaint.named.select_related("account").order_by("id")
    return ComplaintPage(
        row=_row(complaint, at),
        office_id=complaint.office_id,
        body=complaint.body,
        name=complaint.name,
        phone=complaint.phone,
        email=complaint.email,
        channel=Channel(complaint.channel).label,
        term=complaint.term,
        dossier=complaint.dossier.code if complaint.dossier else "",
        answer=complaint.answer,
        finding=FINDINGS.get(complaint.finding, ""),
        named=[one.account.full_name for one in named],
        may_give=unanswered and may_give(actor) and actor.account_uuid not in said_of,
        may_answer=unanswered and mine and actor.account_uuid not in said_of | acted,
        involved=said_of | acted,
    )


def public_complaint(
    number: str, check: str, at: datetime, secret: bytes
) -> PublicComplaint | None:
    """By number and check; None for whatever does not fit together. One query."""
    wanted = normalize(number)
    if not verify_check(wanted, check, secret):
        return None
    found = Complaint.objects.filter(number=wanted).first()
    if found is None:
        return None
    row = _row(found, at)
    return PublicComplaint(
        number=row.number,
        office=row.office,
        kind=found.kind,
        standing=row.standing,
        made_at=row.made_at,
        due_at=row.due_at,
        answered_at=row.answered_at,
        late=row.late,
        answer=found.answer,
        finding=found.finding,
    )


def involved(complaint: Complaint) -> tuple[frozenset[UUID], frozenset[UUID]]:
    """Whom it speaks of, and who acted on its dossier. Two queries, one without a dossier."""
    said_of = frozenset(complaint.named.values_list("account__uuid", flat=True))
    if complaint.dossier_id is None:
        return said_of, frozenset()
    acted = Event.objects.filter(dossier_id=complaint.dossier_id)
    return said_of, frozenset(acted.values_list("account__uuid", flat=True))


def standing_of(complaint: Complaint) -> Standing:
    """Where it stands."""
    if complaint.answered_at is not None:
        return Standing.ANSWERED
    return Standing.GIVEN if complaint.given_to_id else Standing.RECEIVED


def _row(complaint: Complaint, at: datetime) -> ComplaintRow:
    standing = standing_of(complaint)
    given_to = complaint.given_to.full_name if complaint.given_to_id and complaint.given_to else ""
    return ComplaintRow(
        number=complaint.number,
        office=office_by_id(complaint.office_id).name,
        kind=KINDS[complaint.kind],
        standing=standing.value,
        standing_words=STANDINGS[standing],
        made_at=complaint.made_at.astimezone(VN),
        due_at=complaint.due_at.astimezone(VN),
        answered_at=complaint.answered_at and complaint.answered_at.astimezone(VN),
        late=is_overdue(complaint.due_at, complaint.answered_at, at),
        given_to=given_to,
    )

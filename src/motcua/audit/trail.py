"""The audit as a person reads it: what was done to one subject, or by an office's people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from motcua.audit.models import AuditRow

MOST = 200


@dataclass(frozen=True, slots=True)
class Touch:
    """One touch; `account` None is the program itself."""

    at: datetime
    action: str
    account: UUID | None
    office: str
    subject: str
    purpose: str = ""


def touches_of(kind: str, subject: str) -> Sequence[Touch]:
    """What was done to a subject and its parts, newest first, at most 200. One query."""
    rows = AuditRow.objects.filter(subject_kind=kind, subject__startswith=subject)
    return _touches(rows.order_by("-at", "-id")[:MOST])


def _touches(rows: QuerySet[AuditRow]) -> Sequence[Touch]:
    return tuple(
        Touch(row.at, row.action, row.account, row.office, row.subject, row.purpose) for row in rows
    )


def last_at() -> datetime | None:
    """When the newest row was written, by the machine's clock then. One query."""
    return AuditRow.objects.order_by("-id").values_list("at", flat=True).first()


def touches_since(kind: str, subjects: Sequence[str], since: datetime) -> Sequence[Touch]:
    """What was done to any of the subjects after `since` (the machine's time). One query."""
    rows = AuditRow.objects.filter(subject_kind=kind, subject__in=list(subjects), at__gt=since)
    return _touches(rows)


@dataclass(frozen=True, slots=True)
class Word:
    """One word looked for: what it may mean beside a part of the subject."""

    part: str
    actions: Sequence[str] = ()
    accounts: Sequence[UUID] = ()
    subjects: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which rows: of these offices and, of no office, by these accounts or by the program;
    of these actions (None: all); from a moment until another; with every word."""

    offices: Sequence[str]
    accounts: Sequence[UUID]
    actions: Sequence[str] | None = None
    since: datetime | None = None
    until: datetime | None = None
    words: Sequence[Word] = ()


def look(wanted: Wanted, first: int, count: int) -> tuple[Sequence[Touch], bool]:
    """`count` rows from place `first` (0 is the newest), and whether there are more. One query."""
    nobody = Q(office="") & (Q(account=None) | Q(account__in=wanted.accounts))
    rows = AuditRow.objects.filter(Q(office__in=wanted.offices) | nobody)
    if wanted.actions is not None:
        rows = rows.filter(action__in=wanted.actions)
    if wanted.since is not None:
        rows = rows.filter(at__gte=wanted.since)
    if wanted.until is not None:
        rows = rows.filter(at__lt=wanted.until)
    for word in wanted.words:
        rows = rows.filter(_means(word))
    found = _touches(rows.order_by("-id")[first : first + count + 1])
    return found[:count], len(found) > count


def _means(word: Word) -> Q:
    found = Q(subject__icontains=word.part) | Q(purpose__icontains=word.part)
    found |= Q(action__in=word.actions) | Q(account__in=word.accounts)
    for subject in word.subjects:
        found |= Q(subject_kind="list", subject__startswith=subject)
    for account in word.accounts:
        found |= Q(subject_kind="account", subject__startswith=str(account))
    return found


def touches_at(kind: str, subject: str) -> Sequence[Touch]:
    """What was done to exactly this subject, newest first, at most 200. One query."""
    rows = AuditRow.objects.filter(subject_kind=kind, subject=subject)
    return _touches(rows.order_by("-at", "-id")[:MOST])

"""The audit as a person reads it: what was done to one subject, or by an office's people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

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


def touches_of(kind: str, subject: str) -> Sequence[Touch]:
    """What was done to a subject and its parts, newest first, at most 200. One query."""
    rows = AuditRow.objects.filter(subject_kind=kind, subject__startswith=subject)
    return _touches(rows.order_by("-at", "-id")[:MOST])


def touches_by(offices: Sequence[str], actions: Sequence[str]) -> Sequence[Touch]:
    """What people of those offices did, of those actions, newest first, at most 200. One query."""
    rows = AuditRow.objects.filter(office__in=[*offices, ""], action__in=actions)
    return _touches(rows.order_by("-at", "-id")[:MOST])


def _touches(rows: QuerySet[AuditRow]) -> Sequence[Touch]:
    return tuple(Touch(row.at, row.action, row.account, row.office, row.subject) for row in rows)


def last_at() -> datetime | None:
    """When the newest row was written, by the machine's clock then. One query."""
    return AuditRow.objects.order_by("-id").values_list("at", flat=True).first()


def touches_since(kind: str, subjects: Sequence[str], since: datetime) -> Sequence[Touch]:
    """What was done to any of the subjects after `since` (the machine's time). One query."""
    rows = AuditRow.objects.filter(subject_kind=kind, subject__in=list(subjects), at__gt=since)
    return _touches(rows)

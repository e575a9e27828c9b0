"""Write one touch."""

from datetime import datetime
from uuid import UUID

from django.db import connection

_INSERT = """
INSERT INTO audit_auditrow
    (at, action, account, position, office, subject_kind, subject, purpose, transaction)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, pg_current_xact_id()::text::bigint)
"""


def record(
    action: str,
    *,
    at: datetime,
    account: UUID | None = None,
    position: UUID | None = None,
    office: str = "",
    subject_kind: str = "",
    subject: str = "",
    purpose: str = "",
) -> None:
    """Note that `action` was done to `subject`, in the caller's transaction. One statement.

    Personal data do not belong here: a dossier is named by its code, a person by their account.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            _INSERT, [at, action, account, position, office, subject_kind, subject, purpose[:300]]
        )

"""A bill for each dossier received that owes a fee."""

from collections.abc import Sequence

from django.db import connection

from motcua.core.flow.events import Received
from motcua.dossiers.consumers import Consumer, DossierFacts, Insert, Recorded

_DIFFERENCES = """
SELECT d.code, d.fee_vnd, b.amount_vnd
FROM dossiers_dossier d
FULL JOIN fees_bill b ON b.dossier_id = d.id
WHERE (d.stage <> 'intake_refused' AND d.fee_vnd > 0 AND b.amount_vnd IS DISTINCT FROM d.fee_vnd)
   OR (b.id IS NOT NULL AND (d.id IS NULL OR d.fee_vnd = 0 OR d.stage = 'intake_refused'))
ORDER BY 1
"""


def rows(dossiers: Sequence[DossierFacts], events: Sequence[Recorded]) -> Sequence[Insert]:
    """One bill for each dossier that was just received with a fee."""
    owed = {one.id: one.fee_vnd for one in dossiers}
    bills = [
        (one.dossier, owed[one.dossier], one.at)
        for one in events
        if isinstance(one.event, Received) and owed[one.dossier] > 0
    ]
    return [
        Insert(
            "fees_bill",
            ("dossier_id", "amount_vnd", "billed_at"),
            ("bigint", "bigint", "timestamptz"),
            bills,
        )
    ]


def differences() -> Sequence[str]:
    """Dossiers without their one bill, with another amount, and bills without a dossier."""
    with connection.cursor() as cursor:
        cursor.execute(_DIFFERENCES)
        return [f"{code}: phí {fee}, phiếu thu {bill}" for code, fee, bill in cursor.fetchall()]


CONSUMERS = (Consumer("Phiếu phí", "ledger", rows, differences),)

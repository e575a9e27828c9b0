"""A bill with its lines for each dossier received, and the proof that all books of money agree."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection

from motcua.core.flow.events import Received
from motcua.dossiers.consumers import Consumer, DossierFacts, Insert, Recorded
from motcua.fees import agreeing

UNNAMED = "Phí, lệ phí"
"""The one line of a fee nobody broke down: taken over, or typed in as a sum."""

_DIFFERENCES = """
SELECT d.code, d.fee_vnd, b.amount_vnd
FROM dossiers_dossier d
FULL JOIN fees_bill b ON b.dossier_id = d.id
WHERE (d.stage <> 'intake_refused' AND d.fee_vnd > 0 AND b.amount_vnd IS DISTINCT FROM d.fee_vnd)
   OR (b.id IS NOT NULL AND (d.id IS NULL OR d.fee_vnd = 0 OR d.stage = 'intake_refused'))
ORDER BY 1
"""
_LINES = """
SELECT d.code, b.amount_vnd, coalesce(l.total, 0)
FROM fees_bill b
JOIN dossiers_dossier d ON d.id = b.dossier_id
LEFT JOIN (
    SELECT dossier_id, sum(amount_vnd) AS total FROM fees_line WHERE at_receipt GROUP BY 1
) l ON l.dossier_id = b.dossier_id
WHERE coalesce(l.total, 0) <> b.amount_vnd
ORDER BY 1
"""
_COLUMNS = (
    "dossier_id", "ordinal", "name", "kind", "quantity", "full_vnd", "amount_vnd", "due",
    "article", "exemption", "proof", "reason", "at_receipt", "written_at",
)  # fmt: skip
_TYPES = (
    "bigint", "int2", "text", "text", "text", "bigint", "bigint", "text",
    "text", "text", "text", "text", "bool", "timestamptz",
)  # fmt: skip


def rows(dossiers: Sequence[DossierFacts], events: Sequence[Recorded]) -> Sequence[Insert]:
    """One bill for each dossier that was just received with a fee, and every line of it."""
    facts = {one.id: one for one in dossiers}
    received = [(facts[one.dossier], one.at) for one in events if isinstance(one.event, Received)]
    bills = [(one.id, one.fee_vnd, at) for one, at in received if one.fee_vnd > 0]
    return [
        Insert(
            "fees_bill",
            ("dossier_id", "amount_vnd", "billed_at"),
            ("bigint", "bigint", "timestamptz"),
            bills,
        ),
        Insert(
            "fees_line",
            _COLUMNS,
            _TYPES,
            [line for one, at in received for line in _lines(one, at)],
        ),
    ]


def _lines(one: DossierFacts, at: datetime) -> Sequence[tuple[Any, ...]]:
    if not one.charges:
        fee = one.fee_vnd
        plain = (one.id, 1, UNNAMED, "charge", "", fee, fee, "intake", "", "", "", "", True, at)
        return [plain] if fee else []
    return [
        (one.id, place, c.name, c.kind, c.quantity, c.full_vnd, c.amount_vnd, c.due, c.article,
         c.exemption, c.proof, "", True, at)
        for place, c in enumerate(one.charges, start=1)
    ]  # fmt: skip


def differences() -> Sequence[str]:
    """Dossiers without their one bill, with another amount, bills without a dossier, and bills
    that are not the sum of their lines."""
    with connection.cursor() as cursor:
        cursor.execute(_DIFFERENCES)
        found = [f"{code}: phí {fee}, phiếu thu {bill}" for code, fee, bill in cursor.fetchall()]
        cursor.execute(_LINES)
        return found + [
            f"{code}: phiếu thu {bill}, cộng các khoản {lines}"
            for code, bill, lines in cursor.fetchall()
        ]


def nothing(dossiers: Sequence[DossierFacts], events: Sequence[Recorded]) -> Sequence[Insert]:
    """Money moves by acts of its own."""
    return ()


CONSUMERS = (
    Consumer("Phiếu phí", "ledger", rows, differences),
    Consumer("Sổ thu", "ledger", nothing, agreeing.differences),
)

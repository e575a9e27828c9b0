"""Seal: committed rows into blocks, the day's heads of all dossiers into one hash."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import connection, transaction

from motcua.audit.models import AuditRow, Block, DaySeal
from motcua.audit.recording import record
from motcua.core.ledger import FORM, block_hash, row_hash

LOCK = 7_043_117
SIZE = 5000
DAY_SEALED = "day_sealed"
Head = tuple[str, int, bytes]


@transaction.atomic
def seal(at: datetime) -> int:
    """Seal what is committed for sure; returns how many rows. Safe to run twice, or by two at once.

    Takes at most 5,000 rows a call, in order of id, of transactions older than every one still
    running, so that no row can commit later with a place inside a sealed block.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
        horizon = cursor.fetchone()[0]
    rows = list(AuditRow.objects.filter(block=None, transaction__lt=horizon).order_by("id")[:SIZE])
    if not rows:
        return 0
    last = Block.objects.order_by("-number").first()
    number = last.number + 1 if last else 1
    previous = bytes(last.hash) if last else None
    block = Block.objects.create(
        number=number,
        sealed_at=at,
        size=len(rows),
        previous=previous,
        hash=block_hash(FORM, number, at, [hash_of(row) for row in rows], previous),
    )
    AuditRow.objects.filter(id__in=[row.id for row in rows]).update(block=block)
    return len(rows)


def adopt() -> int:
    """After a restore: rows not sealed yet lose the number of another server's transaction, which
    this server may not reach for years. Answers how many."""
    return AuditRow.objects.filter(block=None).update(transaction=0)


def hash_of(row: AuditRow) -> bytes:
    """The hash of one row, all but its block."""
    return row_hash(FORM, "audit", row_facts(row))


def row_facts(row: AuditRow) -> dict[str, object]:
    """What of a row is hashed, and what an export tells of it."""
    return {
        "id": row.id,
        "at": row.at,
        "action": row.action,
        "account": row.account,
        "position": row.position,
        "office": row.office,
        "subject_kind": row.subject_kind,
        "subject": row.subject,
        "purpose": row.purpose,
        "transaction": row.transaction,
    }


def heads_hash(day: date, heads: Sequence[Head]) -> bytes:
    """One hash over the heads of all dossiers (uuid, seq, hash), in order of uuid."""
    return row_hash(
        FORM,
        "heads",
        {"day": day.isoformat(), "heads": [[uuid, seq, h.hex()] for uuid, seq, h in heads]},
    )


@transaction.atomic
def seal_heads(day: date, until_at: datetime, heads: Sequence[Head], at: datetime) -> str:
    """Seal the heads as they stood before `until_at`; returns the seal in hex, to print or copy.

    A day is sealed once: the seal of before is answered again.
    """
    found = DaySeal.objects.filter(day_on=day).first()
    if found:
        return bytes(found.hash).hex()
    sealed = heads_hash(day, heads)
    DaySeal.objects.create(
        day_on=day, sealed_at=at, until_at=until_at, dossiers=len(heads), hash=sealed
    )
    record(DAY_SEALED, at=at, subject_kind="day", subject=seal_subject(day, sealed))
    return sealed.hex()


def seal_subject(day: date, sealed: bytes) -> str:
    """How the audit names the seal of a day."""
    return f"{day} {sealed.hex()}"

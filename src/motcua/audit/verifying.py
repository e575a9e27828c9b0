"""Prove the blocks: each row is what it was when it was sealed, and no block is missing.

The database refuses changes by triggers (migration 0002). Whoever owns it may switch them off, so
that they are there and on is looked at too.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db import connection

from motcua.audit.models import AuditRow, Block, DaySeal
from motcua.audit.sealing import DAY_SEALED, hash_of, seal_subject
from motcua.core.ledger import FORM, block_hash

GUARDS = ("audit_rows_stay", "audit_rows_are_kept", "audit_blocks_stay", "audit_seals_stay")


@dataclass(frozen=True, slots=True)
class Verified:
    """The differences found, in words, and how many rows are not sealed yet."""

    differences: tuple[str, ...]
    unsealed: int


def verify() -> Verified:
    """Recompute every block. Reads all rows, a block at a time."""
    return Verified(tuple(_differences()), AuditRow.objects.filter(block=None).count())


def _differences() -> Iterator[str]:
    previous: bytes | None = None
    expected = 1
    for block in Block.objects.order_by("number").iterator():
        if block.number != expected:
            yield f"nhật ký: thiếu khối {expected}"
        rows = list(block.rows.order_by("id"))
        if len(rows) != block.size:
            yield f"nhật ký: khối {block.number} có {len(rows)} dòng, lúc niêm phong {block.size}"
        hashes = [hash_of(row) for row in rows]
        if _bytes(block.previous) != previous or bytes(block.hash) != block_hash(
            FORM, block.number, block.sealed_at, hashes, previous
        ):
            yield f"nhật ký: khối {block.number} đã bị sửa"
        previous, expected = bytes(block.hash), block.number + 1
    yield from _seals()
    yield from _guards()


def _seals() -> Iterator[str]:
    """Each day's seal stands in the audit too, under the same hash, and the reverse."""
    told = set(AuditRow.objects.filter(action=DAY_SEALED).values_list("subject", flat=True))
    for seal in DaySeal.objects.order_by("day_on"):
        said = seal_subject(seal.day_on, bytes(seal.hash))
        if said not in told:
            yield f"nhật ký: niêm phong ngày {seal.day_on:%d/%m/%Y} không có trong nhật ký"
        told.discard(said)
    for said in sorted(told):
        day = date.fromisoformat(said.split()[0])
        yield f"nhật ký: niêm phong ngày {day:%d/%m/%Y} có trong nhật ký mà không còn dấu"


def _guards() -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgname FROM pg_trigger WHERE tgenabled IN ('O', 'A')")
        on = {row[0] for row in cursor.fetchall()}
    for name in GUARDS:
        if name not in on:
            yield f"nhật ký: chốt chống sửa {name} đã bị tắt hoặc gỡ"


def _bytes(value: bytes | memoryview | None) -> bytes | None:
    return None if value is None else bytes(value)

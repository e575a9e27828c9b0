"""Prove the blocks: each row is what it was when it was sealed, and no block is missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from motcua.audit.models import AuditRow, Block, DaySeal
from motcua.audit.sealing import hash_of
from motcua.core.ledger import FORM, block_hash


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


def _seals() -> Iterator[str]:
    """Each day's seal stands in the audit too, under the same hash."""
    for seal in DaySeal.objects.order_by("day_on"):
        said = f"{seal.day_on} {bytes(seal.hash).hex()}"[:80]
        if not AuditRow.objects.filter(action="day_sealed", subject=said).exists():
            yield f"nhật ký: niêm phong ngày {seal.day_on:%d/%m/%Y} không có trong nhật ký"


def _bytes(value: bytes | memoryview | None) -> bytes | None:
    return None if value is None else bytes(value)

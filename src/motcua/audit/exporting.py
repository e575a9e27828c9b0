"""The audit as a file to take away: JSON lines that prove themselves without this program.

A line is an object with `kind`: `head`, then `row`, `block`, `seal`, whatever the caller adds, and
`end` with the SHA-256 of every byte before it. A row that is not for the reader's eyes leaves only
its hash: its block can be recomputed all the same. `deploy/verify_audit.py` reads the file.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Max, Min, Q, QuerySet

from motcua.audit.models import AuditRow, Block, DaySeal
from motcua.audit.sealing import DAY_SEALED, hash_of, row_facts, seal
from motcua.core.clock import VN
from motcua.core.ledger import FORM, canonical

CHUNK = 1000
Line = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Eyes:
    """Whose rows may be read whole: of these offices, and those of no office by these accounts
    or by the program. `offices` None: every row."""

    offices: frozenset[str] | None = None
    accounts: frozenset[Any] = frozenset()

    def may_read(self, row: AuditRow) -> bool:
        """Whether the row is exported whole."""
        if self.offices is None or row.office in self.offices:
            return True
        return row.office == "" and (row.account is None or row.account in self.accounts)


def seal_all(at: datetime) -> None:
    """Seal what can be sealed now, so that the file holds as few unsealed rows as may be."""
    while seal(at):
        continue


def write(
    first: date,
    last: date,
    at: datetime,
    eyes: Eyes,
    more: Iterable[Line] = (),
    whole: bool = False,
) -> Iterator[bytes]:
    """The lines of a period, both days included, in whole blocks; `more` are lines of rooms above.

    `whole` says that `more` holds the history of every dossier, so that the seals of days can be
    recomputed. Reads a thousand rows at a time; run it in a snapshot.
    """
    blocks = _blocks(first, last)
    head = {
        "kind": "head",
        "form": FORM,
        "from": first.isoformat(),
        "to": last.isoformat(),
        "made_at": at,
        "all_dossiers": whole,
    }
    digest = hashlib.sha256()
    for line in _all(head, blocks, _unsealed(first, last), eyes, more):
        raw = canonical(line) + b"\n"
        digest.update(raw)
        yield raw
    yield canonical({"kind": "end", "sha256": digest.hexdigest()}) + b"\n"


def _all(
    head: Line,
    blocks: QuerySet[Block],
    unsealed: QuerySet[AuditRow],
    eyes: Eyes,
    more: Iterable[Line],
) -> Iterator[Line]:
    yield head
    told: list[str] = []
    for block in blocks.iterator(chunk_size=100):
        yield from _rows(block.rows.order_by("id"), block.number, eyes, told)
        yield {
            "kind": "block",
            "number": block.number,
            "sealed_at": block.sealed_at,
            "size": block.size,
            "previous": None if block.previous is None else bytes(block.previous).hex(),
            "hash": bytes(block.hash).hex(),
        }
    yield from _rows(unsealed, None, eyes, told)
    yield from _seals(told)
    yield from more


def _blocks(first: date, last: date) -> QuerySet[Block]:
    """The blocks from the first to the last with a row of the period: none is left out between."""
    ends = AuditRow.objects.filter(_within(first, last), block__isnull=False).aggregate(
        first=Min("block__number"), last=Max("block__number")
    )
    if ends["first"] is None:
        return Block.objects.none()
    return Block.objects.filter(number__range=(ends["first"], ends["last"])).order_by("number")


def _unsealed(first: date, last: date) -> QuerySet[AuditRow]:
    return AuditRow.objects.filter(_within(first, last), block=None).order_by("id")


def _within(first: date, last: date) -> Q:
    start = datetime.combine(first, datetime.min.time(), VN)
    end = datetime.combine(last + timedelta(days=1), datetime.min.time(), VN)
    return Q(at__gte=start, at__lt=end)


def _rows(
    rows: QuerySet[AuditRow], block: int | None, eyes: Eyes, told: list[str]
) -> Iterator[Line]:
    for row in rows.iterator(chunk_size=CHUNK):
        if row.action == DAY_SEALED:
            told.append(row.subject)
        if eyes.may_read(row):
            yield {"kind": "row", "block": block, "row": row_facts(row)}
        else:
            yield {"kind": "row", "block": block, "hash": hash_of(row).hex()}


def _seals(told: Sequence[str]) -> Iterator[Line]:
    """The seals of days that these rows speak of."""
    days = [subject.split()[0] for subject in told]
    for seal_of_day in DaySeal.objects.filter(day_on__in=days).order_by("day_on"):
        yield {
            "kind": "seal",
            "day": seal_of_day.day_on.isoformat(),
            "until_at": seal_of_day.until_at,
            "dossiers": seal_of_day.dossiers,
            "hash": bytes(seal_of_day.hash).hex(),
        }

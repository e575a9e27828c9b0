"""`lock`: the first move of every act. One statement takes the rows, in id order."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from motcua.core.clock import VN
from motcua.core.codes import DossierCode, NotACode
from motcua.core.flow import State
from motcua.dossiers.asked import Asked, Intake
from motcua.dossiers.rows.prepared import prepared
from motcua.organization.selectors import office_by_id


@dataclass(frozen=True, slots=True)
class Earlier:
    """What the same key already did to this dossier."""

    first_seq: int
    last_seq: int


@dataclass(frozen=True, slots=True)
class LastEvent:
    """The event that moved the dossier on since the page was drawn, for the refusal's words."""

    kind: str
    at: datetime
    person: str
    title: str


@dataclass(frozen=True, slots=True)
class Locked:
    """A dossier held until the transaction ends."""

    id: int
    uuid: UUID
    code: str
    office_id: int
    version_id: int
    process_id: int
    channel: str
    fee_vnd: int
    year: int
    received_at: datetime
    calendar_edition: str
    head_seq: int
    head_hash: bytes
    changed_at: datetime
    state: State
    earlier: Earlier | None
    moved: LastEvent | None


_LOCK = """
SELECT d.id, d.uuid, d.code, d.office_id, d.procedure_version_id, d.process_id, d.channel,
       d.fee_vnd, d.year, d.received_at, d.calendar_edition, d.head_seq, d.head_hash,
       d.changed_at, d.flow::text, k.first_seq, k.last_seq, m.kind, m.at, m.full_name, m.title
FROM unnest(%(ids)s::bigint[], %(seqs)s::int[]) AS asked (id, seq)
JOIN dossiers_dossier d ON d.id = asked.id
LEFT JOIN dossiers_actkey k ON k.dossier_id = d.id AND k.key = %(key)s
LEFT JOIN LATERAL (
    SELECT e.kind, e.at, a.full_name, p.title
    FROM dossiers_event e
    JOIN identity_account a ON a.id = e.account_id
    JOIN identity_position p ON p.id = e.position_id
    WHERE e.dossier_id = d.id AND e.seq = d.head_seq AND d.head_seq <> asked.seq
) m ON TRUE
ORDER BY d.id
FOR UPDATE OF d
"""


def lock(asked: Sequence[Asked], *, key: UUID) -> dict[int, Locked]:
    """The asked dossiers by id, locked in id order; ids that do not exist are absent.

    One round trip. Waits for whoever holds a row; two acts on crossing sets cannot deadlock,
    since both lock by ascending id. Must run inside a transaction.

    Who waited gets the row as it is now, but beside it what the other tables held before the wait:
    then it is asked once more, so that it is known who was first, and with which key.
    """
    seqs = {a.dossier: a.seq for a in asked}
    locked = _read(seqs, key)
    if any(row.head_seq != seqs[row.id] and row.moved is None for row in locked):
        locked = _read(seqs, key)
    return {row.id: row for row in locked}


def _read(seqs: Mapping[int, int], key: UUID) -> Sequence[Locked]:
    with prepared() as cursor:
        cursor.execute(_LOCK, {"ids": [*seqs], "seqs": [*seqs.values()], "key": key})
        return [_locked(row) for row in cursor.fetchall()]


def _locked(row: tuple[Any, ...]) -> Locked:
    earlier = None if row[15] is None else Earlier(first_seq=row[15], last_seq=row[16])
    moved = (
        None if row[17] is None else LastEvent(row[17], row[18].astimezone(VN), row[19], row[20])
    )
    return Locked(
        id=row[0],
        uuid=row[1],
        code=row[2],
        office_id=row[3],
        version_id=row[4],
        process_id=row[5],
        channel=row[6],
        fee_vnd=row[7],
        year=row[8],
        received_at=row[9].astimezone(VN),
        calendar_edition=row[10],
        head_seq=row[11],
        head_hash=bytes(row[12]),
        changed_at=row[13].astimezone(VN),
        state=State.from_json(json.loads(row[14])),
        earlier=earlier,
        moved=moved,
    )


@dataclass(frozen=True, slots=True)
class Numbers:
    """Row ids and running numbers for new dossiers, in the order they were asked.

    `earlier` is filled instead when the key had already received them: (row id, code, head seq).
    """

    ids: tuple[int, ...]
    numbers: tuple[int, ...]
    earlier: tuple[tuple[int, str, int], ...] = ()


_NUMBERS = """
WITH earlier AS (
    SELECT k.ordinal, d.id, d.code, k.last_seq
    FROM dossiers_actkey k JOIN dossiers_dossier d ON d.id = k.dossier_id
    WHERE k.key = %(key)s
), wanted AS (
    SELECT office, day, count
    FROM unnest(%(offices)s::bigint[], %(days)s::date[], %(counts)s::int[])
        AS w (office, day, count)
    WHERE NOT EXISTS (SELECT FROM earlier)
    ORDER BY office, day
), book AS (
    INSERT INTO dossiers_codebook (office_id, day_on, last)
    SELECT office, day, count FROM wanted
    ON CONFLICT (office_id, day_on) DO UPDATE SET last = dossiers_codebook.last + excluded.last
    RETURNING office_id, day_on, last
)
SELECT 'book', office_id, day_on, last, NULL::text FROM book
UNION ALL
SELECT 'id', nextval(pg_get_serial_sequence('dossiers_dossier', 'id')), NULL, NULL, NULL
FROM generate_series(1, %(n)s) WHERE NOT EXISTS (SELECT FROM earlier)
UNION ALL
SELECT 'earlier', id, NULL, last_seq, code FROM earlier
"""


def lock_numbers(asked: Sequence[Intake], *, key: UUID) -> Numbers:
    """Running numbers of each intake's office and day, and fresh row ids. One round trip.

    Holds the office's book of the day until the transaction ends, so numbers come without gap
    or repeat: two counters of one office wait for one another for the length of one insert.
    A rolled-back intake gives its number back. What brings its own code gets 0.
    """
    days = [None if intake.given_code else _book(intake) for intake in asked]
    counts: dict[tuple[int, date], int] = {}
    for place in days:
        if place is not None:
            counts[place] = counts.get(place, 0) + 1
    with prepared() as cursor:
        cursor.execute(
            _NUMBERS,
            {
                "key": key,
                "offices": [office for office, _ in counts],
                "days": [day for _, day in counts],
                "counts": list(counts.values()),
                "n": len(asked),
            },
        )
        rows = cursor.fetchall()
    earlier = tuple((row[1], row[4], row[3]) for row in rows if row[0] == "earlier")
    if earlier:
        return Numbers(ids=(), numbers=(), earlier=earlier)
    following = {
        (row[1], row[2]): row[3] - counts[row[1], row[2]] for row in rows if row[0] == "book"
    }
    numbers = []
    for place in days:
        if place is not None:
            following[place] += 1
        numbers.append(following[place] if place is not None else 0)
    return Numbers(
        ids=tuple(sorted(row[1] for row in rows if row[0] == "id")), numbers=tuple(numbers)
    )


def _book(intake: Intake) -> tuple[int, date]:
    """The office and the day whose numbers a dossier takes."""
    return intake.by.office_id, intake.numbered_at.astimezone(VN).date()


_LEAVE = """
INSERT INTO dossiers_codebook (office_id, day_on, last)
SELECT office, day, number
FROM unnest(%s::bigint[], %s::date[], %s::int[]) AS w (office, day, number)
ORDER BY office, day
ON CONFLICT (office_id, day_on) DO UPDATE
SET last = greatest(dossiers_codebook.last, excluded.last)
"""


def leave_numbers(asked: Sequence[Intake]) -> None:
    """Numbers that codes of a register bear in an office's own scheme are not given again.

    One round trip when there are such codes. Holds their books until the transaction ends.
    """
    last: dict[tuple[int, date], int] = {}
    for intake in asked:
        try:
            code = DossierCode.parse(intake.given_code)
        except NotACode:
            continue
        if code.agency == office_by_id(intake.by.office_id).agency_code:
            place = intake.by.office_id, code.day
            last[place] = max(code.number, last.get(place, 0))
    if last:
        offices, days = [o for o, _ in last], [d for _, d in last]
        with connection.cursor() as cursor:
            cursor.execute(_LEAVE, [offices, days, list(last.values())])

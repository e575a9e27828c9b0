"""`record`: the last move of every act, and the only writer of events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.core.clock import VN
from motcua.core.flow import Event
from motcua.core.ledger import FORM, canonical, written_event_hash
from motcua.dossiers.consumers import DossierFacts, Insert, Recorded, filled
from motcua.dossiers.rows.statement import Statement
from motcua.identity.actors import Actor

_EVENT_COLUMNS = (
    "dossier_id", "seq", "kind", "version", "at", "recorded_at", "position_id", "account_id",
    "payload", "previous", "hash", "year",
)  # fmt: skip
_EVENT_TYPES = (
    "bigint", "int", "text", "int2", "timestamptz", "timestamptz", "bigint", "bigint", "jsonb",
    "bytea", "bytea", "int2",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """Free words of an act, to be kept beside its first event."""

    place: str
    ordinal: int
    body: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class Chained:
    """The events of one act on one dossier, hashed onto its chain, and the rows they become."""

    rows: Sequence[tuple[Any, ...]]
    recorded: Sequence[Recorded]
    head_seq: int
    head_hash: bytes


def chain(
    events: Sequence[Event],
    *,
    dossier: int,
    uuid: UUID,
    year: int,
    seq: int,
    previous: bytes | None,
    recorded_at: datetime,
    by: Actor,
) -> Chained:
    """Give each of at least one event its seq and hash, after `seq` and `previous`."""
    recorded_at = recorded_at.astimezone(VN)
    actor = canonical([str(by.position_uuid), str(by.account_uuid)])
    rows, recorded = [], []
    for event in events:
        seq += 1
        at, payload = event.at.astimezone(VN), canonical(event.payload())
        digest = written_event_hash(
            FORM, uuid, seq, event.kind, event.version, at, recorded_at, actor, payload,
            previous,
        )  # fmt: skip
        rows.append(
            (
                dossier,
                seq,
                event.kind,
                event.version,
                at,
                recorded_at,
                by.position_id,
                by.account_id,
                payload.decode(),
                previous,
                digest,
                year,
            )
        )
        recorded.append(Recorded(dossier, seq, at, recorded_at, event))
        previous = digest
    return Chained(rows=rows, recorded=recorded, head_seq=seq, head_hash=previous or b"")


@dataclass(frozen=True, slots=True)
class Act:
    """What one dossier's part of an act adds to the record."""

    facts: DossierFacts
    chained: Chained
    words: Sequence[Words]
    ordinal: int


def record(statement: Statement, acts: Sequence[Act], *, key: UUID) -> None:
    """Add events, words, the act's key and every consumer's rows to `statement` and send it.

    The one writer of events. One round trip with all that `save` put into the statement. Raises
    IntegrityError when the same key was written by someone else in the meantime.
    """
    statement.insert(
        Insert(
            "dossiers_event",
            _EVENT_COLUMNS,
            _EVENT_TYPES,
            [r for a in acts for r in a.chained.rows],
        )
    )
    statement.insert(
        Insert(
            "dossiers_text",
            ("dossier_id", "seq", "place", "ordinal", "body", "salt"),
            ("bigint", "int", "text", "int2", "text", "bytea"),
            [
                (a.facts.id, a.chained.recorded[0].seq, w.place, w.ordinal, w.body, w.salt)
                for a in acts
                for w in a.words
            ],
        )
    )
    statement.insert(
        Insert(
            "dossiers_actkey",
            ("key", "ordinal", "dossier_id", "first_seq", "last_seq"),
            ("uuid", "int", "bigint", "int", "int"),
            [
                (key, a.ordinal, a.facts.id, a.chained.recorded[0].seq, a.chained.head_seq)
                for a in acts
            ],
        )
    )
    facts = [a.facts for a in acts]
    recorded = [event for a in acts for event in a.chained.recorded]
    for consumer in filled():
        for rows in consumer.rows(facts, recorded):
            statement.insert(rows)
    statement.execute()

"""`begin`: the rows of dossiers that did not exist before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.catalogue.selectors import ProcessRow, VersionRow
from motcua.core.clock import VN
from motcua.core.flow import Event, State
from motcua.core.text import search_key, sort_key
from motcua.dossiers.asked import Intake, PartyData
from motcua.dossiers.consumers import Insert
from motcua.dossiers.rows.prepared import prepared
from motcua.dossiers.rows.projection import add_visits, merged, visits
from motcua.dossiers.rows.saving import CACHE_TYPES, CACHES, caches
from motcua.dossiers.rows.statement import Statement


@dataclass(frozen=True, slots=True)
class Declared:
    """A person in a role, with the salt of their digest."""

    role: str
    ordinal: int
    party: PartyData
    salt: bytes


@dataclass(frozen=True, slots=True)
class New:
    """A dossier about to begin: what was asked, its first events and its states after each."""

    id: int
    uuid: UUID
    code: str
    intake: Intake
    version: VersionRow
    process: ProcessRow
    parties: Sequence[Declared]
    events: Sequence[Event]
    states: Sequence[State]
    head_hash: bytes
    recorded_at: datetime


_COLUMNS = (
    "id", "uuid", "code", "office_id", "procedure_version_id", "process_id", "channel", "copies",
    "result_by", "fee_vnd", "imported", "year", "received_at", "head_seq", "head_hash",
    "changed_at", *CACHES,
)  # fmt: skip
_TYPES = (
    "bigint", "uuid", "text", "bigint", "bigint", "bigint", "text", "int2", "text", "bigint",
    "bool", "int2", "timestamptz", "int", "bytea", "timestamptz", *CACHE_TYPES,
)  # fmt: skip
_KEPT = ("id", "uuid", "imported", "year")
"""What stays as it was when it came."""
_CLEAR = """
WITH people AS (DELETE FROM dossiers_party WHERE dossier_id = %(id)s)
DELETE FROM dossiers_dossiercomponent WHERE dossier_id = %(id)s
"""
_PARTY_COLUMNS = (
    "dossier_id", "role", "ordinal", "kind", "name", "search_key", "sort_key", "id_number",
    "phone", "address", "birth_on", "authorisation", "id_kind", "no_id_reason", "email",
    "salt",
)  # fmt: skip
_PARTY_TYPES = (
    "bigint", "text", "int2", "text", "text", "text", "text", "text", "text", "text", "date",
    "text", "text", "text", "text", "bytea",
)  # fmt: skip


def begin(statement: Statement, new: Sequence[New]) -> None:
    """Put the dossiers with their people, papers and first steps into `statement`."""
    statement.insert(Insert("dossiers_dossier", _COLUMNS, _TYPES, [_dossier(n) for n in new]))
    _declare(statement, new)
    changes = []
    for n in new:
        before: State | None = None
        steps = []
        for event, state in zip(n.events, n.states, strict=True):
            office = n.intake.by.office_id
            steps.append(visits(n.id, office, n.process, before, state, event.at))
            before = state
        changes.append(merged(steps))
    add_visits(statement, changes)


def _declare(statement: Statement, new: Sequence[New]) -> None:
    """People and papers, as they were told."""
    statement.insert(
        Insert(
            "dossiers_party",
            _PARTY_COLUMNS,
            _PARTY_TYPES,
            [_party(n.id, declared) for n in new for declared in n.parties],
        )
    )
    statement.insert(
        Insert(
            "dossiers_dossiercomponent",
            ("dossier_id", "ordinal", "name", "kind", "copies", "applies"),
            ("bigint", "int2", "text", "text", "int2", "bool"),
            [
                (n.id, p.ordinal, p.name, p.kind, p.copies, p.applies)
                for n in new
                for p in n.intake.papers
            ],
        )
    )


def go_on(statement: Statement, new: New, before: State) -> None:
    """Put what was sent in before into `statement` as received or refused, with its people and
    papers as they are told now; `cleared` must have taken the earlier ones away."""
    columns = [name for name in _COLUMNS if name not in _KEPT]
    types = [kind for name, kind in zip(_COLUMNS, _TYPES, strict=True) if name not in _KEPT]
    row = [v for name, v in zip(_COLUMNS, _dossier(new), strict=True) if name not in _KEPT]
    statement.update(
        "dossiers_dossier",
        match=("id",),
        columns=columns,
        types=("bigint", *types),
        rows=[(new.id, *row)],
    )
    _declare(statement, [new])
    office = new.intake.by.office_id
    states = [before, *new.states]
    steps = [
        visits(new.id, office, new.process, states[place], states[place + 1], event.at)
        for place, event in enumerate(new.events)
    ]
    add_visits(statement, [merged(steps)])


def cleared(dossier: int) -> None:
    """Take away the people and papers of what was sent in: others are told now. One round trip."""
    with prepared() as cursor:
        cursor.execute(_CLEAR, {"id": dossier})


def amend(statement: Statement, dossier: int, parties: Sequence[Declared]) -> None:
    """Put the new reading of people, with its new salt, over the old one."""
    statement.update(
        "dossiers_party",
        match=_PARTY_COLUMNS[:3],
        columns=_PARTY_COLUMNS[3:],
        types=_PARTY_TYPES,
        rows=[_party(dossier, declared) for declared in parties],
    )


def _dossier(n: New) -> tuple[Any, ...]:
    intake, state = n.intake, n.states[-1]
    received_at = intake.at.astimezone(VN)
    return (
        n.id, n.uuid, n.code, intake.by.office_id, n.version.id, n.process.id, intake.channel,
        intake.copies, intake.result_by, intake.fee_vnd, intake.register is not None,
        received_at.year, received_at,
        state.seq, n.head_hash, n.recorded_at, *caches(state),
    )  # fmt: skip


def _party(dossier: int, declared: Declared) -> tuple[Any, ...]:
    party = declared.party
    return (
        dossier, declared.role, declared.ordinal, party.kind, party.name, search_key(party.name),
        sort_key(party.name), party.id_number, party.phone, party.address, party.birth_on,
        party.authorisation, party.id_kind, party.no_id_reason, party.email, declared.salt,
    )  # fmt: skip

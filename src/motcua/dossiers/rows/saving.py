"""`save`: the caches of a dossier's row, as its state says them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from motcua.core.flow import State
from motcua.dossiers.rows.statement import PLAIN, Statement
from motcua.organization.selectors import office_by_slug

CACHES = (
    "stage", "due_at", "due_provisional", "paused_since", "supplements", "finished_at",
    "returned_at", "outcome", "overdue_reason", "calendar_edition", "flow",
    "handled_by_id", "promised_at",
)  # fmt: skip
CACHE_TYPES = (
    "text", "timestamptz", "bool", "timestamptz", "int2", "timestamptz", "timestamptz", "text",
    "text", "text", "jsonb", "bigint", "timestamptz",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """A dossier's row after an act: its state and the end of its chain."""

    dossier: int
    state: State
    head_hash: bytes
    changed_at: datetime


def caches(state: State) -> tuple[Any, ...]:
    """The cached columns, in the order of `CACHES`."""
    return (
        state.stage.value,
        state.due_at,
        state.provisional,
        state.paused_since if state.due_at is None else None,
        state.supplements,
        state.finished_at,
        state.returned_at,
        state.outcome or "",
        state.overdue_reason or "",
        state.calendar,
        PLAIN.encode(state.to_json()),
        office_by_slug(state.office).id if state.office else None,
        state.promised_at,
    )


def save(statement: Statement, heads: Sequence[Head]) -> None:
    """Put the new caches and chain ends of the dossiers into `statement`."""
    statement.update(
        "dossiers_dossier",
        match=("id",),
        columns=(*CACHES, "head_seq", "head_hash", "changed_at"),
        types=("bigint", *CACHE_TYPES, "int", "bytea", "timestamptz"),
        rows=[
            (head.dossier, *caches(head.state), head.state.seq, head.head_hash, head.changed_at)
            for head in heads
        ],
    )

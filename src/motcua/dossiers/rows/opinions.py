"""The rows of opinions asked for, told from the states before and after an event."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from motcua.core.clock import VN
from motcua.core.flow import Event, Opinion, State
from motcua.core.flow.events import OpinionGiven
from motcua.dossiers.consumers import Insert
from motcua.dossiers.rows.statement import Statement
from motcua.organization.selectors import department_by_code, office_by_slug

ENDED = ("ended_at", "ended_on", "ended_by", "stance")
COLUMNS = (
    "dossier_id", "ordinal", "step", "office_id", "department_id", "asked_seq", "asked_at",
    "due_on", "consents", *ENDED,
)  # fmt: skip
_ENDED_TYPES = ("timestamptz", "date", "text", "text")
_TYPES = (
    "bigint", "int2", "text", "bigint", "bigint", "int", "timestamptz", "date", "bool",
    *_ENDED_TYPES,
)  # fmt: skip
_OPEN = (None, None, "", "")


@dataclass(frozen=True, slots=True)
class Opinions:
    """What an event changes: rows to add, and (dossier, ordinal, how it ended) to set."""

    asked: Sequence[tuple[Any, ...]]
    ended: Sequence[tuple[Any, ...]]


def opinions(dossier: int, before: State | None, after: State, event: Event) -> Opinions:
    """The difference an event makes. What an undoing brings back is waited for again."""
    old = {one.ordinal for one in before.opinions} if before else set()
    known = before.consulted if before else 0
    new = {one.ordinal: one for one in after.opinions}
    asked = [_row(dossier, one, after.seq, event) for one in new.values() if one.ordinal > known]
    ended = [(dossier, ordinal, *_end(event)) for ordinal in sorted(old - new.keys())]
    ended += [(dossier, n, *_OPEN) for n in new if n not in old and n <= known]
    return Opinions(asked, ended)


def add_opinions(statement: Statement, changes: Sequence[Opinions]) -> None:
    """Put them into an act's statement; no act both asks and ends one."""
    statement.insert(
        Insert("dossiers_askedopinion", COLUMNS, _TYPES, [r for one in changes for r in one.asked])
    )
    statement.update(
        "dossiers_askedopinion",
        match=("dossier_id", "ordinal"),
        columns=ENDED,
        types=("bigint", "int2", *_ENDED_TYPES),
        rows=[row for one in changes for row in one.ended],
    )


def _row(dossier: int, one: Opinion, seq: int, event: Event) -> tuple[Any, ...]:
    office = office_by_slug(one.office)
    department = department_by_code(office.id, one.department) if one.department else None
    return (
        dossier, one.ordinal, one.step, office.id, department.id if department else None, seq,
        event.at, date.fromisoformat(one.due_on), bool(one.article), *_OPEN,
    )  # fmt: skip


def _end(event: Event) -> tuple[Any, ...]:
    if isinstance(event, OpinionGiven):
        return event.at, date.fromisoformat(event.answered_on), event.kind, event.stance
    return event.at, event.at.astimezone(VN).date(), event.kind, ""

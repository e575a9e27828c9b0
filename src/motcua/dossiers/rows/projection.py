"""The visits to steps as the rows inboxes read, told from the state before and after an act."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from motcua.catalogue.selectors import ProcessRow
from motcua.core.flow import OpenStep, State
from motcua.dossiers.consumers import Insert
from motcua.dossiers.holders import holder
from motcua.dossiers.rows.statement import Statement

_COLUMNS = (
    "dossier_id", "opened_seq", "key", "name", "office_id", "department_id", "position_kind",
    "entered_at", "due_at", "seen", "taken", "assignee", "left_at", "left_seq",
)  # fmt: skip
_TYPES = (
    "bigint", "int", "text", "text", "bigint", "bigint", "text", "timestamptz", "timestamptz",
    "bool", "bool", "uuid", "timestamptz", "int",
)  # fmt: skip


HANDS, LEFT = _COLUMNS.index("due_at"), _COLUMNS.index("left_at")
"""Where in a row what an act may change of an open visit begins, and where its leaving."""


@dataclass(frozen=True, slots=True)
class Visits:
    """What an act changes among the visits of one dossier."""

    opened: Sequence[tuple[Any, ...]]
    left: Sequence[tuple[Any, ...]]
    changed: Sequence[tuple[Any, ...]]


def visits(
    dossier: int,
    office_id: int,
    process: ProcessRow,
    before: State | None,
    after: State,
    at: datetime,
) -> Visits:
    """The difference between two states as rows to add, to close and to refresh."""
    old = {step.key: step for step in before.open} if before else {}
    new = {step.key: step for step in after.open}
    given = _given_away(office_id, process, before, after)
    opened = [
        _row(
            dossier,
            office_id,
            process,
            replace(step, entered_at=at) if key in given else step,
            after,
        )
        for key, step in new.items()
        if key in given or _is_new(old.get(key), step)
    ]
    left = [
        (dossier, key, at, after.seq)
        for key, step in old.items()
        if key in given or key not in new or _is_new(step, new[key])
    ]
    changed = [
        (dossier, key, *hands_of(step))
        for key, step in new.items()
        if key in old
        and key not in given
        and not _is_new(old[key], step)
        and _differs(old[key], step)
    ]
    return Visits(opened=opened, left=left, changed=changed)


def merged(steps: Sequence[Visits]) -> Visits:
    """The changes of one act's events as one: what opened and then changed opens as changed, what
    was left again as left. One statement cannot refresh a row that it adds itself.
    """
    opened: dict[str, tuple[Any, ...]] = {}
    over: list[tuple[Any, ...]] = []
    left: list[tuple[Any, ...]] = []
    changed: dict[str, tuple[Any, ...]] = {}
    for visit in steps:
        for row in visit.left:
            changed.pop(row[1], None)
            if row[1] in opened:
                over.append((*opened.pop(row[1])[:LEFT], *row[2:]))
            else:
                left.append(row)
        for row in visit.changed:
            if row[1] in opened:
                opened[row[1]] = (*opened[row[1]][:HANDS], *row[2:], None, None)
            else:
                changed[row[1]] = row
        opened.update({row[2]: row for row in visit.opened})
    return Visits([*over, *opened.values()], left, list(changed.values()))


def add_visits(statement: Statement, all_visits: Sequence[Visits]) -> None:
    """Put the visits of an act's dossiers into its statement.

    What is opened stands first: PostgreSQL completes the parts of a statement last to first, and
    a step that follows itself is left before it is opened again.
    """
    opened = [row for v in all_visits for row in v.opened]
    statement.insert(Insert("dossiers_dossierstep", _COLUMNS, _TYPES, opened))
    statement.update(
        "dossiers_dossierstep",
        match=("dossier_id", "key"),
        columns=("left_at", "left_seq"),
        types=("bigint", "text", "timestamptz", "int"),
        rows=[row for v in all_visits for row in v.left],
        only="t.left_at IS NULL",
    )
    statement.update(
        "dossiers_dossierstep",
        match=("dossier_id", "key"),
        columns=("due_at", "seen", "taken", "assignee"),
        types=("bigint", "text", "timestamptz", "bool", "bool", "uuid"),
        rows=[row for v in all_visits for row in v.changed],
        only="t.left_at IS NULL",
    )


def hands_of(step: OpenStep) -> tuple[Any, ...]:
    """What an act may change of a visit that stays open."""
    return (
        step.due_at,
        step.seen,
        step.taken,
        UUID(step.assignee) if step.assignee else None,
    )


def _is_new(old: OpenStep | None, new: OpenStep) -> bool:
    """One that only learns where else it came from is the same visit."""
    return old is None or old.entered_at != new.entered_at


def _differs(old: OpenStep, new: OpenStep) -> bool:
    return hands_of(old) != hands_of(new)


def _given_away(
    office_id: int, process: ProcessRow, before: State | None, after: State
) -> frozenset[str]:
    """Open steps that stay open and somebody else holds: a new visit, from that moment."""
    if before is None or (before.office, before.homes) == (after.office, after.homes):
        return frozenset()
    specs = [process.route.step(one.key) for one in before.open if after.open_step(one.key)]
    return frozenset(
        spec.key
        for spec in specs
        if holder(spec, office_id, before) != holder(spec, office_id, after)
    )


def _row(
    dossier: int, office_id: int, process: ProcessRow, step: OpenStep, after: State
) -> tuple[Any, ...]:
    held = holder(process.route.step(step.key), office_id, after)
    return (
        dossier,
        after.seq,
        step.key,
        process.route.step(step.key).name,
        held.office_id,
        held.department_id,
        held.kind,
        step.entered_at,
        *hands_of(step),
        None,
        None,
    )

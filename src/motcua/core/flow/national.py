"""The ten states of the National Public Service Portal, and which one a dossier is in.

Both tables are data with their marks: `national-codes.csv` has the codes, their names and what may
follow each; `national-states.csv` maps an internal state, with a detail where one state exports as
two codes. Code 8 is read both ways there: a stop for a time (`suspended`) and for good (`stopped`).
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from motcua.core.flow.state import Stage, State

AT_INTAKE = "at_intake"
"""The detail of a dossier that never left the desk."""
IN_WORK = 4
CORRECTIONS = frozenset({"voided", "undone", "reopened"})
"""Kinds of events that take back what was told: they may lead from any code to any."""


@dataclass(frozen=True, slots=True)
class NationalState:
    """One of the ten: its code, its name in the words of the portal, the codes that may follow."""

    code: int
    name: str
    then: frozenset[int]


@cache
def national_states() -> Mapping[int, NationalState]:
    """The ten by code."""
    return {
        int(row["code"]): NationalState(
            int(row["code"]), row["name"], frozenset(map(int, row["then"].split()))
        )
        for row in _rows("national-codes.csv")
    }


def national_state(state: State) -> NationalState:
    """The one of the ten a dossier is in. Total: every state has exactly one."""
    table = _table()
    code = table.get((state.stage, _detail(state)))
    return national_states()[table[state.stage, ""] if code is None else code]


def told(before: int, after: int) -> Sequence[int] | None:
    """The codes to tell, in order, when one event leads from `before` to `after`; None where the
    table has no way.

    The portal knows no way past 4: what is withdrawn at the desk was in work first.
    """
    if before == after:
        return ()
    states = national_states()
    if after in states[before].then:
        return (after,)
    if IN_WORK in states[before].then and after in states[IN_WORK].then:
        return (IN_WORK, after)
    return None


def is_told(kind: str, before: State, after: State) -> bool:
    """Whether an event of `kind` may lead there: along the table, or as a correction."""
    way = told(national_state(before).code, national_state(after).code)
    return way is not None or kind in CORRECTIONS


def _detail(state: State) -> str:
    """What besides the stage decides: why it stands still, whether it ever left the desk."""
    if state.stage is Stage.SUSPENDED:
        return state.suspended_for
    return AT_INTAKE if state.stage is Stage.IN_PROGRESS and _at_intake(state) else ""


def _at_intake(state: State) -> bool:
    """Whether it lies where it was received, since then: a recall opens the step anew."""
    stood = state.left or state.pauses or state.supplements or state.reopened_at
    return not stood and len(state.open) == 1 and state.open[0].entered_at == state.clock_from


@cache
def _table() -> Mapping[tuple[Stage, str], int]:
    rows = _rows("national-states.csv")
    return {(Stage(row["stage"]), row["detail"]): int(row["code"]) for row in rows}


def _rows(name: str) -> Sequence[Mapping[str, str]]:
    text = (resources.files(__package__) / "data" / name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(text.splitlines()))

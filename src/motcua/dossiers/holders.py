"""Who holds a step: its words in a process, resolved to an office, a department and a position."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from motcua.core.clock import VN
from motcua.core.flow import Home, State, Step
from motcua.core.succession import Choice, Heir
from motcua.organization.selectors import (
    department_by_code,
    office_by_id,
    office_by_slug,
    successor_of,
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A position kind in an office; in one department of it, or in any when None. `assignee`: the
    one position of them that has it, where it was given to one."""

    office_id: int
    department_id: int | None
    kind: str
    assignee: UUID | None = None


def holder(step: Step, office_id: int, state: State | None = None) -> Holder:
    """The holder of `step` on a dossier that `office_id` received, as it stands.

    A step that names no office stays with the one that answers for the dossier. Reads the cached
    tree of offices; no query once it is warm.
    """
    home = _home(step.key, state)
    if home is not None:
        held_in, code, kind = office_by_slug(home.office).id, home.department, home.position
    else:
        held_in, code, kind = _office(step, office_id, state), step.department or "", step.position
    department = department_by_code(held_in, code) if code else None
    return Holder(held_in, department.id if department else None, kind)


def answering_office(office_id: int, state: State | None) -> int:
    """The office that answers for a dossier now: who received it, or who came after that one."""
    return office_by_slug(state.office).id if state is not None and state.office else office_id


def _home(key: str, state: State | None) -> Home | None:
    if state is None or not state.homes:
        return None
    return next((home for home in state.homes if home.step == key), None)


def _office(step: Step, office_id: int, state: State | None) -> int:
    """A body that had ended when the dossier came in: the process is older, its work goes on."""
    owner = answering_office(office_id, state)
    if not step.office:
        return owner
    named = office_by_slug(step.office)
    if named.dissolved_on is None or state is None or state.clock_from is None:
        return named.id
    return successor_of(named.id, state.clock_from.astimezone(VN).date(), nearest(owner)).id


def nearest(owner_id: int) -> Choice:
    """The choice among successors: the one under the office that answers, else the first."""

    def choose(heirs: Sequence[Heir]) -> Heir:
        near = (h for h in heirs if owner_id in (h.office, office_by_id(h.office).parent_id))
        return next(near, heirs[0])

    return choose

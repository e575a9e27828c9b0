"""Who holds a step: its words in a process, resolved to an office, a department and a position."""

from dataclasses import dataclass

from motcua.core.flow import Step
from motcua.organization.selectors import department_by_code, office_by_slug


@dataclass(frozen=True, slots=True)
class Holder:
    """A position kind in an office; in one department of it, or in any when None."""

    office_id: int
    department_id: int | None
    kind: str


def holder(step: Step, office_id: int) -> Holder:
    """The holder of `step` on a dossier of `office_id`.

    A step that names no office stays in the dossier's own. Reads the cached tree of offices; no
    query once it is warm.
    """
    held_in = office_by_slug(step.office).id if step.office else office_id
    department = department_by_code(held_in, step.department) if step.department else None
    return Holder(held_in, department.id if department else None, step.position)

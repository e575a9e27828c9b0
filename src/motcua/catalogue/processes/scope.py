"""For whom a process is set: one office, or those below the office that sets it, all or a kind.

The tiers: a town sets the hours of its own departments and leaders, and common processes for the
offices below it; an office sets its own, within the common one (`process_faults`). The term is
the procedure version's, which nobody here can move.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from motcua.catalogue.selectors import VersionRow, procedures_in_force, procedures_of
from motcua.core.refusal import Refused
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, Subject, can, scope_of
from motcua.organization.selectors import OfficeRow, office_by_id, office_ids_below


@dataclass(frozen=True, slots=True)
class Target:
    """One office (`office_id`), or those below `under_id`, of one kind when `kind` says so."""

    office_id: int | None = None
    kind: str = ""
    under_id: int | None = None

    @property
    def subject_id(self) -> int:
        """The office whose matter it is: what rights are asked about. 0 for what ships."""
        return self.office_id or self.under_id or 0


def require(by: Actor, target: Target, at: datetime) -> None:
    """Raises Refused("not_your_process") unless `by` may set processes for `target` at `at`."""
    if not may_set(by, target, at):
        raise Refused("not_your_process")


def may_set(by: Actor, target: Target, at: datetime) -> bool:
    """Whether `by` may; common ones need a right that reaches below. No query once warm."""
    reaches = can(by, Duty.PROCESS, Subject(target.subject_id), at)
    return reaches and (target.office_id is not None or scope_of(by, Duty.PROCESS) is Scope.BELOW)


def offices_of(target: Target, procedure_id: int, day: date) -> Sequence[OfficeRow]:
    """The offices that handle the procedure on `day` and that the target reaches."""
    if target.office_id is not None:
        candidates: Sequence[int] = (target.office_id,)
    elif target.under_id is not None:
        candidates = office_ids_below(target.under_id)[1:]
    else:
        candidates = ()
    offices = [office_by_id(one) for one in candidates]
    return tuple(
        office
        for office in sorted(offices, key=lambda one: (one.ordinal, one.slug))
        if target.kind in ("", office.kind)
        and any(row.procedure_id == procedure_id for row in procedures_of(office.id, day))
    )


def version_on(procedure_id: int, day: date) -> VersionRow:
    """The version of a procedure in force on `day`. Raises Refused("no_version_then")."""
    for row in procedures_in_force(day):
        if row.procedure_id == procedure_id:
            return row
    raise Refused("no_version_then", day=f"{day:%d/%m/%Y}")

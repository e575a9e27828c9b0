"""What the audit is told of offices, departments and counters: what was done, by whom."""

from typing import Protocol
from uuid import UUID

from motcua.audit.recording import record
from motcua.organization.timekeeping import real_now


class Doer(Protocol):
    """Who did it; an actor of the room above is one."""

    @property
    def account_uuid(self) -> UUID: ...
    @property
    def position_uuid(self) -> UUID: ...
    @property
    def office_slug(self) -> str: ...


def note(action: str, subject: str, *, by: Doer | None) -> None:
    """`action` was done to `subject`, an office's slug and a part of it. One statement.

    `by` None is the program itself, setting up. The moment is the machine's clock.
    """
    record(
        action,
        at=real_now(),
        account=by.account_uuid if by else None,
        position=by.position_uuid if by else None,
        office=by.office_slug if by else "",
        subject_kind="office",
        subject=subject[:80],
    )

"""What the audit is told of people and posts: which account, which post, by whom."""

from uuid import UUID

from motcua.audit.recording import record
from motcua.identity.actors import Actor
from motcua.organization.timekeeping import real_now


def note(action: str, *, account: UUID, position: UUID | None = None, by: Actor | None) -> None:
    """A change of rights: `action` was done to `account` (in `position`). One statement.

    `by` None is the program itself, loading or setting up. The moment is the machine's clock, as
    in every log, also in a demonstration.
    """
    record(
        action,
        at=real_now(),
        account=by.account_uuid if by else None,
        position=by.position_uuid if by else None,
        office=by.office_slug if by else "",
        subject_kind="account",
        subject=f"{account} {position}" if position else str(account),
    )

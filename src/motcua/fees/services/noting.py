"""What an act of money tells the audit: the act and the number of its paper, never a person."""

from motcua.audit.recording import record
from motcua.identity.actors import Actor
from motcua.organization.timekeeping import real_now


def note(action: str, subject: str, by: Actor, kind: str = "money") -> None:
    """One statement, in the caller's transaction."""
    record(
        action,
        at=real_now(),
        account=by.account_uuid,
        position=by.position_uuid,
        office=by.office_slug,
        subject_kind=kind,
        subject=subject,
    )

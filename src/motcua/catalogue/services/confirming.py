"""Marked facts confirmed without a decision: proposed with a source, approved by a second person.

A version is never changed: not its day, not what it says. The mark alone is laid over it
(`catalogue.confirming.standing`), so no day gains or loses a version.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from motcua.audit.recording import record
from motcua.catalogue import selectors
from motcua.catalogue.confirming.facts import Fact, unread
from motcua.catalogue.models import MarkConfirmation
from motcua.catalogue.rows import VersionRow
from motcua.catalogue.services.promulgations import lock_catalogue, may_here, require_here
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty
from motcua.organization.timekeeping import real_now

LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Source:
    """Where it was read: the document's number, the day it was signed, the article."""

    number: str
    signed_on: date
    article: str


@transaction.atomic
def propose_confirmation(
    slug: str, facts: Sequence[str], source: Source, *, at: datetime, by: Actor
) -> Sequence[UUID]:
    """Marked facts of the version in force, read in `source`; each waits for a second person.

    Refused: promulgation_not_here, unknown_procedure, confirmation_nothing, confirmation_day,
    confirmation_no_mark, confirmation_waits.
    """
    require_here(Duty.PROMULGATE, by, by.office_id, at)
    lock_catalogue()
    selectors.forget()
    today = at.astimezone(VN).date()
    if not facts:
        raise Refused("confirmation_nothing")
    if source.signed_on > today:
        raise Refused("confirmation_day", day=f"{source.signed_on:%d/%m/%Y}")
    row = selectors.version_in_force(slug, today)
    marked = {one.key: one for one in unread(row)}
    found = [_proposed(row, marked.get(fact), source, at, by) for fact in dict.fromkeys(facts)]
    for one in MarkConfirmation.objects.bulk_create(found):
        _note("propose_confirmation", one, by)
    return [one.uuid for one in found]


@transaction.atomic
def approve_confirmation(uuid: UUID, *, at: datetime, by: Actor) -> None:
    """The mark goes: from pages, boards and the count of what is to be mended.

    Refused: unknown_confirmation, promulgation_not_here, confirmation_own, confirmation_done,
    confirmation_moved, when the version in force says something else by now.
    """
    lock_catalogue()
    one = _waiting(uuid)
    require_here(Duty.APPROVE_PROMULGATION, by, one.entered_as.office_id, at)
    if one.entered_by_id == by.account_id:
        raise Refused("confirmation_own")
    selectors.forget()
    row = selectors.version_in_force(one.procedure.slug, at.astimezone(VN).date())
    fact = next((fact for fact in unread(row) if fact.key == one.fact), None)
    if fact is None or fact.said != one.said:
        raise Refused("confirmation_moved")
    one.approved_at, one.approved_by_id, one.approved_as_id = at, by.account_id, by.position_id
    one.save(update_fields=["approved_at", "approved_by", "approved_as"])
    _note("approve_confirmation", one, by)
    selectors.forget()


@transaction.atomic
def withdraw_confirmation(uuid: UUID, *, reason: str, at: datetime, by: Actor) -> None:
    """Taken back, approved or not; the mark stands again.

    Refused: unknown_confirmation, promulgation_not_here, confirmation_done, confirmation_reason.
    """
    lock_catalogue()
    one = _waiting(uuid, approved=True)
    if not may_here(Duty.PROMULGATE, by, one.entered_as.office_id, at):
        require_here(Duty.APPROVE_PROMULGATION, by, one.entered_as.office_id, at)
    words = clean(reason)[:LONGEST_REASON]
    if not words:
        raise Refused("confirmation_reason")
    one.withdrawn_at, one.withdrawn_by_id, one.withdrawn_reason = at, by.account_id, words
    one.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    _note("withdraw_confirmation", one, by)
    selectors.forget()


def _proposed(
    row: VersionRow, fact: Fact | None, source: Source, at: datetime, by: Actor
) -> MarkConfirmation:
    if fact is None:
        raise Refused("confirmation_no_mark")
    waiting = MarkConfirmation.objects.filter(
        procedure_id=row.procedure_id, version_on=row.effective_on, fact=fact.key
    )
    if waiting.filter(withdrawn_at=None).exists():
        raise Refused("confirmation_waits", fact=fact.label)
    return MarkConfirmation(
        uuid=uuid4(),
        procedure_id=row.procedure_id,
        version_on=row.effective_on,
        fact=fact.key,
        said=fact.said,
        number=source.number,
        signed_on=source.signed_on,
        article=source.article,
        entered_at=at,
        entered_by_id=by.account_id,
        entered_as_id=by.position_id,
    )


def _waiting(uuid: UUID, *, approved: bool = False) -> MarkConfirmation:
    rows = MarkConfirmation.objects.select_related("procedure", "entered_as")
    one = rows.filter(uuid=uuid).first()
    if one is None:
        raise Refused("unknown_confirmation")
    if one.withdrawn_at is not None or (one.approved_at is not None and not approved):
        raise Refused("confirmation_done")
    return one


def _note(action: str, one: MarkConfirmation, by: Actor) -> None:
    record(
        action,
        at=real_now(),
        account=by.account_uuid,
        position=by.position_uuid,
        office=by.office_slug,
        subject_kind="confirmation",
        subject=str(one.uuid),
    )

"""Decisions entered, completed, approved by a second person, and taken back before their day.

A decision takes effect by its day alone: approving writes versions that begin then, and no job has
to run. Whoever enters one may change it until it is approved; nobody may afterwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import connection, transaction

from motcua.audit.recording import record
from motcua.catalogue import selectors
from motcua.catalogue.decisions.asked import Entry, Head
from motcua.catalogue.decisions.chains import chains
from motcua.catalogue.decisions.judging import Judgement, judge
from motcua.catalogue.decisions.promulgations import entries_of, head_of
from motcua.catalogue.models import Procedure, Promulgation, PromulgationItem
from motcua.catalogue.services.refolding import refold
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.files import store
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can
from motcua.organization.selectors import home_office, office_by_id
from motcua.organization.timekeeping import real_now

LOCK = 0x6D6F7463  # the catalogue's: decisions are laid one after the other
LONGEST_REASON = 300
PROCLAIMING = frozenset({"province", "town"})


@dataclass(frozen=True, slots=True)
class File:
    """The file a decision came in."""

    name: str
    content: bytes
    media_type: str


@transaction.atomic
def enter_promulgation(
    head: Head,
    entries: Sequence[Entry],
    *,
    at: datetime,
    by: Actor,
    rebased_on: date | None = None,
    file: File | None = None,
) -> UUID:
    """A decision with what it says, waiting for a second person.

    Without entries it is a beginning, to be completed on screen. Refused: promulgation_not_here,
    promulgation_faulty.
    """
    require_here(Duty.PROMULGATE, by, by.office_id, at)
    lock_catalogue()
    judged = judge(head, entries, today=_day(at), rebased_on=rebased_on)
    _whole(judged)
    kept = store.store(file.content, media_type=file.media_type, at=at) if file else None
    row = Promulgation.objects.create(
        uuid=uuid4(),
        number=head.number,
        signed_on=head.signed_on,
        issuer=head.issuer,
        title=head.title,
        effective_on=head.effective_on,
        rebased_on=rebased_on,
        file_name=file.name[:200] if file else "",
        file_sha256=kept.sha256 if kept else "",
        entered_at=at,
        entered_by_id=by.account_id,
        entered_as_id=by.position_id,
    )
    _items(row, judged)
    _note("enter_promulgation", row, by)
    return row.uuid


@transaction.atomic
def keep_entry(uuid: UUID, entry: Entry, *, at: datetime, by: Actor) -> None:
    """What a decision being entered says of one procedure, new or instead of what it said.

    Refused: unknown_promulgation, promulgation_not_yours, promulgation_approved,
    promulgation_faulty.
    """
    row = _being_entered(uuid, by, at)
    others = [one for one in entries_of(row) if one.slug != entry.slug]
    judged = _judge(row, [*others, entry], at)
    _whole(judged)
    row.items.all().delete()
    _items(row, judged)
    _note("change_promulgation", row, by)


@transaction.atomic
def drop_entry(uuid: UUID, slug: str, *, at: datetime, by: Actor) -> None:
    """The decision says nothing of that procedure any more. Refused as `keep_entry`."""
    row = _being_entered(uuid, by, at)
    row.items.filter(slug=slug).delete()
    _note("change_promulgation", row, by)


@transaction.atomic
def approve_promulgation(uuid: UUID, *, at: datetime, by: Actor) -> None:
    """The decision holds from its day on, in every office at once.

    Refused: unknown_promulgation, promulgation_not_here, promulgation_own, promulgation_approved,
    promulgation_withdrawn, promulgation_empty, promulgation_faulty.
    """
    lock_catalogue()
    row = _row(uuid)
    require_here(Duty.APPROVE_PROMULGATION, by, row.entered_as.office_id, at)
    if row.approved_at is not None:
        raise Refused("promulgation_approved", number=row.number)
    if row.withdrawn_at is not None:
        raise Refused("promulgation_withdrawn", number=row.number)
    if row.entered_by_id == by.account_id:
        raise Refused("promulgation_own")
    entries = entries_of(row)
    if not entries:
        raise Refused("promulgation_empty")
    _whole(_judge(row, entries, at))
    ids = _procedures(row)
    row.approved_at, row.approved_by_id, row.approved_as_id = at, by.account_id, by.position_id
    row.save(update_fields=["approved_at", "approved_by", "approved_as"])
    refold(ids, today=_day(at))
    _note("approve_promulgation", row, by)


@transaction.atomic
def withdraw_promulgation(uuid: UUID, *, reason: str, at: datetime, by: Actor) -> None:
    """Take a decision back before its day: all is again as if it had not been entered.

    Refused: unknown_promulgation, promulgation_not_here, promulgation_withdrawn,
    promulgation_began, promulgation_reason, promulgation_stood_upon.
    """
    lock_catalogue()
    row = _row(uuid)
    office = row.entered_as.office_id
    if not may_here(Duty.PROMULGATE, by, office, at):
        require_here(Duty.APPROVE_PROMULGATION, by, office, at)
    if row.withdrawn_at is not None:
        raise Refused("promulgation_withdrawn", number=row.number)
    day = row.rebased_on or row.effective_on
    if row.approved_at is not None and day <= _day(at):
        raise Refused("promulgation_began", day=f"{day:%d/%m/%Y}")
    words = clean(reason)[:LONGEST_REASON]
    if not words:
        raise Refused("promulgation_reason")
    ids = [item.procedure_id for item in row.items.all() if item.procedure_id is not None]
    _stands_without(row, ids)
    row.withdrawn_at, row.withdrawn_by_id, row.withdrawn_reason = at, by.account_id, words
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    if row.approved_at is not None:
        refold(ids, today=_day(at))
    _note("withdraw_promulgation", row, by)


def _stands_without(row: Promulgation, ids: Sequence[int]) -> None:
    for chain in chains(ids).values():
        less = chain.without(row.pk)
        if row.approved_at is not None and (left := less.unfounded()):
            raise Refused("promulgation_stood_upon", number=left[0].number)


def require_here(duty: Duty, by: Actor, office_id: int, at: datetime) -> None:
    """Refused("promulgation_not_here") for whoever has not this duty over what that office entered,
    and where no decisions are made."""
    if not may_here(duty, by, office_id, at):
        raise Refused("promulgation_not_here")


def may_here(duty: Duty, by: Actor, office_id: int, at: datetime) -> bool:
    """Whether `by` has this duty over what the office entered, and decisions are made there."""
    return proclaims(by) and can(by, duty, Subject(office_id), at)


def proclaims(by: Actor) -> bool:
    """Whether decisions are entered and approved at the office of `by`: a province, a town, or
    the office this folder was set up for."""
    home = home_office()
    at_home = home is not None and home.id == by.office_id
    return at_home or office_by_id(by.office_id).kind in PROCLAIMING


def _being_entered(uuid: UUID, by: Actor, at: datetime) -> Promulgation:
    lock_catalogue()
    row = _row(uuid)
    require_here(Duty.PROMULGATE, by, row.entered_as.office_id, at)
    if row.entered_by_id != by.account_id:
        raise Refused("promulgation_not_yours")
    if row.approved_at is not None or row.withdrawn_at is not None:
        raise Refused("promulgation_approved", number=row.number)
    return row


def _row(uuid: UUID) -> Promulgation:
    row = Promulgation.objects.select_related("entered_as").filter(uuid=uuid).first()
    if row is None:
        raise Refused("unknown_promulgation")
    return row


def _judge(row: Promulgation, entries: Sequence[Entry], at: datetime) -> Judgement:
    selectors.forget()
    return judge(head_of(row), entries, today=_day(at), rebased_on=row.rebased_on, decision=row.pk)


def _whole(judged: Judgement) -> None:
    if judged.faults:
        first = judged.faults[0]
        where = f"{first.sheet}: " if first.sheet else ""
        raise Refused(
            "promulgation_faulty", count=len(judged.faults), first=f"{where}{first.sentence}"
        )


def _items(row: Promulgation, judged: Judgement) -> None:
    PromulgationItem.objects.bulk_create(
        PromulgationItem(
            promulgation=row,
            ordinal=ordinal,
            kind=item.entry.kind,
            slug=item.slug,
            procedure_id=item.procedure_id,
            replaced_by=item.replaced_by,
            content=dict(item.entry.content),
        )
        for ordinal, item in enumerate(judged.items, start=1)
    )


def _procedures(row: Promulgation) -> Sequence[int]:
    """The procedures it speaks of; those it makes come to be now."""
    items = list(row.items.all())
    known = {one.slug: one for one in Procedure.objects.filter(slug__in=[i.slug for i in items])}
    new = [item.slug for item in items if item.slug not in known]
    made = Procedure.objects.bulk_create(Procedure(slug=slug) for slug in new)
    known |= {procedure.slug: procedure for procedure in made}
    for item in items:
        item.procedure = known[item.slug]
    PromulgationItem.objects.bulk_update(items, ["procedure"])
    return [procedure.pk for procedure in known.values()]


def _day(at: datetime) -> date:
    return at.astimezone(VN).date()


def lock_catalogue() -> None:
    """One writer of the catalogue at a time, until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _note(action: str, row: Promulgation, by: Actor) -> None:
    record(
        action,
        at=real_now(),
        account=by.account_uuid,
        position=by.position_uuid,
        office=by.office_slug,
        subject_kind="promulgation",
        subject=str(row.uuid),
    )

"""An office keeps its own list of reasons why dossiers are late: added, renamed, ended, taken away.

The words of a reason that was used never change, and it is never taken away.
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction
from django.db.models import Max

from motcua.audit.recording import record
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import clean, search_key
from motcua.dossiers import reasons
from motcua.dossiers.models import Dossier, Event, OfficeReason
from motcua.dossiers.reasons import OTHER_REASON, Listed, listed
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, has
from motcua.organization import timekeeping

LONGEST = 120
SAYING_WHY = ("finished", "overdue_reason_recorded", "apologised", "withdrawn", "stopped")
"""Kinds of events that bear the code of a reason."""


@transaction.atomic
def add_reason(actor: Actor, words: str, *, waits_for_citizen: bool, at: datetime) -> str:
    """Another reason at the end of the office's list; answers its code. Five statements.

    Refused: not_your_act, reason_empty, reason_long, reason_taken.
    """
    _authorize(actor)
    said = _worded(words, listed(actor.office_id))
    code = _add(actor, said, waits_for_citizen, at.astimezone(VN).date())
    _note(actor, "add_reason", code)
    return code


@transaction.atomic
def rename_reason(actor: Actor, code: str, words: str, *, at: datetime) -> str:
    """The office says it otherwise from now on; answers the new code. What bears the old one keeps
    its words. Refused: as `add_reason`, and no_such_reason, reason_ended, reason_stays."""
    _authorize(actor)
    known = listed(actor.office_id)
    one = _offered(known, code)
    said = _worded(words, [other for other in known if other.reason.code != code])
    day = at.astimezone(VN).date()
    _end(actor, one, day)
    renamed = _add(actor, said, one.reason.waits_for_citizen, day, renamed_from=code)
    _note(actor, "rename_reason", renamed)
    return renamed


@transaction.atomic
def end_reason(actor: Actor, code: str, *, at: datetime) -> None:
    """The office and those below it do not offer it any more. Refused: not_your_act,
    no_such_reason, reason_ended, reason_stays."""
    _authorize(actor)
    one = _offered(listed(actor.office_id), code)
    _end(actor, one, at.astimezone(VN).date())
    _note(actor, "end_reason", code)


@transaction.atomic
def take_up_reason(actor: Actor, code: str) -> None:
    """One that this office ended is offered again. Refused: not_your_act, no_such_reason,
    reason_taken (another says the same now), reason_ended_above."""
    _authorize(actor)
    known = listed(actor.office_id)
    row = OfficeReason.objects.filter(office_id=actor.office_id, code=code).first()
    if row is None or row.ended_on is None:
        raise Refused("no_such_reason")
    _worded(row.words, [one for one in known if one.reason.code != code])
    if any(one.reason.code == code and one.own for one in known):
        row.ended_on = None
        row.save(update_fields=["ended_on"])
    else:
        row.delete()
    if not next(one.offered for one in listed(actor.office_id) if one.reason.code == code):
        raise Refused("reason_ended_above")
    _note(actor, "take_up_reason", code)


@transaction.atomic
def delete_reason(actor: Actor, code: str) -> None:
    """One of the office's own that no dossier ever bore is gone. Refused: not_your_act,
    no_such_reason, reason_used."""
    _authorize(actor)
    row = OfficeReason.objects.filter(office_id=actor.office_id, code=code).first()
    own = any(one.reason.code == code and one.own for one in listed(actor.office_id))
    if row is None or not own:
        raise Refused("no_such_reason")
    if is_used(code, row.added_on):
        raise Refused("reason_used", words=row.words)
    row.delete()
    reasons.forget()
    _note(actor, "delete_reason", code)


def is_used(code: str, since: date) -> bool:
    """Whether a dossier bears it, or ever did since that day. Two queries; the second looks through
    the events since, so it is asked only before a reason is taken away."""
    if Dossier.objects.filter(overdue_reason=code).exists():
        return True
    told = Event.objects.filter(kind__in=SAYING_WHY, recorded_at__date__gte=since)
    return bool(told.filter(payload__overdue_reason=code).exists())


def _authorize(actor: Actor) -> None:
    if not has(actor, Duty.KEEP_REASONS):
        raise Refused("not_your_act", act=Duty.KEEP_REASONS.value, title=actor.title)


def _worded(words: str, others: Sequence[Listed]) -> str:
    """The words as they are kept. Refused: reason_empty, reason_long, reason_taken."""
    said = clean(words).rstrip(".")
    if not said:
        raise Refused("reason_empty")
    if len(said) > LONGEST:
        raise Refused("reason_long", most=LONGEST)
    for one in others:
        if one.offered and search_key(one.reason.words) == search_key(said):
            raise Refused("reason_taken", words=one.reason.words)
    return said


def _offered(known: Sequence[Listed], code: str) -> Listed:
    """The one of that code that is offered, but for “other”. Refused: no_such_reason, reason_stays,
    reason_ended."""
    one = next((one for one in known if one.reason.code == code), None)
    if one is None:
        raise Refused("no_such_reason")
    if code == OTHER_REASON:
        raise Refused("reason_stays")
    if not one.offered:
        raise Refused("reason_ended", words=one.reason.words)
    return one


def _add(actor: Actor, words: str, waits: bool, day: date, renamed_from: str = "") -> str:
    rows = OfficeReason.objects.filter(office_id=actor.office_id)
    last = rows.aggregate(last=Max("ordinal"))["last"] or 0
    row = OfficeReason.objects.create(
        office_id=actor.office_id,
        code=f"r-{uuid4().hex[:12]}",
        words=words,
        waits_for_citizen=waits,
        ordinal=last + 1,
        renamed_from=renamed_from,
        added_on=day,
    )
    return row.code


def _end(actor: Actor, one: Listed, day: date) -> None:
    """No more from `day`: its own row, or one that says so of what it has from above."""
    OfficeReason.objects.update_or_create(
        office_id=actor.office_id,
        code=one.reason.code,
        defaults={"ended_on": day},
        create_defaults={
            "words": one.reason.words,
            "waits_for_citizen": one.reason.waits_for_citizen,
            "ordinal": 0,
            "added_on": day,
            "ended_on": day,
        },
    )


def _note(actor: Actor, action: str, code: str) -> None:
    record(
        action,
        at=timekeeping.real_now(),
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind="reason",
        subject=f"{actor.office_slug}/{code}",
    )

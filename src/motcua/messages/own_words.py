"""An office's own words: which are in force, and changing them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from motcua.audit.recording import record
from motcua.core.clock import VN
from motcua.core.refusal import Refused
from motcua.core.text import clean, nfc
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can
from motcua.messages.facts import sample_facts
from motcua.messages.models import OfficeWording
from motcua.messages.wordings import FORMS, KINDS, Wording, check, shipped
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_id


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of an office's words, the newest first on its page."""

    at: datetime
    account: UUID
    back: bool


def of(office_id: int, kind: str, form: str) -> Wording:
    """The words in force for that office. One query."""
    last = OfficeWording.objects.filter(office_id=office_id, kind=kind, form=form).order_by("-id")
    own = last.first()
    if own is None or own.shipped:
        return shipped()[kind, form]
    return _own(own)


def all_of(office_id: int) -> Mapping[tuple[str, str], Wording]:
    """The words in force of every kind and form. One query."""
    last = (
        OfficeWording.objects.filter(office_id=office_id)
        .order_by("kind", "form", "-id")
        .distinct("kind", "form")
    )
    own = {(row.kind, row.form): _own(row) for row in last if not row.shipped}
    return {**shipped(), **own}


def edits(office_id: int, kind: str, form: str) -> Sequence[Edit]:
    """Who changed these words when, the newest first, at most twenty. One query."""
    rows = OfficeWording.objects.filter(office_id=office_id, kind=kind, form=form)
    return tuple(
        Edit(row.at.astimezone(VN), row.account, row.shipped) for row in rows.order_by("-id")[:20]
    )


@transaction.atomic
def keep(
    actor: Actor, office_id: int, kind: str, form: str, subject: str, body: str, at: datetime
) -> None:
    """The office says it in these words from now on.

    Raises Refused: not_your_wording, and what `wordings.check` refuses. Two statements.
    """
    _authorize(actor, office_id, kind, form, at)
    said = clean(subject), "\n".join(clean(line) for line in nfc(body).strip().splitlines())
    check(form, *said, facts=sample_facts(office_by_id(office_id), at))
    _add(actor, office_id, kind, form, at, subject=said[0], body=said[1])


@transaction.atomic
def go_back(actor: Actor, office_id: int, kind: str, form: str, at: datetime) -> None:
    """The office says it in the words of the house again. Raises Refused("not_your_wording")."""
    _authorize(actor, office_id, kind, form, at)
    _add(actor, office_id, kind, form, at, shipped=True)


def _authorize(actor: Actor, office_id: int, kind: str, form: str, at: datetime) -> None:
    if kind not in KINDS or form not in FORMS:
        raise Refused("no_such_wording")
    if not can(actor, Duty.ADMINISTER, Subject(office_id), at):
        raise Refused("not_your_wording")


def _add(
    actor: Actor, office_id: int, kind: str, form: str, at: datetime, **words: str | bool
) -> None:
    OfficeWording.objects.create(
        office_id=office_id, kind=kind, form=form, at=at, account=actor.account_uuid, **words
    )
    record(
        "keep_wording",
        at=timekeeping.real_now(),
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind="wording",
        subject=f"{office_by_id(office_id).slug}/{kind}/{form}",
    )


def _own(row: OfficeWording) -> Wording:
    return Wording(row.kind, row.form, row.subject, row.body, f"{row.office_id}/{row.pk}", own=True)

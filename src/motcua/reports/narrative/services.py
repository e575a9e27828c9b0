"""The acts on a narrative report: begun, written, commented, passed on, signed, issued, amended.

Each locks the row, asks the core, and writes down who; the audit is told as well.
"""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from motcua.audit.recording import record
from motcua.core.narrative import COURSE, Standing, Step, may_sign
from motcua.core.refusal import Refused
from motcua.core.text import clean, nfc
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, has
from motcua.organization.timekeeping import real_now
from motcua.reports.narrative.checking import checks, unsurveyed
from motcua.reports.narrative.facts import Facts
from motcua.reports.narrative.freezing import digest, frozen_of
from motcua.reports.narrative.gathering import gather
from motcua.reports.narrative.models import (
    Narrative,
    NarrativeComment,
    NarrativeHappening,
    NarrativeSection,
)
from motcua.reports.narrative.sections import written

LONGEST, LONGEST_BODY, LONGEST_COMMENT = 300, 20_000, 1000
DUTIES_OF: Mapping[Step, tuple[Duty, ...]] = {
    Step.DRAFT: (Duty.DRAFT_REPORT,),
    Step.WRITE: (Duty.DRAFT_REPORT,),
    Step.COMMENT: (Duty.DRAFT_REPORT, Duty.SIGN_REPORT),
    Step.SETTLE: (Duty.DRAFT_REPORT, Duty.SIGN_REPORT),
    Step.SUBMIT: (Duty.DRAFT_REPORT,),
    Step.TAKE_BACK: (Duty.DRAFT_REPORT,),
    Step.SEND_BACK: (Duty.SIGN_REPORT,),
    Step.SIGN: (Duty.SIGN_REPORT,),
    Step.ISSUE: (Duty.ISSUE_REPORT,),
    Step.AMEND: (Duty.DRAFT_REPORT,),
    Step.CANCEL: (Duty.DRAFT_REPORT,),
}
"""Which duties each step asks for, any of them; all reach the actor's own office."""


@transaction.atomic
def begin(actor: Actor, from_on: date, to_on: date, *, at: datetime) -> UUID:
    """Begin the report of a period, with the words of the last one issued to edit. Refused:
    not_your_narrative, period_backwards, narrative_there."""
    _authorize(actor, Step.DRAFT)
    if to_on < from_on:
        raise Refused("period_backwards", first=from_on, last=to_on)
    there = Narrative.objects.filter(
        office_id=actor.office_id, from_on=from_on, to_on=to_on, amends=None
    ).exclude(standing=Standing.CANCELLED)
    if there.exists():
        raise Refused("narrative_there")
    row = Narrative.objects.create(
        uuid=uuid4(), office_id=actor.office_id, from_on=from_on, to_on=to_on,
        standing=Standing.DRAFT, changed_at=at,
    )  # fmt: skip
    last = (
        Narrative.objects.filter(office_id=actor.office_id, standing=Standing.ISSUED)
        .order_by("-to_on", "-amendment", "-id")
        .first()
    )
    _sections(row, words_of(last) if last else {}, at)
    happened(row, Step.DRAFT, actor, at)
    return row.uuid


@transaction.atomic
def write(actor: Actor, uuid: UUID, words: Mapping[str, str], *, at: datetime) -> None:
    """Other words for sections of a draft. Refused: narrative_too_long, and as every act
    not_your_narrative, no_such_narrative, narrative_not_now."""
    row = stepped(actor, uuid, Step.WRITE)
    known = {one.key for one in written()}
    for key, body in words.items():
        said = nfc(body).replace("\r\n", "\n").strip()
        if len(said) > LONGEST_BODY:
            raise Refused("narrative_too_long", most=LONGEST_BODY)
        if key in known:
            NarrativeSection.objects.update_or_create(
                narrative=row, key=key, defaults={"body": said, "changed_at": at}
            )
    _keep(row, Step.WRITE, actor, at)


@transaction.atomic
def comment(actor: Actor, uuid: UUID, key: str, body: str, *, at: datetime) -> None:
    """Say something of a section. Refused: narrative_no_words."""
    row = stepped(actor, uuid, Step.COMMENT)
    said = clean(body)[:LONGEST_COMMENT]
    if not said or key not in {one.key for one in written()}:
        raise Refused("narrative_no_words")
    NarrativeComment.objects.create(
        uuid=uuid4(), narrative=row, key=key, body=said, account_id=actor.account_id,
        position_id=actor.position_id, made_at=at,
    )  # fmt: skip
    _keep(row, Step.COMMENT, actor, at)


@transaction.atomic
def settle(actor: Actor, uuid: UUID, comment_uuid: UUID, *, at: datetime) -> None:
    """A comment is dealt with. Settled once more it stays as it is."""
    row = stepped(actor, uuid, Step.SETTLE)
    NarrativeComment.objects.filter(
        narrative=row, uuid=comment_uuid, settled_at=None
    ).update(settled_at=at, settled_by_id=actor.account_id)  # fmt: skip
    _keep(row, Step.SETTLE, actor, at)


@transaction.atomic
def pass_on(actor: Actor, uuid: UUID, step: Step, *, at: datetime, words: str = "") -> None:
    """Submit, take back before it is signed, send back or cancel; the last two say why.

    Refused: narrative_no_words, and of what is submitted narrative_check_list. Submitting takes
    some twenty queries.
    """
    row = stepped(actor, uuid, step)
    said = clean(words)[:LONGEST]
    if step in (Step.SEND_BACK, Step.CANCEL) and not said:
        raise Refused("narrative_no_words")
    if step is Step.SUBMIT:
        _must_hold(row, gather(row.office.slug, row.from_on, row.to_on, now=at), at)
    _keep(row, step, actor, at, said)


def sign(actor: Actor, uuid: UUID, *, at: datetime) -> None:
    """Sign it: figures are gathered by what is known at `at` and frozen with the words.

    Refused: narrative_check_list when a line that must hold does not. 0.5 ms a dossier.
    """
    with transaction.atomic():
        row = stepped(actor, uuid, Step.SIGN)
        facts = gather(row.office.slug, row.from_on, row.to_on, now=at, known_at=at)
        _must_hold(row, facts, at)
        row.frozen = frozen_of(facts, words_of(row), at)
        row.sha256, row.known_at = digest(row.frozen), at
        row.signer_title, row.signer_name = actor.title, actor.person
        _keep(row, Step.SIGN, actor, at, row.sha256)


@transaction.atomic
def amend(actor: Actor, uuid: UUID, *, because: str, at: datetime) -> UUID:
    """Begin an amendment of what was issued, with its words to edit; the issued one stays as it is.

    Refused: narrative_no_words, narrative_amended (by one that is not issued yet).
    """
    row = _locked(actor, uuid, Step.AMEND)
    COURSE.after(Standing(row.standing), Step.AMEND)
    first = row.amends or row
    said = clean(because)[:LONGEST]
    if not said:
        raise Refused("narrative_no_words")
    others = first.amendments.exclude(standing=Standing.CANCELLED)
    if others.exclude(standing=Standing.ISSUED).exists():
        raise Refused("narrative_amended")
    last = others.order_by("-amendment").first()
    made = Narrative.objects.create(
        uuid=uuid4(), office_id=row.office_id, from_on=row.from_on, to_on=row.to_on,
        standing=Standing.DRAFT, amends=first, because=said, changed_at=at,
        amendment=(last.amendment if last else 0) + 1,
    )  # fmt: skip
    _sections(made, words_of(last or first), at)
    happened(row, Step.AMEND, actor, at, said)
    happened(made, Step.DRAFT, actor, at, said)
    return made.uuid


def words_of(row: Narrative) -> Mapping[str, str]:
    """What a person wrote, by section: as frozen, else as it is. One query for a draft."""
    if row.frozen:
        return dict(row.frozen["words"])
    return dict(row.sections.values_list("key", "body"))


def happened(row: Narrative, step: Step, actor: Actor, at: datetime, words: str = "") -> None:
    """Write down who did it, in the report's own history and in the audit. Two statements."""
    NarrativeHappening.objects.create(
        narrative=row, step=step, at=at, account_id=actor.account_id,
        position_id=actor.position_id, words=words[:LONGEST],
    )  # fmt: skip
    record(
        f"narrative_{step}",
        at=real_now(),
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind="narrative",
        subject=str(row.uuid),
    )


def stepped(actor: Actor, uuid: UUID, step: Step) -> Narrative:
    """The row, locked, brought to where `step` leads; not saved. Within the caller's
    transaction. Refused: no_such_narrative, not_your_narrative, narrative_not_now."""
    row = _locked(actor, uuid, step)
    row.standing = COURSE.after(Standing(row.standing), step)
    return row


def _must_hold(row: Narrative, facts: Facts, at: datetime) -> None:
    pending = row.comments.filter(settled_at=None).count()
    missing = unsurveyed(row.office.slug, row.to_on, at)
    if not may_sign(checks(facts, words_of(row), pending, missing)):
        raise Refused("narrative_check_list")


def _locked(actor: Actor, uuid: UUID, step: Step) -> Narrative:
    row = (
        Narrative.objects.select_for_update(of=("self",))
        .select_related("office")
        .filter(uuid=uuid, office_id=actor.office_id)
        .first()
    )
    if row is None:
        raise Refused("no_such_narrative")
    _authorize(actor, step)
    return row


def _authorize(actor: Actor, step: Step) -> None:
    if not any(has(actor, duty) for duty in DUTIES_OF[step]):
        raise Refused("not_your_narrative", title=actor.title)


def _sections(row: Narrative, words: Mapping[str, str], at: datetime) -> None:
    NarrativeSection.objects.bulk_create(
        NarrativeSection(narrative=row, key=one.key, body=words.get(one.key, ""), changed_at=at)
        for one in written()
    )


def _keep(row: Narrative, step: Step, actor: Actor, at: datetime, words: str = "") -> None:
    row.changed_at = at
    row.save()
    happened(row, step, actor, at, words)

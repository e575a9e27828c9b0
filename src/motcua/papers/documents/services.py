"""The acts on a document: drafted, changed, passed on, sent back, cancelled, revoked.

Signing and releasing are in `signing.py`. Each locks the row, asks the core and writes down who.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from motcua.core.codes import CHECK_ALPHABET
from motcua.core.documents import COURSE, Standing, Step
from motcua.core.refusal import Refused
from motcua.core.text import clean, nfc, search_key
from motcua.dossiers.selectors.visibility import visible_to
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, has
from motcua.papers.documents.kinds import kinds
from motcua.papers.models import Document, DocumentHappening

LONGEST, LONGEST_BODY = 300, 20_000
DUTY_OF = {
    Step.CHANGE: Duty.DRAFT_DOCUMENT,
    Step.SUBMIT: Duty.DRAFT_DOCUMENT,
    Step.CANCEL: Duty.DRAFT_DOCUMENT,
    Step.REVIEW: Duty.REVIEW_DOCUMENT,
    Step.SEND_BACK: Duty.REVIEW_DOCUMENT,
    Step.SIGN: Duty.SIGN_DOCUMENT,
    Step.RELEASE: Duty.RELEASE_DOCUMENT,
    Step.REVOKE: Duty.RELEASE_DOCUMENT,
}
"""Which duty each step asks for; all reach the actor's own office."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The words of a document: what is typed, before it is checked."""

    kind: str
    subject: str
    body: str
    recipient: str = ""
    dossier: str = ""
    is_result: bool = False
    valid_from_on: date | None = None
    valid_until_on: date | None = None


@transaction.atomic
def draft(actor: Actor, words: Draft, *, at: datetime) -> UUID:
    """Begin a document. Refused: no_kind, no_subject, no_body, not_found (the dossier),
    result_needs_dossier, valid_backwards. Five queries."""
    _authorize(actor, Duty.DRAFT_DOCUMENT)
    row = Document(
        uuid=uuid4(),
        ref=new_ref(),
        office_id=actor.office_id,
        standing=Standing.DRAFT,
        changed_at=at,
    )
    _write(row, actor, words)
    row.save(force_insert=True)
    happened(row, Step.DRAFT, actor, at)
    return row.uuid


@transaction.atomic
def change(actor: Actor, uuid: UUID, words: Draft, *, at: datetime) -> None:
    """Other words for a draft. Refused as `draft`, or no_such_document, document_not_now."""
    row = locked(actor, uuid, Step.CHANGE)
    COURSE.after(Standing(row.standing), Step.CHANGE)
    _write(row, actor, words)
    row.changed_at = at
    row.save()
    happened(row, Step.CHANGE, actor, at)


@transaction.atomic
def pass_on(actor: Actor, uuid: UUID, step: Step, *, at: datetime, words: str = "") -> None:
    """Submit, review, send back or cancel. Refused: document_not_now, no_words (sending back and
    cancelling say why)."""
    row = locked(actor, uuid, step)
    said = clean(words)[:LONGEST]
    if step in (Step.SEND_BACK, Step.CANCEL) and not said:
        raise Refused("no_words")
    row.standing = COURSE.after(Standing(row.standing), step)
    row.changed_at = at
    row.save(update_fields=["standing", "changed_at"])
    happened(row, step, actor, at, said)


@transaction.atomic
def revoke(actor: Actor, uuid: UUID, *, decision: str, because: str, at: datetime) -> None:
    """What was released no longer holds, by the decision of that number. Its paper stays as it is;
    whoever scans its code is told. Refused: document_not_now, no_decision, no_words."""
    row = locked(actor, uuid, Step.REVOKE)
    by, why = clean(decision)[:120], clean(because)[:LONGEST]
    if not by:
        raise Refused("no_decision")
    if not why:
        raise Refused("no_words")
    row.standing = COURSE.after(Standing(row.standing), Step.REVOKE)
    row.revoked_by, row.revoked_because, row.changed_at = by, why, at
    row.save(update_fields=["standing", "revoked_by", "revoked_because", "changed_at"])
    happened(row, Step.REVOKE, actor, at, f"{by}: {why}"[:LONGEST])


def locked(actor: Actor, uuid: UUID, step: Step) -> Document:
    """The row, locked, if `actor` may do `step` in its office. Refused: no_such_document,
    not_your_document. One query."""
    row = (
        Document.objects.select_for_update()
        .filter(uuid=uuid, office_id=actor.office_id)
        .first()
    )  # fmt: skip
    if row is None:
        raise Refused("no_such_document")
    _authorize(actor, DUTY_OF[step])
    return row


def happened(row: Document, step: Step, actor: Actor, at: datetime, words: str = "") -> None:
    """Write down who did it. One statement."""
    DocumentHappening.objects.create(
        document=row, step=step, at=at, account_id=actor.account_id,
        position_id=actor.position_id, words=words,
    )  # fmt: skip


def _authorize(actor: Actor, duty: Duty) -> None:
    if not has(actor, duty):
        raise Refused("not_your_document", title=actor.title)


def _write(row: Document, actor: Actor, words: Draft) -> None:
    if words.kind not in kinds() or not kinds()[words.kind].drafted:
        raise Refused("no_kind")
    subject, body = clean(words.subject), nfc(words.body).replace("\r\n", "\n").strip()
    if not subject or len(subject) > LONGEST:
        raise Refused("no_subject", most=LONGEST)
    if not body or len(body) > LONGEST_BODY:
        raise Refused("no_body", most=LONGEST_BODY)
    if words.is_result and not words.dossier:
        raise Refused("result_needs_dossier")
    start, end = words.valid_from_on, words.valid_until_on
    if start and end and end < start:
        raise Refused("valid_backwards")
    row.dossier_id = _dossier(actor, words.dossier) if words.dossier else None
    row.kind, row.subject, row.body = words.kind, subject, body
    row.recipient = clean(words.recipient)[:LONGEST]
    row.search = search_key(f"{subject} {row.recipient}")[:700]
    row.is_result, row.valid_from_on, row.valid_until_on = words.is_result, start, end


def _dossier(actor: Actor, code: str) -> int:
    found = visible_to(actor).filter(code=code).values_list("id", flat=True).first()
    if found is None:
        raise Refused("not_found", dossier=code)
    return int(found)


def new_ref() -> str:
    """`VB-` and ten signs at random, in two halves: 2×10^12 of them."""
    signs = "".join(secrets.choice(CHECK_ALPHABET) for _ in range(10))
    return f"VB-{signs[:5]}-{signs[5:]}"

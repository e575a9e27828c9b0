"""Signing documents, several with one PIN after opening each; numbering and releasing them.

A document signed with a key is numbered at that moment, because the signature covers the number
(NĐ 30/2020 art. 15: an electronic document is numbered by the system) [M]; one signed by hand is
numbered by the records clerk who releases it. A number once given stays, also when the document is
cancelled: books have no gap.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from django.db import transaction

from motcua.core.clock import VN
from motcua.core.documents import COURSE, Standing, Step
from motcua.core.refusal import Refused
from motcua.dossiers.asked import Asked, Done, Outcome
from motcua.dossiers.services import approve
from motcua.dossiers.services.signing import approve_opened
from motcua.files import store
from motcua.identity.actors import Actor
from motcua.organization import timekeeping
from motcua.papers.documents.rendering import render
from motcua.papers.documents.services import happened, locked
from motcua.papers.models import Document
from motcua.papers.numbering import take_number
from motcua.papers.signing.blocks import agency_block, over, person_block, seal_mm
from motcua.papers.signing.keys import has_own, has_seal, open_own, open_seal
from motcua.papers.signing.places import above
from motcua.papers.signing.signer import Signer

PDF = "application/pdf"
TO_SIGN = (Standing.SUBMITTED, Standing.REVIEWED)


def sign(
    actor: Actor, uuids: Sequence[UUID], *, opened: Sequence[UUID], pin: str, at: datetime
) -> Sequence[Refused | None]:
    """Sign each that was opened; one outcome each, None where it is signed.

    With a key of the position, `pin` opens it once for all: Refused wrong_pin, key_over are raised
    before anything is signed. Without one it is signed by hand, which this writes down. Outcomes:
    document_not_opened, document_not_now, not_your_document, no_time_stamp. About 0.2 s each.
    """
    key = open_own(actor, pin) if has_own(actor) else None
    told: list[Refused | None] = []
    for uuid in uuids:
        try:
            if uuid not in opened:
                raise Refused("document_not_opened")
            _sign(actor, uuid, key, at)
            told.append(None)
        except Refused as refused:
            told.append(refused)
    return told


@transaction.atomic
def _sign(actor: Actor, uuid: UUID, key: Signer | None, at: datetime) -> None:
    row = locked(actor, uuid, Step.SIGN)
    row.standing = COURSE.after(Standing(row.standing), Step.SIGN)
    row.signer_title, row.signer_name, row.changed_at = actor.title, actor.person, at
    if key is not None:
        _number(row, at)
        plain = render(row, at)
        block = person_block(
            actor.person, actor.title, at, above(plain, actor.person),
            sample=timekeeping.is_demonstration(),
        )  # fmt: skip
        _keep(row, key.sign(plain, block, at), at)
        row.signatures = 1
    row.save()
    happened(row, Step.SIGN, actor, at, "ký số" if key else "ký tay")


@transaction.atomic
def release(actor: Actor, uuid: UUID, *, pin: str, at: datetime) -> None:
    """Number it if it has none, set the agency's seal on it if there is a key, and freeze it.

    A document signed by hand has no digital seal either: its paper bears the stamp. Refused:
    document_not_now, wrong_pin, key_over, no_time_stamp.
    """
    row = locked(actor, uuid, Step.RELEASE)
    row.standing = COURSE.after(Standing(row.standing), Step.RELEASE)
    row.changed_at = at
    if row.number is None:
        _number(row, at)
        _keep(row, render(row, at), at)
    elif row.file is not None and has_seal(row.office_id):
        key, picture = open_seal(row.office_id, pin)
        signed = store.read(row.file.sha256)
        place = over(above(signed, row.signer_name), seal_mm(picture))
        block = agency_block(
            actor.office_name, at, place, seal=picture, sample=timekeeping.is_demonstration()
        )
        _keep(row, key.sign(signed, block, at), at)
        row.signatures += 1
    row.save()
    happened(row, Step.RELEASE, actor, at)


def approve_and_sign(
    asked: Sequence[Asked], *, key: UUID, step: str, opened: Sequence[UUID] = (), pin: str = ""
) -> list[Outcome]:
    """As `approve_opened`; and the documents of those dossiers that wait for this signature are
    signed with the position's key, if there is one and its PIN is given.

    One transaction: approved and signed, or neither. A document the leader did not open keeps its
    dossier from being approved (document_not_opened).
    """
    return _signing(partial(approve_opened, key=key, step=step), asked, opened, pin)


def approve_one_and_sign(
    asked: Sequence[Asked], *, opened: Sequence[UUID] = (), pin: str = "", **given: Any
) -> list[Outcome]:
    """As `approve` with all its own words, from the dossier's page; the documents of it that wait
    for this signature are signed with it, as by `approve_and_sign`."""
    return _signing(partial(approve, **given), asked, opened, pin)


def _signing(
    approved: Callable[..., list[Outcome]], asked: Sequence[Asked], opened: Sequence[UUID], pin: str
) -> list[Outcome]:
    if not asked or not pin or not has_own(asked[0].by):
        return approved(asked)
    signer = open_own(asked[0].by, pin)
    return [_approved(one, approved, signer, opened) for one in asked]


def _approved(
    one: Asked,
    approved: Callable[..., list[Outcome]],
    signer: Signer,
    opened: Sequence[UUID],
) -> Outcome:
    try:
        with transaction.atomic():
            (outcome,) = approved([one])
            if isinstance(outcome, Done) and not outcome.again:
                for uuid in waiting_of([one.dossier], one.by.office_id):
                    if uuid not in opened:
                        raise Refused("document_not_opened")
                    _sign(one.by, uuid, signer, one.at)
            return outcome
    except Refused as refused:
        return refused


def waiting_of(dossiers: Sequence[int], office_id: int) -> Sequence[UUID]:
    """The documents of those dossiers that wait for a signature. One query."""
    found = Document.objects.filter(
        dossier_id__in=dossiers, office_id=office_id, standing__in=TO_SIGN
    )
    return list(found.order_by("id").values_list("uuid", flat=True))


def _number(row: Document, at: datetime) -> None:
    """The next of the office, kind and year; the book is locked until the transaction ends."""
    year = at.astimezone(VN).year
    row.year, row.issued_at = year, at
    row.number = take_number(row.office_id, f"vb-{row.kind}", year)


def _keep(row: Document, content: bytes, at: datetime) -> None:
    row.file = store.store(content, media_type=PDF, at=at)

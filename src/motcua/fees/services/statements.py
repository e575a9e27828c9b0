"""A statement taken in: what matches is paid and receipted, the rest waits for a person."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from motcua.core.codes import normalize
from motcua.core.refusal import Refused
from motcua.core.statement import Credit, Read, Verdict, digests, read
from motcua.dossiers.answering import answered_by
from motcua.dossiers.models import Dossier
from motcua.fees.models import Demand, Method, Payment, StatementLine
from motcua.fees.selectors.transfers import waited
from motcua.fees.services.noting import note
from motcua.fees.services.paying import Paying, take
from motcua.fees.services.transfers import confirm
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can


def tried(credits: Sequence[Credit], *, by: Actor) -> Sequence[Read]:
    """What taking `credits` in would come to; those taken in before are left out. Two queries."""
    known = set(
        StatementLine.objects.filter(
            office_id=by.office_id, digest__in=digests(credits)
        ).values_list("digest", flat=True)
    )
    found = read(credits, waited(by.office_id))
    return [one for one in found if one.digest not in known]


@transaction.atomic
def take_in(credits: Sequence[Credit], *, by: Actor, at: datetime) -> Sequence[Read]:
    """Take a statement in. Running it again adds nothing. Two queries, and those of a payment for
    each match. Raises Refused("not_your_money") and what `take` refuses."""
    if not can(by, Duty.COLLECT, Subject(owner_office_id=by.office_id), at):
        raise Refused("not_your_money")
    open_demands = Demand.objects.select_for_update(of=("self",)).filter(
        office_id=by.office_id, payment=None, closed_at=None
    )
    by_reference = {one.reference: one for one in open_demands.order_by("dossier_id")}
    new = tried(credits, by=by)
    payments = {}
    for one in new:
        if one.verdict is Verdict.MATCHED:
            demand = by_reference[one.reference]
            confirm([demand.uuid], by=by, at=at)
            payments[one.digest] = Payment.objects.get(key=demand.uuid)
    StatementLine.objects.bulk_create(
        StatementLine(
            uuid=uuid4(),
            office_id=by.office_id,
            digest=one.digest,
            booked_on=one.credit.booked_on,
            amount_vnd=one.credit.amount_vnd,
            content=one.credit.content,
            bank_number=one.credit.number,
            verdict=one.verdict,
            imported_at=at,
            imported_by_id=by.account_id,
            payment=payments.get(one.digest),
        )
        for one in new
    )
    note("statement_taken_in", str(len(new)), by)
    return new


@transaction.atomic
def match_by_hand(uuid: UUID, *, code: str, words: str, by: Actor, at: datetime) -> None:
    """A person says whose a credit is, and why: it becomes a payment of that dossier.

    Raises Refused("unknown_credit", "matched_already", "no_why_matched", "unknown_bill") and what
    `take` refuses, `too_much` when more came than is owed.
    """
    line = StatementLine.objects.select_for_update(of=("self",)).filter(
        uuid=uuid, office_id=by.office_id
    ).first()  # fmt: skip
    if line is None:
        raise Refused("unknown_credit")
    if line.payment_id is not None:
        raise Refused("matched_already")
    if not words.strip():
        raise Refused("no_why_matched")
    mine = Dossier.objects.filter(answered_by(by.office_id), code=normalize(code))
    dossier = mine.values_list("id", flat=True).first()
    if dossier is None:
        raise Refused("unknown_bill")
    paying = Paying(dossier, at, line.amount_vnd)
    take([paying], by=by, key=line.uuid, method=Method.TRANSFER)
    line.payment = Payment.objects.get(key=line.uuid)
    line.verdict, line.note = Verdict.BY_HAND, words.strip()[:300]
    line.save(update_fields=["payment", "verdict", "note"])
    Demand.objects.filter(dossier_id=dossier, payment=None, closed_at=None).update(closed_at=at)
    note("credit_matched", normalize(code), by, "dossier")

"""Money that comes by transfer: asked for under a reference, confirmed when it is seen."""

import secrets
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from motcua.core.references import LENGTH, reference
from motcua.core.refusal import Refused
from motcua.dossiers.models import Dossier
from motcua.fees.models import Demand, Method, OfficeMoney, Payment
from motcua.fees.selectors.owing import owed
from motcua.fees.services.paying import Paying, Taken, take
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can

_TRIES = 5


@transaction.atomic
def ask_transfer(dossier: int, *, by: Actor, at: datetime) -> Demand:
    """What is owed, asked for under a reference; the open demand of that amount when there is one.

    Raises Refused("not_your_money", "nothing_owed", "no_account").
    """
    row = Dossier.objects.select_for_update(of=("self",)).only(
        "id", "office_id", "handled_by_id"
    ).filter(pk=dossier).first()  # fmt: skip
    owner = (row.handled_by_id or row.office_id) if row else 0
    if row is None or not can(by, Duty.COLLECT, Subject(owner_office_id=owner), at):
        raise Refused("not_your_money")
    due = owed([dossier]).get(dossier, 0)
    if not due:
        raise Refused("nothing_owed")
    if not OfficeMoney.objects.filter(office_id=by.office_id).exclude(bank_account="").exists():
        raise Refused("no_account")
    waiting = Demand.objects.filter(dossier_id=dossier, payment=None, closed_at=None).first()
    if waiting is not None and waiting.amount_vnd == due:
        return waiting
    if waiting is not None:
        waiting.closed_at = at
        waiting.save(update_fields=["closed_at"])
    return Demand.objects.create(
        uuid=uuid4(),
        office_id=by.office_id,
        dossier_id=dossier,
        reference=_free(),
        amount_vnd=due,
        asked_at=at,
        asked_by_id=by.account_id,
    )


@transaction.atomic
def confirm_transfer(uuid: UUID, *, by: Actor, at: datetime) -> Taken:
    """The money of a demand was seen on the account: payment and receipt.

    Raises Refused("unknown_demand") and what `take` refuses.
    """
    (taken,) = confirm([uuid], by=by, at=at)
    return taken


def confirm(uuids: Sequence[UUID], *, by: Actor, at: datetime) -> list[Taken]:
    """As `confirm_transfer`, of several; in the caller's transaction."""
    found = list(
        Demand.objects.select_for_update(of=("self",)).filter(uuid__in=uuids).order_by("dossier_id")
    )
    if len(found) != len(uuids) or any(one.office_id != by.office_id for one in found):
        raise Refused("unknown_demand")
    taken = []
    for one in found:
        paying = Paying(one.dossier_id, at, one.amount_vnd)
        (made,) = take([paying], by=by, key=one.uuid, method=Method.VIETQR)
        one.payment = Payment.objects.get(key=one.uuid, dossier_id=one.dossier_id)
        one.save(update_fields=["payment"])
        taken.append(made)
    return taken


def _free() -> str:
    """A reference nobody has had. One statement, nearly always."""
    for _ in range(_TRIES):
        found = reference(secrets.randbelow(10 ** (LENGTH - 1)))
        if not Demand.objects.filter(reference=found).exists():
            return found
    raise Refused("no_reference_free")

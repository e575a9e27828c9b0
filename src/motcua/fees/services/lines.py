"""A bill that is wrong is put right before anything is paid: a line takes back another."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from motcua.core.refusal import Refused
from motcua.dossiers.asked import Charge
from motcua.dossiers.models import Dossier
from motcua.fees.models import Line
from motcua.fees.selectors.owing import standings
from motcua.fees.services.noting import note
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Subject, can

LONGEST_REASON = 300


@transaction.atomic
def correct_bill(
    dossier: int,
    *,
    taken_back: Sequence[int],
    added: Sequence[Charge],
    reason: str,
    by: Actor,
    at: datetime,
) -> None:
    """Take back lines by their row ids, and write others. Six statements.

    Raises Refused("not_your_money", "paid_already", "no_why_corrected", "no_such_line",
    "nothing_corrected").
    """
    row = Dossier.objects.select_for_update(of=("self",)).only(
        "id", "code", "office_id", "handled_by_id"
    ).filter(pk=dossier).first()  # fmt: skip
    owner = (row.handled_by_id or row.office_id) if row else 0
    if row is None or not can(by, Duty.COLLECT, Subject(owner_office_id=owner), at):
        raise Refused("not_your_money")
    standing = standings([dossier]).get(dossier)
    if standing is not None and standing.paid:
        raise Refused("paid_already")
    if not reason.strip():
        raise Refused("no_why_corrected")
    if not taken_back and not added:
        raise Refused("nothing_corrected")
    old = _standing_lines(dossier, taken_back)
    last = Line.objects.filter(dossier_id=dossier).aggregate(last=Max("ordinal"))["last"] or 0
    new = [_back(one, reason) for one in old]
    new += [_line(dossier, one, reason) for one in added]
    for place, line in enumerate(new, start=last + 1):
        line.ordinal, line.written_at = place, at
    Line.objects.bulk_create(new)
    note("bill_corrected", row.code, by, "dossier")


def _standing_lines(dossier: int, ids: Sequence[int]) -> Sequence[Line]:
    rows = Line.objects.filter(dossier_id=dossier, cancels=None, cancelled_by=None, pk__in=ids)
    found = list(rows)
    if len(found) != len(set(ids)):
        raise Refused("no_such_line")
    return found


def _back(old: Line, reason: str) -> Line:
    return Line(
        dossier_id=old.dossier_id,
        name=old.name,
        kind=old.kind,
        quantity=old.quantity,
        full_vnd=-old.full_vnd,
        amount_vnd=-old.amount_vnd,
        due=old.due,
        article=old.article,
        cancels=old,
        reason=reason.strip()[:LONGEST_REASON],
    )


def _line(dossier: int, charge: Charge, reason: str) -> Line:
    facts: dict[str, Any] = {
        name: getattr(charge, name)
        for name in ("name", "kind", "quantity", "full_vnd", "amount_vnd", "due", "article",
                     "exemption", "proof")
    }  # fmt: skip
    return Line(dossier_id=dossier, reason=reason.strip()[:LONGEST_REASON], **facts)

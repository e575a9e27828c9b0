"""An intake is not voided over money: its receipts go first, by their own rule."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction

from motcua.core.money import format_vnd
from motcua.core.refusal import Refused
from motcua.dossiers import services
from motcua.dossiers.asked import Asked, Outcome
from motcua.dossiers.models import Dossier
from motcua.fees.selectors.owing import standings


@transaction.atomic
def void(asked: Sequence[Asked], *, key: UUID, reason: str = "") -> list[Outcome]:
    """As `dossiers.services.void`, but what was paid for and not given back stays.

    Refused `receipt_stands` for those; the rows are locked first, against whoever takes money for
    them. Two queries more.
    """
    ids = sorted(one.dossier for one in asked)
    list(
        Dossier.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk").only("id")
    )
    paid = {key: one.paid for key, one in standings(ids).items() if one.paid > 0}
    free = iter(services.void([o for o in asked if o.dossier not in paid], key=key, reason=reason))
    return [
        Refused("receipt_stands", amount=format_vnd(paid[one.dossier]))
        if one.dossier in paid
        else next(free)
        for one in asked
    ]

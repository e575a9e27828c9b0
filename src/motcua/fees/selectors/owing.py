"""What dossiers owe: their lines, less what was paid, with what went back."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from motcua.fees.models import Line, Payment, Refund


@dataclass(frozen=True, slots=True)
class Standing:
    """Of one dossier, in đồng: `billed` by its lines, `paid` and not given back, `at_intake` of
    what was billed is due at once."""

    billed: int
    paid: int
    at_intake: int

    @property
    def owed(self) -> int:
        """Never below zero: what was paid too much goes back by a refund."""
        return max(0, self.billed - self.paid)


def owed(dossiers: Collection[int]) -> Mapping[int, int]:
    """đồng owed by dossier, those that owe nothing left out. One query, none for no dossier."""
    return {key: one.owed for key, one in standings(dossiers).items() if one.owed}


def standings(dossiers: Collection[int]) -> Mapping[int, Standing]:
    """How each dossier that was ever billed stands. One query, none for no dossier."""
    if not dossiers:
        return {}
    rows = with_standing(Line.objects.filter(dossier_id__in=list(dossiers)))
    return {row["dossier_id"]: standing_of(row) for row in rows}


def with_standing(lines: QuerySet[Line]) -> QuerySet[Line, Any]:
    """A row a dossier of `lines`: `dossier_id`, `billed`, `at_intake`, `paid`, `returned`."""
    paid = Payment.objects.filter(dossier_id=OuterRef("dossier_id"), undone_at=None)
    back = Refund.objects.filter(payment__dossier_id=OuterRef("dossier_id"), paid_at__isnull=False)
    return (
        lines.order_by()
        .values("dossier_id")
        .annotate(
            billed=Sum("amount_vnd"),
            at_intake=Coalesce(Sum("amount_vnd", filter=Q(due="intake")), 0),
            paid=_total(paid, "dossier_id"),
            returned=_total(back, "payment__dossier_id"),
        )
    )


def standing_of(row: Mapping[str, Any]) -> Standing:
    """The value of a row of `with_standing`."""
    return Standing(row["billed"], row["paid"] - row["returned"], row["at_intake"])


def _total(rows: QuerySet, by: str) -> Coalesce:  # type: ignore[type-arg]
    total = rows.order_by().values(by).annotate(total=Sum("amount_vnd")).values("total")
    return Coalesce(Subquery(total, output_field=BigIntegerField()), 0)

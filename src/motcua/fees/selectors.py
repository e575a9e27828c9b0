"""What is still owed for dossiers."""

from collections.abc import Collection, Mapping

from motcua.fees.models import Bill


def owed(dossiers: Collection[int]) -> Mapping[int, int]:
    """đồng owed by dossier, those that owe nothing left out. One query, none for no dossier.

    No payment is kept yet: what was billed counts as owed until the desk says, at the return of
    the result, that it was taken.
    """
    if not dossiers:
        return {}
    bills = Bill.objects.filter(dossier_id__in=list(dossiers))
    return dict(bills.values_list("dossier_id", "amount_vnd"))

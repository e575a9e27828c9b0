"""What is owed for a dossier."""

from django.db import models
from django.db.models import Q


class Bill(models.Model):
    """The fee of one dossier as it stood at receipt: one bill for each that owes anything.

    A ledger: never rebuilt. Payment, receipts and the cash book stand on it.
    """

    dossier = models.OneToOneField("dossiers.Dossier", models.PROTECT, related_name="+")
    amount_vnd = models.BigIntegerField("số tiền")
    billed_at = models.DateTimeField("ghi lúc")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount_vnd__gt=0), name="bill_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.amount_vnd}"

"""Waiting times as they were last reckoned, so that a public page reads a row and counts nothing.

No consumer: they follow no act but the night, and hold whole days that are over.
"""

from django.db import models
from django.db.models import F, Q

from motcua.core.waits import LEAST_TOLD


class WaitingTimesRenewal(models.Model):
    """The one row that says when all of them were reckoned, and over which days."""

    from_on = models.DateField()
    to_on = models.DateField()
    renewed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="waiting_times_renewed_once"),
            models.CheckConstraint(
                condition=Q(to_on__gt=F("from_on")), name="waiting_times_days_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.from_on} {self.to_on}"


class WaitingTime(models.Model):
    """How long those answered at one office for one procedure had waited, in working minutes.

    What rests on too few is not kept at all, so that nothing of it can be told by mistake.
    """

    renewal = models.ForeignKey(WaitingTimesRenewal, models.CASCADE, related_name="times")
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    procedure = models.ForeignKey("catalogue.Procedure", models.PROTECT, related_name="+")
    dossiers = models.PositiveIntegerField()
    median = models.PositiveIntegerField()
    ninetieth = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "office"], name="one_waiting_time_an_office"
            ),
            models.CheckConstraint(
                condition=Q(dossiers__gte=LEAST_TOLD), name="waiting_time_of_enough"
            ),
            models.CheckConstraint(
                condition=Q(ninetieth__gte=F("median")), name="waiting_time_in_order"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.dossiers}: {self.median}, {self.ninetieth}"

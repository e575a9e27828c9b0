"""Additive daily movements: what happened to how many dossiers, where, on which day."""

from django.db import models
from django.db.models import Q


class Movement(models.TextChoices):
    """What is counted."""

    RECEIVED = "received", "Tiếp nhận"
    EARLY = "early", "Xong trước hạn"
    ON_TIME = "on_time", "Xong đúng hạn"
    OVERDUE = "overdue", "Xong quá hạn"
    VOIDED = "voided", "Huỷ tiếp nhận"


class DailyMovement(models.Model):
    """`count` movements of one kind on one day, of one office, procedure version and channel.

    Writers only add rows, so none waits for another; a sum over rows is the tally. A derivation:
    emptied and rebuilt from the events it comes out equal.
    """

    day_on = models.DateField()
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    procedure_version = models.ForeignKey(
        "catalogue.ProcedureVersion", models.PROTECT, related_name="+"
    )
    channel = models.CharField(max_length=8)
    movement = models.CharField(max_length=10, choices=Movement.choices)
    count = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(movement__in=Movement), name="movement_known"),
        ]
        indexes = [models.Index(fields=["office", "day_on"], name="movement_office_day")]

    def __str__(self) -> str:
        return f"{self.day_on} {self.movement} {self.count}"

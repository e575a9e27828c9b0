"""Additive movements: what happened to how many dossiers, where, in which half of which month.

The grain was chosen by measurement (docs/adr): by day and with all dimensions a tally is as large
as the dossiers themselves.
"""

from django.db import models
from django.db.models import Q

from motcua.core.movements import Movement
from motcua.reports.consolidation.models import (
    Confirmation,
    Consolidation,
    ConsolidationHappening,
    ConsolidationReminder,
    ConsolidationUnit,
    PaperSheet,
)
from motcua.reports.narrative.models import (
    Narrative,
    NarrativeComment,
    NarrativeHappening,
    NarrativeSection,
)
from motcua.reports.waits.models import WaitingTime, WaitingTimesRenewal

__all__ = [
    "Confirmation",
    "Consolidation",
    "ConsolidationHappening",
    "ConsolidationReminder",
    "ConsolidationUnit",
    "FieldTally",
    "Narrative",
    "NarrativeComment",
    "NarrativeHappening",
    "NarrativeSection",
    "OfficeTally",
    "PaperSheet",
    "Tally",
    "WaitingTime",
    "WaitingTimesRenewal",
]

MOVEMENTS = [(one.value, one.value) for one in Movement]


class Tally(models.Model):
    """`count` movements of one kind in the half-month that begins on `moved_on`.

    Writers only add rows, so none waits for another; a sum over rows is the tally, and a job folds
    rows of one grain into one. A derivation: emptied and rebuilt from the dossiers it comes out
    equal.
    """

    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    moved_on = models.DateField()
    movement = models.CharField(max_length=12, choices=MOVEMENTS)
    count = models.IntegerField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.moved_on} {self.movement} {self.count}"


class OfficeTally(Tally):
    """By office, for what was received in the half-month that begins on `received_on`: what the
    quarterly form of 2017 asks, which judges the dossiers received in a period."""

    received_on = models.DateField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(movement__in=Movement), name="office_tally_known"),
        ]
        indexes = [models.Index(fields=["received_on", "office"], name="office_tally_received")]


class FieldTally(Tally):
    """By office and field of the procedure, and by channel of what was received ("" for all other
    movements): what II.06a asks, which follows dossiers from period to period."""

    field = models.CharField(max_length=120)
    channel = models.CharField(max_length=8, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(movement__in=Movement), name="field_tally_known"),
        ]
        indexes = [models.Index(fields=["office", "moved_on"], name="field_tally_moved")]

"""Results that wait to be fetched: where they lie, and how long an office waits before it asks."""

from django.db import models


class ShelfPlace(models.Model):
    """Where the paper of a result lies at the desk, in the desk's own words.

    A note of the desk, no fact of the dossier: it is changed when the paper is moved, each change
    is in the audit, and it stays when the result is handed out.
    """

    dossier = models.OneToOneField("dossiers.Dossier", models.CASCADE, related_name="shelf")
    place = models.CharField("chỗ để", max_length=40)
    changed_at = models.DateTimeField("ghi lúc")

    def __str__(self) -> str:
        return self.place


class CollectionTerm(models.Model):
    """After how many calendar days an office asks after a result; without a row, the default."""

    office = models.OneToOneField("organization.Office", models.PROTECT, related_name="+")
    days = models.PositiveSmallIntegerField("số ngày")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(days__gte=1, days__lte=365), name="collection_days_sane"
            ),
        ]

    def __str__(self) -> str:
        return str(self.days)

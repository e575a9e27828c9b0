"""Who was asked for an opinion: what those asked find in their list."""

from django.db import models
from django.db.models import Q


class AskedOpinion(models.Model):
    """One body asked from a step of a dossier, a cache of its events.

    `department` is null when the office is asked whole. `due_on` is the last day to answer. Once
    nobody waits for it any more, `ended_by` is the kind of the event that said so, `ended_on` the
    day of the answer (of the paper, where it came on one), `stance` what it thinks.
    """

    dossier = models.ForeignKey("dossiers.Dossier", models.CASCADE, related_name="opinions")
    ordinal = models.PositiveSmallIntegerField()
    step = models.CharField(max_length=40)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    department = models.ForeignKey(
        "organization.Department", models.PROTECT, related_name="+", null=True
    )
    asked_seq = models.PositiveIntegerField()
    asked_at = models.DateTimeField("hỏi lúc")
    due_on = models.DateField("hạn trả lời")
    consents = models.BooleanField("im lặng là đồng ý")
    ended_at = models.DateTimeField("thôi chờ lúc", null=True)
    ended_on = models.DateField("ngày trả lời", null=True)
    ended_by = models.CharField(max_length=24, blank=True)
    stance = models.CharField("ý kiến", max_length=10, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "ordinal"], name="one_opinion_a_place"),
        ]
        indexes = [
            models.Index(
                fields=["office", "due_on"], name="opinion_waited_for", condition=Q(ended_at=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ordinal} {self.step}"

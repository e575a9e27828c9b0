"""The outbox: what the owner should be told, written with the event that calls for it."""

from django.db import models


class OutboxMessage(models.Model):
    """One notice, by reference: the words and the address are found when it is sent.

    No channel sends yet; `sent_at` stays empty, and `held` keeps it back after a restore. `seq` is
    the event it tells of. A reminder tells of the result that waits, and there may be several:
    `ordinal` counts them from 1; every other notice has 0.
    """

    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=24)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    held = models.BooleanField(default=False)
    ordinal = models.PositiveSmallIntegerField(default=0, db_default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "seq", "ordinal"], name="one_message_an_event"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.seq}"

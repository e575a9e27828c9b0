"""What happened: the append-only events, the free texts they speak of, and the visits to steps."""

from django.db import models
from django.db.models import Q


class Event(models.Model):
    """One thing that happened to a dossier. Written once by `record()`, never changed.

    `at` is when it happened, `recorded_at` when it was written (never decreasing within a
    dossier). The payload holds references and digests, no personal data. `hash` covers all of it
    and the hash before (`core.ledger.event_hash`). `year` is that of the dossier's receipt.
    """

    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="events")
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=24)
    version = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    recorded_at = models.DateTimeField()
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    account = models.ForeignKey("identity.Account", models.PROTECT, related_name="+")
    payload = models.JSONField()
    previous = models.BinaryField(max_length=32, null=True)
    hash = models.BinaryField(max_length=32)
    year = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "seq"], name="one_event_a_place"),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.kind}"


class Text(models.Model):
    """Free words that belong to an event (a reason, what to mend), kept out of its payload.

    The payload holds the salted digest, so that words about people can lawfully be destroyed.
    """

    dossier = models.ForeignKey("dossiers.Dossier", models.CASCADE, related_name="texts")
    seq = models.PositiveIntegerField()
    place = models.CharField(max_length=20)
    ordinal = models.PositiveSmallIntegerField(default=0)
    body = models.TextField(max_length=4000)
    salt = models.BinaryField(max_length=16)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "seq", "place", "ordinal"], name="one_text_a_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seq} {self.place}"


class DossierStep(models.Model):
    """One visit of a dossier to a step of its process: who holds it, since when, until when.

    A cache of the events that inboxes read. `due_at` ends the step's own budget of working
    hours, counted from the hand-over (Giao); null where the step's time is outside the allowance
    or stands still. `taken` tells that it was received without being opened, `assignee` is the
    uuid of the one position that has it, null for whoever holds such steps there.
    """

    dossier = models.ForeignKey("dossiers.Dossier", models.CASCADE, related_name="steps")
    opened_seq = models.PositiveIntegerField()
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    department = models.ForeignKey(
        "organization.Department", models.PROTECT, related_name="+", null=True
    )
    position_kind = models.CharField(max_length=20)
    entered_at = models.DateTimeField()
    due_at = models.DateTimeField(null=True)
    seen = models.BooleanField(default=False)
    taken = models.BooleanField(default=False, db_default=False)
    assignee = models.UUIDField(null=True)
    left_at = models.DateTimeField(null=True)
    left_seq = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "opened_seq", "key"], name="one_visit"),
            models.UniqueConstraint(
                fields=["dossier", "key"], condition=Q(left_at=None), name="one_open_visit_a_step"
            ),
        ]
        indexes = [
            models.Index(
                fields=["office", "position_kind", "due_at"],
                name="step_inbox",
                condition=Q(left_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.key

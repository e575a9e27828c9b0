"""The outbox: what the owner should be told, written with the event that calls for it."""

from django.db import models
from django.db.models import Q

from motcua.core.delivery import Ending, State, Why

STATES = [(one.value, one.value) for one in State]


class OutboxMessage(models.Model):
    """One notice, by reference: the words and the address are found when it is sent.

    `seq` is the event it tells of. A reminder tells of the result that waits, and there may be
    several: `ordinal` counts them from 1; every other notice has 0. `held` keeps it back after a
    restore, `doubtful` says that it was: it may have been sent since the backup. `next_at` is when
    it may be tried again (the office's time); empty before the first attempt.
    """

    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    seq = models.PositiveIntegerField()
    kind = models.CharField(max_length=24)
    queued_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    held = models.BooleanField(default=False)
    ordinal = models.PositiveSmallIntegerField(default=0, db_default=0)
    state = models.CharField(max_length=10, choices=STATES, default="waiting", db_default="waiting")
    why = models.CharField(max_length=12, blank=True, db_default="")
    next_at = models.DateTimeField(null=True)
    doubtful = models.BooleanField(default=False, db_default=False)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "seq", "ordinal"], name="one_message_an_event"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[one.value for one in State]), name="message_state_known"
            ),
            models.CheckConstraint(
                condition=Q(why="") | Q(why__in=[one.value for one in Why]),
                name="message_why_known",
            ),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="message_sent_has_its_moment",
            ),
        ]
        indexes = [
            models.Index(
                fields=["queued_at"], name="message_waiting", condition=Q(state="waiting")
            ),
            models.Index(fields=["-queued_at", "-id"], name="message_newest"),
            models.Index(
                fields=["dossier"],
                name="message_for_a_person",
                condition=Q(state__in=["person", "printed"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.seq}"


class Attempt(models.Model):
    """One try to hand a notice to a channel: written before the channel is asked.

    Without an `ending` it is under way, or whoever made it was killed. `may_repeat`: it may have
    arrived before. `note` is a word of ours, never what the other side answered: that may hold an
    address. Moments are the office's time.
    """

    message = models.ForeignKey(OutboxMessage, models.PROTECT, related_name="attempts")
    number = models.PositiveSmallIntegerField()
    channel = models.CharField(max_length=8)
    wording = models.CharField(max_length=40)
    may_repeat = models.BooleanField(default=False)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=10, blank=True)
    note = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["message", "number"], name="one_attempt_a_number"),
            models.UniqueConstraint(
                fields=["message"], condition=Q(ending=""), name="one_attempt_under_way"
            ),
            models.CheckConstraint(
                condition=Q(ending="", ended_at__isnull=True)
                | Q(ending__in=[one.value for one in Ending], ended_at__isnull=False),
                name="attempt_ending_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.message_id}/{self.number}"


class OfficeWording(models.Model):
    """An office's own words for one kind and form; the last one is in force.

    Never changed: an edit adds one, and so does going back (`shipped`) to the words of the house.
    """

    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    kind = models.CharField(max_length=24)
    form = models.CharField(max_length=8)
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField(blank=True)
    shipped = models.BooleanField(default=False)
    at = models.DateTimeField()
    account = models.UUIDField()

    class Meta:
        indexes = [models.Index(fields=["office", "kind", "form", "-id"], name="wording_last")]

    def __str__(self) -> str:
        return f"{self.kind} {self.form}"


class TrialLetter(models.Model):
    """What a demonstration would have sent: it goes into this box and nowhere else."""

    at = models.DateTimeField()
    channel = models.CharField(max_length=8)
    address = models.CharField(max_length=254)
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField()
    key = models.UUIDField()
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+", null=True)

    class Meta:
        indexes = [models.Index(fields=["-at"], name="trial_newest")]

    def __str__(self) -> str:
        return f"{self.channel} {self.pk}"

"""What is said at a post: warnings, what stood there when the day opened, the views kept there."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from motcua.core.delivery import Ending
from motcua.core.warning import THRESHOLDS, Of

LONGEST_NAME = 40


class Warning(models.Model):
    """One warning to one post, given once and never again for the same visit and threshold.

    `opened_seq` and `key` name the visit to a step; 0 and "" the whole dossier, or the look at what
    was sent in. `threshold` is in
    per cent, 0 for a hand-over nobody received. A fact of its own, no event of the dossier: that
    somebody was warned changes nothing about it. Moments are the office's time.
    """

    uuid = models.UUIDField(unique=True)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    of = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Of])
    opened_seq = models.PositiveIntegerField(default=0)
    key = models.CharField(max_length=40, blank=True)
    threshold = models.PositiveSmallIntegerField()
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    dismissed_at = models.DateTimeField(null=True)
    dismissed_by = models.UUIDField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "of", "opened_seq", "key", "threshold", "position"],
                name="one_warning_a_post",
            ),
            models.CheckConstraint(
                condition=Q(of__in=[one.value for one in Of]), name="warning_of_known"
            ),
            models.CheckConstraint(
                condition=Q(threshold=0, of="untaken")
                | (~Q(of="untaken") & Q(threshold__in=THRESHOLDS)),
                name="warning_threshold_known",
            ),
        ]
        indexes = [
            models.Index(
                fields=["position", "-given_at"],
                name="warning_of_post",
                condition=Q(dismissed_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.of} {self.threshold}"


class Round(models.Model):
    """When a round was last gone, in the office's time; locked while one is gone."""

    name = models.CharField(max_length=20, unique=True)
    gone_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name


class Digest(models.Model):
    """What stood at a post when its office's day opened: counts, kept as they were.

    `untaken` is null for posts that no hand-over is told of. `made_at` is later than the opening
    when the program was not running then.
    """

    uuid = models.UUIDField(unique=True)
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    day_on = models.DateField()
    made_at = models.DateTimeField()
    todo = models.PositiveIntegerField()
    late = models.PositiveIntegerField()
    today = models.PositiveIntegerField()
    warnings = models.PositiveIntegerField()
    untaken = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["position", "day_on"], name="one_digest_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.day_on}"


class DigestLetter(models.Model):
    """A digest on its way to one person by mail. Without an `ending` and with `tries`, it is under
    way, or whoever sent it was killed: then it may arrive twice, under the same Message-ID."""

    digest = models.ForeignKey(Digest, models.CASCADE, related_name="letters")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    tries = models.PositiveSmallIntegerField(default=0)
    begun_at = models.DateTimeField(null=True)
    ending = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["digest", "account"], name="one_letter_a_digest"),
            models.CheckConstraint(
                condition=Q(ending="") | Q(ending__in=[one.value for one in Ending]),
                name="digest_ending_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.digest_id} {self.tries}"


class MorningMail(models.Model):
    """Where an official wants the digest of each morning sent; gone when they want none."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    address = models.EmailField("thư điện tử", max_length=254)

    def __str__(self) -> str:
        return str(self.account_id)


class SavedView(models.Model):
    """A filter of the inbox one person keeps under a name, at one of their posts; shared with
    nobody. `asked` holds the tab and the fields of the filter that narrow."""

    uuid = models.UUIDField(unique=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    position = models.ForeignKey("identity.Position", models.CASCADE, related_name="+")
    name = models.CharField("tên", max_length=LONGEST_NAME)
    asked = models.JSONField()
    is_default = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint("account", "position", Lower("name"), name="one_view_a_name"),
            models.UniqueConstraint(
                fields=["account", "position"],
                condition=Q(is_default=True),
                name="one_default_view",
            ),
        ]

    def __str__(self) -> str:
        return self.name

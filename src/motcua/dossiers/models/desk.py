"""What the counter leans on: numbers of the day, keys of what was pressed, unfinished forms."""

from django.conf import settings
from django.db import models


class CodeBook(models.Model):
    """The last running number an office gave on a day. Numbers are never reused or skipped.

    Those up to `before` were given elsewhere, before the office moved in. Locked for the length of
    the intake transaction, always as its last lock.
    """

    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    day_on = models.DateField()
    last = models.PositiveIntegerField()
    before = models.PositiveIntegerField(db_default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "day_on"], name="one_code_book_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.day_on}: {self.last}"


class ActKey(models.Model):
    """One pressing of a button: the same key on the same dossier answers with the first outcome.

    `ordinal` tells the dossiers of one intake apart; other acts have one row per dossier.
    """

    key = models.UUIDField()
    ordinal = models.PositiveIntegerField()
    dossier = models.ForeignKey("dossiers.Dossier", models.CASCADE, related_name="+")
    first_seq = models.PositiveIntegerField()
    last_seq = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "ordinal"], name="a_key_acts_once"),
            models.UniqueConstraint(fields=["key", "dossier"], name="a_key_acts_once_a_dossier"),
        ]

    def __str__(self) -> str:
        return str(self.key)


class Draft(models.Model):
    """A half-filled intake form, so that an expired session or a power cut loses nothing.

    Personal data: read only by its account at its office, deleted at receipt or after 7 days.
    """

    uuid = models.UUIDField(unique=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    office = models.ForeignKey("organization.Office", models.CASCADE, related_name="+")
    data = models.JSONField()
    updated_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["account", "updated_at"], name="draft_of_account")]

    def __str__(self) -> str:
        return str(self.uuid)

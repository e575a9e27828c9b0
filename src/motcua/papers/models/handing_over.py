"""The lists by which dossiers are handed over."""

from django.conf import settings
from django.db import models


class HandoverList(models.Model):
    """What one desk handed to one department at one time, with its number of the year.

    Written with the events it lists, never changed but for `printed_at`, the first print. Whether
    the department has a dossier, its own events say. `key` is the button's: pressed again, it finds
    this list.
    """

    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    department = models.ForeignKey("organization.Department", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("năm")
    number = models.PositiveIntegerField("số")
    key = models.UUIDField()
    made_at = models.DateTimeField("lập lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    printed_at = models.DateTimeField("in lần đầu lúc", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["office", "department", "year", "number"], name="one_list_a_number"
            ),
            models.UniqueConstraint(fields=["key", "department"], name="one_list_a_press"),
        ]
        indexes = [
            models.Index(fields=["office", "made_at"], name="lists_of_a_desk"),
            models.Index(fields=["department", "made_at"], name="lists_of_a_department"),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"


class HandoverLine(models.Model):
    """One dossier of a list: the step it opened and the event that opened it."""

    list = models.ForeignKey(HandoverList, models.PROTECT, related_name="lines")
    ordinal = models.PositiveSmallIntegerField("thứ tự")
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    step = models.CharField("bước", max_length=40)
    opened_seq = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["list", "ordinal"], name="one_line_a_place_of_a_list"),
            models.UniqueConstraint(
                fields=["dossier", "opened_seq", "step"], name="a_visit_stands_on_one_list"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ordinal}"


class HandoverDifference(models.Model):
    """What the department found otherwise than the list says, of one dossier. Only added to."""

    line = models.ForeignKey(HandoverLine, models.PROTECT, related_name="differences")
    words = models.CharField("sai khác", max_length=300)
    said_at = models.DateTimeField("ghi lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.line_id}"

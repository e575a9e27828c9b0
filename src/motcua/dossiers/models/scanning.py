"""What a desk has scanned and nobody has put to a dossier yet."""

from django.db import models
from django.db.models import Q


class Scan(models.Model):
    """A file out of an office's scanner folder, looked through and stored; it waits for a dossier.

    `came_as` is the hash of what lay in the folder, so that the same page dropped twice is known;
    of what was arranged here it is a word of its own. `done_at` is set once it was put to a
    dossier, arranged into others, or thrown away.
    """

    uuid = models.UUIDField(unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, to_field="sha256", db_column="sha256", related_name="+"
    )
    came_as = models.CharField(max_length=64)
    pages = models.PositiveSmallIntegerField("số trang")
    arrived_at = models.DateTimeField("đến lúc")
    done_at = models.DateTimeField("xong lúc", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["office", "came_as"],
                condition=Q(done_at=None),
                name="a_scan_waits_once",
            ),
        ]
        indexes = [
            models.Index(
                fields=["office", "arrived_at"], name="scan_waiting", condition=Q(done_at=None)
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)

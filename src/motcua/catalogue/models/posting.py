"""What hangs on the boards: which edition of a field's poster a desk has confirmed."""

from django.db import models


class PostedEdition(models.Model):
    """A desk says that this edition of the listing of a field hangs there since `confirmed_at`.

    An edition is named by what the poster says, so it is behind as soon as a version changes.
    The newest row of an office and field counts; older ones are its history.
    """

    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    field = models.CharField("lĩnh vực", max_length=120)
    edition = models.CharField("số bản", max_length=16)
    confirmed_at = models.DateTimeField("xác nhận lúc")
    confirmed_by = models.ForeignKey("identity.Account", models.PROTECT, related_name="+")
    confirmed_as = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["office", "field", "-confirmed_at"], name="posted_newest"),
        ]

    def __str__(self) -> str:
        return self.edition

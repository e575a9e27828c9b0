"""Facts of a version read in the gazette without a decision: only their mark changes."""

from django.db import models
from django.db.models import F, Q

from motcua.catalogue.models.procedure import Procedure


class MarkConfirmation(models.Model):
    """Somebody read a marked fact in its source, and a second person looked at it too.

    The version's row is never touched: it holds from the same day and says the same. The mark is
    laid over it where versions are read, over this version and the later ones of the procedure
    that say the same (`said`, in the words of `catalogue.confirming.facts`). Taken back, the mark
    stands again.
    """

    uuid = models.UUIDField(unique=True)
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="confirmations")
    version_on = models.DateField("bản có hiệu lực từ ngày")
    fact = models.CharField("mục", max_length=300)
    said = models.JSONField("nội dung")
    number = models.CharField("số văn bản", max_length=60)
    signed_on = models.DateField("ngày ký")
    article = models.CharField("điều khoản", max_length=300)
    entered_at = models.DateTimeField("đề nghị lúc")
    entered_by = models.ForeignKey("identity.Account", models.PROTECT, related_name="+")
    entered_as = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    approved_at = models.DateTimeField("duyệt lúc", null=True)
    approved_by = models.ForeignKey("identity.Account", models.PROTECT, null=True, related_name="+")
    approved_as = models.ForeignKey(
        "identity.Position", models.PROTECT, null=True, related_name="+"
    )
    withdrawn_at = models.DateTimeField("rút lại lúc", null=True)
    withdrawn_by = models.ForeignKey(
        "identity.Account", models.PROTECT, null=True, related_name="+"
    )
    withdrawn_reason = models.CharField("lý do rút lại", max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "version_on", "fact"],
                condition=Q(withdrawn_at=None),
                name="one_confirmation_a_fact",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("entered_by")),
                name="confirmation_two_people",
            ),
        ]

    def __str__(self) -> str:
        return self.fact

"""What the tax office asks of a dossier of land, and whether it was paid."""

from django.conf import settings
from django.db import models
from django.db.models import Q


class TransferSlip(models.Model):
    """Phiếu chuyển thông tin to the tax office: its number of the office and year, and the land's
    facts as they were written on it; the same slip prints the same."""

    uuid = models.UUIDField(unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("năm")
    number = models.PositiveIntegerField("số")
    made_at = models.DateTimeField("lập lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    facts = models.JSONField("thông tin")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["office", "year", "number"], name="one_transfer_slip_a_number"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"


class Obligation(models.Model):
    """A tax notice that came in for a dossier; the dossier stands still on it until it is met.

    `levies` are `{"kind", "amount_vnd", "due_on", "deferred", "proof", "paid_on"}`, the last two
    of a levy that was paid (of rows from before, those of the notice); deferred ones (ghi nợ) hold
    nothing up. Once all are paid the notice is met, by its last `proof`; `due_on` is of the rest.
    """

    uuid = models.UUIDField(unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    number = models.CharField("số thông báo", max_length=100)
    received_on = models.DateField("ngày nhận")
    due_on = models.DateField("hạn nộp")
    levies = models.JSONField("các khoản")
    entered_at = models.DateTimeField("ghi lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reminded_at = models.DateTimeField("nhắc lần cuối", null=True)
    proof = models.CharField("chứng từ nộp", max_length=100, blank=True)
    paid_on = models.DateField("ngày nộp", null=True)
    met_at = models.DateTimeField("xong lúc", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "number"], name="one_notice_a_number"),
            models.CheckConstraint(
                condition=Q(due_on__gte=models.F("received_on")), name="notice_due_after_it_came"
            ),
            models.CheckConstraint(
                condition=Q(met_at=None, proof="", paid_on=None)
                | Q(met_at__isnull=False, paid_on__isnull=False) & ~Q(proof=""),
                name="notice_met_by_a_proof",
            ),
        ]
        indexes = [
            models.Index(
                fields=["office", "due_on"], name="notices_waiting", condition=Q(met_at=None)
            ),
        ]

    def __str__(self) -> str:
        return self.number

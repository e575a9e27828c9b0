"""Money that came in for a dossier, and money that went back."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class Method(models.TextChoices):
    """How one pays. Both last ones come to the office's account."""

    CASH = "cash", "Tiền mặt"
    TRANSFER = "transfer", "Chuyển khoản"
    VIETQR = "vietqr", "VietQR"


class Payment(models.Model):
    """Money taken for one dossier; its receipt is made in the same transaction.

    Never changed but for `undone_at`: the receipt was cancelled and none replaced it, so that the
    money counts as never taken. `key` is the button's, with one payment a dossier.
    """

    key = models.UUIDField()
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    method = models.CharField("hình thức", max_length=8, choices=Method.choices)
    amount_vnd = models.BigIntegerField("số tiền")
    paid_at = models.DateTimeField("thu lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    undone_at = models.DateTimeField("thu nhầm, bỏ lúc", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "dossier"], name="one_payment_a_press"),
            models.CheckConstraint(condition=Q(method__in=Method), name="payment_method_known"),
            models.CheckConstraint(condition=Q(amount_vnd__gt=0), name="payment_positive"),
        ]
        indexes = [
            models.Index(fields=["office", "paid_at"], name="payments_of_an_office"),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.amount_vnd}"


class Refund(models.Model):
    """Money of one payment that goes back: asked for, decided by another person, paid out.

    `number` is the refund paper's, of the office and year, given when it is approved.
    """

    uuid = models.UUIDField(unique=True)
    payment = models.ForeignKey(Payment, models.PROTECT, related_name="refunds")
    amount_vnd = models.BigIntegerField("số tiền hoàn")
    reason = models.CharField("lý do", max_length=300)
    asked_at = models.DateTimeField("đề nghị lúc")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    approved = models.BooleanField("đồng ý", null=True)
    decided_at = models.DateTimeField("quyết định lúc", null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    decision = models.CharField("ý kiến", max_length=300, blank=True)
    year = models.PositiveSmallIntegerField("năm", null=True)
    number = models.PositiveIntegerField("số", null=True)
    paid_at = models.DateTimeField("chi lúc", null=True)
    paid_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount_vnd__gt=0), name="refund_positive"),
            models.CheckConstraint(
                condition=Q(decided_by=None) | ~Q(decided_by=F("asked_by")),
                name="refund_decided_by_another",
            ),
            models.CheckConstraint(
                condition=Q(approved=None, decided_at=None, decided_by=None)
                | Q(approved__isnull=False, decided_at__isnull=False, decided_by__isnull=False),
                name="refund_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(paid_at=None) | Q(approved=True, number__isnull=False),
                name="refund_paid_once_approved",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.payment_id}: {self.amount_vnd}"

"""Transfers asked for, and what the bank's statements say came in."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from motcua.fees.models.payments import Payment


class Demand(models.Model):
    """A transfer one dossier waits for, known by its `reference` on the bank's statement.

    `payment` once the money came. One open demand a dossier; another amount closes it.
    """

    uuid = models.UUIDField(unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    reference = models.CharField("số tham chiếu", max_length=10, unique=True)
    amount_vnd = models.BigIntegerField("số tiền")
    asked_at = models.DateTimeField("yêu cầu lúc")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    payment = models.OneToOneField(Payment, models.PROTECT, null=True, related_name="demand")
    closed_at = models.DateTimeField("thôi chờ lúc", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount_vnd__gt=0), name="demand_positive"),
            models.UniqueConstraint(
                fields=["dossier"],
                condition=Q(payment=None, closed_at=None),
                name="one_open_demand_a_dossier",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class StatementLine(models.Model):
    """One credit of a bank's statement, taken in once: `digest` tells it from every other.

    `verdict` is what reading it came to (`core.statement`); by hand it becomes `by_hand`, with a
    `note`. `payment` is the money it became.
    """

    uuid = models.UUIDField(unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    booked_on = models.DateField("ngày ghi có")
    amount_vnd = models.BigIntegerField("số tiền")
    content = models.CharField("nội dung", max_length=500, blank=True)
    bank_number = models.CharField("mã giao dịch", max_length=60, blank=True)
    verdict = models.CharField("đối chiếu", max_length=12)
    imported_at = models.DateTimeField("nhập lúc")
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    payment = models.OneToOneField(Payment, models.PROTECT, null=True, related_name="+")
    note = models.CharField("lời ghi", max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "digest"], name="one_credit_once"),
            models.CheckConstraint(condition=Q(amount_vnd__gt=0), name="credit_positive"),
            models.CheckConstraint(
                condition=~Q(verdict="by_hand") | ~Q(note=""), name="by_hand_says_why"
            ),
        ]
        indexes = [models.Index(fields=["office", "booked_on"], name="credits_of_an_office")]

    def __str__(self) -> str:
        return f"{self.booked_on}: {self.amount_vnd}"

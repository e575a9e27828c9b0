"""The cash book: a drawer's days, and every movement of money."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from motcua.fees.models.payments import Payment, Refund
from motcua.fees.models.receipts import Receipt


class CashDay(models.Model):
    """One clerk's drawer at one desk on one day: what was counted in, what was counted out.

    Closed, it is frozen: what happens later belongs to the next day. A difference is explained by
    the clerk, whose closing it is, and signed by another person.
    """

    uuid = models.UUIDField(unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    day_on = models.DateField("ngày")
    opened_at = models.DateTimeField("mở lúc")
    opening_vnd = models.BigIntegerField("tiền đầu ngày")
    opening_note = models.CharField("lời ghi khi mở", max_length=300, blank=True)
    closed_at = models.DateTimeField("khoá lúc", null=True)
    expected_vnd = models.BigIntegerField("theo sổ", null=True)
    counted_vnd = models.BigIntegerField("đếm được", null=True)
    difference_reason = models.CharField("giải trình", max_length=300, blank=True)
    signed_at = models.DateTimeField("người thứ hai ký lúc", null=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["position", "account", "day_on"], name="one_drawer_a_day"
            ),
            models.UniqueConstraint(
                fields=["position", "account"],
                condition=Q(closed_at=None),
                name="one_open_drawer_a_clerk",
            ),
            models.CheckConstraint(
                condition=Q(opening_vnd__gte=0) & (Q(counted_vnd=None) | Q(counted_vnd__gte=0)),
                name="drawer_holds_no_less_than_nothing",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, expected_vnd=None, counted_vnd=None)
                | Q(closed_at__isnull=False, expected_vnd__isnull=False, counted_vnd__isnull=False),
                name="drawer_closed_whole",
            ),
            models.CheckConstraint(
                condition=Q(counted_vnd=None)
                | Q(counted_vnd=models.F("expected_vnd"))
                | ~Q(difference_reason=""),
                name="difference_is_explained",
            ),
        ]
        indexes = [models.Index(fields=["office", "day_on"], name="drawers_of_an_office")]

    def __str__(self) -> str:
        return f"{self.account_id} {self.day_on}"


class MovementKind(models.TextChoices):
    """Why money moved."""

    PAID = "paid", "Thu phí, lệ phí"
    REVERSED = "reversed", "Huỷ biên lai để lập lại"
    REISSUED = "reissued", "Biên lai thay thế"
    UNDONE = "undone", "Bỏ khoản thu nhầm"
    REFUNDED = "refunded", "Hoàn trả"
    HANDED_IN = "handed_in", "Nộp kho bạc"


MONEY_IN = ("paid", "reissued")
"""What a receipt was written for: on a day they come to the receipts of that day."""
MONEY_BACK = ("reversed", "undone", "refunded")


class Movement(models.Model):
    """Money in (above zero) or out (below) of a drawer, or, without one, of the office's account.

    Only added to: a receipt that is replaced keeps its line, a second takes it back and a third is
    the new receipt's. `receipt` is the one the line is of, but for refunds and what is handed in.
    `day_on` is the day of the book it stands in.
    """

    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    cash_day = models.ForeignKey(CashDay, models.PROTECT, null=True, related_name="movements")
    day_on = models.DateField("ngày")
    at = models.DateTimeField("lúc")
    kind = models.CharField("nội dung", max_length=10, choices=MovementKind.choices)
    amount_vnd = models.BigIntegerField("số tiền")
    payment = models.ForeignKey(Payment, models.PROTECT, null=True, related_name="movements")
    receipt = models.ForeignKey(Receipt, models.PROTECT, null=True, related_name="movements")
    refund = models.OneToOneField(Refund, models.PROTECT, null=True, related_name="movement")
    note = models.CharField("chứng từ", max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["payment", "kind"],
                condition=Q(kind__in=["paid", "undone"]),
                name="a_payment_moves_money_once",
            ),
            models.UniqueConstraint(fields=["receipt", "kind"], name="a_receipt_stands_once"),
            models.CheckConstraint(
                condition=Q(kind__in=MONEY_IN, amount_vnd__gt=0)
                | Q(kind__in=[*MONEY_BACK, "handed_in"], amount_vnd__lt=0),
                name="movement_goes_its_way",
            ),
            models.CheckConstraint(
                condition=Q(kind="handed_in", payment=None, refund=None, receipt=None)
                | Q(
                    kind__in=["paid", "reversed", "reissued", "undone"],
                    payment__isnull=False,
                    receipt__isnull=False,
                    refund=None,
                )
                | Q(kind="refunded", refund__isnull=False, receipt=None),
                name="movement_has_its_ground",
            ),
        ]
        indexes = [models.Index(fields=["office", "day_on"], name="movements_of_an_office")]

    def __str__(self) -> str:
        return f"{self.day_on}: {self.amount_vnd}"

"""Receipts (biên lai): their books, each with its numbers, and what was cancelled."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.fees.models.payments import Payment


class ReceiptBook(models.Model):
    """A book of an office: template symbol, serial, and numbers from the first to the last.

    `last` is the number given last, one before `first` when none was. A row is locked by whoever
    takes a number until their transaction ends, so that there is neither gap nor repeat.
    """

    uuid = models.UUIDField(unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    template = models.CharField("ký hiệu mẫu", max_length=20)
    serial = models.CharField("ký hiệu biên lai", max_length=20)
    first = models.PositiveBigIntegerField("từ số")
    until = models.PositiveBigIntegerField("đến số")
    last = models.PositiveBigIntegerField("số đã cấp cuối")
    digits = models.PositiveSmallIntegerField("số chữ số", default=7)
    opened_at = models.DateTimeField("mở lúc")
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    closed_at = models.DateTimeField("đóng lúc", null=True)
    close_reason = models.CharField("lý do đóng", max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(first__gte=1, until__gte=F("first")), name="book_has_numbers"
            ),
            models.CheckConstraint(
                condition=Q(last__gte=F("first") - 1, last__lte=F("until")),
                name="book_gives_its_own_numbers",
            ),
        ]
        indexes = [models.Index(fields=["office", "id"], name="books_of_an_office")]

    def __str__(self) -> str:
        return f"{self.template} {self.serial}"


class Receipt(models.Model):
    """One receipt, as printed: everything on it is kept, and the database refuses to change it.

    A receipt that is wrong is cancelled; one with the next number `replaces` it. `lines` are
    `[name, quantity, amount]`.
    """

    uuid = models.UUIDField(unique=True)
    book = models.ForeignKey(ReceiptBook, models.PROTECT, related_name="receipts")
    number = models.PositiveBigIntegerField("số")
    payment = models.ForeignKey(Payment, models.PROTECT, related_name="receipts")
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")
    issued_at = models.DateTimeField("lập lúc")
    payer = models.CharField("người nộp", max_length=200)
    payer_address = models.CharField("địa chỉ người nộp", max_length=300, blank=True)
    lines = models.JSONField("các khoản")
    amount_vnd = models.BigIntegerField("số tiền")
    method = models.CharField("hình thức", max_length=8)
    office_name = models.CharField("cơ quan thu", max_length=200)
    tax_code = models.CharField("mã số thuế", max_length=14, blank=True)
    office_address = models.CharField("địa chỉ cơ quan thu", max_length=200, blank=True)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    officer = models.CharField("người thu tiền", max_length=120)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "number"], name="one_receipt_a_number"),
            models.UniqueConstraint(
                fields=["payment"], condition=Q(replaces=None), name="one_first_receipt_a_payment"
            ),
            models.CheckConstraint(condition=Q(amount_vnd__gt=0), name="receipt_positive"),
        ]
        indexes = [models.Index(fields=["book", "issued_at"], name="receipts_of_a_book")]

    def __str__(self) -> str:
        return f"{self.book_id} {self.number}"


class Cancellation(models.Model):
    """A receipt is void, why, and by whom. Only added to; the receipt itself stays as it was."""

    receipt = models.OneToOneField(Receipt, models.PROTECT, related_name="cancellation")
    at = models.DateTimeField("huỷ lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.CharField("lý do", max_length=300)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="cancelled_for_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.receipt_id}"

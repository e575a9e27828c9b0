"""What an office's receipts say of it, and the account that transfers go to."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q


class OfficeMoney(models.Model):
    """One office's tax code and address for its receipts, and its account; empty: no transfers."""

    office = models.OneToOneField("organization.Office", models.PROTECT, related_name="+")
    tax_code = models.CharField("mã số thuế", max_length=14, blank=True)
    address = models.CharField("địa chỉ", max_length=200, blank=True)
    bank_bin = models.CharField(
        "mã ngân hàng", max_length=6, blank=True, validators=[RegexValidator(r"^([0-9]{6})?$")]
    )
    bank_account = models.CharField("số tài khoản", max_length=19, blank=True)
    account_holder = models.CharField("tên tài khoản", max_length=120, blank=True)
    changed_at = models.DateTimeField("đổi lần cuối")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(bank_bin="", bank_account="") | (~Q(bank_bin="") & ~Q(bank_account="")),
                name="bank_account_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.office_id}"

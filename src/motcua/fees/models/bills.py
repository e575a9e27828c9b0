"""What is owed for a dossier: the bill of its receipt, and the lines it is made of."""

from django.db import models
from django.db.models import Q


class Bill(models.Model):
    """The fee of one dossier as it stood at receipt: one bill for each that owes anything.

    A ledger: never rebuilt. What is owed now is the sum of the dossier's lines.
    """

    dossier = models.OneToOneField("dossiers.Dossier", models.PROTECT, related_name="+")
    amount_vnd = models.BigIntegerField("số tiền")
    billed_at = models.DateTimeField("ghi lúc")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(amount_vnd__gt=0), name="bill_positive"),
        ]

    def __str__(self) -> str:
        return f"{self.dossier_id}: {self.amount_vnd}"


class Line(models.Model):
    """One line of what a dossier owes; only ever added to.

    A line of the tariff has what it would cost in full, and with `exemption` (words of the
    version) and `proof` (the paper shown) what it costs this payer. What was billed wrongly is
    taken back by a line of the opposite amount that `cancels` it; money given back by a line of
    its own without one. `at_receipt` lines make up the bill.
    """

    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    ordinal = models.PositiveSmallIntegerField("thứ tự")
    name = models.CharField("khoản thu", max_length=200)
    kind = models.CharField("loại", max_length=8, default="charge")
    quantity = models.CharField("số lượng", max_length=100, blank=True)
    full_vnd = models.BigIntegerField("mức đầy đủ")
    amount_vnd = models.BigIntegerField("phải thu")
    due = models.CharField("thời điểm thu", max_length=8, default="intake")
    article = models.CharField("căn cứ", max_length=300, blank=True)
    exemption = models.CharField("miễn, giảm", max_length=500, blank=True)
    proof = models.CharField("giấy tờ chứng minh", max_length=300, blank=True)
    cancels = models.OneToOneField("self", models.PROTECT, null=True, related_name="cancelled_by")
    reason = models.CharField("lý do", max_length=300, blank=True)
    at_receipt = models.BooleanField("ghi khi tiếp nhận", default=False)
    written_at = models.DateTimeField("ghi lúc")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "ordinal"], name="one_line_a_place_of_bill"),
            models.CheckConstraint(
                condition=Q(kind__in=["fee", "charge"]), name="bill_line_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(due__in=["intake", "return"]), name="bill_line_due_known"
            ),
            models.CheckConstraint(
                condition=Q(exemption="") | ~Q(proof=""), name="exemption_has_its_proof"
            ),
            models.CheckConstraint(
                condition=Q(cancels=None, amount_vnd__gte=0) | ~Q(reason=""),
                name="what_takes_back_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.amount_vnd}"

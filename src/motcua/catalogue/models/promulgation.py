"""Decisions that publish procedures (quyết định công bố), and what each says of which."""

from django.db import models
from django.db.models import F, Q

from motcua.catalogue.models.procedure import Procedure


class ItemKind(models.TextChoices):
    """What a decision does to a procedure."""

    NEW = "new", "Ban hành mới"
    AMENDED = "amended", "Sửa đổi, bổ sung"
    REPLACED = "replaced", "Được thay thế"
    ABOLISHED = "abolished", "Bãi bỏ"


class Promulgation(models.Model):
    """A decision: entered, approved by a second person, in force from its day, or taken back.

    What it says stands in its items and never changes; versions are made from them at approval
    and made anew when another decision comes between.
    """

    uuid = models.UUIDField(unique=True)
    number = models.CharField("số quyết định", max_length=60)
    signed_on = models.DateField("ngày ký")
    issuer = models.CharField("cơ quan ban hành", max_length=200)
    title = models.CharField("trích yếu", max_length=500, blank=True)
    effective_on = models.DateField("ngày có hiệu lực")
    rebased_on = models.DateField("áp dụng lại từ ngày", null=True)
    file_name = models.CharField("tên tệp", max_length=200, blank=True)
    file_sha256 = models.CharField("mã băm của tệp", max_length=64, blank=True)
    entered_at = models.DateTimeField("nhập lúc")
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
                fields=["number", "issuer", "signed_on"],
                condition=Q(withdrawn_at=None),
                name="one_promulgation_a_number",
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("entered_by")),
                name="promulgation_two_people",
            ),
        ]

    def __str__(self) -> str:
        return self.number


class PromulgationItem(models.Model):
    """One procedure in a decision. `content` holds only what the decision says, in the keys of
    `catalogue.content`: all of it for a new one, the changed fields for an amended one."""

    promulgation = models.ForeignKey(Promulgation, models.CASCADE, related_name="items")
    ordinal = models.PositiveIntegerField()
    kind = models.CharField("nội dung", max_length=10, choices=ItemKind.choices)
    slug = models.SlugField("thủ tục", max_length=80)
    procedure = models.ForeignKey(Procedure, models.PROTECT, null=True, related_name="items")
    replaced_by = models.SlugField("thay bằng", max_length=80, blank=True)
    content = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["promulgation", "ordinal"], name="one_item_a_place"),
            models.UniqueConstraint(fields=["promulgation", "slug"], name="one_item_a_procedure"),
            models.CheckConstraint(condition=Q(kind__in=ItemKind), name="item_kind_known"),
        ]

    def __str__(self) -> str:
        return self.slug

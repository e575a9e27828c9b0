"""What a version asks for, costs and gives: its cases, papers, fees, forms and results."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q

from motcua.catalogue.models.procedure import ProcedureVersion
from motcua.core.clock import AllowanceKind


class Case(models.Model):
    """A case (trường hợp) of a version: its own papers and fees beside the common ones, and its
    own term when `allowance_kind` is not empty; else the version's holds."""

    version = models.ForeignKey(ProcedureVersion, models.CASCADE, related_name="cases")
    ordinal = models.PositiveSmallIntegerField()
    key = models.SlugField("khóa", max_length=60)
    name = models.CharField("trường hợp", max_length=300)
    allowance_kind = models.CharField(
        "cách tính", max_length=20, blank=True, choices=[(k.value, k.value) for k in AllowanceKind]
    )
    allowance = models.DecimalField(
        "thời hạn giải quyết", max_digits=6, decimal_places=2, null=True
    )
    allowance_as_written = models.CharField("thời hạn như văn bản", max_length=200, blank=True)
    article = models.CharField("điều khoản", max_length=300, blank=True)
    mark = models.CharField("dấu", max_length=1, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "key"], name="one_case_a_key"),
            models.UniqueConstraint(fields=["version", "ordinal"], name="one_case_a_place"),
            models.CheckConstraint(
                condition=Q(allowance_kind="", allowance=None)
                | Q(allowance_kind__in=[k.value for k in AllowanceKind], allowance__gt=0),
                name="case_term_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Component(models.Model):
    """A paper a version asks for, in every case or only in `case`. Ordinals are the version's."""

    version = models.ForeignKey(ProcedureVersion, models.CASCADE, related_name="components")
    case = models.ForeignKey(Case, models.CASCADE, null=True, related_name="components")
    ordinal = models.PositiveSmallIntegerField()
    name = models.CharField("tên giấy tờ", max_length=500)
    kind = models.CharField("loại", max_length=12)
    copies = models.PositiveSmallIntegerField("số bản", default=1)
    optional = models.BooleanField("nếu có", default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "ordinal"], name="one_paper_a_place"),
            models.CheckConstraint(
                condition=Q(kind__in=["original", "certified", "copy", "electronic"]),
                name="component_kind_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FeeKind(models.TextChoices):
    """The two words of Luật Phí và lệ phí 97/2015/QH13."""

    FEE = "fee", "Phí"
    CHARGE = "charge", "Lệ phí"


class FeeRule(models.Model):
    """A line of the tariff. `exemptions` is printed as the decision writes it.

    `unit` says what `amount_vnd` is for; with `steps` the amount falls or rises with the number
    of units, `[{"up_to": 2, "vnd": 2000}, {"vnd": 1000}]`, and `cap_vnd` is the most of one copy.
    """

    version = models.ForeignKey(ProcedureVersion, models.CASCADE, related_name="fees")
    case = models.ForeignKey(Case, models.CASCADE, null=True, related_name="fees")
    ordinal = models.PositiveSmallIntegerField()
    name = models.CharField("tên khoản thu", max_length=200)
    kind = models.CharField("loại", max_length=8, choices=FeeKind.choices, default=FeeKind.CHARGE)
    amount_vnd = models.BigIntegerField("mức thu")
    unit = models.CharField("tính theo", max_length=8, default="dossier")
    steps = models.JSONField("bậc", default=list)
    cap_vnd = models.BigIntegerField("mức trần", null=True)
    due = models.CharField("thời điểm thu", max_length=8, default="intake")
    exemptions = models.TextField("miễn, giảm", blank=True)
    article = models.CharField("căn cứ", max_length=300, blank=True)
    mark = models.CharField("dấu", max_length=1, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "ordinal"], name="one_fee_a_place"),
            models.CheckConstraint(
                condition=Q(unit__in=["dossier", "copy", "page", "case"]), name="fee_unit_known"
            ),
            models.CheckConstraint(condition=Q(due__in=["intake", "return"]), name="fee_due_known"),
            models.CheckConstraint(condition=Q(kind__in=FeeKind), name="fee_kind_known"),
            models.CheckConstraint(condition=Q(amount_vnd__gte=0), name="fee_rule_not_negative"),
        ]

    def __str__(self) -> str:
        return self.name


class FormTemplate(models.Model):
    """A form to fill in (tờ khai): its number in the law, and the file when there is one.

    `sha256` names bytes the files room keeps; empty when only the name is known.
    """

    version = models.ForeignKey(ProcedureVersion, models.CASCADE, related_name="forms")
    case = models.ForeignKey(Case, models.CASCADE, null=True, related_name="forms")
    ordinal = models.PositiveSmallIntegerField()
    number = models.CharField("số mẫu", max_length=60, blank=True)
    name = models.CharField("tên mẫu", max_length=300)
    edition = models.CharField("bản", max_length=60, blank=True)
    file_name = models.CharField("tên tệp", max_length=200, blank=True)
    sha256 = models.CharField(
        "tệp", max_length=64, blank=True, validators=[RegexValidator(r"^([0-9a-f]{64})?$")]
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "ordinal"], name="one_form_a_place"),
        ]

    def __str__(self) -> str:
        return self.name


class ResultKind(models.Model):
    """What the citizen takes home, and for how long it is good; null: without end."""

    version = models.ForeignKey(ProcedureVersion, models.CASCADE, related_name="results")
    ordinal = models.PositiveSmallIntegerField()
    name = models.CharField("kết quả", max_length=300)
    valid_months = models.PositiveSmallIntegerField("hiệu lực (tháng)", null=True)
    valid_as_written = models.CharField("hiệu lực như văn bản", max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["version", "ordinal"], name="one_result_a_place"),
        ]

    def __str__(self) -> str:
        return self.name

"""Procedures in versions, what they ask for, and the processes offices handle them by."""

from datetime import date

from django.db import models
from django.db.models import Q

from motcua.core.clock import AllowanceKind


class Level(models.TextChoices):
    """Which tier of offices decides."""

    TOWN = "town", "Cấp huyện"
    COMMUNE = "commune", "Cấp xã"


class Mechanism(models.TextChoices):
    """One body or several; empty for what is not handled at the desk."""

    ONE_STOP = "one_stop", "Một cửa"
    INTERLINKED = "interlinked", "Một cửa liên thông"


class Procedure(models.Model):
    """An administrative procedure, known by its slug. What it requires is its versions'."""

    slug = models.SlugField(max_length=80, unique=True)
    code = models.CharField("mã TTHC", max_length=20, blank=True)
    owner_suffix = models.CharField("đuôi cơ quan công bố", max_length=20, blank=True)
    level = models.CharField("cấp", max_length=8, choices=Level.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(level__in=Level), name="procedure_level_known"),
        ]

    def __str__(self) -> str:
        return self.slug


class VersionQuerySet(models.QuerySet["ProcedureVersion"]):
    """Versions by the day."""

    def in_force(self, day: date) -> "VersionQuerySet":
        """The version of each procedure in force on `day`; abolished ones are none."""
        newest = (
            ProcedureVersion.objects.filter(effective_on__lte=day)
            .order_by("procedure_id", "-effective_on")
            .distinct("procedure_id")
        )
        return self.filter(pk__in=newest.values("pk"), abolished=False)


class ProcedureVersion(models.Model):
    """What a procedure requires, from one day until its next version begins.

    There is no end date: the next `effective_on` ends this one, so versions can neither overlap
    nor leave a gap. Abolishing a procedure is a last version with `abolished` set. Never changed
    once a dossier was received under it.
    """

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="versions")
    effective_on = models.DateField("ngày có hiệu lực")
    abolished = models.BooleanField("bãi bỏ", default=False)
    name = models.CharField("tên thủ tục", max_length=500)
    field = models.CharField("lĩnh vực", max_length=120)
    communes_only = models.BooleanField("chỉ ở xã", default=False)
    at_desk = models.BooleanField("nhận tại một cửa", default=True)
    not_at_desk_reason = models.CharField("vì sao không tại một cửa", max_length=300, blank=True)
    mechanism = models.CharField("cơ chế", max_length=12, choices=Mechanism.choices, blank=True)
    department_code = models.CharField("phòng giải quyết", max_length=20)
    allowance_kind = models.CharField(
        "cách tính", max_length=20, choices=[(k.value, k.value) for k in AllowanceKind]
    )
    allowance = models.DecimalField("thời hạn giải quyết", max_digits=6, decimal_places=2)
    cutoff = models.TimeField("giờ chốt nhận", null=True)
    after_supplement = models.CharField(
        "sau khi bổ sung",
        max_length=8,
        default="resume",
        choices=[("resume", "chạy tiếp"), ("restart", "tính lại")],
    )
    fee_text = models.TextField("phí, lệ phí", blank=True)
    fee_vnd = models.BigIntegerField("mức cơ bản", null=True)
    result = models.TextField("kết quả", blank=True)
    legal_basis = models.TextField("căn cứ", blank=True)
    online_level = models.PositiveSmallIntegerField("mức độ trực tuyến", default=2)
    sensitive = models.BooleanField("nhạy cảm", default=False)
    people_words = models.TextField("cách người dân gọi", blank=True)
    mark = models.CharField("nguồn của tên", max_length=1, blank=True)
    code_mark = models.CharField("nguồn của mã", max_length=1, blank=True)
    source = models.CharField("nguồn", max_length=300, blank=True)
    sort_key = models.CharField(max_length=1000)

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["procedure", "effective_on"], name="one_version_a_day"),
            models.CheckConstraint(condition=Q(allowance__gt=0), name="allowance_positive"),
            models.CheckConstraint(
                condition=Q(allowance_kind__in=[k.value for k in AllowanceKind]),
                name="allowance_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(mechanism="") | Q(mechanism__in=Mechanism), name="mechanism_known"
            ),
            models.CheckConstraint(
                condition=Q(fee_vnd=None) | Q(fee_vnd__gte=0), name="fee_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(after_supplement__in=["resume", "restart"]),
                name="after_supplement_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.effective_on}"


class Component(models.Model):
    """A paper a version asks for."""

    version = models.ForeignKey(ProcedureVersion, models.CASCADE, related_name="components")
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


class Process(models.Model):
    """An internal process: for all offices that handle the procedure, or for one of them.

    `document` is a process in the format of `motcua check process`, found without fault before
    it was stored. Never changed: a dossier keeps the one it was received under.
    """

    uuid = models.UUIDField(unique=True)
    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="processes")
    office = models.ForeignKey("organization.Office", models.PROTECT, null=True, related_name="+")
    effective_on = models.DateField("ngày có hiệu lực")
    document = models.JSONField()
    derived = models.BooleanField("suy ra từ thời hạn", default=False)
    source = models.CharField("nguồn", max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "office", "effective_on"],
                nulls_distinct=False,
                name="one_process_a_day",
            ),
        ]

    def __str__(self) -> str:
        return str(self.uuid)

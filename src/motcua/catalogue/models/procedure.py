"""Procedures, their versions in time, and everything a version says."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from motcua.core.clock import AllowanceKind


class Level(models.TextChoices):
    """Which tier of offices decides; the town's ended on 01/07/2025."""

    PROVINCE = "province", "Cấp tỉnh"
    TOWN = "town", "Cấp huyện"
    COMMUNE = "commune", "Cấp xã"


class Mechanism(models.TextChoices):
    """One body or several; empty for what is not handled at the desk."""

    ONE_STOP = "one_stop", "Một cửa"
    INTERLINKED = "interlinked", "Một cửa liên thông"


class Channel(models.TextChoices):
    """How a dossier may come in."""

    DIRECT = "direct", "Trực tiếp"
    POST = "post", "Bưu chính công ích"
    ONLINE = "online", "Trực tuyến"


class OnlineScope(models.TextChoices):
    """The words of Nghị định 42/2022; before it there were levels 1 to 4."""

    PARTIAL = "partial", "Một phần"
    FULL = "full", "Toàn trình"


def usual_channels() -> list[str]:
    """At the desk and by post (Quyết định 45/2016/QĐ-TTg)."""
    return [Channel.DIRECT, Channel.POST]


class Procedure(models.Model):
    """An administrative procedure, known by its slug for ever. All else is its versions', its
    national code too: codes are given anew when a procedure is promulgated anew."""

    slug = models.SlugField(max_length=80, unique=True)

    def __str__(self) -> str:
        return self.slug


class VersionQuerySet(models.QuerySet["ProcedureVersion"]):
    """Versions by the day."""

    def in_force(self, day: date) -> "VersionQuerySet":
        """The version of each procedure in force on `day`; abolished ones are none."""
        newest = (
            ProcedureVersion.objects.filter(effective_on__lte=day)
            .order_by("procedure_id", "-effective_on", F("promulgation").desc(nulls_last=True))
            .distinct("procedure_id")
        )
        return self.filter(pk__in=newest.values("pk"), abolished=False)


class ProcedureVersion(models.Model):
    """What a procedure requires, from one day until its next version begins.

    There is no end date: the next `effective_on` ends this one, so versions can neither overlap
    nor leave a gap. Of one day, the version a decision made counts before the one that shipped,
    which stays beneath for when the decision is taken back. Abolishing a procedure is a last
    version with `abolished` set. Never changed once a dossier was received under it; one whose
    day has not come may be taken back.

    `articles` says for a field's name in which article it stands and with which mark:
    `{"allowance": {"article": "Điều 102 Luật Xây dựng", "mark": "M"}}`. Terms in days are working
    days; `allowance_as_written` is how the decision puts it, often only "ngày".
    """

    procedure = models.ForeignKey(Procedure, models.PROTECT, related_name="versions")
    effective_on = models.DateField("ngày có hiệu lực")
    promulgation = models.ForeignKey(
        "catalogue.Promulgation", models.PROTECT, null=True, related_name="versions"
    )
    abolished = models.BooleanField("bãi bỏ", default=False)
    replaced_by = models.ForeignKey(
        Procedure, models.PROTECT, null=True, related_name="replacing_versions"
    )
    code = models.CharField("mã TTHC", max_length=20, blank=True)
    owner_suffix = models.CharField("đuôi cơ quan công bố", max_length=20, blank=True)
    levels = ArrayField(
        models.CharField(max_length=8, choices=Level.choices), verbose_name="cấp thực hiện"
    )
    national_name = models.CharField("tên trên CSDL quốc gia", max_length=500, blank=True)
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
    allowance_as_written = models.CharField("thời hạn như văn bản", max_length=200, blank=True)
    cutoff = models.TimeField("giờ chốt nhận", null=True)
    after_supplement = models.CharField(
        "sau khi bổ sung",
        max_length=8,
        default="resume",
        choices=[("resume", "chạy tiếp"), ("restart", "tính lại")],
    )
    supplement_within_days = models.PositiveSmallIntegerField("hạn yêu cầu bổ sung", null=True)
    silence_days = models.PositiveSmallIntegerField("hạn trả lời lấy ý kiến", null=True)
    silence_consents = models.BooleanField("im lặng coi như đồng ý", default=False)
    extension_days = models.PositiveSmallIntegerField("được gia hạn thêm", null=True)
    fee_text = models.TextField("phí, lệ phí", blank=True)
    fee_vnd = models.BigIntegerField("mức cơ bản", null=True)
    result = models.TextField("kết quả", blank=True)
    legal_basis = models.TextField("căn cứ", blank=True)
    channels = ArrayField(
        models.CharField(max_length=8, choices=Channel.choices),
        verbose_name="cách nộp",
        default=usual_channels,
    )
    online_level = models.PositiveSmallIntegerField("mức độ trực tuyến", null=True, default=2)
    online_scope = models.CharField(
        "dịch vụ công trực tuyến", max_length=8, choices=OnlineScope.choices, blank=True
    )
    sensitive = models.BooleanField("nhạy cảm", default=False)
    people_words = models.TextField("cách người dân gọi", blank=True)
    mark = models.CharField("nguồn của tên", max_length=1, blank=True)
    code_mark = models.CharField("nguồn của mã", max_length=1, blank=True)
    source = models.CharField("nguồn", max_length=300, blank=True)
    articles = models.JSONField("điều khoản của từng mục", default=dict)
    sort_key = models.CharField(max_length=1000)

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["procedure", "effective_on"],
                condition=Q(promulgation=None),
                name="one_shipped_version_a_day",
            ),
            models.UniqueConstraint(
                fields=["procedure", "effective_on"],
                condition=~Q(promulgation=None),
                name="one_promulgated_version_a_day",
            ),
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
            models.CheckConstraint(
                condition=Q(levels__contained_by=list(Level.values)) & ~Q(levels=[]),
                name="levels_known",
            ),
            models.CheckConstraint(
                condition=Q(channels__contained_by=list(Channel.values)), name="channels_known"
            ),
            models.CheckConstraint(
                condition=Q(online_level=None) | Q(online_level__range=(1, 4)),
                name="online_level_known",
            ),
            models.CheckConstraint(
                condition=Q(online_scope="") | Q(online_scope__in=OnlineScope),
                name="online_scope_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure_id} {self.effective_on}"

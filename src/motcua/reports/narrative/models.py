"""Narrative reports: their words, comments, history, and what was frozen when they were signed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.core.narrative import Standing, Step


class Narrative(models.Model):
    """A report of one office over one period; an amendment `amends` another and follows it.

    From the signature on, `frozen` holds its facts and words as signed, `sha256` is over them in
    their canonical form, and `known_at` is the moment whose knowledge they show. Issued, it is
    `document` of the register, which holds its number and the very bytes.
    """

    uuid = models.UUIDField(unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến ngày")
    standing = models.CharField(
        "tình trạng", max_length=10, choices=[(one.value, one.value) for one in Standing]
    )
    amends = models.ForeignKey("self", models.PROTECT, null=True, related_name="amendments")
    amendment = models.PositiveSmallIntegerField("lần sửa đổi", default=0)
    because = models.CharField("lý do sửa đổi", max_length=300, blank=True)
    frozen = models.JSONField("đã chốt", null=True)
    sha256 = models.CharField("mã băm", max_length=64, blank=True)
    known_at = models.DateTimeField("theo số liệu lúc", null=True)
    signer_title = models.CharField("chức vụ người ký", max_length=120, blank=True)
    signer_name = models.CharField("người ký", max_length=120, blank=True)
    document = models.OneToOneField(
        "papers.Document", models.PROTECT, null=True, related_name="narrative"
    )
    changed_at = models.DateTimeField("đổi lúc")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(standing__in=Standing), name="narrative_standing_known"
            ),
            models.CheckConstraint(
                condition=Q(to_on__gte=F("from_on")), name="narrative_not_backwards"
            ),
            models.CheckConstraint(
                condition=Q(standing__in=("signed", "issued"), frozen__isnull=False,
                            known_at__isnull=False, sha256__regex="^[0-9a-f]{64}$")
                | (~Q(standing__in=("signed", "issued")) & Q(frozen=None, sha256="")),
                name="narrative_frozen_once_signed",
            ),
            models.CheckConstraint(
                condition=Q(amends=None, amendment=0) | Q(amends__isnull=False, amendment__gt=0),
                name="narrative_amends_in_order",
            ),
            models.UniqueConstraint(
                fields=["amends", "amendment"],
                condition=Q(amends__isnull=False) & ~Q(standing="cancelled"),
                name="one_narrative_an_amendment",
            ),
            models.UniqueConstraint(
                fields=["office", "from_on", "to_on"],
                condition=Q(amends=None) & ~Q(standing="cancelled"),
                name="one_narrative_a_period",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["office", "-to_on"], name="narratives_of_an_office")]

    def __str__(self) -> str:
        return f"{self.office_id} {self.from_on} {self.to_on}"


class NarrativeSection(models.Model):
    """The words a person wrote in a section. Frozen with the report they are in `frozen` too."""

    narrative = models.ForeignKey(Narrative, models.CASCADE, related_name="sections")
    key = models.CharField("phần", max_length=20)
    body = models.TextField("nội dung", blank=True)
    changed_at = models.DateTimeField("đổi lúc")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["narrative", "key"], name="one_section_a_key"),
        ]

    def __str__(self) -> str:
        return f"{self.narrative_id} {self.key}"


class NarrativeComment(models.Model):
    """What somebody says of a section; it is open until somebody settles it."""

    uuid = models.UUIDField(unique=True)
    narrative = models.ForeignKey(Narrative, models.CASCADE, related_name="comments")
    key = models.CharField("phần", max_length=20)
    body = models.CharField("ý kiến", max_length=1000)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    made_at = models.DateTimeField("lúc")
    settled_at = models.DateTimeField("đã xử lý lúc", null=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        indexes = [models.Index(fields=["narrative", "made_at"], name="comments_of_a_narrative")]

    def __str__(self) -> str:
        return f"{self.narrative_id} {self.key}"


class NarrativeHappening(models.Model):
    """What was done to a report, by whom and when. Only added to."""

    narrative = models.ForeignKey(Narrative, models.PROTECT, related_name="happenings")
    step = models.CharField("việc", max_length=10, choices=[(s.value, s.value) for s in Step])
    at = models.DateTimeField("lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    words = models.CharField("ghi chú", max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(step__in=Step), name="narrative_step_known"),
        ]
        indexes = [models.Index(fields=["narrative", "at"], name="narrative_happenings")]

    def __str__(self) -> str:
        return f"{self.step} {self.narrative_id}"

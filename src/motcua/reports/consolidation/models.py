"""Rounds of figures from below: who is asked, what was typed from paper, what was confirmed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from motcua.core.consolidating import Standing, Step

LONGEST = 300


class Consolidation(models.Model):
    """What one office asks of those below: a report over a period, by a day.

    Figures are judged at the end of `as_of_on`, the same moment for everybody. Closed, `frozen`
    holds every line that was put together and who is missing, and `sha256` is over its canonical
    form; reopened it holds nothing.
    """

    uuid = models.UUIDField(unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    report = models.CharField("báo cáo", max_length=20)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến ngày")
    as_of_on = models.DateField("tính đến hết ngày")
    due_on = models.DateField("hạn xác nhận")
    note = models.CharField("yêu cầu", max_length=LONGEST, blank=True)
    standing = models.CharField(
        "tình trạng", max_length=10, choices=[(one.value, one.value) for one in Standing]
    )
    opened_at = models.DateTimeField("mở lúc")
    closed_at = models.DateTimeField("chốt lúc", null=True)
    frozen = models.JSONField("đã chốt", null=True)
    sha256 = models.CharField("mã băm", max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(standing__in=Standing), name="consolidation_standing_known"
            ),
            models.CheckConstraint(
                condition=Q(from_on__lte=F("as_of_on"), as_of_on__lte=F("to_on")),
                name="consolidation_judged_within",
            ),
            models.CheckConstraint(
                condition=Q(standing="closed", closed_at__isnull=False, frozen__isnull=False,
                            sha256__regex="^[0-9a-f]{64}$")
                | (~Q(standing="closed") & Q(closed_at=None, frozen=None, sha256="")),
                name="consolidation_frozen_once_closed",
            ),
            models.UniqueConstraint(
                fields=["office", "report", "from_on", "to_on"],
                condition=~Q(standing="cancelled"),
                name="one_consolidation_a_period",
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["office", "-to_on"], name="consolidations_of_an_office")]

    def __str__(self) -> str:
        return f"{self.office_id} {self.report} {self.to_on}"


class ConsolidationUnit(models.Model):
    """An office that answers: `own` is the one that asks. `on_paper`: it keeps its dossiers
    elsewhere, and what it says is typed or loaded."""

    consolidation = models.ForeignKey(Consolidation, models.PROTECT, related_name="units")
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    own = models.BooleanField("chính đơn vị yêu cầu", default=False)
    on_paper = models.BooleanField("làm sổ giấy", default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["consolidation", "office"], name="one_unit_a_consolidation"
            ),
        ]
        indexes = [models.Index(fields=["office"], name="consolidations_asked_of")]

    def __str__(self) -> str:
        return f"{self.consolidation_id} {self.office_id}"


class PaperSheet(models.Model):
    """Figures somebody typed or loaded out of an office's books on paper. Never changed: what is
    mended is another sheet, and the last one counts. `file`: the very spreadsheet, if one was
    loaded; `source` says which book or letter the figures stand in."""

    uuid = models.UUIDField(unique=True)
    unit = models.ForeignKey(ConsolidationUnit, models.PROTECT, related_name="sheets")
    lines = models.JSONField("số liệu")
    source = models.CharField("sổ, văn bản", max_length=LONGEST)
    file = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    file_name = models.CharField("tên tệp", max_length=200, blank=True)
    entered_at = models.DateTimeField("nhập lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "-entered_at"], name="paper_sheets_of_a_unit")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.entered_at}"


class Confirmation(models.Model):
    """What an office confirmed, frozen: `figures` by the knowledge of `known_at`, under a SHA-256
    of their canonical form. It stands until it is taken back or sent back, and is kept then too.

    `sheet`: the paper they were typed from; `of`: the office's own closed round they come from.
    """

    uuid = models.UUIDField(unique=True)
    unit = models.ForeignKey(ConsolidationUnit, models.PROTECT, related_name="confirmations")
    figures = models.JSONField("số liệu")
    sha256 = models.CharField("mã băm", max_length=64)
    known_at = models.DateTimeField("theo số liệu lúc")
    sheet = models.ForeignKey(PaperSheet, models.PROTECT, null=True, related_name="+")
    of = models.ForeignKey(Consolidation, models.PROTECT, null=True, related_name="used")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    title = models.CharField("chức vụ", max_length=120)
    person = models.CharField("người xác nhận", max_length=120)
    ended_at = models.DateTimeField("thôi lúc", null=True)
    ended_by = models.CharField(
        "thôi vì", max_length=10, blank=True,
        choices=[(one.value, one.value) for one in (Step.TAKE_BACK, Step.SEND_BACK)],
    )  # fmt: skip
    because = models.CharField("lý do", max_length=LONGEST, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit"], condition=Q(ended_at=None), name="one_confirmation_stands"
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex="^[0-9a-f]{64}$"), name="confirmation_sha256"
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by="")
                | Q(ended_at__isnull=False, ended_by__in=(Step.TAKE_BACK, Step.SEND_BACK)),
                name="confirmation_ended_somehow",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.sha256[:8]}"


class ConsolidationReminder(models.Model):
    """That an office was reminded, at most once a day."""

    unit = models.ForeignKey(ConsolidationUnit, models.PROTECT, related_name="reminders")
    day_on = models.DateField("ngày")
    reminded_at = models.DateTimeField("nhắc lúc")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "day_on"], name="one_reminder_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.day_on}"


class ConsolidationHappening(models.Model):
    """What was done in a round, by whom and when; `unit` where it was about one. Only added to."""

    consolidation = models.ForeignKey(Consolidation, models.PROTECT, related_name="happenings")
    unit = models.ForeignKey(ConsolidationUnit, models.PROTECT, null=True, related_name="+")
    step = models.CharField("việc", max_length=10, choices=[(s.value, s.value) for s in Step])
    at = models.DateTimeField("lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    words = models.CharField("ghi chú", max_length=LONGEST, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(step__in=Step), name="consolidation_step_known"),
        ]
        indexes = [models.Index(fields=["consolidation", "at"], name="consolidation_happenings")]

    def __str__(self) -> str:
        return f"{self.step} {self.consolidation_id}"

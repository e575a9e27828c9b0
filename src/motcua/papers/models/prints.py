"""What comes out of the printer: the mark of an office, each print, long prints."""

from django.conf import settings
from django.db import models


class OfficeMark(models.Model):
    """The line and the logo an office adds at the foot of its papers; a row an office, changed in
    place: who changed it when is in the audit."""

    office = models.OneToOneField("organization.Office", models.PROTECT, related_name="+")
    line = models.CharField("dòng riêng", max_length=120, default="", blank=True)
    logo_sha256 = models.CharField("biểu trưng", max_length=64, default="", blank=True)
    logo_width = models.PositiveSmallIntegerField("rộng", default=0)
    logo_height = models.PositiveSmallIntegerField("cao", default=0)

    def __str__(self) -> str:
        return f"{self.office_id}"


class Print(models.Model):
    """That a paper came out of the printer's queue: which, the how manieth time, who.

    A ledger: only added to. Of a dossier's paper `seq` is the event a letter belongs to, 0 for the
    slip; another paper is told by its `subject`: a receipt's row, a list's office and period. The
    first is the original; every later one says on its face that it is not. Moments are the
    office's time, as on the paper; the audit has the machine's.
    """

    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, null=True, related_name="+")
    subject = models.CharField("giấy nào", max_length=80, default="", blank=True)
    form = models.CharField("loại giấy", max_length=20)
    seq = models.PositiveIntegerField(default=0)
    ordinal = models.PositiveIntegerField("lần in")
    printed_at = models.DateTimeField("in lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "form", "seq", "ordinal"], name="one_print_a_time"
            ),
            models.UniqueConstraint(
                fields=["form", "subject", "ordinal"],
                condition=models.Q(dossier=None),
                name="one_print_a_time_of_a_subject",
            ),
            models.CheckConstraint(
                condition=models.Q(dossier__isnull=False, subject="")
                | models.Q(dossier=None) & ~models.Q(subject=""),
                name="print_of_a_dossier_or_a_subject",
            ),
            models.CheckConstraint(condition=models.Q(ordinal__gte=1), name="print_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.form} {self.ordinal}"


class PrintBatch(models.Model):
    """A long print made in the background: slips by the hundred, a register of a period.

    `asked` names dossiers by code, or days and a state; never people. The worker counts `done` up
    chunk by chunk and stops where `stop_asked_at` stands. The file lives until `expires_at`.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Đang đợi"
        RUNNING = "running", "Đang làm"
        DONE = "done", "Đã xong"
        STOPPED = "stopped", "Đã dừng"
        FAILED = "failed", "Hỏng"

    uuid = models.UUIDField(unique=True)
    key = models.UUIDField()
    kind = models.CharField("loại", max_length=10)
    asked = models.JSONField("yêu cầu")
    at = models.DateTimeField("giờ của đơn vị khi yêu cầu")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    state = models.CharField("tình trạng", max_length=8, choices=State.choices)
    total = models.PositiveIntegerField("tổng số")
    done = models.PositiveIntegerField("đã làm", default=0)
    reason = models.CharField("vì sao hỏng", max_length=300, default="", blank=True)
    requested_at = models.DateTimeField("yêu cầu lúc")
    stop_asked_at = models.DateTimeField("xin dừng lúc", null=True)
    ended_at = models.DateTimeField("kết thúc lúc", null=True)
    expires_at = models.DateTimeField("giữ tệp đến", null=True)
    sha256 = models.CharField("tệp", max_length=64, default="", blank=True)
    size_bytes = models.BigIntegerField("dung lượng", default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "key"], name="one_batch_a_press"),
            models.CheckConstraint(
                condition=models.Q(state__in=["waiting", "running", "done", "stopped", "failed"]),
                name="batch_state_known",
            ),
        ]
        indexes = [models.Index(fields=["account", "-requested_at"], name="batches_of_a_person")]

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"

"""The dossier's own row: identity, what it was received under, and caches of its history."""

from django.db import models
from django.db.models import F, Q


class Channel(models.TextChoices):
    """How the dossier came in (national codes 1 and 3 and 2 of KenhThucHien)."""

    DIRECT = "direct", "Trực tiếp"
    POST = "post", "Bưu chính công ích"
    ONLINE = "online", "Trực tuyến"


class Stage(models.TextChoices):
    """Where a dossier stands, in the words of the law; `core.flow.Stage` is the same list."""

    SUBMITTED = "submitted", "Chờ kiểm tra"
    INCOMPLETE = "incomplete", "Chờ hoàn thiện"
    IN_PROGRESS = "in_progress", "Đang giải quyết"
    AWAITING_SUPPLEMENT = "awaiting_supplement", "Chờ bổ sung hồ sơ"
    SUSPENDED = "suspended", "Tạm dừng"
    FINISHED = "finished", "Đã có kết quả"
    RETURNED = "returned", "Đã trả kết quả"
    WITHDRAWN = "withdrawn", "Đã rút hồ sơ"
    STOPPED = "stopped", "Dừng giải quyết"
    INTAKE_REFUSED = "intake_refused", "Không tiếp nhận"
    VOID = "void", "Đã huỷ tiếp nhận"


BEFORE_INTAKE = (Stage.SUBMITTED, Stage.INCOMPLETE)
OPEN_STAGES = (Stage.IN_PROGRESS, Stage.AWAITING_SUPPLEMENT, Stage.SUSPENDED)


class Outcome(models.TextChoices):
    """What came of it; empty while it is open, void or refused at intake."""

    RESULT = "result", "Có kết quả"
    REFUSED = "refused", "Từ chối giải quyết"
    WITHDRAWN = "withdrawn", "Công dân rút hồ sơ"
    STOPPED = "stopped", "Dừng giải quyết"


class ResultBy(models.TextChoices):
    """How the owner wants the result (HinhThuc 0 and 1)."""

    DESK = "desk", "Nhận tại quầy"
    POST = "post", "Qua bưu điện"


ASKED_OF_OWNERS = (
    Q(flow__has_key="guided_at") | Q(flow__has_key="asked_outside") | Q(supplements__gte=2)
)
"""What the owner was asked beyond the once: before the intake, outside the list, a second time."""

ENTERED_LATE = Q(flow__has_key="late")
"""Typed in after the fact from a slip written by hand (nhập bù), approved or not."""


class Dossier(models.Model):
    """One request of one owner under one version of one procedure.

    `office` issued the receipt and counts it; `handled_by` answers for it since that one ended.
    The columns from `stage` on, and `flow` whole, are what replaying the events gives; `verify`
    compares them. The version and the process stay to the end, whatever the catalogue becomes.
    `due_at` is null exactly while the clock stands still before its time is used up; then
    `paused_since` is set. Times are instants; they are judged to the minute.

    Before it is received `code` is a random reference, `received_at` when it came, and `due_at` by
    when it is to be looked at.
    """

    uuid = models.UUIDField(unique=True)
    code = models.CharField("mã hồ sơ", max_length=40, unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    procedure_version = models.ForeignKey(
        "catalogue.ProcedureVersion", models.PROTECT, related_name="+"
    )
    process = models.ForeignKey("catalogue.Process", models.PROTECT, related_name="+")
    channel = models.CharField("kênh nộp", max_length=8, choices=Channel.choices)
    copies = models.PositiveSmallIntegerField("số bộ", default=1)
    result_by = models.CharField("nhận kết quả", max_length=8, choices=ResultBy.choices)
    fee_vnd = models.BigIntegerField("phí, lệ phí", default=0)
    imported = models.BooleanField("nhập từ sổ", default=False)
    year = models.PositiveSmallIntegerField("năm tiếp nhận")

    stage = models.CharField("trạng thái", max_length=20, choices=Stage.choices)
    received_at = models.DateTimeField("tiếp nhận lúc")
    due_at = models.DateTimeField("hẹn trả lúc", null=True)
    due_provisional = models.BooleanField("hẹn trả dự kiến", default=False)
    calendar_edition = models.CharField("bản lịch", max_length=64)
    promised_at = models.DateTimeField("hẹn lại lúc", null=True)
    paused_since = models.DateTimeField("tạm dừng từ", null=True)
    supplements = models.PositiveSmallIntegerField("số lần bổ sung", default=0)
    finished_at = models.DateTimeField("có kết quả lúc", null=True)
    returned_at = models.DateTimeField("trả kết quả lúc", null=True)
    outcome = models.CharField("kết cục", max_length=10, choices=Outcome.choices, blank=True)
    overdue_reason = models.CharField("lý do quá hạn", max_length=40, blank=True)
    head_seq = models.PositiveIntegerField("sự kiện cuối")
    head_hash = models.BinaryField(max_length=32)
    changed_at = models.DateTimeField("ghi lần cuối")
    flow = models.JSONField()
    handled_by = models.ForeignKey(
        "organization.Office", models.PROTECT, related_name="+", null=True, db_index=False
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(channel__in=Channel), name="dossier_channel_known"),
            models.CheckConstraint(condition=Q(stage__in=Stage), name="dossier_stage_known"),
            models.CheckConstraint(condition=Q(result_by__in=ResultBy), name="result_by_known"),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(outcome__in=Outcome), name="dossier_outcome_known"
            ),
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True) | Q(finished_at__gte=F("received_at")),
                name="dossier_finished_after_received",
            ),
            models.CheckConstraint(
                condition=Q(returned_at__isnull=True) | Q(returned_at__gte=F("finished_at")),
                name="dossier_returned_after_finished",
            ),
            models.CheckConstraint(condition=Q(fee_vnd__gte=0), name="dossier_fee_not_negative"),
            models.CheckConstraint(condition=Q(copies__gte=1), name="dossier_copies_positive"),
        ]
        indexes = [
            models.Index(fields=["office", "received_at"], name="dossier_office_received"),
            models.Index(
                fields=["office", "due_at"],
                name="dossier_office_open",
                condition=Q(stage__in=OPEN_STAGES),
            ),
            models.Index(
                fields=["office", "finished_at"],
                name="dossier_office_finished",
                condition=Q(stage=Stage.FINISHED),
            ),
            models.Index(
                fields=["handled_by", "stage"],
                name="dossier_handled_by",
                condition=Q(handled_by__isnull=False),
            ),
            models.Index(
                fields=["office", "stage", "received_at"],
                name="dossier_before_intake",
                condition=Q(stage__in=BEFORE_INTAKE),
            ),
            models.Index(
                fields=["office", "received_at"],
                name="dossier_asked_of_owners",
                condition=ASKED_OF_OWNERS,
            ),
            models.Index(
                fields=["office", "received_at"],
                name="dossier_office_late_entry",
                condition=ENTERED_LATE,
            ),
            models.Index(
                fields=["office", "due_at"],
                name="dossier_apology_drafted",
                condition=Q(flow__has_key="apology_until"),
            ),
        ]

    def __str__(self) -> str:
        return self.code

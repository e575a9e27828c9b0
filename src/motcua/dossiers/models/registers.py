"""Registers kept elsewhere that somebody takes over on screen: how far each is, what was found."""

from django.conf import settings
from django.db import models


class RegisterImport(models.Model):
    """One file on its way in: its columns are chosen, it is checked, then written whole or not.

    The file itself lies beside the store for seven days and is in no backup; `headings` are its
    first line, `columns` what each of them is, empty for what is passed over. `found` names lines,
    columns and sentences, never people. The worker counts `done` up and ends where
    `stop_asked_at` stands; what it was writing is then not written at all.
    """

    class State(models.TextChoices):
        CHOOSING = "choosing", "Đang chọn cột"
        CHECKING = "checking", "Đang kiểm tra"
        CHECKED = "checked", "Đã kiểm tra"
        WRITING = "writing", "Đang ghi"
        DONE = "done", "Đã ghi"
        STOPPED = "stopped", "Đã dừng"
        FAILED = "failed", "Hỏng"

    uuid = models.UUIDField(unique=True)
    key = models.UUIDField()
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    file_name = models.CharField("tên tệp", max_length=120)
    ending = models.CharField("dạng tệp", max_length=4)
    headings = models.JSONField("dòng tiêu đề")
    columns = models.JSONField("các cột")
    default_office = models.CharField("đơn vị khi dòng không ghi", max_length=60, blank=True)
    state = models.CharField("tình trạng", max_length=8, choices=State.choices)
    total = models.PositiveIntegerField("số dòng")
    done = models.PositiveIntegerField("đã xem hoặc ghi", default=0)
    new = models.PositiveIntegerField("mới", default=0)
    known = models.PositiveIntegerField("đã có", default=0)
    bad = models.PositiveIntegerField("sai", default=0)
    noted = models.PositiveIntegerField("cần xem", default=0)
    differing = models.PositiveIntegerField("khác", default=0)
    found = models.JSONField("đã thấy", default=dict)
    reason = models.CharField("vì sao hỏng", max_length=300, default="", blank=True)
    brought_at = models.DateTimeField("tải lên lúc")
    begun_at = models.DateTimeField("bắt đầu làm lúc", null=True)
    stop_asked_at = models.DateTimeField("xin dừng lúc", null=True)
    ended_at = models.DateTimeField("kết thúc lúc", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "key"], name="one_register_a_press"),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=[
                        "choosing", "checking", "checked", "writing", "done", "stopped", "failed",
                    ]
                ),
                name="register_import_state_known",
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["office", "-brought_at"], name="registers_of_an_office"),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.uuid}"


class RegisterColumn(models.Model):
    """What an office's registers mean by a heading, as somebody chose it last; `column` empty for
    one that is passed over."""

    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    heading = models.CharField("tiêu đề", max_length=200)
    column = models.CharField("cột", max_length=20, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "heading"], name="one_column_a_heading"),
        ]

    def __str__(self) -> str:
        return f"{self.heading}: {self.column}"

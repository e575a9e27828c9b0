"""Rows about background work that must outlive the jobs themselves."""

from django.db import models


class LastRun(models.Model):
    """When a scheduled work last succeeded and last failed: what the administrator is shown.

    Jobs that succeed are deleted at once, so this is the only memory of them. Moments are the
    machine's clock, also in a demonstration.
    """

    name = models.CharField("việc", max_length=100, unique=True)
    succeeded_at = models.DateTimeField("lần xong gần nhất", null=True)
    failed_at = models.DateTimeField("lần hỏng gần nhất", null=True)
    note = models.CharField("ghi chú", max_length=500, default="", blank=True)

    class Meta:
        db_table = "jobs_last_run"
        verbose_name = "lần chạy gần nhất"

    def __str__(self) -> str:
        return self.name

    @property
    def failing(self) -> bool:
        """Whether the last run failed."""
        if self.failed_at is None:
            return False
        return self.succeeded_at is None or self.failed_at > self.succeeded_at

"""What an office changed in the list of reasons why dossiers are late."""

from django.db import models


class OfficeReason(models.Model):
    """A reason of an office's own, or one of the list above it that the office ended.

    Words are never changed: a renamed reason is ended and another added (`renamed_from` is the code
    it had), so that what bears a code reads as it did. Offices below an office have its list too.
    """

    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    code = models.CharField("mã", max_length=40)
    words = models.CharField("lý do", max_length=120)
    waits_for_citizen = models.BooleanField("chờ người dân", default=False)
    ordinal = models.PositiveSmallIntegerField("thứ tự")
    renamed_from = models.CharField("trước là", max_length=40, blank=True)
    added_on = models.DateField("thêm ngày")
    ended_on = models.DateField("thôi dùng từ", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "code"], name="one_reason_a_code"),
        ]

    def __str__(self) -> str:
        return self.words

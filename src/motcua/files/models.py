"""Rows about files; the bytes lie in the data folder."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q


class StoredFile(models.Model):
    """A file the program keeps: found by its content, so the same bytes are kept once.

    Rows of other rooms refer to `sha256`. The bytes are on the disk before this row commits, so
    a row without bytes means damage, and bytes without a row an act that was rolled back.
    """

    sha256 = models.CharField(
        "mã băm", max_length=64, unique=True, validators=[RegexValidator(r"^[0-9a-f]{64}$")]
    )
    size_bytes = models.BigIntegerField("dung lượng")
    media_type = models.CharField("loại", max_length=100)
    stored_at = models.DateTimeField("lưu lúc")

    class Meta:
        db_table = "files_stored"
        verbose_name = "tệp"
        constraints = [
            models.CheckConstraint(condition=Q(size_bytes__gte=0), name="file_size_not_negative"),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="file_sha256"
            ),
        ]

    def __str__(self) -> str:
        return self.sha256

"""The files of a dossier: what each is to it, where it came from, who put it there."""

from django.db import models
from django.db.models import Q


class Purpose(models.TextChoices):
    """What a file is to its dossier; `core.flow.Purpose` is the same list."""

    COMPONENT = "component", "Thành phần hồ sơ"
    SUPPLEMENT = "supplement", "Giấy tờ bổ sung"
    DRAFT = "draft", "Dự thảo"
    RESULT = "result", "Kết quả"
    OTHER = "other", "Giấy tờ khác"


class Source(models.TextChoices):
    """Where it came from; `core.flow.Source` is the same list."""

    UPLOAD = "upload", "gửi lên"
    SCANNER = "scanner", "máy quét"
    REUSED = "reused", "dùng lại"
    MADE = "made", "chương trình lập"


class Attachment(models.Model):
    """A stored file as one dossier has it, under a `number` of the dossier's own, never reused.

    A cache of the events `file_attached` and `file_detached`, by the seq of each; what was taken
    away keeps its row and its bytes. Its name is ours (the paper's, or the purpose's): what a file
    was called where it came from is not kept. `reused_from` is the file of an earlier dossier of
    the same person.
    """

    dossier = models.ForeignKey("dossiers.Dossier", models.CASCADE, related_name="attachments")
    number = models.PositiveSmallIntegerField("số")
    purpose = models.CharField("là", max_length=10, choices=Purpose.choices)
    component = models.PositiveSmallIntegerField("thành phần hồ sơ", default=0)
    file = models.ForeignKey(
        "files.StoredFile", models.PROTECT, to_field="sha256", db_column="sha256", related_name="+"
    )
    pages = models.PositiveSmallIntegerField("số trang")
    source = models.CharField("nguồn", max_length=8, choices=Source.choices)
    reused_from = models.ForeignKey("self", models.PROTECT, related_name="+", null=True)
    attached_seq = models.PositiveIntegerField()
    attached_at = models.DateTimeField("kèm lúc")
    account = models.ForeignKey("identity.Account", models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    detached_seq = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "number"], name="one_file_a_number"),
            models.UniqueConstraint(
                fields=["dossier", "component", "purpose", "file"],
                condition=Q(detached_seq=None),
                name="a_file_once_a_place",
            ),
            models.CheckConstraint(condition=Q(purpose__in=Purpose), name="file_purpose_known"),
            models.CheckConstraint(condition=Q(source__in=Source), name="file_source_known"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.purpose}"

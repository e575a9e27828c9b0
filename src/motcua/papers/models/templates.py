"""Documents of an office's own, and what was filled from them."""

from django.conf import settings
from django.db import models


class DocumentTemplate(models.Model):
    """A DOCX of an office's own, for one procedure (`procedure` is its slug) or, empty, for all."""

    uuid = models.UUIDField(unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    name = models.CharField("tên mẫu", max_length=120)
    procedure = models.CharField("thủ tục", max_length=100, default="", blank=True)
    retired_at = models.DateTimeField("ngừng dùng lúc", null=True)

    class Meta:
        indexes = [models.Index(fields=["office", "procedure"], name="templates_of_an_office")]

    def __str__(self) -> str:
        return self.name


class DocumentVersion(models.Model):
    """One upload of a template; never changed, so that what was filled can be filled again."""

    template = models.ForeignKey(DocumentTemplate, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("bản")
    sha256 = models.CharField("tệp", max_length=64)
    fields = models.JSONField("chỗ điền")
    kept_at = models.DateTimeField("đưa vào lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["template", "number"], name="one_version_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class Filling(models.Model):
    """That a version was filled from a dossier; only added to. The document itself is not kept: it
    is made again from the version and the dossier, and `sha256` says whether it is the same."""

    version = models.ForeignKey(DocumentVersion, models.PROTECT, related_name="+")
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    filled_at = models.DateTimeField("điền lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    sha256 = models.CharField("mã băm", max_length=64)

    class Meta:
        indexes = [models.Index(fields=["dossier", "filled_at"], name="fillings_of_a_dossier")]

    def __str__(self) -> str:
        return f"{self.version_id}"

"""The documents of an office, what happened to them, and the keys that sign them."""

from django.conf import settings
from django.db import models


class SigningKey(models.Model):
    """A key file of `keys/signing`, and what its certificate says: an office's seal (no position)
    or a position's own. The file stays locked with its own PIN, which is kept nowhere.

    Taken away, the row stays (`removed_at`): what was signed with it names it.
    """

    uuid = models.UUIDField(unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, null=True, related_name="+")
    name = models.CharField("chủ chứng thư", max_length=200)
    organization = models.CharField("tổ chức", max_length=200, blank=True)
    issuer = models.CharField("nơi cấp", max_length=200)
    serial = models.CharField("số chứng thư", max_length=64)
    fingerprint = models.CharField("dấu vân", max_length=64)
    from_at = models.DateTimeField("hiệu lực từ")
    until_at = models.DateTimeField("hiệu lực đến")
    added_at = models.DateTimeField("thêm lúc")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    removed_at = models.DateTimeField("bỏ lúc", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["office", "position"], condition=models.Q(removed_at=None),
                nulls_distinct=False, name="one_signing_key_in_use",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name


class Document(models.Model):
    """A document (văn bản) of an office, of a dossier or of none, from its draft to its revocation.

    What was released is frozen: its bytes are `file`, its words are not changed any more. `ref` is
    what its QR says: random, it tells nothing of how many there are. A letter an act gave rise to
    stands here by its number alone: `seq` is the act's event, from which the letter is printed.
    """

    uuid = models.UUIDField(unique=True)
    ref = models.CharField("mã tra cứu", max_length=20, unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    kind = models.CharField("loại", max_length=12)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, null=True, related_name="+")
    seq = models.PositiveIntegerField("sự kiện của hồ sơ", default=0)
    is_result = models.BooleanField("là kết quả của hồ sơ", default=False)
    subject = models.CharField("trích yếu", max_length=300)
    recipient = models.CharField("kính gửi, nơi nhận", max_length=300, blank=True)
    body = models.TextField("nội dung")
    search = models.CharField(max_length=700, editable=False)
    standing = models.CharField("tình trạng", max_length=12)
    year = models.PositiveSmallIntegerField("năm", null=True)
    number = models.PositiveIntegerField("số", null=True)
    issued_at = models.DateTimeField("cấp số lúc", null=True)
    valid_from_on = models.DateField("có giá trị từ", null=True)
    valid_until_on = models.DateField("có giá trị đến", null=True)
    signer_title = models.CharField("chức vụ người ký", max_length=120, blank=True)
    signer_name = models.CharField("người ký", max_length=120, blank=True)
    signatures = models.PositiveSmallIntegerField("số chữ ký số", default=0)
    file = models.ForeignKey("files.StoredFile", models.PROTECT, null=True, related_name="+")
    revoked_by = models.CharField("văn bản thu hồi", max_length=120, blank=True)
    revoked_because = models.CharField("lý do thu hồi", max_length=300, blank=True)
    changed_at = models.DateTimeField("đổi lúc")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["office", "kind", "year", "number"], name="one_document_a_number"
            ),
            models.UniqueConstraint(
                fields=["dossier", "seq"], condition=models.Q(seq__gt=0), name="one_letter_an_act"
            ),
            models.CheckConstraint(
                condition=models.Q(number=None, year=None) | models.Q(number__gt=0, year__gt=0),
                name="a_number_has_its_year",
            ),
        ]
        indexes = [
            models.Index(fields=["office", "-changed_at"], name="documents_of_an_office"),
            models.Index(fields=["dossier"], name="documents_of_a_dossier"),
        ]

    def __str__(self) -> str:
        return self.ref


class DocumentHappening(models.Model):
    """What was done to a document, by whom and when. Only added to."""

    document = models.ForeignKey(Document, models.PROTECT, related_name="happenings")
    step = models.CharField("việc", max_length=12)
    at = models.DateTimeField("lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    words = models.CharField("ghi chú", max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["document", "at"], name="happenings_of_a_document")]

    def __str__(self) -> str:
        return f"{self.step} {self.document_id}"

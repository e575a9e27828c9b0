"""Numbers of papers without gap or repeat, and the lists by which dossiers are handed over."""

from django.conf import settings
from django.db import models


class NumberBook(models.Model):
    """The last number given; locked, last of all, by the transaction that takes one."""

    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    kind = models.CharField("loại", max_length=12)
    year = models.PositiveSmallIntegerField("năm")
    last = models.PositiveIntegerField("số cuối")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "kind", "year"], name="one_number_book"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.year}: {self.last}"


class HandoverList(models.Model):
    """What one desk handed to one department at one time, with its number of the year.

    Written with the events it lists, never changed but for `printed_at`, the first print. Whether
    the department has a dossier, its own events say. `key` is the button's: pressed again, it finds
    this list.
    """

    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    department = models.ForeignKey("organization.Department", models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField("năm")
    number = models.PositiveIntegerField("số")
    key = models.UUIDField()
    made_at = models.DateTimeField("lập lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    position = models.ForeignKey("identity.Position", models.PROTECT, related_name="+")
    printed_at = models.DateTimeField("in lần đầu lúc", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["office", "department", "year", "number"], name="one_list_a_number"
            ),
            models.UniqueConstraint(fields=["key", "department"], name="one_list_a_press"),
        ]
        indexes = [
            models.Index(fields=["office", "made_at"], name="lists_of_a_desk"),
            models.Index(fields=["department", "made_at"], name="lists_of_a_department"),
        ]

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"


class HandoverLine(models.Model):
    """One dossier of a list: the step it opened and the event that opened it."""

    list = models.ForeignKey(HandoverList, models.PROTECT, related_name="lines")
    ordinal = models.PositiveSmallIntegerField("thứ tự")
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
    step = models.CharField("bước", max_length=40)
    opened_seq = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["list", "ordinal"], name="one_line_a_place_of_a_list"),
            models.UniqueConstraint(
                fields=["dossier", "opened_seq", "step"], name="a_visit_stands_on_one_list"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.ordinal}"


class HandoverDifference(models.Model):
    """What the department found otherwise than the list says, of one dossier. Only added to."""

    line = models.ForeignKey(HandoverLine, models.PROTECT, related_name="differences")
    words = models.CharField("sai khác", max_length=300)
    said_at = models.DateTimeField("ghi lúc")
    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.line_id}"


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
    """That a paper of a dossier came out of the printer's queue: which, the how manieth time, who.

    A ledger: only added to. `seq` is the event a letter belongs to, 0 for the slip. The first is
    the original; every later one says on its face that it is not. Moments are the office's time,
    as on the paper; the audit has the machine's.
    """

    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, related_name="+")
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
    what its QR says: random, it tells nothing of how many there are.
    """

    uuid = models.UUIDField(unique=True)
    ref = models.CharField("mã tra cứu", max_length=20, unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    kind = models.CharField("loại", max_length=12)
    dossier = models.ForeignKey("dossiers.Dossier", models.PROTECT, null=True, related_name="+")
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

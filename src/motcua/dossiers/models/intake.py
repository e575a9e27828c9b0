"""What came over the counter: the people of a dossier in their three roles, and its papers."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q


class Role(models.TextChoices):
    """Owner (chủ hồ sơ), submitter with an authorisation, collector: never mixed up."""

    OWNER = "owner", "Chủ hồ sơ"
    SUBMITTER = "submitter", "Người nộp"
    COLLECTOR = "collector", "Người nhận kết quả"


class PartyKind(models.TextChoices):
    """LoaiDoiTuong 1 and 2 of the national exchange."""

    PERSON = "person", "Cá nhân"
    ORGANISATION = "organisation", "Tổ chức"


class IdPaper(models.TextChoices):
    """Which paper `id_number` was read from; empty: written down before this was asked."""

    CCCD = "cccd", "Căn cước công dân"
    CMND = "cmnd", "Chứng minh nhân dân"
    PASSPORT = "passport", "Hộ chiếu"
    TAX = "tax", "Mã số thuế"
    NONE = "none", "Không có giấy tờ"


class Party(models.Model):
    """A person or organisation in one role of one dossier, as declared on that day.

    The personal data live here and nowhere else in the aggregate: events carry only the digest
    of this row, salted with `salt`, so that correcting or destroying the row leaves the chain
    valid. Co-owners are further owners with a higher ordinal.
    """

    dossier = models.ForeignKey("dossiers.Dossier", models.CASCADE, related_name="parties")
    role = models.CharField(max_length=10, choices=Role.choices)
    ordinal = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=12, choices=PartyKind.choices)
    name = models.CharField("họ và tên", max_length=200)
    search_key = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=400)
    id_kind = models.CharField(
        "loại giấy tờ", max_length=8, choices=IdPaper.choices, blank=True, db_default=""
    )
    id_number = models.CharField("số giấy tờ", max_length=20, blank=True)
    no_id_reason = models.CharField(
        "lý do không có giấy tờ", max_length=200, blank=True, db_default=""
    )
    phone = models.CharField("điện thoại", max_length=15, blank=True)
    email = models.CharField("thư điện tử", max_length=254, blank=True, db_default="")
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    birth_on = models.DateField("ngày sinh", null=True)
    authorisation = models.CharField("giấy uỷ quyền", max_length=200, blank=True)
    salt = models.BinaryField(max_length=16)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["dossier", "role", "ordinal"], name="one_party_a_role_and_place"
            ),
            models.CheckConstraint(condition=Q(role__in=Role), name="party_role_known"),
            models.CheckConstraint(condition=Q(kind__in=PartyKind), name="party_kind_known"),
            models.CheckConstraint(
                condition=Q(id_kind="") | Q(id_kind__in=IdPaper), name="party_id_kind_known"
            ),
        ]
        indexes = [
            GinIndex(fields=["search_key"], opclasses=["gin_trgm_ops"], name="party_name_words"),
            models.Index(fields=["id_number"], name="party_id", condition=~Q(id_number="")),
            models.Index(fields=["phone"], name="party_phone", condition=~Q(phone="")),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.ordinal}"


class PaperKind(models.TextChoices):
    """In what form a paper was handed in."""

    ORIGINAL = "original", "Bản chính"
    CERTIFIED = "certified", "Bản sao chứng thực"
    COPY = "copy", "Bản sao"
    ELECTRONIC = "electronic", "Bản điện tử"


class DossierComponent(models.Model):
    """One paper of the dossier: handed in, or said not to apply. What is missing has no row."""

    dossier = models.ForeignKey("dossiers.Dossier", models.CASCADE, related_name="components")
    ordinal = models.PositiveSmallIntegerField()
    name = models.CharField("tên giấy tờ", max_length=500)
    kind = models.CharField("loại", max_length=12, choices=PaperKind.choices)
    copies = models.PositiveSmallIntegerField("số bản", default=1)
    applies = models.BooleanField("áp dụng", default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "ordinal"], name="one_component_a_place"),
            models.CheckConstraint(condition=Q(kind__in=PaperKind), name="paper_kind_known"),
        ]

    def __str__(self) -> str:
        return self.name

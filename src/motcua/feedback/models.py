"""What people say of an office: one rating a dossier, complaints with numbers of their own."""

from django.db import models
from django.db.models import Q

from motcua.core.hearing import Finding, Kind


class Channel(models.TextChoices):
    """Where it was said."""

    WEB = "web", "Trang công dân"
    KIOSK = "kiosk", "Máy tra cứu"
    DESK = "desk", "Tại quầy"


class Rating(models.Model):
    """The answer to the one question about one dossier; `office` is the desk it is counted to.

    It says nothing of who answered. `rated_at` is the first answer, which may be changed for a day.
    """

    dossier = models.OneToOneField("dossiers.Dossier", models.PROTECT, related_name="+")
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    score = models.PositiveSmallIntegerField("điểm")
    channel = models.CharField("nơi trả lời", max_length=8, choices=Channel.choices)
    rated_at = models.DateTimeField("trả lời lúc")
    changed_at = models.DateTimeField("đổi lần cuối")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(score__gte=1) & Q(score__lte=5), name="rating_score_known"
            ),
            models.CheckConstraint(condition=Q(channel__in=Channel), name="rating_channel_known"),
        ]
        indexes = [models.Index(fields=["office", "rated_at"], name="rating_office_rated")]

    def __str__(self) -> str:
        return str(self.score)


class ComplaintBook(models.Model):
    """The last number given on a day."""

    day_on = models.DateField(unique=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.day_on}: {self.last}"


class Complaint(models.Model):
    """A complaint as it was made, whom it was given to, and its answer.

    `name`, `phone`, `email` are empty unless the person wants to be reached. `term` tells by which
    rule `due_at` was reckoned. `key` is the form's, so that pressing twice makes one complaint.
    """

    key = models.UUIDField(unique=True)
    number = models.CharField("số", max_length=20, unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="+")
    dossier = models.ForeignKey(
        "dossiers.Dossier", models.PROTECT, related_name="+", null=True, blank=True
    )
    kind = models.CharField("về việc", max_length=12, choices=[(k.value, k.value) for k in Kind])
    body = models.TextField("nội dung", max_length=4000)
    name = models.CharField("họ và tên", max_length=200, blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    email = models.CharField("thư điện tử", max_length=254, blank=True)
    channel = models.CharField("nơi gửi", max_length=8, choices=Channel.choices)
    made_at = models.DateTimeField("gửi lúc")
    due_at = models.DateTimeField("hạn trả lời")
    term = models.CharField("cách tính hạn", max_length=200)
    given_to = models.ForeignKey(
        "identity.Account", models.PROTECT, related_name="+", null=True, blank=True
    )
    given_at = models.DateTimeField("giao lúc", null=True)
    answer = models.TextField("trả lời", max_length=4000, blank=True)
    finding = models.CharField(
        "kết luận", max_length=12, blank=True, choices=[(f.value, f.value) for f in Finding]
    )
    answered_at = models.DateTimeField("trả lời lúc", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[k.value for k in Kind]), name="complaint_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(channel__in=Channel), name="complaint_channel_known"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="", finding="")
                | (
                    Q(answered_at__isnull=False, finding__in=[f.value for f in Finding])
                    & ~Q(answer="")
                ),
                name="complaint_answered_in_words",
            ),
        ]
        indexes = [
            models.Index(fields=["office", "made_at"], name="complaint_office_made"),
            models.Index(
                fields=["office", "due_at"],
                name="complaint_open",
                condition=Q(answered_at=None),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class ComplainedOf(models.Model):
    """An official whom a complaint speaks of, as read by whoever gave it out."""

    complaint = models.ForeignKey(Complaint, models.CASCADE, related_name="named")
    account = models.ForeignKey("identity.Account", models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["complaint", "account"], name="named_once"),
        ]

    def __str__(self) -> str:
        return str(self.account_id)

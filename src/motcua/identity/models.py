"""People with an account, posts, who holds which post when, and who acts for whom."""

from datetime import date

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from motcua.core.text import nfc
from motcua.identity.kinds import WORDS, PositionKind


class DateRange(Func):
    """`daterange(from, until, '[)')`: until is the first day no longer held."""

    function = "DATERANGE"
    output_field = DateRangeField()


def held_on_or_after(day: date) -> Q:
    """Holdings that give rights on `day` or later. One that was ended on its first day, because it
    was given by mistake, gave none on any day."""
    return Q(until_on=None) | (Q(until_on__gt=day) & Q(until_on__gt=F("from_on")))


class AccountManager(BaseUserManager["Account"]):
    """Finds accounts by user name, as authentication asks."""

    def get_by_natural_key(self, username: str | None) -> "Account":
        """User names are compared in lower case."""
        return self.get(username=(username or "").lower())


class Account(AbstractBaseUser):
    """One person's way in. `demo` accounts exist only in a demonstration folder."""

    uuid = models.UUIDField(unique=True)
    username = models.CharField("tên đăng nhập", max_length=60, unique=True)
    full_name = models.CharField("họ và tên", max_length=120)
    sort_key = models.CharField(max_length=240)
    is_active = models.BooleanField("đang dùng", default=True)
    demo = models.BooleanField("tài khoản mẫu", default=False)
    must_change = models.BooleanField("phải đổi mật khẩu", default=False)

    objects = AccountManager()

    USERNAME_FIELD = "username"

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(username__regex=r"^[a-z0-9][a-z0-9._-]*$"), name="username_is_plain"
            ),
        ]

    def __str__(self) -> str:
        return self.username

    def set_password(self, raw_password: str | None) -> None:
        """Composed first: keyboards differ in how they send `ộ`."""
        super().set_password(nfc(raw_password) if raw_password else raw_password)

    def check_password(self, raw_password: str | None) -> bool:
        """Whatever keyboard it was typed on."""
        return super().check_password(nfc(raw_password) if raw_password else raw_password)


class Position(models.Model):
    """A post in an office, in one of its departments where it belongs to one."""

    uuid = models.UUIDField(unique=True)
    office = models.ForeignKey("organization.Office", models.PROTECT, related_name="positions")
    department = models.ForeignKey(
        "organization.Department", models.PROTECT, null=True, related_name="positions"
    )
    kind = models.CharField(
        "loại vị trí", max_length=20, choices=[(k.value, WORDS[k]) for k in PositionKind]
    )
    title = models.CharField("chức danh", max_length=120)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[k.value for k in PositionKind]), name="position_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Holding(models.Model):
    """A person in a post from a day on, until a day (the first day no longer held).

    Both days the same: given by mistake and taken back; never held, and still on record.
    """

    position = models.ForeignKey(Position, models.PROTECT, related_name="holdings")
    account = models.ForeignKey(Account, models.PROTECT, related_name="holdings")
    from_on = models.DateField("từ ngày")
    until_on = models.DateField("đến trước ngày", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
                name="holding_ends_no_earlier_than_it_begins",
            ),
            ExclusionConstraint(
                name="one_holding_at_a_time",
                expressions=[
                    ("position", RangeOperators.EQUAL),
                    ("account", RangeOperators.EQUAL),
                    (
                        DateRange("from_on", "until_on", RangeBoundary()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} · {self.position_id}"


class Delegation(models.Model):
    """The holder of a post lets another act in it, between two moments."""

    holding = models.ForeignKey(Holding, models.PROTECT, related_name="delegations")
    to_account = models.ForeignKey(Account, models.PROTECT, related_name="delegated")
    from_at = models.DateTimeField("từ lúc")
    until_at = models.DateTimeField("đến lúc")
    reason = models.CharField("lý do", max_length=200)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until_at__gt=F("from_at")), name="delegation_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.holding_id} → {self.to_account_id}"

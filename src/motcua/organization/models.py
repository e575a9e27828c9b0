"""Offices as a tree, their departments, and the calendars they work by."""

from django.db import models
from django.db.models import F, Q


class OfficeKind(models.TextChoices):
    """Level in the tree; outside bodies hold steps but have no desk."""

    PROVINCE = "province", "Tỉnh"
    TOWN = "town", "Thị xã"
    WARD = "ward", "Phường"
    COMMUNE = "commune", "Xã"
    OUTSIDE = "outside", "Cơ quan phối hợp"


class Office(models.Model):
    """A People's Committee or another body, known by its slug, from its first day to its last.

    Codes are reused when units merge (DOMAIN: 14812 was Ba Đình), so nothing is keyed by them.
    """

    slug = models.SlugField(unique=True)
    name = models.CharField("tên", max_length=120)
    short_name = models.CharField("tên ngắn", max_length=60)
    kind = models.CharField("loại", max_length=10, choices=OfficeKind.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    agency_code = models.CharField("mã định danh", max_length=35, blank=True)
    admin_code = models.CharField("mã đơn vị hành chính", max_length=10, blank=True)
    ordinal = models.PositiveSmallIntegerField("thứ tự", default=0)
    desk = models.BooleanField("có bộ phận một cửa", default=False)
    desk_name = models.CharField("tên bộ phận một cửa", max_length=120, blank=True)
    place_name = models.CharField("địa danh", max_length=60, blank=True)
    phone = models.CharField("điện thoại", max_length=20, blank=True)
    address = models.CharField("địa chỉ", max_length=200, blank=True)
    established_on = models.DateField("từ ngày")
    dissolved_on = models.DateField("đến ngày", null=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged")
    source = models.CharField("nguồn", max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=OfficeKind), name="office_kind_known"),
            models.CheckConstraint(
                condition=Q(dissolved_on=None) | Q(dissolved_on__gt=F("established_on")),
                name="office_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class OfficeName(models.Model):
    """How an office is called, coded and placed from a day on; before the first of them, as its own
    row says. Papers, reports and pages of an earlier day read the names of that day.
    """

    office = models.ForeignKey(Office, models.PROTECT, related_name="names")
    effective_on = models.DateField("từ ngày")
    name = models.CharField("tên", max_length=120)
    short_name = models.CharField("tên ngắn", max_length=60)
    kind = models.CharField("loại", max_length=10, choices=OfficeKind.choices)
    parent = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+")
    agency_code = models.CharField("mã định danh", max_length=35, blank=True)
    admin_code = models.CharField("mã đơn vị hành chính", max_length=10, blank=True)
    place_name = models.CharField("địa danh", max_length=60, blank=True)
    reorganization = models.ForeignKey(
        "Reorganization", models.CASCADE, null=True, related_name="names"
    )
    source = models.CharField("nguồn", max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "effective_on"], name="one_name_a_day"),
            models.CheckConstraint(condition=Q(kind__in=OfficeKind), name="office_name_kind_known"),
        ]

    def __str__(self) -> str:
        return f"{self.effective_on} {self.name}"


class ReorganizationKind(models.TextChoices):
    """What is done with offices. An end without successors is a merger into none (an outside body
    whose work nobody takes over)."""

    MERGE = "merge", "Sáp nhập"
    SPLIT = "split", "Chia tách"
    RENAME = "rename", "Đổi tên"
    MOVE = "move", "Chuyển cấp trên"


class Reorganization(models.Model):
    """A merger, split, renaming or move on a day, by an instrument; shipped or entered by people.

    Entered, it is proposed by one and approved by another; approving writes the rows that then
    take effect by their dates alone. `document` is what was entered. `settled_at`: the dossiers
    in flight have been moved. Accounts are named by their uuid: people belong to a room above.
    """

    uuid = models.UUIDField(unique=True)
    key = models.CharField("khoá", max_length=60, blank=True)
    kind = models.CharField("việc", max_length=8, choices=ReorganizationKind.choices)
    effective_on = models.DateField("từ ngày")
    instrument = models.CharField("văn bản", max_length=200)
    mark = models.CharField("độ tin", max_length=1, blank=True)
    source = models.CharField("nguồn", max_length=300, blank=True)
    document = models.JSONField(default=dict)
    proposed_by = models.UUIDField(null=True)
    proposed_at = models.DateTimeField(null=True)
    approved_by = models.UUIDField(null=True)
    approved_at = models.DateTimeField(null=True)
    taken_back_by = models.UUIDField(null=True)
    taken_back_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=ReorganizationKind), name="reorganization_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(approved_by=None) | ~Q(approved_by=F("proposed_by")),
                name="reorganization_by_two_people",
            ),
            models.UniqueConstraint(
                fields=["key"], condition=~Q(key=""), name="one_shipped_reorganization_a_key"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.effective_on}"


class Succession(models.Model):
    """One successor of an office that ends. The first one takes what no rule names."""

    reorganization = models.ForeignKey(Reorganization, models.CASCADE, related_name="lines")
    predecessor = models.ForeignKey(Office, models.PROTECT, related_name="heirs")
    successor = models.ForeignKey(Office, models.PROTECT, related_name="predecessions")
    ordinal = models.PositiveSmallIntegerField("thứ tự", default=0)
    procedures = models.JSONField("thủ tục", default=list)
    fields = models.JSONField("lĩnh vực", default=list)
    places = models.JSONField("địa bàn", default=list)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reorganization", "predecessor", "successor"],
                name="one_succession_a_pair",
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="nobody_succeeds_oneself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor_id} → {self.successor_id}"


class Department(models.Model):
    """A part of an office that handles steps; the desk is one of them."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="departments")
    code = models.CharField("mã", max_length=20)
    name = models.CharField("tên", max_length=120)
    ordinal = models.PositiveSmallIntegerField("thứ tự", default=0)
    has_desk = models.BooleanField("giữ bộ phận một cửa", default=False)
    note = models.CharField("ghi chú", max_length=200, blank=True)
    ended_on = models.DateField("đến trước ngày", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["office", "code"], name="one_department_a_code"),
        ]

    def __str__(self) -> str:
        return self.name


class Counter(models.Model):
    """A counter (quầy) of an office's desk, where people are called to."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="counters")
    name = models.CharField("tên quầy", max_length=60)
    ordinal = models.PositiveSmallIntegerField("thứ tự", default=0)
    ended_on = models.DateField("đến trước ngày", null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["office", "name"], condition=Q(ended_on=None), name="one_counter_a_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class CalendarEdition(models.Model):
    """A calendar as it was known at one time. Never changed: due times name the edition.

    `office` None is the national one; an office's own wins over it, and of each the newest row.
    `document` is the JSON of `core.clock.calendar_to_json`. `account` entered the days of `year`
    by hand; without one it came with the program, or followed another edition.
    """

    office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="calendars")
    edition = models.CharField("bản", max_length=64, unique=True)
    document = models.JSONField()
    source = models.CharField("nguồn", max_length=300, blank=True)
    in_force_at = models.DateTimeField("dùng từ")
    year = models.PositiveSmallIntegerField("năm", null=True)
    account = models.UUIDField("người nhập", null=True)

    def __str__(self) -> str:
        return self.edition


class Installation(models.Model):
    """The one row that says what this folder is, and where a demonstration's time stands.

    `office` is the one that moved in; those below it are its own as well. None: all of the tree.
    `demo_now` is the demonstration's time at `heartbeat_at` of the machine's clock; it runs on
    from there only while `running`.
    """

    one = models.BooleanField(primary_key=True, default=True)
    office = models.ForeignKey(Office, models.PROTECT, null=True, related_name="+")
    founded_at = models.DateTimeField(null=True)
    demonstration = models.BooleanField(default=False)
    demo_now = models.DateTimeField(null=True)
    heartbeat_at = models.DateTimeField(null=True)
    running = models.BooleanField(default=False)
    reference_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(one=True), name="one_installation"),
        ]

    def __str__(self) -> str:
        return "demonstration" if self.demonstration else "installation"


class DeskSurvey(models.Model):
    """What a desk had on a day, as somebody wrote it down. Never changed: a later one stands.

    `found` holds amounts by the key of the requirement, as decimal strings; what is not in it
    nobody counted. A mistaken one is taken back with the reason and stays on record. Accounts are
    named by their uuid: people belong to a room above.
    """

    uuid = models.UUIDField(unique=True)
    office = models.ForeignKey(Office, models.PROTECT, related_name="surveys")
    surveyed_on = models.DateField("ngày kiểm kê")
    found = models.JSONField("hiện có")
    three_no = models.BooleanField("niêm yết nguyên tắc 3 không", default=False)
    note = models.CharField("ghi chú", max_length=300, blank=True)
    source = models.CharField("căn cứ", max_length=300, blank=True)
    recorded_at = models.DateTimeField("ghi lúc")
    recorded_by = models.UUIDField("người ghi", null=True)
    recorded_title = models.CharField("chức danh người ghi", max_length=120, blank=True)
    taken_back_at = models.DateTimeField("rút lúc", null=True)
    taken_back_by = models.UUIDField("người rút", null=True)
    taken_back_because = models.CharField("lý do rút", max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_because="")
                | (Q(taken_back_at__isnull=False) & ~Q(taken_back_because="")),
                name="survey_taken_back_for_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["office", "-surveyed_on"], name="surveys_of_an_office")]

    def __str__(self) -> str:
        return f"{self.office_id} {self.surveyed_on}"


class DeskPrice(models.Model):
    """What one unit of something a desk lacks is reckoned at by an office, from when it was said.

    The newest row of a key stands; none: nobody has said a price."""

    office = models.ForeignKey(Office, models.PROTECT, related_name="+")
    key = models.CharField("thứ", max_length=30)
    price_vnd = models.BigIntegerField("đơn giá")
    source = models.CharField("căn cứ", max_length=300, blank=True)
    recorded_at = models.DateTimeField("ghi lúc")
    recorded_by = models.UUIDField("người ghi", null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(price_vnd__gte=0), name="desk_price_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.price_vnd}"

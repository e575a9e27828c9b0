"""The administrator's forms: people, posts, the parts of an office, lending."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django import forms

from motcua.core.clock import VN
from motcua.desk.forms.fields import Day, Line, Name, Phone
from motcua.desk.forms.parties import text
from motcua.identity.kinds import WORDS, PositionKind
from motcua.identity.services import Placing
from motcua.identity.staff import PostRow
from motcua.organization.selectors import OfficeRow, departments
from motcua.organization.services import NewOffice

SELECT = {"class": "input"}
KINDS = [(k.value, WORDS[k]) for k in PositionKind if k is not PositionKind.PROGRAM]
LEVELS = [("town", "Thị xã, quận, huyện"), ("ward", "Phường"), ("commune", "Xã, thị trấn")]
NOBODY = ""
CHOOSE = [("", "Chọn trong danh sách")]
BAD_CHOICE = {
    "required": "Chưa chọn. Chọn trong danh sách.",
    "invalid_choice": "Không có trong danh sách. Chọn lại.",
}


def day_input() -> forms.TextInput:
    """A day as people type it."""
    return text(inputmode="numeric", placeholder="05/04/2017")


class RenameForm(forms.Form):
    """A person's name."""

    use_required_attribute = False

    full_name = Name(what="họ và tên", longest=120, label="Họ và tên", widget=text())


class PlaceForm(forms.Form):
    """Which post, in which office or department, from when."""

    use_required_attribute = False

    kind = forms.ChoiceField(
        choices=CHOOSE + KINDS, label="Loại vị trí", widget=forms.Select(attrs=SELECT),
        error_messages=BAD_CHOICE, help_text="Quyền làm việc theo loại vị trí, không theo tên.",
    )  # fmt: skip
    place = forms.ChoiceField(
        label="Đơn vị, phòng", widget=forms.Select(attrs=SELECT), error_messages=BAD_CHOICE
    )
    title = Line(
        what="chức danh", longest=120, required=False, label="Chức danh", widget=text(),
        help_text="In trên giấy tờ. Để trống thì lấy tên loại vị trí.",
    )  # fmt: skip
    from_on = Day(what="ngày bắt đầu", label="Giữ từ ngày", widget=day_input())

    def __init__(self, *args: Any, offices: Sequence[OfficeRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offices = {office.slug: office for office in offices}
        place: Any = self.fields["place"]
        place.choices = _places(offices)

    def placing(self) -> Placing:
        """What the service takes. Only after `is_valid`."""
        given = self.cleaned_data
        slug, _, code = given["place"].partition("/")
        office = self._offices[slug]
        part = next((d.id for d in departments(office.id) if d.code == code), None)
        kind = PositionKind(given["kind"])
        return Placing(office.id, kind, given["title"] or WORDS[kind], part)


class PersonForm(PlaceForm):
    """A new person in their first post."""

    full_name = Name(
        what="họ và tên", longest=120, label="Họ và tên",
        widget=text("input input--big", autofocus=True),
    )  # fmt: skip
    username = Line(
        what="tên đăng nhập", longest=60, label="Tên đăng nhập",
        widget=text(autocapitalize="none", spellcheck="false"),
        help_text="Chữ thường không dấu, ví dụ lan.nguyen.",
    )  # fmt: skip

    field_order = ("full_name", "username", "kind", "place", "title", "from_on")


def _places(offices: Sequence[OfficeRow]) -> list[tuple[str, str]]:
    """The offices, each followed by its departments; alone, without its own name before them."""
    found = []
    for office in offices:
        before = f"{office.short_name}: " if len(offices) > 1 else ""
        found.append((office.slug, f"{before}cả đơn vị, không thuộc phòng nào"))
        found += [
            (f"{office.slug}/{part.code}", f"{before}{part.name}")
            for part in departments(office.id)
            if part.ended_on is None
        ]
    return found


class LeaveForm(forms.Form):
    """When a post ends, and who takes over its box."""

    use_required_attribute = False

    until_on = Day(
        what="ngày thôi giữ", label="Thôi giữ từ ngày", widget=day_input(),
        help_text="Từ ngày này không còn giữ vị trí nữa. Giao nhầm thì ghi đúng ngày bắt đầu: "
        "coi như chưa giữ ngày nào.",
    )  # fmt: skip
    successor = forms.ChoiceField(
        required=False, label="Bàn giao cho", widget=forms.Select(attrs=SELECT),
        error_messages=BAD_CHOICE,
    )  # fmt: skip

    def __init__(self, *args: Any, people: Sequence[tuple[UUID, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        successor: Any = self.fields["successor"]
        listed = [(str(uuid), name) for uuid, name in people]
        successor.choices = [(NOBODY, "Không bàn giao cho ai"), *listed]

    def first_day_after(self) -> date:
        """The first day no longer held."""
        found: date = self.cleaned_data["until_on"]
        return found

    def successor_uuid(self) -> UUID | None:
        """Who takes over, if anybody."""
        given = self.cleaned_data["successor"]
        return UUID(given) if given else None


class LendForm(forms.Form):
    """Whose post, to whom, from which day to which, both counted, and why."""

    use_required_attribute = False

    post = forms.ChoiceField(
        label="Vị trí được uỷ quyền", widget=forms.Select(attrs=SELECT), error_messages=BAD_CHOICE
    )
    to_person = forms.ChoiceField(
        label="Người được uỷ quyền", widget=forms.Select(attrs=SELECT), error_messages=BAD_CHOICE
    )
    from_on = Day(what="ngày bắt đầu", label="Từ ngày", widget=day_input())
    until_on = Day(what="ngày kết thúc", label="Đến hết ngày", widget=day_input())
    reason = Line(what="lý do", longest=200, label="Lý do, số văn bản", widget=text())

    def __init__(
        self,
        *args: Any,
        posts: Sequence[PostRow],
        people: Sequence[tuple[UUID, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._posts = {f"{p.person}/{p.position}": p for p in posts}
        named = [
            (key, f"{p.full_name}, {p.title}, {p.office_name}") for key, p in self._posts.items()
        ]
        post: Any = self.fields["post"]
        post.choices = CHOOSE + named
        to_person: Any = self.fields["to_person"]
        to_person.choices = CHOOSE + [(str(uuid), name) for uuid, name in people]

    def holding(self) -> int:
        """The row of the post chosen. Only after `is_valid`."""
        return self._posts[self.cleaned_data["post"]].holding_id

    def to_person_uuid(self) -> UUID:
        """Who is to act in it."""
        return UUID(self.cleaned_data["to_person"])

    def from_at(self, at: datetime) -> datetime:
        """The beginning of the first day; now, when that is today."""
        begins = datetime.combine(self.cleaned_data["from_on"], time(), VN)
        return at if begins.date() == at.astimezone(VN).date() else begins

    def until_at(self) -> datetime:
        """The end of the last day."""
        return datetime.combine(self.cleaned_data["until_on"] + timedelta(days=1), time(), VN)


class DepartmentForm(forms.Form):
    """A new department."""

    use_required_attribute = False

    code = Line(
        what="mã phòng", longest=20, label="Mã", widget=text(placeholder="TPHT"),
        help_text="Quy trình gọi phòng theo mã này.",
    )  # fmt: skip
    name = Name(what="tên phòng", longest=120, label="Tên phòng", widget=text())


class CounterForm(forms.Form):
    """A new counter."""

    use_required_attribute = False

    counter = Line(what="tên quầy", longest=60, label="Tên quầy", widget=text(placeholder="Quầy 3"))


class DeskForm(forms.Form):
    """What papers and pages say of the desk."""

    use_required_attribute = False

    desk_name = Line(what="tên bộ phận", longest=120, label="Tên bộ phận một cửa", widget=text())
    phone = Phone(what="điện thoại", required=False, label="Điện thoại", widget=text())
    address = Line(what="địa chỉ", longest=200, required=False, label="Địa chỉ", widget=text())


class OfficeBelowForm(forms.Form):
    """An office under this one, added after the first day."""

    use_required_attribute = False

    below_name = Name(
        what="tên đơn vị", longest=120, label="Tên đơn vị trực thuộc",
        widget=text(placeholder="UBND phường Nam Sơn"),
    )  # fmt: skip
    below_kind = forms.ChoiceField(
        choices=CHOOSE + LEVELS, label="Loại đơn vị", widget=forms.Select(attrs=SELECT),
        error_messages=BAD_CHOICE,
    )  # fmt: skip
    below_code = Line(
        what="mã định danh", longest=35, label="Mã định danh",
        widget=text(placeholder="000.01.20.H56"),
        help_text="Phần đầu của mọi mã hồ sơ ở đó. Theo quyết định của tỉnh.",
    )  # fmt: skip

    def new_office(self) -> NewOffice:
        """What the service takes. Only after `is_valid`."""
        given = self.cleaned_data
        return NewOffice(given["below_name"], given["below_kind"], given["below_code"])


def password_input(complete: str) -> forms.PasswordInput:
    """A password that the browser may fill in or offer to remember."""
    return forms.PasswordInput(attrs={"class": "input", "autocomplete": complete})


class OwnPasswordForm(forms.Form):
    """The present password and a new one, twice."""

    use_required_attribute = False

    old = forms.CharField(
        strip=False, max_length=200, label="Mật khẩu hiện tại (hoặc mật khẩu một lần)",
        widget=password_input("current-password"),
        error_messages={"required": "Chưa ghi mật khẩu hiện tại."},
    )  # fmt: skip
    new = forms.CharField(
        strip=False, max_length=200, label="Mật khẩu mới", widget=password_input("new-password"),
        help_text="Ít nhất 10 ký tự. Dễ nhớ và khó đoán: ba bốn từ không liên quan với nhau.",
        error_messages={"required": "Chưa ghi mật khẩu mới."},
    )  # fmt: skip
    again = forms.CharField(
        strip=False, max_length=200, label="Mật khẩu mới, gõ lại lần nữa",
        widget=password_input("new-password"),
        error_messages={"required": "Chưa gõ lại mật khẩu mới."},
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("new") and given.get("again") not in (None, given["new"]):
            self.add_error("again", "Hai lần gõ mật khẩu mới không giống nhau. Gõ lại.")
        return given

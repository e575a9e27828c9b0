"""The form of the first day: which office, its codes, its hours, and who can sign in first."""

from collections.abc import Iterator
from typing import Any

from django import forms

from motcua.config import environment
from motcua.config.installing.opening import Moving
from motcua.config.said import SettingRefused
from motcua.core.text import clean, search_key
from motcua.desk.forms.fields import Line, Name, Number, Phone, Words
from motcua.desk.forms.hours import HoursForm
from motcua.desk.forms.parties import text
from motcua.dossiers.services.opening import FirstPerson
from motcua.organization.selectors import offices
from motcua.organization.services import Founding, NewOffice

SELECT = {"class": "input"}
OTHER = ""
KINDS = [
    ("ward", "Phường"),
    ("commune", "Xã, thị trấn"),
    ("town", "Thị xã, quận, huyện, thành phố"),
]
BEGINNINGS = (
    ("thi xa", "town"), ("thanh pho", "town"), ("quan", "town"), ("huyen", "town"),
    ("phuong", "ward"), ("xa", "commune"), ("thi tran", "commune"),
)  # fmt: skip
WITH_DESK = ("town", "ward", "commune")
MOST_BELOW = 100


class FirstRunForm(HoursForm):
    """Everything asked once. The order of the fields is the order of the page."""

    office = forms.ChoiceField(required=False, label="Đơn vị", widget=forms.Select(attrs=SELECT))
    kind = forms.ChoiceField(
        choices=KINDS, required=False, initial="ward", label="Loại đơn vị mới",
        widget=forms.Select(attrs=SELECT),
    )  # fmt: skip
    name = Name(
        what="tên đơn vị", longest=120, required=False, label="Tên đơn vị mới",
        widget=text(placeholder="UBND phường Nam Sơn"),
    )  # fmt: skip
    below = Words(
        what="các đơn vị trực thuộc", rows=3, required=False, label="Đơn vị trực thuộc (nếu có)",
        help_text="Mỗi dòng một đơn vị: tên; mã định danh. Ví dụ: Phường Nam Sơn; 000.01.20.H56",
    )  # fmt: skip
    agency_code = Line(
        what="mã định danh", longest=35, label="Mã định danh của đơn vị",
        widget=text("input input--big", placeholder="000.01.19.H56"),
        help_text="Phần đầu của mọi mã hồ sơ: 000.01.19.H56-260901-0001. Theo quyết định của tỉnh.",
    )  # fmt: skip
    next_number = Number(
        what="số của hồ sơ đầu tiên", least=1, most=999_999, initial=1,
        label="Số của hồ sơ đầu tiên hôm nay", widget=text("input num", inputmode="numeric"),
        help_text="Số đếm lại từ 1 mỗi ngày. Hôm nay đã nhận 12 hồ sơ ở nơi khác thì ghi 13.",
    )  # fmt: skip
    address = Line(
        what="địa chỉ", longest=200, required=False, label="Địa chỉ trụ sở", widget=text()
    )
    phone = Phone(what="điện thoại", required=False, label="Điện thoại", widget=text())
    full_name = Name(
        what="họ và tên", longest=120, label="Họ và tên", widget=text("input input--big")
    )
    title = Line(
        what="chức danh", longest=120, initial="Quản trị hệ thống", label="Chức danh", widget=text()
    )
    username = Line(
        what="tên đăng nhập", longest=60, label="Tên đăng nhập",
        widget=text(autocapitalize="none", spellcheck="false", placeholder="quantri"),
        help_text="Chữ thường không dấu, ví dụ quantri hoặc lan.nguyen.",
    )  # fmt: skip
    password = forms.CharField(
        strip=False, max_length=200, label="Mật khẩu",
        widget=forms.PasswordInput(attrs={"class": "input", "autocomplete": "new-password"}),
        help_text="Ít nhất 10 ký tự. Dễ nhớ và khó đoán: ba bốn từ không liên quan với nhau.",
        error_messages={"required": "Chưa ghi mật khẩu.", "max_length": "Mật khẩu dài quá 200."},
    )  # fmt: skip
    again = forms.CharField(
        strip=False, max_length=200, label="Mật khẩu, gõ lại lần nữa",
        widget=forms.PasswordInput(attrs={"class": "input", "autocomplete": "new-password"}),
        error_messages={"required": "Chưa gõ lại mật khẩu.", "max_length": "Mật khẩu dài quá 200."},
    )  # fmt: skip
    public_url = Line(
        what="địa chỉ web", longest=200, required=False, label="Địa chỉ web công khai (nếu có)",
        widget=text(placeholder="https://motcua.namson.gov.vn"),
        help_text="In trong mã QR của giấy hẹn. Chưa có thì để trống, ghi sau cũng được.",
    )  # fmt: skip
    on_network = forms.BooleanField(
        required=False, label="Máy khác trong mạng cơ quan được dùng chương trình ở máy này"
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = [(o.slug, o.name) for o in offices() if o.kind in WITH_DESK]
        chooser: Any = self.fields["office"]
        chooser.choices = [(OTHER, "Đơn vị khác, ghi tên ở dưới"), *listed]

    def clean_public_url(self) -> str:
        try:
            return environment.check_url(self.cleaned_data["public_url"])
        except SettingRefused:
            raise forms.ValidationError(
                "Địa chỉ web ghi như https://motcua.namson.gov.vn."
            ) from None

    def clean_below(self) -> tuple[NewOffice, ...]:
        found = tuple(_offices_of(self.cleaned_data["below"]))
        if len(found) > MOST_BELOW:
            raise forms.ValidationError(f"Nhiều nhất {MOST_BELOW} đơn vị trực thuộc.")
        return found

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if "office" in given and not given["office"] and not given.get("name"):
            self.add_error("name", "Chưa ghi tên đơn vị. Chọn trong danh sách hoặc ghi tên.")
        if given.get("password") and given.get("again") not in (None, given["password"]):
            self.add_error("again", "Hai lần gõ mật khẩu không giống nhau. Gõ lại.")
        return given

    def moving(self) -> Moving:
        """What the service takes. Only after `is_valid`."""
        given = self.cleaned_data
        chosen = given["office"]
        new = None if chosen else NewOffice(given["name"], given["kind"] or "ward")
        return Moving(
            founding=Founding(
                agency_code=given["agency_code"],
                slug=chosen,
                new=new,
                below=given["below"],
                address=given["address"],
                phone=given["phone"],
            ),
            administrator=FirstPerson(
                given["username"], given["full_name"], given["title"], given["password"]
            ),
            hours=self.hours(),
            next_number=given["next_number"],
            public_url=given["public_url"],
            on_network=given["on_network"],
        )


def _offices_of(lines: str) -> Iterator[NewOffice]:
    for line in filter(None, lines.splitlines()):
        name, sign, code = line.rpartition(";")
        kind = kind_of(name)
        if not sign or not kind:
            raise forms.ValidationError(
                f"Dòng “{line[:60]}” ghi như “Phường Nam Sơn; 000.01.20.H56”: "
                "bắt đầu bằng Phường, Xã, Thị trấn hoặc Thị xã, rồi dấu chấm phẩy và mã."
            )
        yield NewOffice(clean(name), kind, clean(code))


def kind_of(name: str) -> str:
    """The kind an office's name begins with, `UBND` left out; empty when it says none."""
    plain = search_key(name).removeprefix("ubnd ").strip()
    return next((kind for words, kind in BEGINNINGS if plain.startswith(words + " ")), "")

"""The form of the public web address, and what is said of it."""

from typing import Any

from django import forms

from motcua.desk.forms.fields import Line
from motcua.desk.forms.parties import text

BAD_URL = "Địa chỉ web ghi như https://motcua.namson.gov.vn."
NOT_WRITTEN = "Không ghi được vào thư mục dữ liệu. Nhờ người trông máy xem lại đĩa."
SAVED = "Đã lưu. Chương trình tự nạp lại trong ít giây."


class AddressForm(forms.Form):
    """Where citizens and officials find the program; empty: nowhere, and papers bear no square.

    Whether it is an address at all, settings judge.
    """

    use_required_attribute = False

    public_url = Line(
        what="địa chỉ web", longest=200, required=False, label="Địa chỉ web công khai",
        widget=text("input input--big", placeholder="https://motcua.namson.gov.vn"),
        help_text="In trong mã QR của giấy hẹn và trong tin báo. Để trống: giấy không có mã QR.",
    )  # fmt: skip
    tried = forms.BooleanField(
        required=False, label="Đã mở được địa chỉ này từ một máy khác, thấy trang của chương trình"
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("public_url") and not given.get("tried"):
            self.add_error(
                "tried", "Mở thử địa chỉ từ máy khác trước: ghi sai thì không ai vào được."
            )
        return given

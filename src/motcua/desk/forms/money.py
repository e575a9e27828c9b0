"""Forms of money: taking it, mending a receipt, opening and closing a drawer, opening a book."""

from typing import Any

from django import forms

from motcua.desk.forms.fields import Line, Name, Number, Words
from motcua.desk.forms.parties import text
from motcua.fees.selectors.transfers import banks
from motcua.fees.services.books import NewBook

MOST = 10**12
MONEY = {"inputmode": "numeric"}


def money(what: str, label: str, **how: Any) -> Number:
    """A field for whole đồng."""
    how.setdefault("widget", text("input num", **MONEY))
    return Number(what=what, most=MOST, label=label, **how)


class OpeningForm(forms.Form):
    """What lies in the drawer before the first money of the day."""

    use_required_attribute = False

    opening = money("tiền đầu ngày", "Tiền trong ngăn đầu ngày (đồng)")
    opening_note = Line(
        what="lời ghi", longest=300, required=False, label="Khác cuối ngày trước thì vì sao",
        widget=text(),
    )  # fmt: skip


class CashForm(forms.Form):
    """Cash for a dossier. `given` is what the payer hands over, to tell the change by."""

    use_required_attribute = False

    payer = Name(what="người nộp tiền", label="Người nộp tiền", widget=text())
    payer_address = Line(
        what="địa chỉ", longest=300, required=False, label="Địa chỉ", widget=text()
    )
    amount = money("số tiền thu", "Thu (đồng)", least=1)
    given = money("tiền khách đưa", "Khách đưa (đồng)", required=False)

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        amount, given = found.get("amount"), found.get("given")
        if amount and given and given < amount:
            self.add_error("given", "Khách đưa ít hơn số thu. Sửa ô “Thu” nếu chỉ thu một phần.")
        return found

    @property
    def change(self) -> int:
        """What goes back to the payer. Only after `is_valid`."""
        given = self.cleaned_data["given"]
        return given - self.cleaned_data["amount"] if given else 0


class MendingForm(forms.Form):
    """Why a receipt is void; with a payer, another one is made in its place."""

    use_required_attribute = False

    payer = Name(what="người nộp", required=False, label="Người nộp đúng", widget=text())
    payer_address = Line(
        what="địa chỉ", longest=300, required=False, label="Địa chỉ đúng", widget=text()
    )
    reason = Line(what="lý do huỷ", longest=300, label="Lý do huỷ", widget=text())


class HandInForm(forms.Form):
    """Money that leaves the drawer for the treasury."""

    use_required_attribute = False

    amount = money("số tiền nộp", "Nộp (đồng)", least=1)
    paper = Line(
        what="số giấy nộp tiền", longest=300, label="Giấy nộp tiền, phiếu chi",
        widget=text(placeholder="Giấy nộp tiền số 12"),
    )  # fmt: skip


class ClosingForm(forms.Form):
    """What was counted in the evening."""

    use_required_attribute = False

    counted = money("tiền đếm được", "Tiền đếm được (đồng)")
    reason = Words(what="giải trình", rows=2, required=False, label="Nếu lệch sổ thì vì sao")


class BookForm(forms.Form):
    """A book of receipts as it is printed."""

    use_required_attribute = False

    office = forms.ChoiceField(
        label="Đơn vị",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"required": "Chọn đơn vị.", "invalid_choice": "Chọn lại đơn vị."},
    )
    template = Line(
        what="ký hiệu mẫu", longest=20, label="Ký hiệu mẫu",
        widget=text(placeholder="01BLP2-001"),
    )  # fmt: skip
    serial = Line(
        what="ký hiệu biên lai", longest=20, label="Ký hiệu biên lai",
        widget=text(placeholder="TH-17T"),
    )  # fmt: skip
    first = Number(what="số đầu", least=1, most=10**10, label="Từ số", widget=text("input num"))
    until = Number(what="số cuối", least=1, most=10**10, label="Đến số", widget=text("input num"))
    digits = Number(
        what="số chữ số", least=6, most=10, initial=7, label="Số chữ số", widget=text("input num")
    )

    def __init__(self, *args: Any, offices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["office"].choices = offices  # type: ignore[attr-defined]

    def book(self) -> NewBook:
        """What the service takes. Only after `is_valid`."""
        given = self.cleaned_data
        return NewBook(
            given["template"], given["serial"], given["first"], given["until"], given["digits"]
        )


class CorrectForm(forms.Form):
    """Why a bill was wrong."""

    use_required_attribute = False

    reason = Line(what="lý do sửa", longest=300, label="Sai ở đâu", widget=text())


class RefundForm(forms.Form):
    """How much of a receipt goes back, and why."""

    use_required_attribute = False

    amount = money("số tiền hoàn", "Hoàn (đồng)", least=1)
    reason = Line(what="lý do hoàn", longest=300, label="Lý do hoàn", widget=text())


class StatementForm(forms.Form):
    """A bank's statement, or its text after a trial."""

    use_required_attribute = False

    file = forms.FileField(
        required=False, label="Tệp sao kê (CSV)", widget=forms.FileInput(attrs={"class": "input"})
    )
    body = forms.CharField(required=False, widget=forms.HiddenInput)

    MOST = 2_000_000

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        sent = given.get("file")
        if sent is not None and sent.size > self.MOST:
            self.add_error("file", "Tệp lớn hơn 2 MB. Chia thành nhiều tệp.")
        elif sent is not None:
            try:
                given["body"] = sent.read().decode("utf-8-sig")
            except UnicodeDecodeError:
                self.add_error("file", "Tệp không phải chữ UTF-8. Lưu lại kiểu CSV UTF-8.")
        if not given.get("body") and "file" not in self.errors:
            self.add_error("file", "Chọn tệp sao kê.")
        return given


class MatchForm(forms.Form):
    """Whose a credit is, by hand."""

    use_required_attribute = False

    code = Line(what="mã hồ sơ", longest=60, label="Mã hồ sơ", widget=text())
    words = Line(what="vì sao", longest=300, label="Vì sao là của hồ sơ này", widget=text())


class OfficeForm(forms.Form):
    """What receipts say of the office, and its account."""

    use_required_attribute = False

    tax_code = Line(
        what="mã số thuế", longest=14, required=False, label="Mã số thuế",
        widget=text(placeholder="2800123456"),
    )  # fmt: skip
    address = Line(what="địa chỉ", required=False, label="Địa chỉ trên biên lai", widget=text())
    bank_bin = forms.ChoiceField(
        required=False,
        label="Ngân hàng",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"invalid_choice": "Chọn ngân hàng trong danh sách."},
    )
    bank_account = Line(
        what="số tài khoản", longest=19, required=False, label="Số tài khoản", widget=text()
    )
    account_holder = Line(
        what="tên tài khoản", longest=120, required=False, label="Tên tài khoản", widget=text()
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered: Any = self.fields["bank_bin"]
        named = [(code, f"{name} ({code})") for code, name in banks().items()]
        offered.choices = [("", "Không nhận chuyển khoản"), *named]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if bool(given.get("bank_bin")) != bool(given.get("bank_account")):
            self.add_error("bank_account", "Ghi đủ cả ngân hàng và số tài khoản, hoặc bỏ trống cả.")
        return given

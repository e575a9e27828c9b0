"""Who fetches results: role, name, paper, relation; the slip shown or lost; the fee taken."""

from typing import Any

from django import forms

from motcua.desk.forms.fields import Line, Name, Words
from motcua.desk.forms.money import money
from motcua.desk.forms.parties import text
from motcua.dossiers.collecting import RELATIONS, ROLES, CollectorData, LostSlip

RADIO = forms.RadioSelect
NEEDED = {
    "name": "Ghi họ tên người nhận thay.",
    "id_number": "Ghi số giấy tờ của người nhận thay.",
    "relation": "Chọn quan hệ với chủ hồ sơ.",
    "paper": "Ghi giấy uỷ quyền hoặc giấy tờ chứng minh quan hệ.",
}
NEEDED_WITHOUT_SLIP = {
    "shown_id": "Mất giấy hẹn: ghi số giấy tờ tuỳ thân đã xem.",
    "lost_note": "Mất giấy hẹn: ghi người nhận nói gì, đã đối chiếu gì.",
}


class HandingForm(forms.Form):
    """What is asked once for all results that go into the same hands."""

    use_required_attribute = False

    collector = forms.ChoiceField(
        initial="owner",
        widget=RADIO,
        label="Người nhận kết quả",
        error_messages={"required": "Chọn người nhận kết quả.", "invalid_choice": "Chọn lại."},
    )
    name = Name(what="họ tên người nhận", required=False, label="Họ và tên", widget=text())
    id_number = Line(
        what="số giấy tờ người nhận", longest=20, required=False, label="Số giấy tờ",
        widget=text(inputmode="numeric"),
    )  # fmt: skip
    relation = forms.ChoiceField(
        choices=[("", "Chọn"), *RELATIONS.items()],
        required=False,
        label="Quan hệ với chủ hồ sơ",
        widget=forms.Select(attrs={"class": "input"}),
        error_messages={"invalid_choice": "Chọn quan hệ trong danh sách."},
    )
    paper = Line(
        what="giấy uỷ quyền", required=False, label="Giấy uỷ quyền, giấy tờ quan hệ",
        widget=text(placeholder="Giấy uỷ quyền ngày 12/3/2017"),
    )  # fmt: skip
    slip = forms.ChoiceField(
        choices=[("shown", "Có giấy hẹn"), ("lost", "Mất giấy hẹn")],
        initial="shown",
        widget=RADIO,
        label="Giấy hẹn",
        error_messages={"required": "Chọn có hay mất giấy hẹn.", "invalid_choice": "Chọn lại."},
    )
    shown_id = Line(
        what="số giấy tờ đã xem", longest=20, required=False, label="Số giấy tờ tuỳ thân đã xem",
        widget=text(inputmode="numeric"),
    )  # fmt: skip
    lost_note = Words(what="lời ghi", rows=2, required=False, label="Lời ghi khi mất giấy hẹn")
    fee_taken = forms.BooleanField(
        required=False,
        label="Đã thu đủ bằng tiền mặt",
        error_messages={"required": "Còn phí, lệ phí phải thu: thu rồi đánh dấu ô này."},
    )
    opening = money("tiền đầu ngày", "Tiền trong ngăn đầu ngày (đồng)", required=False)

    def __init__(
        self, *args: Any, submitter: bool, owed: int, opens: bool = False, **kwargs: Any
    ) -> None:
        """`opens`: no drawer is open yet, so that taking money opens one first."""
        super().__init__(*args, **kwargs)
        self.owed = owed
        self.opens = bool(owed) and opens
        self.fields["opening"].required = self.opens
        self.fields["fee_taken"].required = owed > 0
        roles = [(code, words) for code, words in ROLES.items() if submitter or code != "submitter"]
        self.fields["collector"].choices = roles  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("collector") == "collector":
            self._need(NEEDED, given)
        if given.get("slip") == "lost":
            self._need(NEEDED_WITHOUT_SLIP, given)
        return given

    def _need(self, needed: dict[str, str], given: dict[str, Any]) -> None:
        for name, sentence in needed.items():
            if name not in self.errors and not given.get(name):
                self.add_error(name, sentence)

    def arguments(self) -> dict[str, Any]:
        """Keyword arguments of the service. Only after `is_valid`."""
        given = self.cleaned_data
        other = given["collector"] == "collector"
        return {
            "collector": given["collector"],
            "person": CollectorData(
                given["name"], given["id_number"], given["relation"], given["paper"]
            )
            if other
            else None,
            "lost_slip": LostSlip(given["shown_id"], given["lost_note"])
            if given["slip"] == "lost"
            else None,
            "fee_taken": given["fee_taken"],
            "opening_vnd": given["opening"] if self.opens and given["fee_taken"] else None,
        }

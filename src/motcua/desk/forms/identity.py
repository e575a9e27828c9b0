"""The paper someone shows at the counter: its kind, its number, or why there is none."""

from typing import Any

from django import forms

from motcua.core.papers_of_identity import LENGTHS, IdKind, compact, read_number
from motcua.core.refusal import Refused

SEEN = ""
CHOICES = [
    (SEEN, "theo số"),
    (IdKind.CCCD.value, "CCCD"),
    (IdKind.CMND.value, "CMND"),
    (IdKind.PASSPORT.value, "hộ chiếu"),
    (IdKind.TAX.value, "mã số thuế"),
    (IdKind.NONE.value, "không có"),
]
_CALLED = {
    IdKind.CCCD: "Số CCCD cần 12 chữ số",
    IdKind.CMND: "Số CMND cần 9 chữ số",
    IdKind.TAX: "Mã số thuế cần 10 chữ số (đơn vị phụ thuộc 13)",
}
_PERSON_UNSAID = "Số CCCD cần 12 chữ số (CMND 9 chữ số)"
_SENTENCES = {
    "id_kind": "Tổ chức dùng mã số thuế. Chọn “mã số thuế” hoặc “theo số”.",
    "id_passport": "Số hộ chiếu gồm 6 đến 12 chữ và số, như B1234567.",
    "id_check_digit": "Mã số thuế này sai: chữ số thứ 10 không khớp. Đọc lại từng số.",
}
_NEITHER = (
    "Có {length} chữ số: CCCD cần 12, CMND cần 9; nếu là mã số thuế thì sai chữ số thứ 10. "
    "Đọc lại từng số."
)
NOT_WRITTEN = "Chưa ghi số giấy tờ. Người không có giấy tờ thì chọn “không có” rồi ghi lý do."
NO_REASON = "Ghi vì sao không có giấy tờ, như “mất, đang xin cấp lại”."
BOTH = "Đã chọn “không có” mà vẫn có số. Xoá số, hoặc chọn lại loại giấy tờ."


def number_in(text: str, kind: str, *, organisation: bool) -> tuple[str, str]:
    """Kind and number of what was typed; two empty strings when nothing was.

    Raises ValidationError with the sentence for the field.
    """
    if not compact(text):
        return "", ""
    try:
        found, number = read_number(text, IdKind(kind) if kind else None, organisation=organisation)
    except Refused as refused:
        raise forms.ValidationError(_sentence(refused)) from None
    return found.value, number


def looks_whole(text: str) -> bool:
    """Whether what is typed so far can be the number of somebody; cheap, asks nothing."""
    for organisation in (False, True):
        try:
            read_number(text, organisation=organisation)
        except Refused:
            continue
        return True
    return False


def _sentence(refused: Refused) -> str:
    facts: dict[str, Any] = refused.facts
    if refused.code == "id_check_digit" and not (facts["said"] or facts["organisation"]):
        return _NEITHER.format(**facts)
    if refused.code in _SENTENCES:
        return _SENTENCES[refused.code]
    kind = facts["kind"]
    called = _CALLED[kind]
    if kind is IdKind.CCCD and not facts["said"]:
        called = _PERSON_UNSAID
    if refused.code == "id_digits":
        return f"{called}, chỉ gồm chữ số."
    so_far = "mới có" if facts["length"] < LENGTHS[kind][0] else "đang có"
    return f"{called}, {so_far} {facts['length']}."

"""The sentence for each refusal of an act: what is the matter, and what to do about it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from motcua.core.clock import VN
from motcua.core.refusal import Refused

SENTENCES: Mapping[str, str] = {
    "unknown_dossier": "Không có hồ sơ này. Kiểm tra lại mã rồi tìm lại.",
    "not_found": "Không tìm thấy hồ sơ trong phạm vi của ông, bà. Kiểm tra lại mã.",
    "moved": (
        "{title} {person} đã ghi “{event}” lúc {at}. Việc của ông, bà chưa được ghi. "
        "Mở lại hồ sơ để xem rồi làm tiếp."
    ),
    "before_last_event": "Thời điểm này trước việc đã ghi lúc {at}. Chọn thời điểm sau đó.",
    "not_your_act": "Chức danh {title} không làm việc này. Chuyển cho người có thẩm quyền.",
    "not_your_step": "Bước đang do người khác giữ: {steps}. Chờ họ chuyển, hoặc nhắc họ.",
    "text_too_long": "Nội dung dài quá {longest} ký tự. Viết ngắn lại.",
    "no_items": "Chưa ghi giấy tờ nào cần bổ sung. Chọn ít nhất một giấy tờ và ghi rõ thiếu gì.",
    "not_in_force": "Thủ tục này không còn hiệu lực vào ngày nhận. Chọn thủ tục thay thế.",
    "not_at_desk": "Thủ tục này không nhận tại bộ phận một cửa: {reason}.",
    "not_offered": "Đơn vị này không giải quyết thủ tục đã chọn. Chọn thủ tục khác.",
    "no_reason": "Chưa ghi lý do. Ghi rõ vì sao, để người nộp biết phải làm gì.",
    "no_owner": "Chưa có tên chủ hồ sơ. Ghi họ tên người có yêu cầu.",
    "paper_missing": "Còn thiếu giấy tờ: {papers}. Đánh dấu khi đã nhận, hoặc chọn “không áp dụng”.",
    "clock": "Không tính được hạn trả: {why}. Báo quản trị kiểm tra lịch làm việc.",
}

EVENT_WORDS: Mapping[str, str] = EVENT_TITLES


def sentence(refused: Refused) -> str:
    """The Vietnamese sentence of `refused`; facts are put in as words. Never raises.

    An unknown code gives a general sentence, and a test makes sure that none is unknown.
    """
    template = SENTENCES.get(
        refused.code, "Việc này chưa làm được lúc này. Mở lại hồ sơ để xem tình trạng mới nhất."
    )
    return template.format_map(_Facts(refused.facts))


class _Facts(dict[str, str]):
    def __init__(self, facts: Mapping[str, Any]) -> None:
        super().__init__({name: _word(name, value) for name, value in facts.items()})

    def __missing__(self, key: str) -> str:
        return "…"


def _word(name: str, value: Any) -> str:
    if isinstance(value, datetime):
        return value.astimezone(VN).strftime("%H:%M ngày %d/%m/%Y")
    if name == "event":
        return EVENT_WORDS.get(str(value), str(value)).lower()
    return str(value)

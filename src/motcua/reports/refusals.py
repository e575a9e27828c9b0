"""The sentences of this room's refusals."""

from collections.abc import Mapping

from motcua.core.refusal import Refused

SENTENCES: Mapping[str, str] = {
    "period_backwards": "Kỳ báo cáo kết thúc trước khi bắt đầu. Sửa lại ngày đầu hoặc ngày cuối.",
    "office_not_then": "{office} {stood}, ngoài kỳ này. Chọn kỳ khác, hoặc đơn vị của thời đó.",
    "known_at_ahead": "Lúc “theo những gì đã ghi” còn ở phía trước. Ghi một lúc đã qua.",
}


def sentence(refused: Refused) -> str:
    """What a person reads where such a refusal is shown at its place."""
    return SENTENCES[refused.code].format_map(refused.facts)

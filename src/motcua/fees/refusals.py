"""The sentence for each refusal about money."""

from collections.abc import Mapping

from motcua.core.refusal import Refused

SENTENCES: Mapping[str, str] = {
    "fee_due": (
        "Còn phí, lệ phí {amount} chưa xác nhận đã thu. "
        "Thu rồi đánh dấu “Đã thu đủ”, sau đó trả kết quả."
    ),
}


def sentence(refused: Refused) -> str | None:
    """The sentence of a refusal of this room; None for another room's."""
    words = SENTENCES.get(refused.code)
    return words and words.format(**refused.facts)

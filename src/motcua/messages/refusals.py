"""The sentence for each refusal of this room."""

from collections.abc import Mapping

from motcua.core.refusal import Refused

SENTENCES: Mapping[str, str] = {
    "not_waiting_long": "Kết quả này chưa quá {days} ngày, hoặc đã có người nhận. Chưa cần nhắc.",
    "reminded_lately": "Đã xếp lời nhắc ngày {on}. Mỗi {days} ngày nhắc một lần.",
}


def sentence(refused: Refused) -> str | None:
    """The sentence of a refusal of this room; None for another room's."""
    words = SENTENCES.get(refused.code)
    return words and words.format(**refused.facts)

"""The sentence for each refusal about money."""

from collections.abc import Mapping

from motcua.core.money import format_vnd
from motcua.core.refusal import Refused

SENTENCES: Mapping[str, str] = {
    "fee_due": (
        "Còn phí, lệ phí {amount} chưa xác nhận đã thu. "
        "Thu rồi đánh dấu “Đã thu đủ”, sau đó trả kết quả."
    ),
}


def sentence(refused: Refused) -> str | None:
    """The sentence of a refusal of this room, with its amount; None for another room's."""
    words = SENTENCES.get(refused.code)
    amount = refused.facts.get("amount_vnd")
    return words and words.format(amount="" if amount is None else format_vnd(int(amount)))

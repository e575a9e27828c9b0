"""Whether a procedure is free, and what a line has to say of its fee. Pure."""

import re
from dataclasses import dataclass
from typing import Final

from motcua.catalogue.rows import VersionRow
from motcua.core.money import format_number

_FREE: Final = re.compile(
    r"(?:không(?: (?:thu|có|mất))?|miễn)(?: (?:phí|lệ phí|phí, lệ phí|phí và lệ phí))?"
)
"""What decisions write for "free" and nothing beside it; who says for whom is quoted."""


@dataclass(frozen=True, slots=True)
class Charge:
    """What is asked for a procedure.

    `vnd` is the basic amount, None when nobody gave one or `text` opens with it; `text` is the
    tariff verbatim, empty when it says no more than the rest. Neither: only the tariff's lines say.
    """

    free: bool
    vnd: int | None
    text: str


def charge(row: VersionRow) -> Charge:
    """What is asked for `row`. An amount, or a line of the tariff, is never free."""
    text = row.fee_text.strip()
    plain = " ".join(text.casefold().split()).rstrip(".")
    nothing = not plain or _FREE.fullmatch(plain) is not None
    if not row.fee_vnd:
        owed = any(fee.amount_vnd or fee.steps for fee in row.fees)
        return Charge(nothing and not owed, None, "" if nothing else text)
    amount = f"{format_number(row.fee_vnd)} đồng"
    if nothing or plain == amount:
        return Charge(False, row.fee_vnd, "")
    return Charge(False, None if plain.startswith(amount) else row.fee_vnd, text)

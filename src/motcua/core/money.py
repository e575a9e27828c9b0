"""Vietnamese money: whole đồng, written and spelled the way receipts do."""

import re

_SYMBOL = "\u00a0₫"
_UNIT = re.compile(r"(?:₫|đồng|vnđ|vnd|đ)\.?$")
_GROUPED = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+)")

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_LIMIT = 10**18


def format_vnd(amount: int) -> str:
    """`75.000 ₫`, with a no-break space."""
    return f"{amount:,}".replace(",", ".") + _SYMBOL


def format_number(number: int) -> str:
    """`1.500`."""
    return f"{number:,}".replace(",", ".")


def parse_number(text: str) -> int:
    """Reads `1.500`, `1500`, `75.000 ₫`, `75 000 đồng`. Points part thousands, in groups of three.

    Raises ValueError for anything else: a decimal comma, `1.50`, `1,500`, no digits.
    """
    plain = " ".join(text.split()).casefold()
    plain = _UNIT.sub("", plain).strip()
    if _GROUPED.fullmatch(plain) is None:
        raise ValueError(f"no whole number: {text!r}")
    return int(plain.replace(".", "").replace(" ", ""))


def spell_vnd(amount: int) -> str:
    """`Bảy mươi lăm nghìn đồng`. Raises ValueError from 10^18 on."""
    words = spell_number(amount)
    return f"{words[0].upper()}{words[1:]} đồng"


def spell_number(number: int) -> str:
    """In words, as said in the north (linh, nghìn). Raises ValueError from 10^18 on."""
    if abs(number) >= _LIMIT:
        raise ValueError("too large to spell")
    if number < 0:
        return f"âm {spell_number(-number)}"
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, 10**9)
    words = [f"{_spell(billions, full=False)} tỷ"] if billions else []
    if rest:
        words.append(_spell(rest, full=bool(billions)))
    return " ".join(words)


def _spell(number: int, *, full: bool) -> str:
    """A number below 10^9, with leading hundreds spelled out when something stands before it."""
    words: list[str] = []
    for scale, name in ((10**6, "triệu"), (10**3, "nghìn"), (1, "")):
        group, number = divmod(number, scale)
        if group:
            words.append(f"{_group(group, full=full or bool(words))} {name}".rstrip())
    return " ".join(words)


def _group(number: int, *, full: bool) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_DIGITS[hundreds]} trăm"] if hundreds or full else []
    if rest:
        words.append(_below_hundred(rest, follows=bool(words)))
    return " ".join(words)


def _below_hundred(number: int, *, follows: bool) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return f"linh {_DIGITS[ones]}" if follows else _DIGITS[ones]
    ten = "mười" if tens == 1 else f"{_DIGITS[tens]} mươi"
    if ones == 0:
        return ten
    return f"{ten} {_after_ten(tens, ones)}"


def _after_ten(tens: int, ones: int) -> str:
    if ones == 5:
        return "lăm"
    if tens > 1 and ones == 1:
        return "mốt"
    if tens > 1 and ones == 4:
        return "tư"
    return _DIGITS[ones]

"""A value as people write it, in a cell or in a field of a form, and back. Pure.

Choices are read by their word or their key, with or without accents; flags as có or không.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from motcua.catalogue.content import LABELS, Field, Kind
from motcua.core.money import parse_number
from motcua.core.text import clean, nfc, search_key

CLEARED: Final = "(bỏ)"
"""What a decision writes where it takes something away."""

YES, NO = "có", "không"
_YES = frozenset({"co", "x", "yes", "dung", "1", "true"})
_NO = frozenset({"khong", "no", "sai", "0", "false"})
_HOUR = re.compile(r"(\d{1,2})(?:[:hg.](\d{2})?)?")
_ARTICLE = re.compile(r"(?P<what>[^:]+):\s*(?P<article>[^\[\]]*?)\s*(?:\[(?P<mark>[VM])\])?\s*")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_STEP = re.compile(r"(?:đến\s+(\d+)|còn lại|tiếp theo)\s*:\s*([\d.]+)", re.IGNORECASE)


class BadCell(ValueError):
    """What is written is no such value; `str()` says in Vietnamese how to mend it."""


def value_of(field: Field, text: str) -> Any:
    """The value of what is written; empty is the field's empty value. Raises BadCell."""
    said = nfc(text).strip()
    if not said:
        return _copy(field.empty)
    if said.casefold() == CLEARED:
        return _copy(_EMPTIED.get(field.kind, field.empty))
    return _READERS[field.kind](field, said)


def text_of(field: Field, value: Any) -> str:
    """The value as `value_of` reads it; empty where nothing is said."""
    if value is None or value == "" or value in ([], {}):
        return ""
    return _WRITERS.get(field.kind, _plain_text)(field, value)


def day_of(value: Any) -> date | None:
    """A day of a cell: a date, `05/04/2017`, `2017-04-05`; None when it is none."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    said = clean(str(value))
    for pattern, order in ((r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})", (3, 2, 1)), (
        r"(\d{4})-(\d{1,2})-(\d{1,2})", (1, 2, 3),
    )):  # fmt: skip
        if found := re.fullmatch(pattern, said):
            try:
                return date(*(int(found[place]) for place in order))
            except ValueError:
                return None
    return None


def _text(field: Field, said: str) -> str:
    return _within(field, clean(said))


def _lines(field: Field, said: str) -> str:
    return _within(field, "\n".join(clean(line) for line in said.splitlines()).strip())


def _within(field: Field, said: str) -> str:
    if len(said) > field.longest:
        raise BadCell(f"Nhiều nhất {field.longest} ký tự, đang có {len(said)}.")
    return said


def _flag(field: Field, said: str) -> bool:
    key = search_key(said)
    if key in _YES or key in _NO:
        return key in _YES
    raise BadCell(f"Ghi “{YES}” hoặc “{NO}”.")


def _number(field: Field, said: str) -> int:
    try:
        found = parse_number(said)
    except ValueError:
        raise BadCell("Ghi bằng số, như 15.") from None
    if not 0 <= found <= field.longest:
        raise BadCell(f"Ghi một số từ 0 đến {field.longest}.")
    return found


def _amount(field: Field, said: str) -> int | float:
    try:
        found = Decimal(said.replace(",", "."))
    except InvalidOperation:
        raise BadCell("Ghi bằng số, như 15 hoặc 0,5; cách tính ghi ở cột bên.") from None
    if not found.is_finite() or not 0 < found <= field.longest or found * 100 != int(found * 100):
        raise BadCell(f"Ghi một số lớn hơn 0, nhiều nhất {field.longest}, hai số lẻ.")
    return int(found) if found == int(found) else float(found)


def _money(field: Field, said: str) -> int:
    try:
        found = parse_number(re.sub(r"\s*(đồng|đ|₫)$", "", said.casefold()))
    except ValueError:
        raise BadCell("Ghi số đồng, như 75.000.") from None
    if not 0 <= found <= 10**12:
        raise BadCell("Ghi số đồng từ 0 trở lên.")
    return found


def _choice(field: Field, said: str) -> str:
    found = {search_key(word): key for key, word in field.words.items()}
    found |= {search_key(key): key for key in field.words}
    key = found.get(search_key(said))
    if key is None:
        raise BadCell(f"Ghi một trong: {'; '.join(field.words.values())}.")
    return key


def _choices(field: Field, said: str) -> list[str]:
    given = {_choice(field, part) for part in re.split(r"[;\n]", said) if part.strip()}
    return [key for key in field.words if key in given]


def _hour(field: Field, said: str) -> str:
    found = _HOUR.fullmatch(said.split(":00", 1)[0] if said.count(":") == 2 else said)
    try:
        return f"{time(int(found[1]), int(found[2] or 0)):%H:%M}" if found else _no_hour()
    except ValueError:
        return _no_hour()


def _no_hour() -> str:
    raise BadCell("Ghi giờ như 15:00.")


def _articles(field: Field, said: str) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for line in filter(None, (clean(part) for part in _within(field, said).splitlines())):
        parts = _ARTICLE.fullmatch(line)
        key = _BY_LABEL.get(search_key(parts["what"])) if parts else None
        if parts is None or key is None:
            raise BadCell(
                f"“{line[:60]}”: mỗi dòng ghi tên mục, dấu hai chấm, điều khoản, rồi [V] hoặc [M]."
            )
        found[key] = {"article": parts["article"], "mark": parts["mark"] or ""}
    return found


def _steps(field: Field, said: str) -> list[dict[str, int]]:
    found = []
    for part in filter(None, (clean(part) for part in re.split(r"[;\n]", said))):
        parts = _STEP.fullmatch(part)
        if parts is None:
            raise BadCell("Ghi như “đến 2: 2.000; còn lại: 1.000”.")
        vnd = int(parts[2].replace(".", ""))
        found.append({"up_to": int(parts[1]), "vnd": vnd} if parts[1] else {"vnd": vnd})
    return found


def _file(field: Field, said: str) -> str:
    if not _SHA256.fullmatch(said):
        raise BadCell("Tệp của biểu mẫu gửi ở trang nhập trên màn hình, không ghi trong bảng tính.")
    return said


def _plain_text(field: Field, value: Any) -> str:
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return str(value)


def _money_text(field: Field, value: Any) -> str:
    return f"{int(value):,}".replace(",", ".")


def _articles_text(field: Field, value: Mapping[str, Mapping[str, str]]) -> str:
    lines = []
    for key in sorted(value, key=list(LABELS).index):
        said = value[key]
        mark = f" [{said['mark']}]" if said.get("mark") else ""
        lines.append(f"{LABELS[key]}: {said.get('article', '')}{mark}")
    return "\n".join(lines)


def _steps_text(field: Field, value: list[dict[str, int]]) -> str:
    parts = [
        f"{'đến ' + str(step['up_to']) if 'up_to' in step else 'còn lại'}:"
        f" {_money_text(field, step['vnd'])}"
        for step in value
    ]
    return "; ".join(parts)


def _copy(value: Any) -> Any:
    return value.copy() if isinstance(value, list | dict) else value


_BY_LABEL: Final = {search_key(label): key for key, label in LABELS.items()} | {
    search_key(key): key for key in LABELS
}
_EMPTIED: Final[Mapping[Kind, Any]] = {Kind.FLAG: False, Kind.CHOICES: []}
_READERS: Final[Mapping[Kind, Callable[[Field, str], Any]]] = {
    Kind.TEXT: _text,
    Kind.LINES: _lines,
    Kind.FLAG: _flag,
    Kind.NUMBER: _number,
    Kind.AMOUNT: _amount,
    Kind.MONEY: _money,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.HOUR: _hour,
    Kind.ARTICLES: _articles,
    Kind.STEPS: _steps,
    Kind.FILE: _file,
}
_WRITERS: Final[Mapping[Kind, Callable[[Field, Any], str]]] = {
    Kind.FLAG: lambda field, value: YES if value else NO,
    Kind.MONEY: _money_text,
    Kind.CHOICE: lambda field, value: field.words.get(value, str(value)),
    Kind.CHOICES: lambda field, value: "; ".join(field.words.get(one, one) for one in value),
    Kind.ARTICLES: _articles_text,
    Kind.STEPS: _steps_text,
}

"""Whether a content can be a version: what it lacks, what does not fit together. Pure."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from motcua.catalogue.content import FIELDS, LABELS, LISTS, Content
from motcua.core.clock import Allowance, ClockError

_KEY: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DAY_KINDS: Final = frozenset({"calendar_days", "working_days_civil"})


@dataclass(frozen=True, slots=True)
class Unsound:
    """One thing that is wrong; in a list, `place` is the line from 0 and `column` its key."""

    key: str
    sentence: str
    place: int | None = None
    column: str = ""


def unsound(content: Content, departments: Collection[str]) -> Iterator[Unsound]:
    """Each thing that is wrong. `departments` are the codes of the offices that would handle it."""
    for one in FIELDS:
        if one.needed and content.get(one.key) in ("", None, []):
            yield Unsound(one.key, f"Chưa ghi {one.label.lower()}.")
    for key, sentence in _desk(content, departments):
        yield Unsound(key, sentence)
    for sentence in _term(content, ""):
        yield Unsound("allowance", sentence)
    yield from _cases(content)


def _desk(content: Content, departments: Collection[str]) -> Iterator[tuple[str, str]]:
    if content.get("at_desk") and not content.get("mechanism"):
        yield "mechanism", "Nhận tại một cửa thì ghi cơ chế: một cửa hay một cửa liên thông."
    if not content.get("at_desk") and not content.get("not_at_desk_reason"):
        yield "not_at_desk_reason", "Không nhận tại một cửa thì ghi vì sao."
    if content.get("at_desk") and not content.get("channels"):
        yield "channels", "Ghi ít nhất một cách nộp."
    code = content.get("department_code")
    if code and code not in departments:
        known = ", ".join(sorted(departments)) or "chưa có"
        yield "department_code", f"Không có phòng “{code}” ở cấp thực hiện. Mã phòng: {known}."


def _term(content: Content, whose: str) -> Iterator[str]:
    kind, amount = content.get("allowance_kind"), content.get("allowance")
    if kind == "same_day" or (not kind and whose):
        return
    if kind and not amount:
        yield f"{whose}Chưa ghi thời hạn giải quyết."
    elif kind in DAY_KINDS and amount and amount != int(amount):
        yield f"{whose}Cách tính này đếm cả ngày: ghi số nguyên."
    elif kind and amount and not _counts(kind, amount):
        yield f"{whose}Thời hạn này không ra số phút tròn. Ghi số khác."


def _counts(kind: str, amount: float) -> bool:
    try:
        Allowance(kind, amount)
    except ClockError:
        return False
    return True


def _cases(content: Content) -> Iterator[Unsound]:
    keys = [case["key"] for case in content.get("cases", ())]
    for place, case in enumerate(content.get("cases", ())):
        key = case["key"]
        if not _KEY.fullmatch(key):
            words = f"Khóa “{key}”: chỉ dùng chữ thường không dấu, số, gạch nối."
            yield Unsound("cases", words, place, "key")
        if keys.count(key) > 1:
            yield Unsound("cases", f"Khóa “{key}” có hai lần.", place, "key")
        for sentence in _term(case, f"Trường hợp “{key}”: "):
            yield Unsound("cases", sentence, place, "allowance")
    for one in LISTS:
        for place, line in enumerate(content.get(one.key, ())):
            case = line.get("case")
            if case and case not in keys:
                words = f"{LABELS[one.key]}: không có trường hợp “{case}”."
                yield Unsound(one.key, words, place, "case")

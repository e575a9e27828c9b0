"""Whether a content can be a version: what it lacks, what does not fit together. Pure."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from motcua.catalogue.content import FIELDS, LABELS, LISTS, Content
from motcua.core.clock import Allowance, ClockError

_KEY: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
DAY_KINDS: Final = frozenset({"calendar_days", "working_days_civil"})


def unsound(content: Content, departments: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each thing that is wrong, as (key, sentence). `departments` are the codes of the offices
    that would handle it."""
    for one in FIELDS:
        if one.needed and content.get(one.key) in ("", None, []):
            yield one.key, f"Chưa ghi {one.label.lower()}."
    yield from _desk(content, departments)
    yield from _term(content, "allowance", "")
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


def _term(content: Content, key: str, whose: str) -> Iterator[tuple[str, str]]:
    kind, amount = content.get("allowance_kind"), content.get("allowance")
    if kind == "same_day" or (not kind and whose):
        return
    if kind and not amount:
        yield key, f"{whose}Chưa ghi thời hạn giải quyết."
    elif kind in DAY_KINDS and amount and amount != int(amount):
        yield key, f"{whose}Cách tính này đếm cả ngày: ghi số nguyên."
    elif kind and amount and not _counts(kind, amount):
        yield key, f"{whose}Thời hạn này không ra số phút tròn. Ghi số khác."


def _counts(kind: str, amount: float) -> bool:
    try:
        Allowance(kind, amount)
    except ClockError:
        return False
    return True


def _cases(content: Content) -> Iterator[tuple[str, str]]:
    keys = [case["key"] for case in content.get("cases", ())]
    for case in content.get("cases", ()):
        if not _KEY.fullmatch(case["key"]):
            yield "cases", f"Khóa “{case['key']}”: chỉ dùng chữ thường không dấu, số, gạch nối."
        if keys.count(case["key"]) > 1:
            yield "cases", f"Khóa “{case['key']}” có hai lần."
        yield from _term(case, "cases", f"Trường hợp “{case['key']}”: ")
    for one in LISTS:
        for line in content.get(one.key, ()):
            case = line.get("case")
            if case and case not in keys:
                yield one.key, f"{LABELS[one.key]}: không có trường hợp “{case}”."

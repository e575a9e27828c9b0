"""The columns of a register, under the names people give them."""

from collections.abc import Collection, Mapping, Sequence

from motcua.core.text import search_key

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "office": ("Cơ quan", "Đơn vị", "Mã đơn vị", "Mã cơ quan", "Nơi tiếp nhận"),
    "procedure_code": ("Mã thủ tục", "Mã TTHC", "Thủ tục", "Tên thủ tục", "Mã thủ tục hành chính"),
    "applicant_name": (
        "Họ và tên", "Họ tên", "Tên người nộp", "Người nộp", "Họ tên người nộp",
        "Họ và tên người nộp", "Chủ hồ sơ", "Tên tổ chức, cá nhân", "Tên cá nhân, tổ chức",
    ),
    "applicant_id": (
        "Số giấy tờ", "Số giấy tờ tuỳ thân", "Số giấy tờ tùy thân", "Số CMND", "Số CCCD", "CMND",
        "CCCD", "CMND/CCCD", "Số CMND/CCCD", "Số định danh",
    ),
    "phone": ("Điện thoại", "Số điện thoại", "SĐT", "Số máy"),
    "received_at": (
        "Ngày nhận", "Ngày tiếp nhận", "Thời điểm tiếp nhận", "Ngày giờ nhận", "Nhận hồ sơ",
        "Ngày nhận hồ sơ", "Thời gian nhận", "Tiếp nhận",
    ),
    "due_at": (
        "Hẹn trả", "Ngày hẹn trả", "Ngày hẹn", "Thời điểm hẹn trả", "Hạn trả",
        "Ngày hẹn trả kết quả", "Hẹn trả kết quả", "Hạn xử lý",
    ),
    "finished_at": (
        "Ngày xong", "Ngày hoàn thành", "Ngày có kết quả", "Ngày kết thúc", "Hoàn thành",
        "Ngày giải quyết xong", "Ngày xử lý xong", "Thời điểm hoàn thành", "Thời điểm có kết quả",
    ),
    "returned_at": (
        "Ngày trả", "Ngày trả kết quả", "Thời điểm trả", "Trả kết quả", "Ngày giờ trả",
        "Thời điểm trả kết quả",
    ),
    "outcome": ("Kết quả", "Kết cục", "Kết quả giải quyết", "Tình trạng"),
    "overdue_reason": ("Lý do quá hạn", "Lý do trễ hạn", "Nguyên nhân quá hạn", "Lý do trễ"),
    "note": ("Ghi chú", "Chú thích"),
    "code": ("Mã hồ sơ", "Số hồ sơ", "Mã số hồ sơ", "Số biên nhận"),
    "channel": ("Kênh", "Kênh nộp", "Hình thức nộp", "Cách nộp", "Hình thức tiếp nhận"),
}  # fmt: skip
LONGEST = 200
REQUIRED = ("office", "procedure_code", "applicant_name", "received_at")
TO_MEND = "Phải sửa"
IGNORED = frozenset({"stt", "so thu tu", "tt", "dong", search_key(TO_MEND)})
"""Headings of columns that only count lines, and of the one our own list of bad lines adds."""

_KNOWN = {search_key(name.replace("_", " ")): name for name in COLUMNS} | {
    search_key(words): name for name, all_words in COLUMNS.items() for words in all_words
}


class BadHeadings(ValueError):
    """The first line is not that of a register; `str()` says in Vietnamese what is wrong."""


def columns_of(headings: Sequence[str]) -> Sequence[str]:
    """The column each heading names, in order; empty for one that is empty or only counts lines.

    Raises BadHeadings for one nobody knows, one that comes twice, or one that is missing.
    """
    found = [_column(heading) for heading in headings]
    complete(found)
    return found


def complete(columns: Sequence[str], besides: Collection[str] = ()) -> None:
    """Raises BadHeadings for a column that comes twice, or one needed that is neither there nor
    known `besides`."""
    named = [name for name in columns if name]
    twice = sorted({name for name in named if named.count(name) > 1})
    if twice:
        raise BadHeadings(f"dòng tiêu đề có hai cột {_named(twice)}. Bỏ bớt một cột.")
    missing = [name for name in REQUIRED if name not in named and name not in besides]
    if missing:
        raise BadHeadings(f"dòng tiêu đề thiếu cột {_named(missing)}. Thêm các cột đó.")


def _named(columns: Sequence[str]) -> str:
    """`Họ và tên (applicant_name)`: both are understood."""
    return ", ".join(f"{COLUMNS[name][0]} ({name})" for name in columns)


def guessed(headings: Sequence[str], kept: Mapping[str, str]) -> Sequence[str]:
    """The column each heading probably names: as somebody chose before (`kept`, by `key_of`), by
    its whole words, else by words we know within it. Empty for the others, and for the second of
    two that would name one column."""
    exact = [kept.get(key_of(one), _KNOWN.get(key_of(one), "")) for one in headings]
    taken = {name for name in exact if name}
    found: list[str] = []
    for heading, name in zip(headings, exact, strict=True):
        within = "" if name or key_of(heading) in {*IGNORED, *kept} else _within(key_of(heading))
        name = name or ("" if within in taken else within)
        found.append("" if name in found else name)
        taken.add(name)
    return found


def key_of(heading: str) -> str:
    """What is equal in two ways of writing one heading."""
    return search_key(heading.replace("_", " "))[:LONGEST]


def _within(key: str) -> str:
    words = f" {key} "
    known = [one for one in _KNOWN if " " in one and f" {one} " in words]
    return _KNOWN[max(known, key=len)] if known else ""


def _column(heading: str) -> str:
    key = key_of(heading)
    if not key or key in IGNORED:
        return ""
    if key not in _KNOWN:
        shown = heading.strip()[:60]
        raise BadHeadings(f"dòng tiêu đề có cột lạ “{shown}”. Xoá cột đó hoặc đổi tên cho đúng.")
    return _KNOWN[key]

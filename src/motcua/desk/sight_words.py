"""How charts call their classes, and the figures behind which dossiers open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from motcua.dossiers.reasons import reason_words
from motcua.dossiers.selectors.sights import AGES, OLDER

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")
NO_REASON = "Chưa ghi lý do"
STANDINGS: Mapping[str, str] = {
    "early": "trước hạn",
    "on_time": "đúng hạn",
    "overdue": "quá hạn",
}
FACES: Mapping[str, tuple[str, str]] = {
    "late": ("quá hạn", "b-late"),
    "near": ("sắp hạn", "b-near"),
    "on_time": ("trong hạn", "b-ok"),
    "paused": ("tạm dừng", "b-off"),
}
GAPS: Mapping[str, tuple[str, str]] = {
    "early-11": ("sớm", "trên 10"),
    "early-6": ("sớm", "6–10"),
    "early-2": ("sớm", "2–5"),
    "early-1": ("sớm", "1 ngày"),
    "day": ("đúng", "ngày"),
    "late-0": ("trễ", "trong ngày"),
    "late-1": ("trễ", "1 ngày"),
    "late-2": ("trễ", "2–5"),
    "late-6": ("trễ", "6–10"),
    "late-11": ("trễ", "trên 10"),
    "none": ("không", "có hẹn"),
}
"""Two short lines under a column, and together its name."""


def age_words(age: int) -> str:
    """A class of ages, in working days since the day of receipt."""
    if age == OLDER:
        return f"trên {AGES[-1]} ngày làm việc"
    place = AGES.index(age)
    if not place:
        return "nhận hôm nay"
    return f"{AGES[place - 1] + 1}–{age} ngày làm việc"


def gap_words(gap: str) -> str:
    """A class of days early or late, in full."""
    first, second = GAPS[gap]
    unit = " ngày" if second[-1].isdigit() or second.startswith("trên") else ""
    return f"{first} {second}{unit}"


def _hour(value: str) -> str:
    return f"từ {value} giờ"


def _unsaid(value: str) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A figure in addresses: which one, its parameters with the column each is and how its values
    are said; `fixed` goes to the selector as it is. Without a period it is of now."""

    figure: str
    said: str
    params: Mapping[str, tuple[str, Callable[[str], str]]] = field(default_factory=dict)
    of_period: bool = True
    fixed: Mapping[str, str] = field(default_factory=dict)


_STATION = {"tt": ("procedure", _unsaid), "b": ("key", _unsaid)}
_GIO = {"gio": ("hour", _hour)}
KINDS: Mapping[str, Kind] = {
    "nhan-hom-nay": Kind("received", "Tiếp nhận hôm nay", of_period=False),
    "xong-hom-nay": Kind("finished", "Có kết quả hôm nay", of_period=False),
    "tra-hom-nay": Kind("returned", "Trả kết quả hôm nay", of_period=False),
    "den-han-hom-nay": Kind("due_today", "Đến hạn hôm nay, chưa xong", of_period=False),
    "qua-han": Kind("late", "Đang quá hạn", of_period=False),
    "cho-tra": Kind("to_return", "Có kết quả, chờ trả", of_period=False),
    "nhan-theo-gio": Kind("came", "Tiếp nhận hôm nay", _GIO, of_period=False),
    "tra-theo-gio": Kind("went", "Trả kết quả hôm nay", _GIO, of_period=False),
    "tuoi": Kind(
        "open",
        "Đang giải quyết",
        {
            "tuoi": ("age", lambda age: age_words(int(age))),
            "hen": ("face", lambda face: FACES[face][0]),
        },
        of_period=False,
    ),
    "den-luc": Kind(
        "arrivals",
        "Tiếp nhận",
        {"thu": ("weekday", lambda day: WEEKDAYS[int(day) - 1]), **_GIO},
    ),
    "co-ket-qua": Kind(
        "settled",
        "Có kết quả",
        {"xet": ("standing", lambda one: STANDINGS[one]), "lech": ("gap", gap_words)},
    ),
    "ly-do": Kind(
        "reasons",
        "Có kết quả quá hạn",
        {"ly": ("overdue_reason", lambda code: reason_words(code) if code else NO_REASON)},
    ),
    "buoc": Kind("station", "Đi qua bước", _STATION),
    "buoc-cham": Kind(
        "station",
        "Ở lại bước lâu nhất (một phần mười chậm nhất)",
        _STATION,
        fixed={"slow": "1"},
    ),
}

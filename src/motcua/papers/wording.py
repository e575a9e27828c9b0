"""Days, moments and long names as papers write them.

Source: NĐ 30/2020/NĐ-CP, Phụ lục I; TT 01/2011/TT-BNV before it: days under 10 and the first two
months of the year take a leading zero.
"""

from datetime import date, datetime

LONGEST = 600
"""Signs of one name a paper prints; what the counter takes in is shorter."""


def committee(name: str) -> str:
    """The office as heads of papers call it: `UBND phường Ba Đình`."""
    return name if name.startswith("UBND") else f"UBND {name}"


def day_of_issue(at: datetime) -> str:
    """`ngày 05 tháng 02 năm 2017`."""
    return f"ngày {at.day:02d} tháng {_month(at)} năm {at.year}"


def day_to_write(at: date) -> str:
    """`ngày      tháng 3 năm 2017`: the day is written in by hand."""
    return f"ngày      tháng {_month(at)} năm {at.year}"


def short_day(at: date) -> str:
    """`26/4/2017`."""
    return f"{at.day:02d}/{_month(at)}/{at.year}"


def short_day_to_write(at: date) -> str:
    """`     /4/2017`: the day is written in by hand."""
    return f"     /{_month(at)}/{at.year}"


def moment(at: datetime) -> str:
    """`09 giờ 42 phút, ngày 31/3/2017`."""
    return f"{at.hour:02d} giờ {at.minute:02d} phút, ngày {at.day:02d}/{_month(at)}/{at.year}"


def received_words(at: datetime, late_slip: str = "") -> str:
    """When it came in; of a late entry (nhập bù) also the slip written by hand it was typed from,
    so that both papers are known for one."""
    if not late_slip:
        return moment(at)
    return f"{moment(at)} (nhập bù theo giấy hẹn viết tay số {clipped(late_slip)})"


def clipped(text: str) -> str:
    """The text, or its first words and an ellipsis, so that one name cannot fill the sheets."""
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1].rstrip()}…"


def _month(at: date) -> str:
    return f"{at.month:02d}" if at.month < 3 else str(at.month)

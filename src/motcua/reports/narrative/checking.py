"""The check list before a signature: what must hold, and what the signer should know."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from motcua.core.clock import VN
from motcua.core.narrative import Check
from motcua.organization.desks import states
from motcua.organization.selectors import offices_with_desk
from motcua.reports.narrative.facts import Facts
from motcua.reports.narrative.sections import sections
from motcua.reports.phu_luc_ii import NO_REASON

WORDS: Mapping[str, str] = {
    "sections": "Các phần bắt buộc đã có nội dung",
    "comments": "Mọi ý kiến góp ý đã xử lý",
    "sums": "Tổng số đã nhận bằng đúng hạn cộng quá hạn, từng đơn vị và toàn bộ",
    "over": "Kỳ báo cáo đã kết thúc",
    "reasons": "Hồ sơ quá hạn đều có lý do",
    "surveyed": "Mọi bộ phận một cửa đã kiểm kê điều kiện",
    "listed": "Mọi đơn vị đã treo đủ bản niêm yết đang áp dụng",
}
"""What each line says when it holds."""


def checks(
    facts: Facts, words: Mapping[str, str], open_comments: int, unsurveyed: int
) -> Sequence[Check]:
    """Every line of the list. The first three keep a report from being signed; the others are
    told, with how many."""
    empty = sum(1 for one in sections() if one.required and not words.get(one.key, "").strip())
    unequal = sum(1 for one in facts.units if one.received != one.on_time + one.overdue)
    work = facts.work
    whole = work.received == work.on_time + work.overdue == sum(u.received for u in facts.units)
    without = dict(work.reasons).get(NO_REASON, 0)
    behind = facts.listing.units - facts.listing.current
    return (
        Check("sections", not empty, True, empty),
        Check("comments", not open_comments, True, open_comments),
        Check("sums", whole and not unequal, True, unequal),
        Check("over", facts.over, False),
        Check("reasons", not without, False, without),
        Check("surveyed", not unsurveyed, False, unsurveyed),
        Check("listed", not behind, False, behind),
    )


def unsurveyed(office: str, to_on: date, at: datetime) -> int:
    """How many desks of an office and under it nobody has surveyed by the end of the period, or by
    `at`. One query."""
    day = min(to_on, at.astimezone(VN).date())
    return sum(one.survey is None for one in states(offices_with_desk(office, day), day))

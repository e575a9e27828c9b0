"""The list of what desks lack, on paper: to go with a request for money to the office above."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from motcua.core.clock import VN
from motcua.core.money import format_number, spell_vnd
from motcua.organization import timekeeping
from motcua.organization.desks import Budget
from motcua.organization.selectors import OfficeRow, office_on
from motcua.papers.documents.rendering import committee
from motcua.papers.typesetting import pdf
from motcua.papers.wording import day_of_issue

HEADS = ("TT", "Đơn vị", "Thứ còn thiếu", "Theo quy định", "Hiện có", "Còn thiếu", "Đơn giá",
         "Thành tiền")  # fmt: skip


def as_pdf(office: OfficeRow, budget: Budget, rules: Sequence[str], at: datetime) -> bytes:
    """The list as a PDF; what has no price has dots to write it on."""
    day = at.astimezone(VN)
    parent = office_on(office.parent_id, day.date()) if office.parent_id else None
    return pdf(
        "desk_budget",
        {
            "above": committee(parent).upper() if parent else "",
            "issuer": committee(office).upper(),
            "place": f"{office.place_name}, {day_of_issue(day)}",
            "day": [day.year, day.month, day.day],
            "rule": ", ".join(rules),
            "heads": HEADS,
            "rows": [
                [
                    str(number), line.office.short_name, line.judged.requirement.name,
                    _amount(line.judged.requirement.least, line.judged.requirement.unit),
                    _amount(line.judged.has, line.judged.requirement.unit),
                    _amount(line.judged.missing, line.judged.requirement.unit),
                    "" if line.price_vnd is None else format_number(line.price_vnd),
                    "" if line.cost_vnd is None else format_number(line.cost_vnd),
                ]
                for number, line in enumerate(budget.lines, start=1)
            ],
            "total": format_number(budget.priced_vnd) if budget.priced_vnd else "",
            "spelled": spell_vnd(budget.priced_vnd) if budget.priced_vnd else "",
            "unpriced": budget.unpriced,
            "sample": timekeeping.is_demonstration(),
        },
    )  # fmt: skip


def _amount(amount: Decimal | None, unit: str) -> str:
    return "chưa kiểm kê" if amount is None else f"{amount.normalize():f} {unit}".replace(".", ",")

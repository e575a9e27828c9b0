"""What the pages of money share: their tabs, those the position may open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from motcua.desk.guarding import DeskRequest, may
from motcua.desk.rail import MONEY
from motcua.desk.rendering import page
from motcua.identity.grants import Duty

TABS = (
    ("owing", "desk:money", "Còn phải thu", (Duty.COLLECT,)),
    ("cash", "desk:cash", "Sổ quỹ", (Duty.COLLECT, Duty.SIGN_CASH)),
    ("receipts", "desk:fee-receipts", "Biên lai", MONEY),
    ("books", "desk:fee-books", "Quyển biên lai", MONEY),
    ("refunds", "desk:refunds", "Hoàn phí", (Duty.COLLECT, Duty.APPROVE_REFUND)),
    ("statement", "desk:statement", "Sao kê", (Duty.COLLECT,)),
    ("sheet", "desk:cash-sheet", "Tổng hợp", (Duty.COLLECT, Duty.SIGN_CASH)),
    ("obligations", "desk:obligations", "Nghĩa vụ đất", (Duty.OBLIGATIONS,)),
    ("office", "desk:fee-office", "Tài khoản", (Duty.RECEIPT_BOOKS,)),
)


@dataclass(frozen=True, slots=True)
class Tab:
    """One of the pages of money."""

    url: str
    words: str
    here: bool


def tabs(request: DeskRequest, here: str) -> Sequence[Tab]:
    """Those the position may open, in order. No query."""
    return [
        Tab(reverse(route), words, key == here)
        for key, route, words, needs in TABS
        if may(request.actor, *needs)
    ]


def under_tabs(
    request: DeskRequest, template: str, tab: str, context: Mapping[str, Any], status: int = 200
) -> HttpResponse:
    """A page under the tabs."""
    whole = {"tabs": tabs(request, tab), **context}
    return page(request, f"desk/money/{template}.html", whole, here="money", status=status)

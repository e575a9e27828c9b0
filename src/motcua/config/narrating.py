"""What a narrative report says of rooms beside `reports`: joined here, since siblings do not know
one another."""

from collections.abc import Sequence
from datetime import datetime

from motcua.core.hearing import Kind
from motcua.core.tally import closing
from motcua.feedback.selectors.counting import complaints_between
from motcua.fees.selectors.taken import receipts_between
from motcua.reports.narrative import beside
from motcua.reports.period import Period

TROUBLE = (Kind.HARASSMENT, Kind.ATTITUDE)


def join() -> None:
    """Fill `reports.narrative.beside`; called once in each process."""
    beside.fill((_money, _complaints))


def _money(ids: Sequence[int], period: Period) -> beside.ByOffice:
    found = receipts_between(ids, period.from_at, _until(period))
    return {
        "receipts": {office: count for office, (count, _) in found.items()},
        "receipts_vnd": {office: amount for office, (_, amount) in found.items()},
    }


def _complaints(ids: Sequence[int], period: Period) -> beside.ByOffice:
    return {"complaints": complaints_between(ids, TROUBLE, period.from_at, _until(period))}


def _until(period: Period) -> datetime:
    return min(period.to_at, closing(period.judged_at))

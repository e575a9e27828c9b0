"""A report as it was known: what was written later changes today's figures, not those of then."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from motcua.core.clock import VN
from motcua.dossiers import services
from motcua.organization.selectors import office_by_slug
from motcua.reports import counting
from motcua.reports.ii_06a import Line, ii_06a
from motcua.reports.period import period
from motcua.reports.phu_luc_ii import PhuLucII, phu_luc_ii
from office import MONDAY, Office

MARCH = (date(2017, 3, 1), date(2017, 3, 31))
CLOSED = datetime(2017, 4, 1, tzinfo=VN)
LATER = datetime(2017, 4, 20, 9, 0, tzinfo=VN)


@pytest.fixture(scope="module")
def mended(office: Office) -> None:
    """Three received in March; in April one of them is void, and another withdrawn."""
    wrong, slow, _ = (office.received() for _ in range(3))
    minutes = (LATER - MONDAY) // timedelta(minutes=1)
    office.act(services.void, wrong, "chair", reason="Nhập nhầm", after=minutes)
    office.act(
        services.withdraw, slow, "clerk", reason="Đổi ý", overdue_reason="khac", after=minutes
    )


def march(known_at: datetime | None) -> PhuLucII:
    return phu_luc_ii("bim-son", *MARCH, now=LATER, known_at=known_at)


def total(known_at: datetime | None) -> Line:
    return ii_06a("bim-son", *MARCH, now=LATER, known_at=known_at).rows[-1]


def test_as_known_then_the_mistaken_intake_still_counts(mended: None) -> None:
    assert march(None).totals["A"].received == 2
    assert march(CLOSED).totals["A"].received == 3
    assert total(CLOSED).received == 3


def test_before_anything_was_written_there_is_nothing(mended: None) -> None:
    assert march(MONDAY - timedelta(minutes=1)).totals["A"].received == 0


def test_known_now_it_is_todays_report(mended: None) -> None:
    assert march(LATER + timedelta(days=1)) == march(None)
    assert total(LATER + timedelta(days=1)) == total(None)


def test_over_the_whole_quarter_what_is_known_now_is_what_is(demo: str) -> None:
    now = datetime(2017, 4, 3, 8, 0, tzinfo=VN)
    chosen = period(date(2017, 1, 1), date(2017, 3, 31), now)
    ids = [office_by_slug("bim-son").id]

    known, told = counting.counted(ids, chosen, now), counting.counted(ids, chosen, None)

    assert known.figures() == told.figures()
    assert known.reasons() == told.reasons()
    assert known.late_since() == told.late_since()
    assert known.late_entries() == told.late_entries()
    assert Counter(known.judgeable()) == Counter(told.judgeable())

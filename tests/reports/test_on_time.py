"""What was in time over time: from the tallies and counted one by one the same."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.clock import VN
from motcua.core.movements import NOT_RECEIVED
from motcua.core.tally import Standing, settle
from motcua.dossiers.models import Dossier
from motcua.dossiers.selectors.sights import REASONS, SETTLED, View
from motcua.organization import timekeeping
from motcua.organization.selectors import offices_between
from motcua.reports.on_time import Share, on_time, stretches

QUARTER = (date(2017, 1, 1), date(2017, 3, 31))
DAYS = st.integers(0, 700).map(lambda n: date(2016, 1, 1) + timedelta(days=n))


def view(from_on: date, to_on: date) -> View:
    ids = tuple(office.id for office in offices_between("bim-son", from_on, to_on))
    return View(ids, from_on, to_on, timekeeping.now())


def by_hand(seen: View) -> dict[int, Share]:
    """Of each office, judged in Python."""
    settled: Counter[int] = Counter()
    late: Counter[int] = Counter()
    rows = Dossier.objects.filter(office_id__in=seen.office_ids, finished_at__isnull=False)
    for row in rows.exclude(stage__in=(*NOT_RECEIVED, "void")).defer("flow"):
        assert row.finished_at is not None
        if seen.from_on <= row.finished_at.astimezone(VN).date() <= seen.to_on:
            settled[row.office_id] += 1
            late[row.office_id] += settle(row.due_at, row.finished_at) is Standing.OVERDUE
    return {office: Share(count, late[office]) for office, count in settled.items()}


def whole(seen: View) -> dict[int, Share]:
    over = stretches(seen.from_on, seen.to_on)
    return {
        office: Share(sum(s.settled for s in shares), sum(s.late for s in shares))
        for office, shares in on_time(seen, over).items()
    }


@pytest.mark.parametrize(
    "days",
    [QUARTER, (date(2017, 1, 15), date(2017, 2, 14)), (date(2017, 1, 3), date(2017, 3, 20)),
     (date(2016, 5, 1), date(2017, 4, 30))],
)  # fmt: skip
def test_tallies_and_dossiers_say_what_counting_by_hand_says(
    demo: str, days: tuple[date, date]
) -> None:
    seen = view(*days)

    assert whole(seen) == by_hand(seen) != {}


def test_the_classes_of_a_period_add_up(demo: str) -> None:
    seen = view(*QUARTER)
    shares = whole(seen).values()

    gaps = SETTLED.counts(seen, "gap")
    late = sum(n for (gap,), n in gaps.items() if str(gap).startswith("late"))

    assert sum(gaps.values()) == sum(share.settled for share in shares)
    assert late == sum(share.late for share in shares) == sum(REASONS.counts(seen).values())


@given(DAYS, DAYS)
def test_stretches_are_the_period_cut_up(one: date, other: date) -> None:
    start, end = sorted((one, other))

    over = stretches(start, end)

    assert (over[0].from_on, over[-1].to_on) == (start, end)
    for before, after in pairwise(over):
        assert after.from_on == before.to_on + timedelta(days=1)
        assert after.from_on.day in (1, 15)

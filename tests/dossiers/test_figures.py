"""The counts of reports judge every dossier as `core.tally` does, to the minute."""

from collections import Counter
from datetime import datetime, timedelta

import pytest

from motcua.core.clock import VN
from motcua.core.tally import Standing, judge
from motcua.dossiers.behind import IN_TIME, Stretch, Which, behind
from motcua.dossiers.behind import LATE as LATE_ONES
from motcua.dossiers.figures import (
    figures,
    late_since,
    pending_or_resolved,
    reasons_of_overdue,
    received_between,
)
from motcua.dossiers.models import Dossier
from motcua.organization import timekeeping
from motcua.organization.selectors import office_by_slug, offices_with_desk

FIRST = datetime(2017, 1, 1, tzinfo=VN)
LAST = datetime(2017, 4, 1, tzinfo=VN)
LATE = (Standing.OVERDUE, Standing.PENDING_OVERDUE)


@pytest.fixture(scope="module")
def town(demo: str) -> int:
    return office_by_slug("bim-son").id


def judged_one_by_one(town: int, judged_at: datetime) -> Counter[bool]:
    rows = Dossier.objects.filter(office_id=town, received_at__lte=judged_at)
    return Counter(judge(row.due_at, row.finished_at, judged_at) in LATE for row in rows)


def moments_of_doubt(town: int) -> list[datetime]:
    """On, just before and just after the due time of one that is open and late."""
    late = (
        Dossier.objects.filter(office_id=town, finished_at=None, due_at__lt=timekeeping.now())
        .order_by("id")
        .first()
    )
    assert late is not None
    assert late.due_at is not None
    due = late.due_at.astimezone(VN)
    return [due + timedelta(seconds=seconds) for seconds in (-60, -1, 0, 1, 30, 59, 60, 61)]


def test_a_due_time_within_the_minute_of_judging_has_not_passed_in_any_report(town: int) -> None:
    for judged_at in moments_of_doubt(town):
        counted = figures([town], FIRST, LAST, judged_at)[town]
        singly = judged_one_by_one(town, judged_at)
        assert (counted.on_time, counted.overdue) == (singly[False], singly[True]), judged_at


@pytest.mark.parametrize("days", [10, 30, 45, 60, 89])
def test_looking_back_both_ways_of_counting_agree(town: int, days: int) -> None:
    judged_at = FIRST + timedelta(days=days, hours=10, seconds=30)

    counted = figures([town], FIRST, LAST, judged_at)[town]
    settled_or_not = Counter(
        judge(row.due_at, row.finished_at, judged_at)
        for row in pending_or_resolved([town], FIRST, LAST, judged_at)
    )

    assert counted.received == sum(settled_or_not.values())
    assert counted.overdue == sum(settled_or_not[standing] for standing in LATE)
    assert counted.still_open == settled_or_not[Standing.PENDING_IN_TIME]


def test_what_is_finished_within_the_minute_of_judging_is_finished(town: int) -> None:
    done = Dossier.objects.filter(office_id=town).exclude(finished_at=None).order_by("id")[5]
    assert done.finished_at is not None
    judged_at = done.finished_at.astimezone(VN).replace(second=0, microsecond=0)

    counted = figures([town], FIRST, LAST, judged_at)[town]
    open_then = [
        row
        for row in Dossier.objects.filter(office_id=town, received_at__lte=judged_at)
        if judge(row.due_at, row.finished_at, judged_at) is Standing.PENDING_IN_TIME
    ]

    assert counted.still_open == len(open_then)
    assert done.pk not in {row.pk for row in open_then}


def test_every_reason_is_counted_once(town: int) -> None:
    now = timekeeping.now()

    counts = reasons_of_overdue([town], FIRST, LAST, now)

    assert sum(one.count for one in counts) == figures([town], FIRST, LAST, now)[town].overdue
    assert [one.count for one in counts] == sorted((one.count for one in counts), reverse=True)


def test_the_dossiers_behind_the_figures_part_the_received_in_two(town: int) -> None:
    span = (FIRST, LAST, timekeeping.now())
    received, on_time, overdue = (
        set(behind([town], Stretch(*span), Which(standings=these)).values_list("pk", flat=True))
        for these in (None, IN_TIME, LATE_ONES)
    )

    assert on_time | overdue == received
    assert not on_time & overdue


def test_late_since_counts_what_an_earlier_report_still_called_in_time(town: int) -> None:
    end_of_february = datetime(2017, 3, 1, tzinfo=VN)
    now = timekeeping.now()
    then = {
        row.pk: row.is_overdue  # type: ignore[attr-defined]
        for row in received_between([town], FIRST, end_of_february, end_of_february)
    }
    later = [
        row.pk
        for row in received_between([town], FIRST, end_of_february, now)
        if row.is_overdue  # type: ignore[attr-defined]
    ]

    assert late_since([town], FIRST, end_of_february, now) == sum(not then[pk] for pk in later)


def test_an_office_without_dossiers_is_absent(demo: str) -> None:
    ids = [office.id for office in offices_with_desk()]
    before = datetime(2016, 12, 1, tzinfo=VN)

    assert figures(ids, before, before + timedelta(days=20), timekeeping.now()) == {}

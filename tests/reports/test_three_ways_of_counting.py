"""Phụ lục II and II.06a over random offices, periods and moments: from tallies or counted, they
equal a plain count in Python over every dossier of the demonstration."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN
from motcua.core.flow import Stage
from motcua.core.movements import NOT_RECEIVED, half
from motcua.core.tally import Standing, judge
from motcua.dossiers import figures
from motcua.organization.selectors import office_by_slug, offices_between
from motcua.reports import tallies
from motcua.reports.ii_06a import ii_06a
from motcua.reports.period import Period
from motcua.reports.phu_luc_ii import phu_luc_ii

SEED = 43
CHOICES = 60
MANY = pytest.mark.parametrize(
    "number", [CHOICES, pytest.param(5 * CHOICES, marks=pytest.mark.prove)]
)
OFFICES = ("bim-son", "ba-dinh", "ngoc-trao", "ha-lan", "quang-trung")
FIRST, LAST = date(2016, 12, 1), date(2017, 7, 31)
LATE = (Standing.OVERDUE, Standing.PENDING_OVERDUE)


@dataclass(frozen=True)
class Choice:
    """What is asked: an office, a period, until when, and what time it is."""

    office: str
    first: date
    last: date
    as_of: date | None
    now: datetime
    with_below: bool

    @property
    def judged_at(self) -> datetime:
        """The end of the last day asked about, or now."""
        end = (self.as_of or self.last) + timedelta(days=1)
        return min(datetime(end.year, end.month, end.day, tzinfo=VN), self.now)


def choices(number: int = CHOICES) -> Iterator[Choice]:
    """Half of them on the borders of half-months, where the tallies answer."""
    drawn = random.Random(SEED)  # noqa: S311 (no secret)
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days)]
    for n in range(number):
        first, last = sorted(drawn.sample(days, 2))
        as_of = drawn.choice((None, None, drawn.choice(days)))
        if n % 2:
            first, last = half(first), half(last + timedelta(days=15)) - timedelta(days=1)
            as_of = as_of and half(as_of) - timedelta(days=1)
        now = datetime(2017, 8, 1, tzinfo=VN) - drawn.choice((0, 1)) * timedelta(days=123, hours=14)
        yield Choice(drawn.choice(OFFICES), first, last, as_of, now, drawn.random() < 0.5)


@pytest.fixture(scope="module")
def standings(demo: str) -> Sequence[figures.Standing]:
    """Every dossier there is."""
    return list(figures.all_standings())


def offices(choice: Choice, *, below: bool) -> set[int]:
    """The offices whose dossiers are counted."""
    units = offices_between(choice.office, choice.first, choice.last) if below else ()
    return {unit.id for unit in units} or {office_by_slug(choice.office).id}


def within(choice: Choice, one: figures.Standing) -> bool:
    """Received by the end of the period and by the moment of judging."""
    day = one.received_at.astimezone(VN).date()
    counted = one.stage not in (Stage.VOID, *NOT_RECEIVED)
    return counted and day <= choice.last and one.received_at <= choice.judged_at


def test_the_choices_are_answered_in_both_ways() -> None:
    ways = Counter(
        tallies.span(Period(one.first, one.last, one.judged_at)) is None for one in choices()
    )

    assert min(ways.values()) > CHOICES / 5


@MANY
def test_phu_luc_ii_is_a_plain_count(standings: Sequence[figures.Standing], number: int) -> None:
    for choice in choices(number):
        sheet = phu_luc_ii(
            choice.office, choice.first, choice.last, now=choice.now, as_of=choice.as_of
        )

        ids = offices(choice, below=True)
        counted = [
            judge(one.due_at, one.finished_at, choice.judged_at)
            for one in standings
            if one.office_id in ids
            and within(choice, one)
            and one.received_at.astimezone(VN).date() >= choice.first
        ]
        late = sum(standing in LATE for standing in counted)
        assert sum(row.received for row in sheet.rows) == len(counted), choice
        assert sum(row.overdue for row in sheet.rows) == late, choice
        assert sum(row.on_time for row in sheet.rows) == len(counted) - late, choice
        assert sheet.still_open == counted.count(Standing.PENDING_IN_TIME), choice


@MANY
def test_ii_06a_is_a_plain_count(standings: Sequence[figures.Standing], number: int) -> None:
    for choice in choices(number):
        sheet = ii_06a(
            choice.office, choice.first, choice.last, now=choice.now, as_of=choice.as_of,
            with_below=choice.with_below,
        )  # fmt: skip

        expected: dict[str, Counter[str]] = {}
        ids = offices(choice, below=choice.with_below)
        for one in standings:
            if one.office_id not in ids or not within(choice, one) or ended_before(choice, one):
                continue
            field = expected.setdefault(catalogue.version(one.version_id).field, Counter())
            new = one.received_at.astimezone(VN).date() >= choice.first
            online = "online" if one.channel == "online" else "direct_or_post"
            field[online if new else "carried_over"] += 1
            field[judge(one.due_at, one.finished_at, choice.judged_at).value] += 1
        found = {
            line.field: +Counter(
                {
                    "online": line.online, "direct_or_post": line.direct_or_post,
                    "carried_over": line.carried_over, "early": line.early,
                    "on_time": line.on_time, "overdue": line.overdue,
                    "pending_in_time": line.pending_in_time,
                    "pending_overdue": line.pending_overdue,
                }
            )
            for line in sheet.rows[:-1]
        }  # fmt: skip
        assert found == expected, choice


def ended_before(choice: Choice, one: figures.Standing) -> bool:
    """Finished before the period began: no part of it."""
    finished = one.finished_at
    return finished is not None and finished.astimezone(VN).date() < choice.first

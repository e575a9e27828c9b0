"""How a dossier stands, and what standings sum to."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.clock import VN
from motcua.core.tally import Standing, Tally, judge

DUE = "2017-03-31T10:00"
LATER = "2017-04-30T23:59"


def at(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).replace(tzinfo=VN) if text else None


@pytest.mark.parametrize(
    ("due", "finished", "as_of", "standing"),
    [
        (DUE, "2017-03-30T23:59", LATER, Standing.EARLY),
        (DUE, "2017-03-31T00:00", LATER, Standing.ON_TIME),
        (DUE, "2017-03-31T10:00:59", LATER, Standing.ON_TIME),
        (DUE, "2017-03-31T10:01", LATER, Standing.OVERDUE),
        (None, "2017-03-31T10:01", LATER, Standing.ON_TIME),
        (DUE, None, "2017-03-31T10:00:30", Standing.PENDING_IN_TIME),
        (DUE, None, "2017-03-31T10:01", Standing.PENDING_OVERDUE),
        (None, None, LATER, Standing.PENDING_IN_TIME),
        (DUE, "2017-04-02T10:00", "2017-04-01T10:00", Standing.PENDING_OVERDUE),
        (DUE, "2017-03-31T09:00", "2017-03-30T10:00", Standing.PENDING_IN_TIME),
        (DUE, "2017-03-31T09:00", "2017-03-31T09:00", Standing.ON_TIME),
        (LATER, "2017-04-01T00:00", "2017-04-01T00:00", Standing.PENDING_IN_TIME),
        (LATER, "2017-04-01T00:00", "2017-04-01T00:00:01", Standing.EARLY),
    ],
)
def test_a_dossier_stands_as_the_rules_say(
    due: str | None, finished: str | None, as_of: str, standing: Standing
) -> None:
    moment = at(as_of)

    assert moment
    assert judge(at(due), at(finished), moment) == standing


def test_days_are_those_of_viet_nam() -> None:
    due = at("2017-03-31T06:30")
    finished = datetime(2017, 3, 30, 17, 0, tzinfo=UTC)

    assert judge(due, finished, datetime(2017, 4, 30, tzinfo=UTC)) == Standing.ON_TIME


standings = st.lists(st.sampled_from(Standing))


@given(standings, standings)
def test_tallies_add_up(some: list[Standing], others: list[Standing]) -> None:
    both = Tally.of(some) + Tally.of(others)

    assert both == Tally.of(some + others)
    assert both.received == both.settled + both.pending == len(some) + len(others)
    assert both.received == both.in_time + both.late

"""No minute of a dossier is lost or counted twice, and whoever loses one is found."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from core.flow.minutes import unaccounted
from core.flow.walking import FORK, LINE, TAX, WHY, Walk
from motcua.core.flow import (
    Event,
    HandOver,
    Recall,
    Reopen,
    RequestSupplement,
    ReturnToDesk,
    SendBack,
    TakeSupplement,
)

DAY = timedelta(days=1)
ASK = RequestSupplement(None, (1,), "1/HDHS", date(2017, 3, 20), texts=WHY)


def faults(walk: Walk, events: list[Event] | None = None) -> list[str]:
    context = walk.context
    return list(unaccounted(events or walk.events, context.route, context.calendar, context.now))


def mended(**context: object) -> Walk:
    """Waited two days for a supplement, at work again."""
    walk = Walk(LINE, **context).leave("nhan")
    walk.do(ASK, after=DAY)
    walk.do(TakeSupplement(), after=2 * DAY)
    return walk.leave("xet", "duyet", "dau")


def forked() -> Walk:
    """One branch waits a day at the join for the other."""
    walk = Walk(FORK).leave("nhan", "xet", "a")
    walk.do(HandOver("b"), after=DAY)
    return walk


@pytest.mark.parametrize("after_supplement", ["resume", "restart"])
def test_what_waits_for_the_owner_is_paused_and_the_rest_is_counted(after_supplement: str) -> None:
    assert faults(mended(after_supplement=after_supplement)) == []


def test_a_branch_that_waits_at_a_join_has_its_steps_and_its_wait() -> None:
    assert faults(forked()) == []


def test_outside_the_term_the_minutes_are_paused() -> None:
    walk = Walk(TAX).leave("nhan")
    walk.do(HandOver("xet", document="12/PC"))
    walk.do(HandOver("thue"), after=3 * DAY)

    assert faults(walk) == []


def test_back_and_forth_and_back_from_a_join_every_minute_is_somebodys() -> None:
    walk = Walk(FORK).leave("nhan", "xet")
    walk.do(SendBack("b", "xet", WHY), after=DAY)
    walk.do(HandOver("xet"), after=DAY)
    walk.leave("a")
    walk.do(Recall("a"), after=DAY)

    assert faults(walk) == []


def test_between_an_end_and_a_reopening_no_minute_counts() -> None:
    walk = Walk(LINE, is_leader=True).leave("nhan", "xet", "duyet")
    walk.do(ReturnToDesk("dau"))
    walk.do(Reopen("102/QĐ", "xet", WHY), after=5 * DAY)
    walk.leave("xet")

    assert faults(walk) == []


def test_a_clock_that_stood_still_twice_at_once_is_found() -> None:
    walk = Walk(TAX).leave("nhan")
    walk.do(HandOver("xet", document="12/PC"))
    stopped = walk.events[-1]
    walk.do(HandOver("thue"), after=3 * DAY)
    place = walk.events.index(stopped)

    assert faults(walk, [*walk.events[:place], stopped, *walk.events[place:]])


def test_a_step_that_begins_later_than_the_one_before_ended_is_found() -> None:
    walk = forked()
    moved = walk.events[-1]
    late = replace(
        moved, opened=tuple(replace(s, entered_at=s.entered_at + DAY) for s in moved.opened)
    )  # type: ignore[attr-defined,call-arg]

    assert faults(walk, [*walk.events[:-1], late])

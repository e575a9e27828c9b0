"""A process tried out on a date: when each step is reached and when it is due, by hand."""

from datetime import datetime
from typing import Any

from motcua.core.clock import VN, national_calendar
from motcua.core.flow import Route
from motcua.core.flow.process.trying import Trial, tried

Spec = dict[str, Any]


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> datetime:
    return datetime(2017, month, day, hour, minute, tzinfo=VN)


def step(key: str, *following: str, hours: float = 4, **more: Any) -> Spec:
    return {
        "key": key, "name": key, "position": "CHUYEN_VIEN", "budget": {"working_hours": hours},
        "next": list(following), **more,
    }  # fmt: skip


def trial(*steps: Spec, received: datetime | None = None, days: float = 5) -> Trial:
    route = Route.from_json({"allowance": {"working_days": days}, "steps": list(steps)})
    return tried(route, national_calendar(), received or at(6, 8), route.allowance)


def ends(found: Trial) -> dict[str, datetime]:
    return {one.key: one.ends_at for one in found.steps}


def test_steps_in_a_row_each_take_their_budget_of_working_time() -> None:
    found = trial(step("a", "b"), step("b", hours=8), days=1.5)

    assert ends(found) == {"a": at(6, 14), "b": at(7, 14)}
    assert found.due_at == found.ready_at == at(7, 14)
    assert found.in_time


def test_branches_run_at_once_and_a_join_waits_for_the_later_or_takes_the_first() -> None:
    branches = (step("a", "b", "c"), step("b", "d", hours=2), step("c", "d", hours=8))

    assert ends(trial(*branches, step("d")))["d"] == at(8, 8)
    assert ends(trial(*branches, step("d", join="any")))["d"] == at(7, 10)


def test_a_waiting_step_begins_when_its_days_have_passed_and_the_office_is_open() -> None:
    found = trial(step("a", "b"), step("b", wait={"calendar_days": 5}))

    last = found.steps[-1]
    assert (last.enters_at, last.begins_at, last.ends_at) == (
        at(6, 14),
        at(13, 7, 30),
        at(13, 11, 30),
    )


def test_time_outside_the_clock_moves_the_due_time_only_while_nothing_else_is_at_work() -> None:
    outside = step("t", "d", hours=8, clock="stops")
    alone = trial(step("a", "t"), outside, step("d"), days=1)
    beside = trial(step("a", "t", "b"), outside, step("b", "d", hours=8), step("d"), days=2)

    assert [(p.start, p.end) for p in alone.paused] == [(at(6, 14), at(7, 14))]
    assert alone.due_at == alone.ready_at == at(8, 8)
    assert beside.paused == ()
    assert beside.due_at == at(8, 8)


def test_a_loop_back_is_not_walked() -> None:
    found = trial(
        step("a", "b"), step("b", "c", join="any"), step("c", "b", "d", choose=True), step("d")
    )

    assert [one.key for one in found.steps] == ["a", "b", "c", "d"]


def test_more_time_than_the_term_is_said_to_come_too_late() -> None:
    assert not trial(step("a", hours=9), days=1).in_time

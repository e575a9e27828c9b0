"""Single rules of the clock, each in the words of the contract."""

from datetime import UTC, datetime, time

import pytest

from motcua.core.clock import (
    VN,
    Allowance,
    ClockError,
    Pause,
    add_working_minutes,
    due_at,
    national_calendar,
    working_minutes,
)

OFFICE = national_calendar()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VN)


def due(text: str, allowance: dict[str, object], *pauses: Pause, cutoff: str | None = None) -> str:
    found = due_at(
        OFFICE,
        Allowance.from_json(allowance),
        at(text),
        pauses,
        cutoff and time.fromisoformat(cutoff),
    )
    return "still" if found.due_at is None else f"{found.due_at:%Y-%m-%dT%H:%M}"


def pause(start: str, end: str | None = None) -> Pause:
    return Pause(at(start), end and at(end))


VECTORS = [
    ("2017-01-24", 5, "2017-02-07"),
    ("2017-04-03", 10, "2017-04-18"),
    ("2018-04-27", 3, "2018-05-04"),
    ("2019-04-25", 3, "2019-05-03"),
    ("2019-04-25", 4, "2019-05-04"),
    ("2026-08-21", 1, "2026-08-22"),
]


@pytest.mark.parametrize(("received", "days", "expected"), VECTORS)
def test_the_worked_examples_of_the_domain_page_hold(
    received: str, days: int, expected: str
) -> None:
    civil = due(f"{received}T10:00", {"working_days_civil": days})
    hourly = due(f"{received}T10:00", {"working_days": days})

    assert (civil, hourly) == (f"{expected}T17:30", f"{expected}T10:00")


def test_four_days_of_notice_move_the_due_day_by_four() -> None:
    notice = pause("2017-04-10T10:00", "2017-04-14T10:00")

    assert due("2017-04-03T10:00", {"working_days_civil": 10}, notice) == "2017-04-24T17:30"
    assert due("2017-04-03T10:00", {"working_days": 10}, notice) == "2017-04-24T10:00"


@pytest.mark.parametrize(
    ("received", "expected"),
    [("2017-04-05T15:30", "2017-04-07T17:30"), ("2026-11-23T15:30", "2026-11-25T17:30")],
)
def test_after_the_cutoff_the_same_day_is_the_next_working_day(
    received: str, expected: str
) -> None:
    assert due(received, {"same_day": True}, cutoff="15:00") == expected


@pytest.mark.parametrize(
    ("received", "allowance", "expected"),
    [
        ("2017-03-06T10:00", {"working_days": 2}, "2017-03-08T10:00"),
        ("2017-03-06T09:30", {"working_hours": 2}, "2017-03-06T11:30"),
        ("2017-03-06T07:30", {"working_days": 0.5}, "2017-03-06T11:30"),
        ("2017-03-06T11:30", {"working_hours": 4}, "2017-03-06T17:30"),
        ("2017-03-06T12:00", {"working_hours": 1}, "2017-03-06T14:30"),
        ("2017-03-06T17:30", {"working_hours": 1}, "2017-03-07T08:30"),
        ("2017-03-11T09:00", {"working_hours": 1}, "2017-03-13T08:30"),
        ("2017-03-06T10:00:59", {"working_hours": 1}, "2017-03-06T11:00"),
        ("2017-03-06T18:00", {"working_days_civil": 1}, "2017-03-07T17:30"),
        ("2017-03-11T09:00", {"working_days_civil": 1}, "2017-03-13T17:30"),
        ("2017-03-06T10:00", {"calendar_days": 5}, "2017-03-13T17:30"),
        ("2017-03-06T10:00", {"calendar_days": 4}, "2017-03-10T17:30"),
        ("2017-03-06T17:29", {"same_day": True}, "2017-03-06T17:30"),
        ("2017-03-06T12:00", {"same_day": True}, "2017-03-06T17:30"),
        ("2017-03-06T05:00", {"same_day": True}, "2017-03-06T17:30"),
        ("2017-03-06T17:30", {"same_day": True}, "2017-03-07T17:30"),
        ("2017-03-11T08:00", {"same_day": True}, "2017-03-13T17:30"),
    ],
)
def test_each_kind_counts_in_its_own_way(
    received: str, allowance: dict[str, object], expected: str
) -> None:
    assert due(received, allowance) == expected


@pytest.mark.parametrize(
    ("received", "cutoff", "expected"),
    [
        ("2017-03-10T14:59", "15:00", "2017-03-10T15:59"),
        ("2017-03-10T15:00", "15:00", "2017-03-13T08:30"),
        ("2017-03-11T15:30", "15:00", "2017-03-13T08:30"),
        ("2017-03-10T17:45", "18:00", "2017-03-13T08:30"),
        ("2019-05-04T15:00", "15:00", "2019-05-06T08:30"),
    ],
)
def test_a_cutoff_works_from_its_minute_on_and_only_on_working_days(
    received: str, cutoff: str, expected: str
) -> None:
    assert due(received, {"working_hours": 1}, cutoff=cutoff) == expected


def test_pauses_count_once_however_they_overlap_and_wherever_they_begin() -> None:
    two = [
        pause("2017-03-01T00:00", "2017-03-06T09:00"),
        pause("2017-03-06T10:00", "2017-03-06T11:00"),
        pause("2017-03-06T10:30", "2017-03-06T14:30"),
        pause("2017-03-06T10:40", "2017-03-06T10:50"),
        pause("2017-03-06T10:45", "2017-03-06T10:45"),
    ]

    assert due("2017-03-06T07:30", {"working_hours": 2}, *two) == "2017-03-06T15:30"


@pytest.mark.parametrize(
    ("start", "allowance", "expected"),
    [
        ("2017-03-06T11:29", {"working_hours": 4}, "still"),
        ("2017-03-06T11:30", {"working_hours": 4}, "2017-03-06T11:30"),
        ("2017-03-01T00:00", {"working_hours": 4}, "still"),
        ("2017-03-07T17:30", {"working_days_civil": 1}, "still"),
        ("2017-03-07T17:31", {"working_days_civil": 1}, "2017-03-07T17:30"),
        ("2017-03-07T17:31", {"calendar_days": 1}, "2017-03-07T17:30"),
        ("2017-03-07T17:30", {"calendar_days": 1}, "still"),
        ("2017-03-12T10:00", {"calendar_days": 5}, "still"),
        ("2017-03-13T10:00", {"calendar_days": 6}, "still"),
        ("2017-03-06T10:00", {"same_day": True}, "still"),
        ("2017-03-06T18:00", {"same_day": True}, "2017-03-06T17:30"),
    ],
)
def test_an_open_pause_that_begins_in_time_leaves_no_due_time(
    start: str, allowance: dict[str, object], expected: str
) -> None:
    assert due("2017-03-06T07:30", allowance, pause(start)) == expected


@pytest.mark.parametrize(
    ("allowance", "expected"),
    [
        ({"same_day": True}, "2017-03-08T17:30"),
        ({"working_days_civil": 1}, "2017-03-08T17:30"),
        ({"calendar_days": 1}, "2017-03-08T17:30"),
    ],
)
def test_a_day_paused_at_its_close_does_not_count(
    allowance: dict[str, object], expected: str
) -> None:
    until_a_minute_after_close = pause("2017-03-06T12:00", "2017-03-07T17:31")

    assert due("2017-03-06T10:00", allowance, until_a_minute_after_close) == expected


def test_a_pause_that_ends_at_the_close_lets_the_day_count() -> None:
    until_close = pause("2017-03-07T12:00", "2017-03-07T17:30")

    assert due("2017-03-06T10:00", {"working_days_civil": 1}, until_close) == "2017-03-07T17:30"


def test_a_weekend_day_paused_at_the_hour_of_mondays_close_does_not_count() -> None:
    saturday = pause("2017-03-11T17:30", "2017-03-11T18:00")

    assert due("2017-03-06T10:00", {"calendar_days": 7}, saturday) == "2017-03-14T17:30"


def test_a_due_day_that_moved_on_moves_further_while_paused() -> None:
    monday = pause("2017-03-13T12:00", "2017-03-14T08:00")

    assert due("2017-03-06T10:00", {"calendar_days": 5}, monday) == "2017-03-14T17:30"


def test_a_pause_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ClockError, match="ends before it starts"):
        due("2017-03-06T10:00", {"working_days": 1}, pause("2017-03-07T10:00", "2017-03-06T10:00"))


def test_moments_of_other_zones_are_converted_and_naive_ones_refused() -> None:
    term = Allowance("working_hours", 1)

    found = due_at(OFFICE, term, datetime(2017, 3, 6, 1, 0, tzinfo=UTC))

    assert found.due_at == at("2017-03-06T09:00")
    with pytest.raises(ClockError, match="time zone"):
        due_at(OFFICE, term, datetime(2017, 3, 6, 1, 0))


def test_working_minutes_leave_out_nights_and_pauses() -> None:
    stops = [pause("2017-03-06T16:30", "2017-03-07T08:30"), pause("2017-03-07T11:00")]
    before = pause("2017-03-01T10:00", "2017-03-02T10:00")

    spent = working_minutes(OFFICE, at("2017-03-06T16:00"), at("2017-03-07T17:30"), stops)

    assert spent == 30 + 150
    assert working_minutes(OFFICE, at("2017-03-06T16:00"), at("2017-03-06T17:00"), [before]) == 60
    assert working_minutes(OFFICE, at("2017-03-07T16:00"), at("2017-03-06T16:00")) == 0


def test_adding_no_minutes_changes_nothing_and_fewer_are_refused() -> None:
    night = at("2017-03-06T22:00")

    assert add_working_minutes(OFFICE, night, 0) == night
    assert add_working_minutes(OFFICE, night, 30) == at("2017-03-07T08:00")
    assert add_working_minutes(OFFICE, night, 30, [pause("2017-03-07T07:45")]) is None
    with pytest.raises(ClockError):
        add_working_minutes(OFFICE, night, -1)

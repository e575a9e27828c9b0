"""Which days are worked, and how far a calendar reaches."""

import pickle
from datetime import date, datetime, time

import pytest

from motcua.core.clock import (
    VN,
    Allowance,
    Calendar,
    ClockError,
    Due,
    Note,
    Pause,
    close_of_day,
    due_at,
    is_open,
    is_working_day,
    national_calendar,
    next_opening,
    open_of_day,
)

OFFICE = national_calendar()
HOURS = ((450, 690), (810, 1050))
PLAIN = Calendar("plain", (HOURS,) * 5 + ((), ()), off={}, work={})


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


def test_work_wins_over_off_and_takes_mondays_sessions_where_it_has_none() -> None:
    saturday, monday = date(2017, 3, 4), date(2017, 3, 6)
    note = Note("vì", "nguồn")
    short = ((480, 600),)
    office = Calendar(
        "x", (short, HOURS, HOURS, HOURS, HOURS, (), ()), {saturday: note}, {saturday: note}
    )
    own = Calendar(
        "y", (HOURS,) * 5 + (short, ()), {saturday: note, monday: note}, {saturday: note}
    )

    assert close_of_day(office, saturday) == at("2017-03-04T10:00")
    assert close_of_day(own, saturday) == at("2017-03-04T10:00")
    assert is_working_day(own, saturday)
    assert not is_working_day(own, monday)


def test_a_day_without_sessions_opens_and_closes_when_monday_would() -> None:
    sunday = date(2017, 3, 5)

    assert open_of_day(OFFICE, sunday) == at("2017-03-05T07:30")
    assert close_of_day(OFFICE, sunday) == at("2017-03-05T17:30")


def test_an_office_shut_on_mondays_lends_the_hours_of_its_first_open_day() -> None:
    office = Calendar("x", ((), ((480, 600),), HOURS, (), (), (), ()), off={}, work={})

    assert close_of_day(office, date(2017, 3, 6)) == at("2017-03-06T10:00")


def test_a_due_time_past_the_last_confirmed_day_is_provisional() -> None:
    last = due_at(OFFICE, Allowance("working_days", 1), at("2026-12-30T10:00"))
    next_year = due_at(OFFICE, Allowance("working_days", 2), at("2026-12-30T17:00"))
    still = due_at(OFFICE, Allowance("same_day"), at("2027-03-01T10:00"), [pause("2027-01-01T00")])

    assert last == Due(at("2026-12-31T10:00"), provisional=False)
    assert next_year.provisional
    assert still == Due(None, provisional=False)


@pytest.mark.parametrize(
    ("received", "allowance", "pauses"),
    [
        ("2014-12-31T23:59", {"working_hours": 1}, []),
        ("2028-01-01T00:00", {"working_hours": 1}, []),
        ("2027-12-31T17:00", {"working_hours": 1}, []),
        ("2027-12-31T17:00", {"same_day": True}, ["2027-12-31T17:00/2029-01-01T00:00"]),
        ("2027-12-31T18:00", {"same_day": True}, []),
        ("2027-12-31T10:00", {"working_days_civil": 1}, []),
        ("2027-12-30T10:00", {"calendar_days": 2}, []),
        ("2027-12-30T10:00", {"working_days_civil": 1}, ["2027-12-31T10:00/2029-01-01T00:00"]),
        ("2027-12-30T10:00", {"calendar_days": 1}, ["2027-12-31T10:00/2029-01-01T00:00"]),
        ("2027-12-30T10:00", {"working_days": 1}, ["2027-12-31T08:00/2029-01-01T00:00"]),
        ("2027-12-31T10:00", {"working_days": 9}, ["2028-01-01T08:00/"]),
        ("2027-12-31T10:00", {"working_days_civil": 9}, ["2028-01-01T08:00/"]),
        ("2027-12-31T10:00", {"calendar_days": 9}, ["2028-01-01T18:00/"]),
        ("2017-12-31T10:00", {"working_days": 10**30}, []),
        ("2017-12-31T10:00", {"working_days_civil": 10**9}, []),
        ("2017-12-31T10:00", {"calendar_days": 10**9}, []),
    ],
)
def test_without_data_there_is_no_answer(
    received: str, allowance: dict[str, object], pauses: list[str]
) -> None:
    stops = [pause(start, end or None) for start, end in (p.split("/") for p in pauses)]

    with pytest.raises(ClockError) as refused:
        due(received, allowance, *stops)

    assert refused.value.code == "no_calendar"


def test_a_calendar_without_end_answers_for_any_year() -> None:
    far = due_at(PLAIN, Allowance("working_days", 4000), at("2090-01-02T10:00"))
    early = due_at(PLAIN, Allowance("working_days", 1), at("1999-01-04T10:00"))

    assert far.due_at == at("2105-05-04T10:00")
    assert early.due_at == at("1999-01-05T10:00")


@pytest.mark.parametrize("received", ["2999-12-30T10:00", "9999-12-30T10:00"])
def test_a_calendar_without_end_is_held_to_end_with_the_millennium(received: str) -> None:
    with pytest.raises(ClockError):
        due_at(PLAIN, Allowance("working_days", 10), at(received))


def test_questions_far_apart_are_answered_in_any_order() -> None:
    office = Calendar("far", PLAIN.sessions, off={}, work={})
    term = Allowance("working_days", 1)

    answers = [
        due_at(office, term, at(f"{year}-06-01T10:00")).due_at
        for year in (2017, 2917, 2018, 2016, 2019, 1916)
    ]

    assert [f"{found:%Y-%m-%d}" for found in answers if found] == [
        "2017-06-02",
        "2917-06-02",
        "2018-06-04",
        "2016-06-02",
        "2019-06-03",
        "1916-06-02",
    ]


@pytest.mark.parametrize("kind", ["working_days", "working_days_civil", "calendar_days"])
def test_a_long_pause_lays_out_as_many_days_as_it_takes(kind: str) -> None:
    years = Pause(at("2017-03-06T12:00"), at("2047-03-04T07:00"))
    office = Calendar("long", PLAIN.sessions, off={}, work={})

    found = due_at(office, Allowance(kind, 1), at("2017-03-06T07:30"), [years]).due_at

    assert found
    assert found.date() == date(2047, 3, 4)


def test_a_same_day_paused_for_years_is_due_when_they_are_over() -> None:
    office = Calendar("long", PLAIN.sessions, off={}, work={})
    years = Pause(at("2017-03-06T12:00"), at("2047-03-04T07:00"))

    found = due_at(office, Allowance("same_day"), at("2017-03-06T10:00"), [years])

    assert found.due_at == at("2047-03-04T17:30")


def test_a_pause_far_behind_the_due_time_needs_no_data() -> None:
    later = pause("2060-01-01T00:00", "2061-01-01T00:00")

    assert due("2017-03-06T10:00", {"working_days": 1}, later) == "2017-03-07T10:00"
    assert due("2017-03-06T10:00", {"calendar_days": 1}, later) == "2017-03-07T17:30"


@pytest.mark.parametrize(
    "week",
    [
        (HOURS,) * 6,
        ((),) * 7,
        (((810, 1050), (450, 690)), *((HOURS,) * 6)),
        (((450, 690), (680, 1050)), *((HOURS,) * 6)),
        (((450, 450),), *((HOURS,) * 6)),
        (((450, 1440),), *((HOURS,) * 6)),
    ],
)
def test_a_week_of_disorderly_sessions_is_refused(week: tuple[object, ...]) -> None:
    with pytest.raises(ClockError) as refused:
        Calendar("x", week, off={}, work={})  # type: ignore[arg-type]

    assert refused.value.code == "bad_calendar"


def test_the_error_of_the_clock_travels_between_processes() -> None:
    error = pickle.loads(pickle.dumps(ClockError("code", "message")))  # noqa: S301

    assert (error.code, error.message, str(error)) == ("code", "message", "message")


def test_the_office_is_open_in_its_sessions_only() -> None:
    assert is_open(OFFICE, at("2017-03-06T07:30"))
    assert not is_open(OFFICE, at("2017-03-06T11:30"))
    assert not is_open(OFFICE, at("2017-03-05T09:00"))


def test_the_next_opening_is_now_when_it_is_open() -> None:
    assert next_opening(OFFICE, at("2017-03-06T09:12")) == at("2017-03-06T09:12")
    assert next_opening(OFFICE, at("2017-03-06T11:30")) == at("2017-03-06T13:30")
    assert next_opening(OFFICE, at("2017-01-25T18:00")) == at("2017-02-02T07:30")
    with pytest.raises(ClockError):
        next_opening(OFFICE, at("2027-12-31T17:30"))

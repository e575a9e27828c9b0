"""Single rules of the clock, each in the words of the contract."""

import pickle
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.core.clock import (
    VN,
    Allowance,
    AllowanceKind,
    Calendar,
    ClockError,
    Due,
    Note,
    Pause,
    add_working_minutes,
    close_of_day,
    deadline,
    due_at,
    is_open,
    is_working_day,
    national_calendar,
    next_opening,
    open_of_day,
    working_minutes,
)

OFFICE = national_calendar()
HOURS = ((450, 690), (810, 1050))
PLAIN = Calendar("plain", (HOURS,) * 5 + ((), ()), off={}, work={})

moments = st.datetimes(datetime(2015, 1, 5), datetime(2026, 6, 1)).map(
    lambda at: at.replace(tzinfo=VN)
)
minutes = st.integers(1, 40 * 480)
terms = st.one_of(
    st.builds(Allowance, st.just("working_days"), st.integers(1, 40)),
    st.builds(Allowance, st.just("working_hours"), st.integers(1, 99)),
    st.builds(Allowance, st.just("working_days_civil"), st.integers(1, 40)),
    st.builds(Allowance, st.just("calendar_days"), st.integers(1, 60)),
    st.just(Allowance("same_day")),
)


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


def shifted(moment: datetime, days: int) -> datetime:
    return moment + timedelta(days=days)


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


def test_a_pause_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ClockError, match="ends before it starts"):
        due("2017-03-06T10:00", {"working_days": 1}, pause("2017-03-07T10:00", "2017-03-06T10:00"))


def test_moments_of_other_zones_are_converted_and_naive_ones_refused() -> None:
    term = Allowance("working_hours", 1)

    found = due_at(OFFICE, term, datetime(2017, 3, 6, 1, 0, tzinfo=UTC))

    assert found.due_at == at("2017-03-06T09:00")
    with pytest.raises(ClockError, match="time zone"):
        due_at(OFFICE, term, datetime(2017, 3, 6, 1, 0))


@pytest.mark.parametrize(
    "given",
    [
        {},
        [],
        None,
        {"working_days": 1, "same_day": True},
        {"weeks": 1},
        {"working_days": 0},
        {"working_days": -1},
        {"working_days": 0.001},
        {"working_hours": 0.01},
        {"working_days": True},
        {"working_days": "5"},
        {"working_days": None},
        {"working_days": float("nan")},
        {"working_days": float("inf")},
        {"working_days_civil": 0.5},
        {"calendar_days": 1.5},
        {"same_day": False},
        {"same_day": 1},
    ],
)
def test_an_allowance_is_exactly_one_kind_with_a_sound_number(given: object) -> None:
    with pytest.raises(ClockError) as refused:
        Allowance.from_json(given)

    assert refused.value.code == "bad_allowance"


@pytest.mark.parametrize(
    "given",
    [
        {"working_days": 15},
        {"working_days": 0.5},
        {"working_hours": 0.1},
        {"working_days_civil": 3},
        {"calendar_days": 30},
        {"same_day": True},
    ],
)
def test_an_allowance_comes_back_from_json_as_it_went(given: dict[str, object]) -> None:
    assert Allowance.from_json(given).to_json() == given


def test_allowances_of_equal_kind_and_amount_are_equal() -> None:
    assert Allowance(AllowanceKind.WORKING_DAYS, Decimal("1.50")) == Allowance("working_days", 1.5)
    assert Allowance("calendar_days", 5.0).units == 5
    with pytest.raises(ClockError, match="takes no number"):
        Allowance("same_day", 2)


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


@given(start=moments, first=minutes, second=minutes)
def test_two_steps_in_a_row_end_when_one_step_of_their_sum_would(
    start: datetime, first: int, second: int
) -> None:
    handover = add_working_minutes(OFFICE, start, first)

    assert handover
    together = add_working_minutes(OFFICE, start, first + second)
    assert add_working_minutes(OFFICE, handover, second) == together


@given(start=moments, budget=minutes)
def test_a_budget_is_what_was_worked_until_it_is_due(start: datetime, budget: int) -> None:
    end = add_working_minutes(OFFICE, start, budget)

    assert end
    assert working_minutes(OFFICE, start, end) == budget


@given(earlier=moments, wait=st.integers(0, 20_000), term=terms)
def test_whoever_comes_later_is_not_served_earlier(
    earlier: datetime, wait: int, term: Allowance
) -> None:
    later = earlier + timedelta(minutes=wait)

    assert _due(term, earlier) <= _due(term, later)


@given(start=moments, term=terms, begins=st.integers(-3, 9), length=st.integers(0, 20_000))
def test_a_pause_never_brings_the_due_time_forward(
    start: datetime, term: Allowance, begins: int, length: int
) -> None:
    begin = shifted(start, begins)
    stop = Pause(begin, begin + timedelta(minutes=length))

    assert _due(term, start, stop) >= _due(term, start)


@given(start=moments, term=terms, cut=st.integers(1, 9_999))
def test_a_pause_in_two_parts_is_one_pause(start: datetime, term: Allowance, cut: int) -> None:
    begin, end = shifted(start, 1), shifted(start, 8)
    middle = begin + timedelta(minutes=cut)

    parts = _due(term, start, Pause(middle, end), Pause(begin, middle))

    assert parts == _due(term, start, Pause(begin, end))


@given(start=moments, term=terms)
def test_the_way_leads_from_receipt_to_due(start: datetime, term: Allowance) -> None:
    found = deadline(OFFICE, term, start, [Pause(shifted(start, 1), shifted(start, 2), "x")])

    assert found.stretches[0].start == start.replace(second=0, microsecond=0)
    assert found.stretches[-1].end == found.due_at


def _due(term: Allowance, start: datetime, *pauses: Pause) -> datetime:
    found = due_at(OFFICE, term, start, pauses).due_at
    assert found
    return found

"""Calendars as JSON."""

import json
from datetime import date

import pytest

from motcua.core.clock import (
    Calendar,
    ClockError,
    Note,
    calendar_from_json,
    calendar_to_json,
    national_calendar,
)


def same(one: Calendar, other: Calendar) -> bool:
    def told(calendar: Calendar) -> tuple[object, ...]:
        return (
            calendar.sessions,
            calendar.off,
            calendar.work,
            calendar.starts_on,
            calendar.confirmed_until,
            calendar.ends_on,
            calendar.source,
        )

    return told(one) == told(other)


def test_a_calendar_comes_back_from_json_as_it_went() -> None:
    country = national_calendar()

    back = calendar_from_json(json.loads(json.dumps(calendar_to_json(country))), country.edition)

    assert same(back, country)
    assert back.edition == country.edition


def test_an_empty_calendar_is_the_national_one() -> None:
    assert same(calendar_from_json({}), national_calendar())


def test_days_may_carry_their_reason_and_source() -> None:
    told = {"day": "2017-04-26", "reason": "nghỉ của phường", "source": "QĐ 1"}

    calendar = calendar_from_json({"off": [told, "2017-04-27"], "source": "QĐ 2"}, "bim-son.1")

    assert calendar.off == {
        date(2017, 4, 26): Note("nghỉ của phường", "QĐ 1"),
        date(2017, 4, 27): Note("ngày nghỉ theo lịch của đơn vị", "QĐ 2"),
    }
    assert calendar.ends_on.year == 2999
    assert calendar.work == national_calendar().work


def test_a_day_without_sessions_is_a_weekend_only_at_the_weekend() -> None:
    calendar = calendar_from_json({"sessions": {"mon": [["08:00", "10:00"]]}, "off": []})
    tuesday, sunday = date(2017, 3, 7).toordinal(), date(2017, 3, 12).toordinal()

    assert calendar.note_of(tuesday).reason == "không phải ngày làm việc"
    assert calendar.note_of(sunday).reason == "cuối tuần"


def test_a_calendar_that_is_no_object_is_refused() -> None:
    with pytest.raises(ClockError):
        calendar_from_json("mon-fri")

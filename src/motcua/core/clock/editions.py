"""Calendars as JSON: the form in which cases give them and offices keep their editions."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from motcua.core.clock.calendar import Calendar, Note
from motcua.core.clock.errors import ClockError
from motcua.core.clock.moments import ENDLESS
from motcua.core.clock.national import WEEKDAYS, national_calendar
from motcua.core.clock.timeline import Sessions

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])(?::[0-5][0-9](?:\.[0-9]+)?)?")
_KEYS = {"sessions", "off", "work", "source", "starts_on", "confirmed_until", "ends_on"}

OFF_REASON = "ngày nghỉ theo lịch của đơn vị"
WORK_REASON = "ngày làm bù theo lịch của đơn vị"
OWN_SOURCE = "lịch của đơn vị"


def calendar_to_json(calendar: Calendar) -> dict[str, Any]:
    """All of it but its edition, so that `calendar_from_json` gives the same calendar again."""
    week = zip(WEEKDAYS, calendar.sessions, strict=True)
    return {
        "sessions": {day: [[_hhmm(a), _hhmm(b)] for a, b in sessions] for day, sessions in week},
        "off": _notes_to_json(calendar.off),
        "work": _notes_to_json(calendar.work),
        "source": calendar.source,
        "starts_on": calendar.starts_on.isoformat(),
        "confirmed_until": calendar.confirmed_until.isoformat(),
        "ends_on": calendar.ends_on.isoformat(),
    }


def calendar_from_json(value: object, edition: str = "") -> Calendar:
    """A key present replaces the national calendar's whole, an absent one inherits.

    `off` and `work` hold days, or objects with `day`, `reason`, `source`. A calendar that gives
    `off` is confirmed without end unless it says otherwise. Raises ClockError.
    """
    if not isinstance(value, dict):
        raise _bad("a calendar must be an object")
    unknown = sorted(str(key) for key in value if key not in _KEYS)
    if unknown:
        raise _bad(f"unknown part of a calendar: {unknown[0]}")
    country = national_calendar()
    own_days_off = "off" in value

    def day(key: str, inherited: date, endless: date) -> date:
        return parse_day(value[key]) if key in value else endless if own_days_off else inherited

    own_source = str(value.get("source", OWN_SOURCE))
    return Calendar(
        edition=edition,
        sessions=_week(value["sessions"]) if "sessions" in value else country.sessions,
        off=_notes(value["off"], OFF_REASON, own_source) if own_days_off else country.off,
        work=_notes(value["work"], WORK_REASON, own_source) if "work" in value else country.work,
        starts_on=day("starts_on", country.starts_on, date.min),
        confirmed_until=day("confirmed_until", country.confirmed_until, ENDLESS),
        ends_on=day("ends_on", country.ends_on, ENDLESS),
        source=own_source if "sessions" in value else country.source,
    )


def parse_day(value: object) -> date:
    """`2017-01-26`; raises ClockError."""
    if not isinstance(value, str) or _DAY.fullmatch(value) is None:
        raise _bad("a day must be written YYYY-MM-DD")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise _bad(f"no such day: {value}") from None


def parse_time(value: object) -> int:
    """`15:00` as a minute of the day, seconds cut; raises ClockError."""
    match = _TIME.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise _bad("a time must be written HH:MM")
    return int(match[1]) * 60 + int(match[2])


def _week(value: object) -> tuple[Sessions, ...]:
    if not isinstance(value, dict):
        raise _bad("sessions must be an object of weekdays")
    unknown = sorted(str(key) for key in value if key not in WEEKDAYS)
    if unknown:
        raise _bad(f"unknown weekday: {unknown[0]}")
    return tuple(_sessions(value.get(weekday, [])) for weekday in WEEKDAYS)


def _sessions(value: object) -> Sessions:
    if not isinstance(value, list):
        raise _bad("the sessions of a weekday must be a list")
    return tuple(_session(item) for item in value)


def _session(value: object) -> tuple[int, int]:
    if not isinstance(value, list) or len(value) != 2:
        raise _bad("a session must be a list of two times")
    return parse_time(value[0]), parse_time(value[1])


def _notes(value: object, reason: str, source: str) -> dict[date, Note]:
    if not isinstance(value, list):
        raise _bad("days off and days of work must be lists")
    notes: dict[date, Note] = {}
    for item in value:
        told = item if isinstance(item, dict) else {"day": item}
        note = Note(str(told.get("reason", reason)), str(told.get("source", source)))
        notes[parse_day(told.get("day"))] = note
    return notes


def _notes_to_json(notes: Mapping[date, Note]) -> list[dict[str, str]]:
    return [
        {"day": day.isoformat(), "reason": note.reason, "source": note.source}
        for day, note in sorted(notes.items())
    ]


def _hhmm(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _bad(message: str) -> ClockError:
    return ClockError("bad_calendar", message)

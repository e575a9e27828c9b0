"""The calendar of the whole country, from the files in `data/`.

Each row carries its source and a mark: V was read in a public text, M is to be confirmed against
the gazette. Which days are confirmed and which are expected stands in `coverage.csv`.
"""

import csv
import hashlib
from collections.abc import Mapping
from datetime import date, time
from functools import cache
from importlib import resources

from motcua.core.clock.calendar import Calendar, Note
from motcua.core.clock.moments import minute_of_day
from motcua.core.clock.timeline import Sessions

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_FILES = ("coverage.csv", "days_off.csv", "days_worked.csv", "sessions.csv")


@cache
def national_calendar() -> Calendar:
    """Read once per process, about 10 ms; laid out whole, so that every question is fast."""
    texts = [_text(name) for name in _FILES]
    coverage, off, work, sessions = ([*csv.DictReader(text.splitlines())] for text in texts)
    confirmed = [row for row in coverage if row["status"] == "confirmed"]
    calendar = Calendar(
        edition="vn-" + hashlib.sha256("\0".join(texts).encode()).hexdigest()[:12],
        sessions=tuple(_sessions(sessions, weekday) for weekday in WEEKDAYS),
        off=_notes(off),
        work=_notes(work),
        starts_on=min(date.fromisoformat(row["from"]) for row in coverage),
        confirmed_until=max(date.fromisoformat(row["until"]) for row in confirmed),
        ends_on=max(date.fromisoformat(row["until"]) for row in coverage),
        source=sessions[0]["source"],
    )
    calendar.laid_out(calendar.starts_on.toordinal(), calendar.ends_on.toordinal())
    return calendar


@cache
def national_marks() -> Mapping[date, str]:
    """How far the shipped row of each day off or of work was read: V in a public text, M not yet
    against the gazette."""
    rows = (csv.DictReader(_text(name).splitlines()) for name in _FILES[1:3])
    return {date.fromisoformat(row["day"]): row["mark"] for file in rows for row in file}


def _text(name: str) -> str:
    return (resources.files(__package__) / "data" / name).read_text(encoding="utf-8")


def _notes(rows: list[dict[str, str]]) -> dict[date, Note]:
    return {date.fromisoformat(row["day"]): Note(row["reason"], row["source"]) for row in rows}


def _sessions(rows: list[dict[str, str]], weekday: str) -> Sessions:
    return tuple(
        (_minute(row["opens"]), _minute(row["closes"])) for row in rows if row["weekday"] == weekday
    )


def _minute(text: str) -> int:
    return minute_of_day(time.fromisoformat(text))

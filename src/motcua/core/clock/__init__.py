"""The clock: when a term ends under the law, and why. Pure; it never reads the time."""

from motcua.core.clock.allowance import WORKING_DAY, Allowance, AllowanceKind
from motcua.core.clock.calendar import Calendar, Note
from motcua.core.clock.deadline import (
    Deadline,
    Due,
    Stretch,
    add_working_minutes,
    close_of_day,
    deadline,
    due_at,
    is_open,
    is_working_day,
    next_opening,
    open_of_day,
    working_minutes,
)
from motcua.core.clock.editions import calendar_from_json, calendar_to_json
from motcua.core.clock.errors import ClockError
from motcua.core.clock.moments import VN
from motcua.core.clock.national import national_calendar, national_marks
from motcua.core.clock.stops import Pause
from motcua.core.clock.words import allowance_words, duration_words, left_words
from motcua.core.clock.years import (
    YearDays,
    first_difference,
    granted_in,
    lines_of,
    with_year,
    year_faults,
    year_of,
)

__all__ = [
    "VN",
    "WORKING_DAY",
    "Allowance",
    "AllowanceKind",
    "Calendar",
    "ClockError",
    "Deadline",
    "Due",
    "Note",
    "Pause",
    "Stretch",
    "YearDays",
    "add_working_minutes",
    "allowance_words",
    "calendar_from_json",
    "calendar_to_json",
    "close_of_day",
    "deadline",
    "due_at",
    "duration_words",
    "first_difference",
    "granted_in",
    "is_open",
    "is_working_day",
    "left_words",
    "lines_of",
    "national_calendar",
    "national_marks",
    "next_opening",
    "open_of_day",
    "with_year",
    "working_minutes",
    "year_faults",
    "year_of",
]

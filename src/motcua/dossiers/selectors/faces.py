"""The closing door: what is left of a time, and which of the six faces the clock wears."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from motcua.core.clock import VN, Calendar, left_words, working_minutes

FaceName = Literal["wide", "half", "near", "late", "paused", "done"]
WORKING_DAY_MINUTES = 8 * 60


@dataclass(frozen=True, slots=True)
class Face:
    """One clock as it is shown. `minutes` is working time left, negative when late, else None."""

    state: FaceName
    words: str
    minutes: int | None = None


def running(calendar: Calendar, due_at: datetime, at: datetime, budget_minutes: int | None) -> Face:
    """The face of a time that runs towards `due_at`, judged to the minute at `at`.

    Half open once half of `budget_minutes` is used (never, when unknown); nearly shut within one
    working day of 8 hours; shut after `due_at`. A due time equal to `at` has not passed.
    """
    due, now = _minute(due_at), _minute(at)
    if now > due:
        late = working_minutes(calendar, due, now)
        return Face("late", left_words(-late), -late)
    left = working_minutes(calendar, now, due)
    if left <= WORKING_DAY_MINUTES:
        return Face("near", left_words(left), left)
    half = budget_minutes is not None and 2 * left <= budget_minutes
    return Face("half" if half else "wide", left_words(left), left)


def paused(why: str) -> Face:
    """The barred door: the clock stands still."""
    return Face("paused", f"tạm dừng, {why}" if why else "tạm dừng")


def done(calendar: Calendar, due_at: datetime | None, finished_at: datetime) -> Face:
    """The ticked door: how the result came in against its due time."""
    if due_at is None or _minute(finished_at) <= _minute(due_at):
        early = (
            0
            if due_at is None
            else working_minutes(calendar, _minute(finished_at), _minute(due_at))
        )
        days = early // WORKING_DAY_MINUTES
        return Face("done", f"xong sớm {days} ngày" if days else "xong đúng hạn", None)
    late = working_minutes(calendar, _minute(due_at), _minute(finished_at))
    return Face("late", f"xong, {left_words(-late)}", -late)


def _minute(moment: datetime) -> datetime:
    return moment.astimezone(VN).replace(second=0, microsecond=0)

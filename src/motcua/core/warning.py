"""Warnings before it is late: which share of a time is used up, and whom that concerns. Pure.

All shares are of working time, judged to the minute.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua.core.clock import VN, Calendar, Pause, working_minutes

THRESHOLDS = (50, 80, 100)
"""Per cent of a step's budget, and of the whole dossier's time."""


class Rank(StrEnum):
    """Whom a warning is for: who holds the step, who heads the department, who heads the office."""

    HOLDER = "holder"
    HEAD = "head"
    CHAIR = "chair"


class Of(StrEnum):
    """What a warning speaks of: a step's budget, the whole dossier's time, a hand-over that nobody
    received, what was sent in and is to be looked at."""

    STEP = "step"
    WHOLE = "whole"
    UNTAKEN = "untaken"
    CHECK = "check"


_RANKS = {
    50: (Rank.HOLDER,),
    80: (Rank.HOLDER, Rank.HEAD),
    100: (Rank.HOLDER, Rank.HEAD, Rank.CHAIR),
}


@dataclass(frozen=True, slots=True)
class Running:
    """A time that runs from `began_at` towards `due_at`; None while a pause keeps it from being
    reached. The pauses are those of the dossier, also before it began."""

    began_at: datetime
    due_at: datetime | None
    pauses: Sequence[Pause] = ()


def reached(calendar: Calendar, time: Running, at: datetime) -> int:
    """The highest of `THRESHOLDS` that is reached at `at`; 0 for none, and while the clock stands.

    The last one is reached at the due time itself, though nothing is late yet; never before it,
    also where no working minute is left until then. Raises ClockError where the calendar has no
    data.
    """
    due = time.due_at
    if due is None or _paused(time.pauses, at):
        return 0
    now = _minute(at)
    if now >= _minute(due):
        return THRESHOLDS[-1]
    spent = working_minutes(calendar, time.began_at, now, time.pauses)
    left = working_minutes(calendar, now, due)
    if spent <= 0:
        return 0
    below = [share for share in THRESHOLDS[:-1] if 100 * spent >= share * (spent + left)]
    return max(below, default=0)


def concerned(threshold: int) -> Sequence[Rank]:
    """Who is warned at a threshold: the holder, from 80 % on the head as well, at 100 % the chair.
    Nobody below the first."""
    return _RANKS.get(threshold, ())


def _paused(pauses: Sequence[Pause], at: datetime) -> bool:
    now = _minute(at)
    return any(
        _minute(pause.start) <= now and (pause.end is None or now < _minute(pause.end))
        for pause in pauses
    )


def _minute(moment: datetime) -> datetime:
    return moment.astimezone(VN).replace(second=0, microsecond=0)

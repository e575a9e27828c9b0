"""Moments as whole minutes: the grain in which the clock counts.

A minute number is `ordinal day * 1440 + minute of the day` in civil time of Việt Nam, which has
had one offset and no summer time since 1975, so that lengths are differences.
"""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from motcua.core.clock.errors import ClockError

VN: Final = ZoneInfo("Asia/Ho_Chi_Minh")
DAY: Final = 1440
# Calendars without end are laid out up to here: what lies beyond is a slip of the pen, and laying
# out eight thousand years would take seconds.
ENDLESS: Final = date(2999, 12, 31)
LAST_DAY: Final = ENDLESS.toordinal()

_DAY_ONE = datetime(1, 1, 1, tzinfo=VN)


def minute_of(moment: datetime) -> int:
    """Seconds are cut. Raises ClockError for a moment without a time zone."""
    if moment.tzinfo is not VN:
        if moment.tzinfo is None:
            raise ClockError("naive_moment", "a moment needs a time zone")
        moment = moment.astimezone(VN)
    return moment.toordinal() * DAY + moment.hour * 60 + moment.minute


def moment_of(minute: int) -> datetime:
    """The aware moment in Asia/Ho_Chi_Minh."""
    return _DAY_ONE + timedelta(minutes=minute - DAY)


def minute_of_day(clock_time: time) -> int:
    """Seconds are cut."""
    return clock_time.hour * 60 + clock_time.minute

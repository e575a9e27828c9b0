"""When a desk hands on what it took in: the same day, or at the next opening.

Source: NĐ 61/2018/NĐ-CP, on passing a dossier to the handling body [M]; the hour is data.
"""

from datetime import datetime, time, timedelta

from motcua.core.clock import VN, Calendar, close_of_day, is_working_day, next_opening


def leaves_by(calendar: Calendar, came_at: datetime, latest: time) -> datetime:
    """By when what came to the desk at `came_at` is handed on.

    Before the hour `latest` of a working day: by its close; otherwise at the next day's opening.
    Judged to the minute. Raises ClockError past the calendar's data.
    """
    came = came_at.astimezone(VN).replace(second=0, microsecond=0)
    if is_working_day(calendar, came.date()) and came.time() < latest:
        return max(close_of_day(calendar, came.date()), came)
    following = datetime.combine(came.date() + timedelta(days=1), time(), VN)
    return next_opening(calendar, following)

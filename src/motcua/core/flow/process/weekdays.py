"""On which weekdays a process that fits by the measure does not fit by the clock. Pure.

The measure takes days of the calendar from a Monday; received on another day, the same number of
days may hold fewer working ones.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from motcua.core.clock import VN, Calendar
from motcua.core.flow.process.trying import tried
from motcua.core.flow.route import Route

MONDAY: Final = datetime(2018, 1, 1, tzinfo=VN)
NAMES: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu")
_EIGHT: Final = ((8 * 60, 12 * 60), (13 * 60, 17 * 60))
_CLOSE: Final = timedelta(hours=17)
_PLAIN: Final = Calendar("", (*(_EIGHT for _ in NAMES), (), ()), off={}, work={})
"""Five days of eight hours and no day off, as the measure has them."""


def tight_weekdays(process: Mapping[str, Any]) -> Sequence[int]:
    """The weekdays (0: Monday) on which a dossier received at closing time is not done in time
    when every step takes all of its budget. `process` has no fault but warnings.

    Only days of the calendar can differ by weekday: else none, without looking.
    """
    waits = any(step.get("wait") for step in process["steps"])
    if not waits and "calendar_days" not in process["allowance"]:
        return ()
    bare = {"name": "", "position": ""}
    route = Route.from_json({**process, "steps": [{**bare, **one} for one in process["steps"]]})
    return [
        day
        for day in range(len(NAMES))
        if not tried(route, _PLAIN, MONDAY + timedelta(days=day) + _CLOSE, route.allowance).in_time
    ]


def weekday_words(process: Mapping[str, Any]) -> str:
    """The warning in one sentence; empty when there is nothing to warn of."""
    tight = [NAMES[day] for day in tight_weekdays(process)]
    if not tight:
        return ""
    listed = ", ".join(tight)
    return (
        f"Nhận cuối giờ {listed} thì các bước vượt thời hạn, vì ngày theo lịch gặp cuối tuần. "
        "Vẫn ban hành được; nên bớt thời gian một bước."
    )

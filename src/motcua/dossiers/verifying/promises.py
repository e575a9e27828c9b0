"""Due times again: each event that set one is recomputed under the calendar it names."""

from motcua.catalogue.selectors import VersionRow
from motcua.core.clock import ClockError
from motcua.core.flow import Event, State, promised
from motcua.core.flow.deciding.arriving import check_by
from motcua.core.flow.events import Submitted
from motcua.core.refusal import Refused
from motcua.organization.selectors import calendar_by_edition


def wrong_promise(event: Event, after: State, version: VersionRow) -> str | None:
    """What is wrong with the due time `event` set, or None.

    A due time that came from a register is a fact: only what pauses made of it is computed.
    """
    if "due_at" not in event.payload():
        return None
    if isinstance(event, Submitted):
        return _wrong_check(event)
    if after.clock_from is None:
        return None
    try:
        calendar = calendar_by_edition(after.calendar)
        computed = promised(after, calendar, version.allowance, version.cutoff)
    except (ClockError, Refused) as error:
        return f"không tính lại được hạn trả ({error})"
    if computed.due_at != after.due_at:
        return "hạn trả khác kết quả tính lại theo lịch của nó"
    return None


def _wrong_check(event: Submitted) -> str | None:
    """What is wrong with the moment by which what was sent in is looked at."""
    try:
        computed = check_by(calendar_by_edition(event.calendar), event.at)
    except (ClockError, Refused) as error:
        return f"không tính lại được hạn kiểm tra ({error})"
    return None if computed.due_at == event.due_at else "hạn kiểm tra khác kết quả tính lại"

"""Why a due time is what it is: stretches without gaps from the real receipt to the due time."""

from functools import lru_cache
from typing import NamedTuple

from motcua.core.clock.allowance import AllowanceKind
from motcua.core.clock.calendar import FREE_TIME, WORKING_TIME, Calendar, Note
from motcua.core.clock.counting import Answer, Term
from motcua.core.clock.moments import DAY
from motcua.core.clock.stops import Stop, stop_at
from motcua.core.clock.timeline import Sessions

Pieces = tuple[tuple[int, int, bool, Note], ...]

RECEIPT_DAY = Note("ngày tiếp nhận, không tính", "Bộ luật Dân sự 2015, điều 147")
MOVED_ON = Note(
    "ngày cuối của thời hạn không phải ngày làm việc, tính đến hết ngày làm việc tiếp theo",
    "Bộ luật Dân sự 2015, điều 148",
)
CALENDAR_DAY = Note("ngày theo lịch", "Bộ luật Dân sự 2015, điều 147")
WORKING_DAY = "ngày làm việc"
AFTER_HOURS = Note("nhận ngoài giờ, tính sang ngày làm việc tiếp theo", "thời hạn trong ngày")
STOP_SOURCE = "giấy tờ tạm dừng trong hồ sơ"
CUTOFF_SOURCE = "giờ chốt tiếp nhận trong ngày"


class Span(NamedTuple):
    """A stretch in minute numbers; `end` is None for an open pause."""

    start: int
    end: int | None
    counted: bool
    reason: str
    source: str


def explain(term: Term, found: Answer) -> list[Span]:
    """The way from receipt to due. Counted minutes (or days) add up to the allowance."""
    still = term.stops[-1] if found.due is None else None
    limit = found.due or max(term.received, term.stops[-1].start)
    if limit == term.received:
        way = []
    elif term.allowance.counts_minutes:
        way = _by_minutes(term, found.begin, limit)
    else:
        way = _by_days(term, found, limit)
    if still is not None:
        way.append(Span(limit, None, False, *_stop_note(still)))
    return way


def _by_minutes(term: Term, begin: int, limit: int) -> list[Span]:
    way: list[Span] = []
    cursor = term.received
    for stop in term.stops:
        if stop.end is None or stop.end <= cursor or stop.start >= limit:
            continue
        start = max(stop.start, cursor)
        _walk(way, term, begin, cursor, start)
        way.append(Span(start, stop.end, False, *_stop_note(stop)))
        cursor = stop.end
    _walk(way, term, begin, cursor, limit)
    return way


def _walk(way: list[Span], term: Term, begin: int, start: int, end: int) -> None:
    """Adds what the calendar says of `[start, end)`; neighbours that say the same become one.

    `begin` is the opening of a session, so that no piece lies on both sides of it.
    """
    for day in range(start // DAY, -(-end // DAY)):
        midnight = day * DAY
        for opens, closes, working, note in _pieces_of(term.calendar, day):
            first, last = max(start, midnight + opens), min(end, midnight + closes)
            if first >= last:
                continue
            counted = working and first >= begin
            if working and not counted:
                note = _cutoff_note(term.cutoff)
            if way and way[-1][2:] == (counted, *note):
                first = way.pop().start
            way.append(Span(first, last, counted, *note))


def _pieces_of(calendar: Calendar, day: int) -> Pieces:
    return _pieces(calendar.sessions_of(day), calendar.note_of(day), calendar.source)


@lru_cache(maxsize=512)
def _pieces(sessions: Sessions, note: Note, source: str) -> Pieces:
    """A whole day, midnight to midnight: from, to, whether it is working time, why."""
    if not sessions:
        return ((0, DAY, False, note),)
    pieces = []
    cursor = 0
    for opens, closes in sessions:
        pieces += [(cursor, opens, False, Note(FREE_TIME, source)), (opens, closes, True, note)]
        cursor = closes
    return (*pieces, (cursor, DAY, False, Note(FREE_TIME, source)))


def _by_days(term: Term, found: Answer, limit: int) -> list[Span]:
    way: list[Span] = []
    left = term.allowance.units
    for day in range(term.received // DAY, -(-limit // DAY)):
        midnight = day * DAY
        start, end = max(term.received, midnight), min(limit, midnight + DAY)
        if term.allowance.kind is AllowanceKind.SAME_DAY:
            counted, note = _same_day(term, found, day)
        else:
            counted, note = _counted_day(term, found, day, left)
        left -= counted
        way.append(Span(start, end, counted, *note))
    return way


def _same_day(term: Term, found: Answer, day: int) -> tuple[bool, Note]:
    """Only the day it falls due on counts."""
    if found.due == term.calendar.close_of(day):
        return True, _worked(term.calendar, day)
    if day == term.received // DAY < found.begin // DAY:
        return False, _cutoff_note(term.cutoff)
    note = _standing_still(term, day)
    return False, note or AFTER_HOURS


def _counted_day(term: Term, found: Answer, day: int, left: int) -> tuple[bool, Note]:
    """The day of receipt does not count, nor one that is paused at its close."""
    calendar, allowance = term.calendar, term.allowance
    if day <= found.begin // DAY:
        return False, _before_counting(term, found, day)
    standing_still = _standing_still(term, day)
    if allowance.kind is AllowanceKind.CALENDAR_DAYS:
        if left and stop_at(term.stops, calendar.close_of(day)) is None:
            return True, CALENDAR_DAY
        return False, standing_still or MOVED_ON
    if standing_still is not None:
        return False, standing_still
    return True, _worked(calendar, day)


def _before_counting(term: Term, found: Answer, day: int) -> Note:
    if day == found.begin // DAY:
        return RECEIPT_DAY
    if day == term.received // DAY:
        return _cutoff_note(term.cutoff)
    return term.calendar.note_of(day)


def _standing_still(term: Term, day: int) -> Note | None:
    """Why a day cannot count as a working day: a pause at its close, or no sessions."""
    stop = stop_at(term.stops, term.calendar.close_of(day))
    if stop is not None:
        return _stop_note(stop)
    return None if term.calendar.sessions_of(day) else term.calendar.note_of(day)


def _worked(calendar: Calendar, day: int) -> Note:
    note = calendar.note_of(day)
    return note._replace(reason=WORKING_DAY) if note.reason == WORKING_TIME else note


def _stop_note(stop: Stop) -> Note:
    reason = f"tạm dừng: {stop.reason}" if stop.reason else "tạm dừng"
    return Note(reason, stop.source or STOP_SOURCE)


def _cutoff_note(cutoff: int | None) -> Note:
    hour, minute = divmod(cutoff or 0, 60)
    reason = f"nhận từ {hour:02d}:{minute:02d} trở đi, tính từ ngày làm việc tiếp theo"
    return Note(reason, CUTOFF_SOURCE)

"""The period of a report and the moment it is judged at."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from motcua.core.clock import VN
from motcua.core.refusal import Refused


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days, both included, judged at `judged_at`; `over` when that is not before its end."""

    from_on: date
    to_on: date
    judged_at: datetime

    @property
    def from_at(self) -> datetime:
        """The first moment."""
        return datetime.combine(self.from_on, time.min, VN)

    @property
    def to_at(self) -> datetime:
        """The first moment after the last day."""
        return datetime.combine(self.to_on + timedelta(days=1), time.min, VN)

    @property
    def over(self) -> bool:
        """Whether all of it lies before the moment of judging."""
        return self.judged_at >= self.to_at

    @property
    def until(self) -> str:
        """`tính đến …` while the period is not over, else nothing."""
        if self.over:
            return ""
        return f"tính đến {self.judged_at:%H:%M} ngày {self.judged_at:%d/%m/%Y}"

    def before(self) -> "Period":
        """The period before, as many whole months, else as many days, judged at its own end."""
        months = _whole_months(self.from_on, self.to_on)
        if months:
            start = _moved(self.from_on, -months)
        else:
            start = self.from_on - (self.to_on - self.from_on) - timedelta(days=1)
        end = self.from_on - timedelta(days=1)
        return Period(start, end, self.from_at)


def period(from_on: date, to_on: date, now: datetime, as_of: date | None = None) -> Period:
    """The period judged at its end, at the end of `as_of` when given, and never after `now`.

    Raises Refused("period_backwards").
    """
    if to_on < from_on:
        raise Refused("period_backwards", first=from_on, last=to_on)
    last = as_of or to_on
    end = datetime.combine(last + timedelta(days=1), time.min, VN)
    return Period(from_on, to_on, min(end, now.astimezone(VN)))


def _whole_months(first: date, last: date) -> int:
    """How many months lie between the days, from any day of a month to the same day of another; 0
    where they are not whole."""
    following = last + timedelta(days=1)
    months = (following.year - first.year) * 12 + following.month - first.month
    return months if _moved(first, months) == following else 0


def _moved(day: date, months: int) -> date:
    """The same day of another month; its last, where it has no such day."""
    place = day.year * 12 + day.month - 1 + months
    year, month = place // 12, place % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))

"""The period of a report and the moment it is judged at."""

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
            start = _months_back(self.from_on, months)
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
    following = last + timedelta(days=1)
    if first.day != 1 or following.day != 1:
        return 0
    return (following.year - first.year) * 12 + following.month - first.month


def _months_back(first: date, months: int) -> date:
    place = first.year * 12 + first.month - 1 - months
    return date(place // 12, place % 12 + 1, 1)

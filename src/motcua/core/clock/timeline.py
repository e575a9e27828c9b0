"""A stretch of a calendar laid out in arrays, so that counting time is a few bisections."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable

from motcua.core.clock.moments import DAY

Sessions = tuple[tuple[int, int], ...]


class Beyond(Exception):
    """The answer lies past the days laid out; `day` is the ordinal that is needed at least."""

    def __init__(self, day: int) -> None:
        super().__init__(day)
        self.day = day


class Timeline:
    """The working time of the days `first` to `last` (ordinals, inclusive). Never changed.

    `starts`, `ends`: each session's first minute and the minute after its last; `spent`: working
    minutes up to each session's end. `days`, `closes`: each working day and its closing minute.
    """

    __slots__ = ("closes", "days", "end", "ends", "first", "last", "spent", "starts", "total")

    def __init__(self, first: int, last: int, sessions_of: Callable[[int], Sessions]) -> None:
        self.first = first
        self.last = last
        self.end = (last + 1) * DAY
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.spent: list[int] = []
        self.days: list[int] = []
        self.closes: list[int] = []
        total = 0
        for day in range(first, last + 1):
            sessions = sessions_of(day)
            if not sessions:
                continue
            midnight = day * DAY
            for opens, closes in sessions:
                total += closes - opens
                self.starts.append(midnight + opens)
                self.ends.append(midnight + closes)
                self.spent.append(total)
            self.days.append(day)
            self.closes.append(self.ends[-1])
        self.total = total

    def spent_by(self, minute: int) -> int:
        """Working minutes before `minute`; past the last day, all of them."""
        index = bisect_right(self.starts, minute) - 1
        if index < 0:
            return 0
        return self.spent[index] - max(0, self.ends[index] - minute)

    def reached(self, working_minutes: int) -> int:
        """The first minute by which that many (more than zero) have passed. Raises Beyond."""
        if working_minutes > self.total:
            raise Beyond(self.last + 1)
        index = bisect_left(self.spent, working_minutes)
        return self.ends[index] - (self.spent[index] - working_minutes)

    def opening_from(self, minute: int) -> int:
        """`minute` itself when it is working time, else the next opening. Raises Beyond."""
        index = bisect_right(self.ends, minute)
        if index == len(self.ends):
            raise Beyond(self.last + 1)
        return max(minute, self.starts[index])

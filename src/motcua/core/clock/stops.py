"""Pauses, laid side by side so that no minute is taken out twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from motcua.core.clock.errors import ClockError
from motcua.core.clock.moments import minute_of


@dataclass(frozen=True, slots=True)
class Pause:
    """Time in which the clock stands still: `[start, end)`, open while `end` is None.

    `reason` names the document that stopped the clock, `source` the rule that allows it. Pauses
    may overlap and may begin before receipt.
    """

    start: datetime
    end: datetime | None = None
    reason: str = ""
    source: str = ""


class Stop(NamedTuple):
    """A pause in minute numbers."""

    start: int
    end: int | None
    reason: str
    source: str


def stops_of(pauses: Iterable[Pause]) -> list[Stop]:
    """Arranged stops; raises ClockError for a pause that ends before it starts."""
    return arrange(
        Stop(
            minute_of(pause.start),
            None if pause.end is None else minute_of(pause.end),
            pause.reason,
            pause.source,
        )
        for pause in pauses
    )


def arrange(stops: Iterable[Stop]) -> list[Stop]:
    """In order and apart from one another; empty ones gone; the open one, if any, the last.

    Where two overlap, the time goes to the one that began first; an open one takes all from its
    start. Raises ClockError for a stop that ends before it starts.
    """
    ordered = sorted(stops, key=lambda stop: stop.start)
    still = next((stop for stop in ordered if stop.end is None), None)
    apart: list[Stop] = []
    cursor = 0
    for stop in ordered:
        if stop.end is None:
            continue
        if stop.end < stop.start:
            raise ClockError("bad_pause", "a pause ends before it starts")
        start = max(stop.start, cursor)
        end = stop.end if still is None else min(stop.end, still.start)
        if start < end:
            apart.append(stop._replace(start=start, end=end))
            cursor = end
    return apart if still is None else [*apart, still]


def stop_at(stops: Sequence[Stop], minute: int) -> Stop | None:
    """The stop in which that minute lies."""
    for stop in stops:
        if stop.start > minute:
            return None
        if stop.end is None or minute < stop.end:
            return stop
    return None

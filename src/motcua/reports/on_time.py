"""How much of what offices settled was in time, stretch by stretch of a period.

From the tallies where the days are whole half-months, counted else; both give the same.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Sum
from django.db.models.functions import TruncDate

from motcua.core.clock import VN
from motcua.core.movements import SECOND_HALF, SETTLED, Movement, begins_half
from motcua.dossiers.selectors.sights import SETTLED as FIGURE
from motcua.dossiers.selectors.sights import View
from motcua.reports.models import OfficeTally

HALVES_UP_TO = 125
"""Days of a period still cut into half-months: a quarter and a month."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-month or a month, or what of it lies within the period; both days counted."""

    from_on: date
    to_on: date


@dataclass(frozen=True, slots=True)
class Share:
    """What an office settled in a stretch; `late` of them after their due time."""

    settled: int = 0
    late: int = 0

    @property
    def in_time(self) -> int:
        """All that were not late."""
        return self.settled - self.late

    @property
    def per_cent(self) -> float | None:
        """Of what was settled; None of nothing."""
        return 100 * self.in_time / self.settled if self.settled else None


def stretches(from_on: date, to_on: date) -> Sequence[Stretch]:
    """The half-months of a short period, the months of a longer one, cut at its ends."""
    halves = (to_on - from_on).days < HALVES_UP_TO
    found, start = [], from_on
    while start <= to_on:
        end = min(_last_of(start, halves=halves), to_on)
        found.append(Stretch(start, end))
        start = end + timedelta(days=1)
    return found


def _last_of(day: date, *, halves: bool) -> date:
    if halves and day.day < SECOND_HALF:
        return day.replace(day=SECOND_HALF - 1)
    following = (day.replace(day=1) + timedelta(days=31)).replace(day=1)
    return following - timedelta(days=1)


def on_time(view: View, over: Sequence[Stretch]) -> Mapping[int, Sequence[Share]]:
    """By office, a share for each of the stretches; offices that settled nothing are absent.
    One query."""
    moved = _from_tallies(view) if _whole(view) else _from_dossiers(view)
    settled: dict[int, list[int]] = {}
    late: dict[int, list[int]] = {}
    for (office, day, is_late), count in moved.items():
        place = next(n for n, one in enumerate(over) if one.from_on <= day <= one.to_on)
        settled.setdefault(office, [0] * len(over))[place] += count
        late.setdefault(office, [0] * len(over))[place] += count if is_late else 0
    return {
        office: [Share(*pair) for pair in zip(counts, late[office], strict=True)]
        for office, counts in settled.items()
        if any(counts)
    }


def _whole(view: View) -> bool:
    """Whether the days are whole half-months; one that is not over is what of it there is."""
    ended = begins_half(view.to_on + timedelta(days=1))
    return begins_half(view.from_on) and (ended or view.to_on >= view.at.astimezone(VN).date())


_Moved = Mapping[tuple[int, date, bool], int]


def _from_tallies(view: View) -> _Moved:
    rows = (
        OfficeTally.objects.filter(
            office_id__in=view.office_ids, movement__in=SETTLED.values(),
            moved_on__gte=view.from_on, moved_on__lte=view.to_on,
        )
        .order_by()
        .values_list("office_id", "moved_on", "movement")
        .annotate(n=Sum("count"))
    )  # fmt: skip
    found: Counter[tuple[int, date, bool]] = Counter()
    for office, day, movement, n in rows:
        found[office, day, movement == Movement.OVERDUE] += n
    return found


def _from_dossiers(view: View) -> _Moved:
    rows = (
        FIGURE.rows(view)
        .order_by()
        .annotate(day=TruncDate("finished_at", tzinfo=VN))
        .values_list("office_id", "day", "standing")
        .annotate(n=Count("id"))
    )
    found: Counter[tuple[int, date, bool]] = Counter()
    for office, day, standing, n in rows:
        found[office, day, standing == "overdue"] += n
    return found

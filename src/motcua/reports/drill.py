"""The dossiers behind a figure of a report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from motcua.core.tally import Standing
from motcua.dossiers import behind as chosen
from motcua.dossiers.behind import Facts, Stretch, Which
from motcua.dossiers.figures import Figure
from motcua.dossiers.selectors.counted import READ, facts_of, known_facts, line_of
from motcua.dossiers.selectors.counted import Line as Line
from motcua.dossiers.selectors.figure_lists import ReportFigure
from motcua.organization.selectors import OfficeRow, office_by_slug
from motcua.reports.period import Period

PAGE = 100
FIGURES: dict[Figure, Which] = {
    "received": Which(),
    "on_time": Which(standings=chosen.IN_TIME),
    "overdue": Which(standings=chosen.LATE),
}
"""Those of Phụ lục II."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What one figure counts: dossiers of these offices, over a period, as known at a moment (None:
    as they are); `only`: no others than these, by row."""

    office_ids: tuple[int, ...]
    period: Period
    which: Which
    known_at: datetime | None = None
    only: frozenset[int] | None = None

    @property
    def stretch(self) -> Stretch:
        """The period as the dossiers' room speaks of it."""
        return Stretch(self.period.from_at, self.period.to_at, self.period.judged_at)


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a reader of the list asks besides: a standing, a reason; None for any."""

    standing: Standing | None = None
    reason: str | None = None


ANY = Narrowed()


@dataclass(frozen=True, slots=True)
class Opened:
    """One page of the lines of a figure; `count` is the figure itself, or what was narrowed."""

    count: int
    lines: Sequence[Line]
    number: int
    pages: int


@dataclass(frozen=True, slots=True)
class Drill:
    """The lines of one figure; `count` is the figure itself, `lines` at most a hundred of them."""

    office: OfficeRow
    figure: Figure
    count: int
    lines: Sequence[Line]


def behind(office: str, figure: Figure, period: Period, known_at: datetime | None = None) -> Drill:
    """What stands behind `figure` of `office`, as things are or were known. Queries as `opened`.
    Raises Refused("unknown_office")."""
    unit = office_by_slug(office)
    found = opened(Sought((unit.id,), period, FIGURES[figure], known_at))
    return Drill(unit, figure, found.count, found.lines)


def opened(sought: Sought, number: int = 1, to: Narrowed = ANY) -> Opened:
    """Page `number` of what a figure counts, the last one when past it: first what is due first
    where all are late, else what came in last.

    Two queries; as known at a moment, every dossier of the offices is replayed.
    """
    which = narrowed(sought.which, to)
    if which is None:
        return Opened(0, (), 1, 1)
    if sought.known_at is not None:
        found = _sorted(sought, which, sought.known_at)
        count = len(found)
        page, first, pages = _place(count, number)
        rows: Iterable[Facts] = found[first : first + PAGE]
    else:
        there = chosen.behind(sought.office_ids, sought.stretch, which)
        if sought.only is not None:
            there = there.filter(pk__in=sought.only)
        count = there.count()
        page, first, pages = _place(count, number)
        order = ("due_at", "id") if _all_late(which) else ("-received_at", "id")
        rows = map(facts_of, there.order_by(*order)[first : first + PAGE].values_list(*READ))
    return Opened(count, [line_of(row, sought.period.judged_at) for row in rows], page, pages)


def how_many(sought: Sought) -> int:
    """The figure itself, counted anew. One query; as known at a moment, as `opened`."""
    if sought.known_at is not None:
        return len(_sorted(sought, sought.which, sought.known_at))
    there = chosen.behind(sought.office_ids, sought.stretch, sought.which)
    return (there if sought.only is None else there.filter(pk__in=sought.only)).count()


def whole(sought: Sought, to: Narrowed, said: str) -> ReportFigure | None:
    """What `opened` shows by pages, to be taken away whole; None where there is nothing. `said`
    names the figure for whoever looks at the list of exports."""
    which = narrowed(sought.which, to)
    if which is None:
        return None
    return ReportFigure(
        said, sought.office_ids, sought.stretch, which, sought.known_at,
        None if sought.only is None else tuple(sorted(sought.only)),
    )  # fmt: skip


def narrowed(which: Which, to: Narrowed) -> Which | None:
    """`which` and what is asked besides; None where the two exclude each other."""
    if to.standing is not None:
        if which.standings is not None and to.standing not in which.standings:
            return None
        which = replace(which, standings=frozenset({to.standing}))
    if to.reason is not None:
        if which.reason not in (None, to.reason):
            return None
        which = replace(which, reason=to.reason)
    return which


def _sorted(sought: Sought, which: Which, at: datetime) -> Sequence[Facts]:
    found = known_facts(sought.office_ids, sought.stretch, which, at, sought.only)
    if _all_late(which):
        return sorted(found, key=lambda one: (one.due_at or sought.period.judged_at, one.id))
    return sorted(found, key=lambda one: (-one.received_at.timestamp(), one.id))


def _all_late(which: Which) -> bool:
    return which.standings is not None and which.standings <= chosen.LATE


def _place(count: int, number: int) -> tuple[int, int, int]:
    """The page shown, where it begins, and how many there are."""
    pages = max(1, -(-count // PAGE))
    page = min(max(1, number), pages)
    return page, (page - 1) * PAGE, pages

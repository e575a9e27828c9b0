"""The dossiers behind a figure of a report."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from motcua.catalogue import selectors as catalogue
from motcua.core.clock import VN, working_minutes
from motcua.core.flow import State
from motcua.core.movements import NOT_RECEIVED
from motcua.core.tally import Standing, judge
from motcua.dossiers import behind as chosen
from motcua.dossiers.behind import Facts, Promise, Stretch, Which
from motcua.dossiers.figures import Figure
from motcua.dossiers.models.dossier import Stage
from motcua.dossiers.reasons import reason_words
from motcua.dossiers.selectors.faces import WORKING_DAY_MINUTES
from motcua.dossiers.selectors.known import Known, known
from motcua.organization.selectors import OfficeRow, calendar_of, office_by_slug
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
class Line:
    """One dossier behind a figure: no person. `late_minutes`: working minutes over the due time."""

    code: str
    procedure: str
    received_at: datetime
    due_at: datetime | None
    finished_at: datetime | None
    late_minutes: int
    reason: str

    @property
    def late_days(self) -> int:
        """Whole working days over the due time."""
        return self.late_minutes // WORKING_DAY_MINUTES


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


def behind(office: str, figure: Figure, period: Period) -> Drill:
    """What stands behind `figure` of `office`. Two queries. Raises Refused("unknown_office")."""
    unit = office_by_slug(office)
    found = opened(Sought((unit.id,), period, FIGURES[figure]))
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
        found = _known_ones(sought, which, sought.known_at)
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
        rows = map(_facts, there.order_by(*order)[first : first + PAGE].values_list(*_READ))
    return Opened(count, [_line(row, sought.period.judged_at) for row in rows], page, pages)


def how_many(sought: Sought) -> int:
    """The figure itself, counted anew. One query; as known at a moment, as `opened`."""
    if sought.known_at is not None:
        return len(_known_ones(sought, sought.which, sought.known_at))
    there = chosen.behind(sought.office_ids, sought.stretch, sought.which)
    return (there if sought.only is None else there.filter(pk__in=sought.only)).count()


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


_READ = (
    "id", "code", "office_id", "procedure_version_id", "channel", "received_at", "due_at",
    "finished_at", "overdue_reason",
)  # fmt: skip


def _facts(row: tuple[Any, ...]) -> Facts:
    *before, channel, received_at, due_at, finished_at, reason = row
    key, code, office_id, version_id = before
    field = catalogue.version(version_id).field
    return Facts(
        key, code, office_id, version_id, field, channel, received_at, due_at, finished_at, reason,
        entered_late=False,
    )  # fmt: skip


def _known_ones(sought: Sought, which: Which, at: datetime) -> Sequence[Facts]:
    over = sought.stretch
    until = min(over.to_at, max(over.judged_at, over.from_at))
    never = NOT_RECEIVED | {Stage.VOID}
    told = known(sought.office_ids, until, at)
    facts = (_of_known(one) for one in told if one.standing.stage not in never)
    found = [one for one in facts if chosen.counts(one, over, which)]
    if sought.only is not None:
        found = [one for one in found if one.id in sought.only]
    if _all_late(which):
        return sorted(found, key=lambda one: (one.due_at or over.judged_at, one.id))
    return sorted(found, key=lambda one: (-one.received_at.timestamp(), one.id))


def _of_known(one: Known) -> Facts:
    stood = one.standing
    return Facts(
        one.id, one.code, stood.office_id, stood.version_id,
        catalogue.version(stood.version_id).field, stood.channel, stood.received_at, stood.due_at,
        stood.finished_at, one.overdue_reason, one.entered_late, _broken(one.state),
    )  # fmt: skip


def _broken(state: State) -> frozenset[Promise]:
    told = {
        Promise.AGAIN: state.supplements >= 2,
        Promise.GUIDED: state.guided_at is not None,
        Promise.OUTSIDE: state.asked_outside,
    }
    return frozenset(promise for promise, broken in told.items() if broken)


def _all_late(which: Which) -> bool:
    return which.standings is not None and which.standings <= chosen.LATE


def _place(count: int, number: int) -> tuple[int, int, int]:
    """The page shown, where it begins, and how many there are."""
    pages = max(1, -(-count // PAGE))
    page = min(max(1, number), pages)
    return page, (page - 1) * PAGE, pages


def _line(row: Facts, judged_at: datetime) -> Line:
    standing = judge(row.due_at, row.finished_at, judged_at)
    finished = row.finished_at if row.finished_at and standing in chosen.RESOLVED else None
    end = (finished or judged_at).astimezone(VN)
    due = row.due_at.astimezone(VN) if row.due_at else None
    late = working_minutes(calendar_of(row.office_id), due, end) if due and end > due else 0
    return Line(
        code=row.code,
        procedure=catalogue.version(row.version_id).name,
        received_at=row.received_at.astimezone(VN),
        due_at=due,
        finished_at=finished.astimezone(VN) if finished else None,
        late_minutes=late,
        reason=reason_words(row.reason) if row.reason else "",
    )

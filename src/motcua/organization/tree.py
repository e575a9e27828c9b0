"""The tree of offices as this process remembers it: rows as values, names by the day, successors.

Rows are cached until `forget()`; whoever changes them calls it, and other processes read anew
after at most a minute, and at midnight: who does not name a day asks about today.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.models import F, Q

from motcua.core.clock import VN
from motcua.core.succession import Heir
from motcua.organization import timekeeping
from motcua.organization.models import (
    CalendarEdition,
    Department,
    Installation,
    Office,
    OfficeName,
    Reorganization,
    Succession,
)

CACHED_SECONDS = 60.0
AGAIN_SECONDS = 1.0
NAMED = ("name", "short_name", "kind", "parent_id", "agency_code", "admin_code", "place_name")


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office as a value, under the name of the day it was asked for."""

    id: int
    slug: str
    name: str
    short_name: str
    kind: str
    parent_id: int | None
    agency_code: str
    admin_code: str
    ordinal: int
    desk: bool
    desk_name: str
    place_name: str
    phone: str
    address: str
    established_on: date
    dissolved_on: date | None
    successor_id: int | None

    def stands(self, day: date) -> bool:
        """Whether it is there on `day`."""
        return self.established_on <= day and (self.dissolved_on is None or day < self.dissolved_on)

    def stood_between(self, from_on: date, to_on: date) -> bool:
        """Whether it is there on some day of a period, both ends included."""
        return self.established_on <= to_on and (
            self.dissolved_on is None or from_on < self.dissolved_on
        )


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    """A department as a value."""

    id: int
    office_id: int
    code: str
    name: str
    ordinal: int
    has_desk: bool
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class Tree:
    """All of it at one reading. `today` is the folder's day then; `ends_at` in monotonic seconds.

    `names` begin with the office's own row; `heirs` are those in force or to come.
    """

    read_at: float
    moves: int
    today: date
    ends_at: float
    offices: Mapping[int, OfficeRow]
    slugs: Mapping[str, OfficeRow]
    names: Mapping[int, Sequence[tuple[date, OfficeRow]]]
    heirs: Mapping[int, Sequence[Heir]]
    parents: Mapping[int, frozenset[int]]
    departments: Mapping[int, DepartmentRow]
    codes: Mapping[tuple[int, str], DepartmentRow]
    editions: Mapping[int | None, str]
    unsettled: bool
    home_id: int | None


_tree: Tree | None = None


def forget() -> None:
    """Read the tree anew at the next question."""
    global _tree
    _tree = None


def read() -> Tree:
    """The tree of today. At most one reading a minute."""
    global _tree
    tick = time.monotonic()
    if _tree is None or tick > _tree.ends_at or _tree.moves != timekeeping.moves:
        _tree = _fresh(tick)
    return _tree


def again() -> Tree:
    """The tree for who missed something in it: another process may have added it just now. Read
    anew at most once a second, so that asking for what nobody has costs nothing."""
    global _tree
    tick = time.monotonic()
    if _tree is None or tick - _tree.read_at > AGAIN_SECONDS:
        _tree = _fresh(tick)
    return _tree


def _fresh(tick: float) -> Tree:
    moment = timekeeping.now().astimezone(VN)
    bare = [
        OfficeRow(**{name: getattr(row, name) for name in OfficeRow.__dataclass_fields__})
        for row in Office.objects.order_by("ordinal", "slug")
    ]
    names = _names({row.id: row for row in bare})
    found = [_newest(row, names.get(row.id, ()), moment.date()) for row in bare]
    parts = [
        DepartmentRow(**{name: getattr(row, name) for name in DepartmentRow.__dataclass_fields__})
        for row in Department.objects.order_by("office_id", "ordinal", "code")
    ]
    editions: dict[int | None, str] = {}
    for office_id, edition in CalendarEdition.objects.order_by("id").values_list(
        "office_id", "edition"
    ):
        editions[office_id] = edition
    return Tree(
        read_at=tick,
        moves=timekeeping.moves,
        today=moment.date(),
        ends_at=tick + min(CACHED_SECONDS, _until_midnight(moment)),
        offices={row.id: row for row in found},
        slugs={row.slug: row for row in found},
        names={row.id: ((date.min, row), *names.get(row.id, ())) for row in bare},
        heirs=_heirs(),
        parents={
            row.id: frozenset(
                one.parent_id for one in (row, *(n for _, n in names.get(row.id, ())))
                if one.parent_id is not None
            )
            for row in bare
        },
        departments={row.id: row for row in parts},
        codes={(row.office_id, row.code): row for row in parts},
        editions=editions,
        unsettled=_unsettled(moment.date()),
        home_id=Installation.objects.filter(one=True).values_list("office_id", flat=True).first(),
    )  # fmt: skip


def _until_midnight(moment: datetime) -> float:
    midnight = datetime.combine(moment.date() + timedelta(days=1), datetime.min.time(), VN)
    return (midnight - moment).total_seconds()


def _names(bare: Mapping[int, OfficeRow]) -> Mapping[int, Sequence[tuple[date, OfficeRow]]]:
    """The later names of each office, oldest first."""
    found: dict[int, list[tuple[date, OfficeRow]]] = {}
    for row in OfficeName.objects.order_by("effective_on"):
        named = replace(bare[row.office_id], **{name: getattr(row, name) for name in NAMED})
        found.setdefault(row.office_id, []).append((row.effective_on, named))
    return found


def _newest(row: OfficeRow, names: Sequence[tuple[date, OfficeRow]], day: date) -> OfficeRow:
    return next((named for since, named in reversed(names) if since <= day), row)


def named(tree: Tree, office_id: int, day: date) -> OfficeRow:
    """The office under its name of `day`."""
    names = tree.names[office_id]
    return _newest(names[0][1], names, day)


def on_day(tree: Tree, day: date) -> Sequence[OfficeRow]:
    """Every office under its name of `day`."""
    return [named(tree, office_id, day) for office_id in tree.offices]


def _unsettled(day: date) -> bool:
    """Whether a reorganization has taken effect and dossiers may still have to move."""
    due = Reorganization.objects.filter(effective_on__lte=day, settled_at=None)
    return due.filter(~Q(key="") | Q(approved_at__isnull=False), taken_back_at=None).exists()


def _heirs() -> Mapping[int, Sequence[Heir]]:
    """Successors in force or to come. What is only proposed has no lines; a line whose office ends
    on another day was overtaken by an earlier decision."""
    found: dict[int, list[Heir]] = {}
    lines = Succession.objects.filter(predecessor__dissolved_on=F("reorganization__effective_on"))
    for line in lines.select_related("reorganization").order_by("ordinal", "id"):
        heir = Heir(
            line.successor_id, line.reorganization.effective_on, tuple(line.procedures),
            tuple(line.fields), tuple(line.places),
        )  # fmt: skip
        found.setdefault(line.predecessor_id, []).append(heir)
    return found

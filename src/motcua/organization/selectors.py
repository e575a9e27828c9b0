"""Questions about offices, departments and calendars. The tree is small and read once a process.

Rows are cached until `forget()`; whoever changes them calls it, and other processes read anew
after at most a minute.
"""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from motcua.core.clock import Calendar, calendar_from_json
from motcua.core.refusal import Refused
from motcua.organization.models import (
    CalendarEdition,
    Counter,
    Department,
    Installation,
    Office,
)

CACHED_SECONDS = 60.0
AGAIN_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office as a value."""

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
class CounterRow:
    """A counter of a desk as a value."""

    id: int
    office_id: int
    name: str
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class _Tree:
    read_at: float
    offices: Mapping[int, OfficeRow]
    slugs: Mapping[str, OfficeRow]
    departments: Mapping[int, DepartmentRow]
    codes: Mapping[tuple[int, str], DepartmentRow]
    editions: Mapping[int | None, str]
    home_id: int | None


_tree: _Tree | None = None


def offices() -> Sequence[OfficeRow]:
    """All offices, those of one parent in their order."""
    return tuple(_read().offices.values())


def office_by_slug(slug: str) -> OfficeRow:
    """The office called `slug`. Raises Refused("unknown_office")."""
    found = _read().slugs.get(slug) or _again().slugs.get(slug)
    if found is None:
        raise Refused("unknown_office", office=slug)
    return found


def office_by_id(office_id: int) -> OfficeRow:
    """The office of that row. KeyError when there is none."""
    return _read().offices.get(office_id) or _again().offices[office_id]


def office_ids_below(office_id: int) -> tuple[int, ...]:
    """The office itself and all under it; outside bodies have no dossiers and are left out."""
    found, todo = [], [office_id]
    while todo:
        current = todo.pop()
        found.append(current)
        todo += [o.id for o in offices() if o.parent_id == current and o.kind != "outside"]
    return tuple(found)


def offices_with_desk(under: str | None = None) -> Sequence[OfficeRow]:
    """Offices that take dossiers in: `under` first, then those below it, in their order.

    Without `under`, of the office that moved in; else each top desk with what is below it.
    """
    home = home_office()
    if under is None and home is not None:
        return offices_with_desk(home.slug)
    if under is None:
        tops = [o for o in offices() if o.desk and not _under_a_desk(o)]
        return tuple(one for top in tops for one in offices_with_desk(top.slug))
    top = office_by_slug(under)
    below = set(office_ids_below(top.id)) - {top.id}
    rest = sorted((o for o in offices() if o.id in below and o.desk), key=lambda o: o.ordinal)
    return ((top,) if top.desk else ()) + tuple(rest)


def home_office() -> OfficeRow | None:
    """The office this folder was set up for; None in a demonstration and before."""
    home_id = _read().home_id
    return office_by_id(home_id) if home_id is not None else None


def _under_a_desk(office: OfficeRow) -> bool:
    return office.parent_id is not None and office_by_id(office.parent_id).desk


def departments(office_id: int) -> Sequence[DepartmentRow]:
    """The departments of an office, in their order."""
    return tuple(d for d in _read().departments.values() if d.office_id == office_id)


def counters(office_id: int) -> Sequence[CounterRow]:
    """The counters of an office that are not closed, in their order. One query."""
    rows = Counter.objects.filter(office_id=office_id, ended_on=None).order_by("ordinal", "id")
    return tuple(CounterRow(row.pk, row.office_id, row.name, row.ended_on) for row in rows)


def counter_by_id(counter_id: int) -> CounterRow | None:
    """A counter, closed or not. One query."""
    row = Counter.objects.filter(pk=counter_id).first()
    return CounterRow(row.pk, row.office_id, row.name, row.ended_on) if row else None


def department_by_id(department_id: int) -> DepartmentRow:
    """The department of that row. KeyError when there is none."""
    return _read().departments.get(department_id) or _again().departments[department_id]


def department_by_code(office_id: int, code: str | None) -> DepartmentRow | None:
    """The department of an office with that code, or None."""
    return _read().codes.get((office_id, code or ""))


def calendar_of(office_id: int) -> Calendar:
    """The calendar an office works by now: its own, else that of its parent, else the national."""
    editions = _read().editions
    current: int | None = office_id
    while current is not None:
        if current in editions:
            return calendar_by_edition(editions[current])
        current = office_by_id(current).parent_id
    return calendar_by_edition(editions[None])


def national_edition() -> str:
    """The edition of the country's calendar that counts now: the newest."""
    return _read().editions[None]


def own_edition(office_id: int) -> str | None:
    """The edition of the office's own calendar, None when it works by that of who is above."""
    return _read().editions.get(office_id)


@lru_cache(maxsize=64)
def calendar_by_edition(edition: str) -> Calendar:
    """A calendar as it was known then. Editions never change, so they are kept. One query once."""
    row = CalendarEdition.objects.filter(edition=edition).first()
    if row is None:
        raise Refused("unknown_calendar", edition=edition)
    return calendar_from_json(row.document, edition)


def forget() -> None:
    """Read the tree anew at the next question."""
    global _tree
    _tree = None


def _read() -> _Tree:
    global _tree
    tick = time.monotonic()
    if _tree is None or tick - _tree.read_at > CACHED_SECONDS:
        _tree = _fresh(tick)
    return _tree


def _again() -> _Tree:
    """The tree for who missed something in it: another process may have added it just now. Read
    anew at most once a second, so that asking for what nobody has costs nothing."""
    global _tree
    tick = time.monotonic()
    if _tree is None or tick - _tree.read_at > AGAIN_SECONDS:
        _tree = _fresh(tick)
    return _tree


def _fresh(tick: float) -> _Tree:
    found = [
        OfficeRow(**{name: getattr(row, name) for name in OfficeRow.__dataclass_fields__})
        for row in Office.objects.order_by("ordinal", "slug")
    ]
    parts = [
        DepartmentRow(**{name: getattr(row, name) for name in DepartmentRow.__dataclass_fields__})
        for row in Department.objects.order_by("office_id", "ordinal", "code")
    ]
    editions: dict[int | None, str] = {}
    for office_id, edition in CalendarEdition.objects.order_by("id").values_list(
        "office_id", "edition"
    ):
        editions[office_id] = edition
    return _Tree(
        read_at=tick,
        offices={row.id: row for row in found},
        slugs={row.slug: row for row in found},
        departments={row.id: row for row in parts},
        codes={(row.office_id, row.code): row for row in parts},
        editions=editions,
        home_id=Installation.objects.filter(one=True).values_list("office_id", flat=True).first(),
    )

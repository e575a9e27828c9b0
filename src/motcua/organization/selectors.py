"""Questions about offices, departments and calendars. The tree is small and read once a process.

Rows are cached until `forget()`; whoever changes them calls it, and other processes read anew
after at most a minute, and at midnight: who does not name a day asks about today.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files

from motcua.core.clock import Calendar, calendar_from_json
from motcua.core.refusal import Refused
from motcua.core.succession import Choice, Heir, competent, first, predecessors
from motcua.organization.models import CalendarEdition, Counter
from motcua.organization.tree import (
    DepartmentRow,
    OfficeRow,
    forget,
    named,
    on_day,
    read,
)
from motcua.organization.tree import again as _again

__all__ = ["DepartmentRow", "OfficeRow", "forget"]

AHEAD = timedelta(days=2 * 366)
"""How long before its first day an office can be furnished with people."""


@dataclass(frozen=True, slots=True)
class CounterRow:
    """A counter of a desk as a value."""

    id: int
    office_id: int
    name: str
    ended_on: date | None


def offices(day: date | None = None) -> Sequence[OfficeRow]:
    """The offices that stand on `day` (today), those of one parent in their order."""
    tree = read()
    on = day or tree.today
    rows = tree.offices.values() if day is None else on_day(tree, day)
    return tuple(row for row in rows if row.stands(on))


def every_office() -> Sequence[OfficeRow]:
    """All offices there are, were or will be, under their last names until today."""
    return tuple(read().offices.values())


def office_on(office_id: int, day: date) -> OfficeRow:
    """The office as it was called on `day`; before its first day, as on its first."""
    return named(read(), office_by_id(office_id).id, day)


def successor_of(office_id: int, day: date, choose: Choice = first) -> OfficeRow:
    """Who answers on `day` for what that office once did: itself while it stands."""
    found = competent(office_id, day, read().heirs, choose)
    return office_on(found, day)


def heirs_of(office_id: int) -> Sequence[Heir]:
    """The successors an office has or is going to have, the first one first."""
    return read().heirs.get(office_id, ())


def predecessor_ids(office_id: int, day: date | None = None) -> tuple[int, ...]:
    """Offices ended by `day` (today) whose first successor it is, and theirs in turn."""
    tree = read()
    on = day or tree.today
    begun = {key: [h for h in found if h.on <= on] for key, found in tree.heirs.items()}
    return tuple(predecessors(office_id, begun))


def ended_ids(day: date | None = None) -> tuple[int, ...]:
    """Offices that ended by `day` (today) and have a successor."""
    tree = read()
    on = day or tree.today
    return tuple(key for key, found in tree.heirs.items() if found and found[0].on <= on)


def inherits(office_id: int) -> bool:
    """Whether dossiers of an office that ended by today may have come to this one."""
    tree = read()
    return any(h.office == office_id and h.on <= tree.today for f in tree.heirs.values() for h in f)


def settling_days(day: date) -> Sequence[date]:
    """The days until `day` on which offices ended, oldest first."""
    days = {heir.on for found in read().heirs.values() for heir in found}
    return sorted(on for on in days if on <= day)


def unsettled() -> bool:
    """Whether a reorganization has taken effect whose dossiers may still have to move. No query
    once the tree is read."""
    return read().unsettled


def office_by_slug(slug: str) -> OfficeRow:
    """The office called `slug`. Raises Refused("unknown_office")."""
    found = read().slugs.get(slug) or _again().slugs.get(slug)
    if found is None:
        raise Refused("unknown_office", office=slug)
    return found


def office_by_id(office_id: int) -> OfficeRow:
    """The office of that row. KeyError when there is none."""
    return read().offices.get(office_id) or _again().offices[office_id]


def office_ids_below(office_id: int) -> tuple[int, ...]:
    """The office itself and all that are or were under it, or will be before long, so that people
    can be given posts there ahead; outside bodies have no dossiers and are left out."""
    tree = read()
    found: dict[int, None] = {}
    todo = [office_id]
    while todo:
        current = todo.pop()
        found[current] = None
        todo += [
            row.id
            for row in tree.offices.values()
            if current in tree.parents[row.id] and row.kind != "outside" and row.id not in found
            and row.established_on <= tree.today + AHEAD
        ]  # fmt: skip
    return tuple(found)


def offices_with_desk(under: str | None = None, day: date | None = None) -> Sequence[OfficeRow]:
    """Offices that take dossiers in on `day` (today): `under` first, then those below it, in order.

    Without `under`, of the office that moved in; else each top desk with what is below it.
    """
    home = home_office()
    if under is None and home is not None:
        return offices_with_desk(home.slug, day)
    rows = offices(day)
    if under is None:
        known = {row.id: row for row in rows}
        tops = [o for o in rows if o.desk and not _under_a_desk(o, known)]
        return tuple(one for top in tops for one in _with_below(top, rows))
    return _with_below(_named_or_now(under, day), rows)


def offices_between(under: str, from_on: date, to_on: date) -> Sequence[OfficeRow]:
    """Offices whose dossiers a report of `under` covers: those with a desk under it on the last
    day, and those that ended before and stood within the period, which they go on from.

    Named as on the last day, or their own last one. A town stands first.
    """
    top = office_by_slug(under)
    now = [row for row in offices_with_desk(under, to_on) if row.stood_between(from_on, to_on)]
    held = {top.id, *(row.id for row in now)}
    later = max(to_on, top.established_on)
    gone = [
        _at_last(row, to_on)
        for row in every_office()
        if row.desk and row.id not in held and row.stood_between(from_on, to_on)
    ]
    heirs = read().heirs
    ours = [o for o in gone if o.parent_id == top.id or competent(o.id, later, heirs) in held]
    return tuple(sorted([*now, *ours], key=lambda row: row.kind != "town"))


def _at_last(row: OfficeRow, day: date) -> OfficeRow:
    ended = row.dissolved_on
    return office_on(row.id, day if ended is None or ended > day else ended - timedelta(days=1))


def _with_below(top: OfficeRow, rows: Sequence[OfficeRow]) -> Sequence[OfficeRow]:
    below: set[int] = set()
    todo = [top.id]
    while todo:
        current = todo.pop()
        inner = [o.id for o in rows if o.parent_id == current and o.kind != "outside"]
        todo += [one for one in inner if one not in below]
        below.update(inner)
    rest = sorted((o for o in rows if o.id in below and o.desk), key=lambda o: o.ordinal)
    return ((top,) if top.desk else ()) + tuple(rest)


def home_office() -> OfficeRow | None:
    """The office this folder was set up for, or who came after it; None in a demonstration and
    before."""
    tree = read()
    return successor_of(tree.home_id, tree.today) if tree.home_id is not None else None


def _under_a_desk(office: OfficeRow, rows: Mapping[int, OfficeRow]) -> bool:
    above = rows.get(office.parent_id or 0)
    return above is not None and above.desk


def departments(office_id: int) -> Sequence[DepartmentRow]:
    """The departments of an office, in their order."""
    return tuple(d for d in read().departments.values() if d.office_id == office_id)


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
    return read().departments.get(department_id) or _again().departments[department_id]


def department_by_code(office_id: int, code: str | None) -> DepartmentRow | None:
    """The department of an office with that code, else the one that took over its work, or None.

    Processes written before NĐ 150/2025 name departments as they were called then.
    """
    codes = read().codes
    return codes.get((office_id, code or "")) or codes.get(
        (office_id, _succeeded().get(code or "", ""))
    )


@cache
def _succeeded() -> Mapping[str, str]:
    text = (
        files("motcua.organization").joinpath("data/departments-succeeded.csv").read_text("utf-8")
    )
    return {row["old"]: row["new"] for row in csv.DictReader(text.splitlines())}


def calendar_of(office_id: int) -> Calendar:
    """The calendar an office works by now: its own, else that of its parent, else the national."""
    editions = read().editions
    current: int | None = office_id
    while current is not None:
        if current in editions:
            return calendar_by_edition(editions[current])
        current = office_by_id(current).parent_id
    return calendar_by_edition(editions[None])


def national_edition() -> str:
    """The edition of the country's calendar that counts now: the newest."""
    return read().editions[None]


def own_edition(office_id: int) -> str | None:
    """The edition of the office's own calendar, None when it works by that of who is above."""
    return read().editions.get(office_id)


@lru_cache(maxsize=64)
def calendar_by_edition(edition: str) -> Calendar:
    """A calendar as it was known then. Editions never change, so they are kept. One query once."""
    row = CalendarEdition.objects.filter(edition=edition).first()
    if row is None:
        raise Refused("unknown_calendar", edition=edition)
    return calendar_from_json(row.document, edition)


def _named_or_now(slug: str, day: date | None) -> OfficeRow:
    row = office_by_slug(slug)
    return row if day is None else office_on(row.id, day)

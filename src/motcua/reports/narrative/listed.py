"""What stands behind figures of the draft that count no dossiers: procedures, desks, boards."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from motcua.catalogue.listing.posting import boards
from motcua.catalogue.selectors import VersionRow
from motcua.organization import desks
from motcua.organization.desks import DeskState
from motcua.organization.selectors import office_by_slug, offices_with_desk
from motcua.reports.narrative.facts import Facts
from motcua.reports.narrative.gathering import last_day, period_of
from motcua.reports.narrative.handled import Handled, handled

NOT_AT_DESK = "not-at-desk"
PROCEDURES: Mapping[str, Callable[[Handled], Sequence[VersionRow]]] = {
    "procedures": lambda has: [*has.top, *has.under],
    "procedures-top": lambda has: has.top,
    "procedures-below": lambda has: has.under,
    "one-stop": lambda has: has.of_mechanism("one_stop"),
    "interlinked": lambda has: has.of_mechanism("interlinked"),
    NOT_AT_DESK: lambda has: has.elsewhere,
    "online-high": lambda has: has.online,
}
DESKS: Mapping[str, Callable[[DeskState, bool], bool]] = {
    "units": lambda state, top: True,
    "units-top": lambda state, top: top,
    "units-below": lambda state, top: not top,
    "desks-met": lambda state, top: not top and state.meets is True,
    "desks-unmet": lambda state, top: not top and state.meets is False,
    "three-no": lambda state, top: state.survey is not None and state.survey.three_no,
}
"""Whether a desk is among those counted; `top`: it is that of the office itself."""
BOARDS = "listing"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing behind a figure: a procedure and its field, or a unit with how its desk stands by
    the rule (None where none demands numbers of it)."""

    name: str
    slug: str
    field: str = ""
    meets: bool | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """What a figure counts; `figure` without its place among several, `field` says which it is."""

    figure: str
    of: Literal["procedures", "desks", "boards"]
    entries: Sequence[Entry]
    field: str = ""


def listed(facts: Facts, which: str, known_at: datetime | None = None) -> Listed:
    """What the figure `which` counts, on the day and by the knowledge of the report.

    As many queries as gathering that figure. KeyError for a figure that counts none of these.
    """
    top = office_by_slug(facts.office)
    day = last_day(period_of(facts))
    units = offices_with_desk(facts.office, day)
    if which in DESKS:
        wanted = DESKS[which]
        states = desks.states(units, day, known_at)
        found = [one for one in states if wanted(one, one.office.id == top.id)]
        return Listed(which, "desks", [_desk(one) for one in found])
    if which == BOARDS:
        told = boards([unit.id for unit in units], day, known_at)
        behind = {board.office.id for board in told if board.state != "current"}
        there = {board.office.id for board in told} - behind
        entries = [Entry(one.name, one.slug) for one in units if one.id in there]
        return Listed(which, "boards", entries)
    return _procedures(facts, which, handled(top.id, units, day))


def _procedures(facts: Facts, which: str, has: Handled) -> Listed:
    """`not-at-desk-2` is the second field of those that do not come to the desk."""
    lead, _, place = which.rpartition("-")
    if lead == NOT_AT_DESK and place.isdigit():
        only = dict(enumerate(facts.procedures.elsewhere, start=1))[int(place)]
        of_field = (only.field, only.reason)
        rows = [row for row in has.elsewhere if (row.field, row.not_at_desk_reason) == of_field]
        return Listed(lead, "procedures", _entries(rows), only.field)
    return Listed(which, "procedures", _entries(PROCEDURES[which](has)))


def _entries(rows: Sequence[VersionRow]) -> Sequence[Entry]:
    ranked = sorted(rows, key=lambda row: row.sort_key)
    return [Entry(row.name, row.slug, row.field) for row in ranked]


def _desk(state: DeskState) -> Entry:
    return Entry(state.office.name, state.office.slug, meets=state.meets)

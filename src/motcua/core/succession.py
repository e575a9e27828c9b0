"""What became of offices: merged, split, ended; who answers for a place on a day. Pure.

An office is known by its row id. A place is named by the office that answered for it first.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Heir:
    """One successor of an office, from `on` on.

    `procedures`, `fields` and `places` are what goes to it; what nothing names goes to the first.
    """

    office: int
    on: date
    procedures: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


Heirs = Mapping[int, Sequence[Heir]]
"""The successors of each office that ended, the first one first; all of one day."""

Choice = Callable[[Sequence[Heir]], Heir]
"""Which of several successors something goes to."""


class Tangled(ValueError):
    """Reorganizations that cannot all be: an office would succeed itself, or end before it is."""


def first(heirs: Sequence[Heir]) -> Heir:
    """What no rule names goes to the first."""
    return heirs[0]


def competent(office: int, day: date, heirs: Heirs, choose: Choice = first) -> int:
    """Who answers on `day` for what `office` once answered for: itself until it ends.

    Follows successor after successor. Raises Tangled where they run in a circle.
    """
    passed = {office}
    while True:
        known = [heir for heir in heirs.get(office, ()) if heir.on <= day]
        if not known:
            return office
        office = choose(known).office
        if office in passed:
            raise Tangled(f"office {office} succeeds itself")
        passed.add(office)


def by_rule(procedure: str, field: str, is_at: Callable[[Heir], bool]) -> Choice:
    """The successor a procedure goes to: by its own rule, its field's, its place's, else the first.

    `is_at` tells whether what is asked about lies where that successor sits.
    """

    def choose(heirs: Sequence[Heir]) -> Heir:
        for fits in (
            lambda heir: procedure in heir.procedures,
            lambda heir: field in heir.fields,
            is_at,
        ):
            found = next((heir for heir in heirs if fits(heir)), None)
            if found is not None:
                return found
        return heirs[0]

    return choose


def entangled(heirs: Heirs) -> bool:
    """Whether some chain of successors comes back to where it began."""
    return any(_meets_itself(office, heirs) for office in heirs)


def _meets_itself(start: int, heirs: Heirs) -> bool:
    found: set[int] = set()
    todo = [heir.office for heir in heirs.get(start, ())]
    while todo:
        office = todo.pop()
        if office == start:
            return True
        if office not in found:
            found.add(office)
            todo += [heir.office for heir in heirs.get(office, ())]
    return False


def predecessors(office: int, heirs: Heirs) -> Iterable[int]:
    """Those whose first successor it is, and theirs in turn: whose papers it keeps."""
    todo = [office]
    while todo:
        current = todo.pop()
        for ended, after in heirs.items():
            if after and after[0].office == current and ended != office:
                yield ended
                todo.append(ended)

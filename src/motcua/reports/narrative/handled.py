"""The procedures of an office and of those under it, for what is counted of them and for the lists
behind those figures: the same rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from motcua.catalogue import selectors as catalogue
from motcua.catalogue.selectors import VersionRow
from motcua.organization.selectors import OfficeRow

SCOPES_FROM = date(2022, 8, 15)
"""NĐ 42/2022/NĐ-CP: whole and part instead of levels 1 to 4 [M]."""
HIGH_LEVELS = (3, 4)


@dataclass(frozen=True, slots=True)
class Handled:
    """What was in force on `day`, by the row of the procedure. `below`: each once, however many
    units have it."""

    day: date
    own: Mapping[int, VersionRow]
    below: Mapping[int, VersionRow]

    @property
    def top(self) -> Sequence[VersionRow]:
        """At the desk of the office itself."""
        return [row for row in self.own.values() if row.at_desk]

    @property
    def under(self) -> Sequence[VersionRow]:
        """At the desks of the units under it."""
        return [row for row in self.below.values() if row.at_desk]

    def of_mechanism(self, mechanism: str) -> Sequence[VersionRow]:
        """At the desk of the office itself, by that mechanism."""
        return [row for row in self.top if row.mechanism == mechanism]

    @property
    def elsewhere(self) -> Sequence[VersionRow]:
        """Handled, but at no desk."""
        return [row for row in self._each() if not row.at_desk]

    @property
    def online(self) -> Sequence[VersionRow]:
        """Of level 3 or 4, later of the scopes of NĐ 42/2022."""
        if self.by_scope:
            return [row for row in self._each() if row.online_scope]
        return [row for row in self._each() if row.online_level in HIGH_LEVELS]

    @property
    def by_scope(self) -> bool:
        """Whether scopes have followed the levels."""
        return self.day >= SCOPES_FROM

    def _each(self) -> Sequence[VersionRow]:
        return list({**self.below, **self.own}.values())


def handled(top_id: int, units: Sequence[OfficeRow], day: date) -> Handled:
    """What `top_id` and the units under it handle on `day`. No query once the catalogue is kept."""
    below = {
        row.procedure_id: row
        for unit in units
        if unit.id != top_id
        for row in catalogue.procedures_of(unit.id, day)
    }
    own = {row.procedure_id: row for row in catalogue.procedures_of(top_id, day)}
    return Handled(day, own, below)

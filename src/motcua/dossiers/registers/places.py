"""Offices and procedures by the names a register gives them, looked up once."""

from collections.abc import Collection
from datetime import datetime

from motcua.catalogue.selectors import VersionRow, procedures_of
from motcua.core.clock import VN
from motcua.core.text import search_key
from motcua.dossiers.services.importing import Handled
from motcua.identity.actors import Actor
from motcua.identity.services.program import program_actor
from motcua.organization.selectors import OfficeRow, every_office

TITLE = "Nhập sổ theo dõi"


class Places:
    """The offices and their catalogues as of `now`; an older register goes by the first version.

    `reach`: the offices whose dossiers may be taken over; all without.
    """

    def __init__(self, now: datetime, reach: Collection[int] | None = None) -> None:
        self._now = now
        self._reach = reach
        self.handled = Handled()
        self._offices: dict[str, OfficeRow] = {}
        for office in every_office():
            for name in (office.slug, office.name, office.short_name):
                self._offices.setdefault(search_key(name), office)
        self._actors: dict[int, Actor] = {}
        self._catalogues: dict[int, dict[str, VersionRow]] = {}
        self._called: dict[str, OfficeRow | None] = {}
        self._asked: dict[tuple[int, str], VersionRow | None] = {}

    def office(self, text: str) -> OfficeRow | None:
        """The office called so: by slug or name."""
        if text not in self._called:
            self._called[text] = self._offices.get(search_key(text)) if text else None
        return self._called[text]

    def reaches(self, office: OfficeRow) -> bool:
        """Whether dossiers of that office may be taken over."""
        return self._reach is None or office.id in self._reach

    def procedure(self, office: OfficeRow, text: str) -> VersionRow | None:
        """What the office handles under that code (with the owner's part or not) or name."""
        asked = office.id, text
        if asked not in self._asked:
            self._asked[asked] = self._look(office, text)
        return self._asked[asked]

    def _look(self, office: OfficeRow, text: str) -> VersionRow | None:
        known = self._catalogues.get(office.id)
        if known is None:
            known = self._catalogues[office.id] = self._read(office.id)
        key = search_key(text)
        return known.get(key) or known.get(".".join(key.split(".")[:2]))

    def is_known_elsewhere(self, text: str) -> bool:
        """Whether some other office handles it."""
        return any(self.procedure(office, text) for office in every_office())

    def actor(self, office_id: int) -> Actor:
        """The program at that office."""
        if office_id not in self._actors:
            self._actors[office_id] = program_actor(office_id, TITLE)
        return self._actors[office_id]

    def _read(self, office_id: int) -> dict[str, VersionRow]:
        found: dict[str, VersionRow] = {}
        for row in procedures_of(office_id, self._now.astimezone(VN).date()):
            for name in (row.slug, row.code, row.name):
                if name:
                    found.setdefault(search_key(name), row)
        return found

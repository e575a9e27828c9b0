"""Keys of the demonstration: an invented authority, keys of chairs and seals, all named "MẪU".

Made anew each time a demonstration is loaded, and kept in its data folder alone.
"""

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from django.conf import settings

from motcua.identity.kinds import PositionKind
from motcua.identity.selectors import actors_in_post
from motcua.organization.selectors import office_by_slug
from motcua.papers.documents.rendering import committee
from motcua.papers.signing.keys import add_key
from motcua.papers.signing.samples import PIN, authority


def make_keys(offices: Sequence[str], at: datetime) -> None:
    """A seal for each office and a key for each of its chairs at `at`; their PIN is `PIN`."""
    roots = authority()
    _believe(f"ca-mau-{offices[0]}.pem", roots.pem)
    for slug in offices:
        office = office_by_slug(slug)
        name = f"{committee(office)} MẪU"
        add_key(roots.key_file(name, name), PIN, office_id=office.id, position=None, by=None)
        for one in actors_in_post(at, office.id):
            if one.position_kind is PositionKind.CHAIR:
                file = roots.key_file(one.person, name)
                add_key(file, PIN, office_id=office.id, position=one.position_uuid, by=None)


def _believe(name: str, pem: bytes) -> None:
    folder = Path(settings.MOTCUA_DATA) / "keys" / "trust"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(pem)

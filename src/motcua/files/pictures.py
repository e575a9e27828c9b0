"""Pages of stored PDFs as pictures: drawn once by the child, kept in `run/pages`, made again when
that is emptied."""

import uuid
from pathlib import Path

from django.conf import settings

from motcua.files import store
from motcua.files.opening import child

WIDTHS = {"nho": 160, "vua": 900, "to": 1800}
"""Dots across, by the word in the address."""


def folder() -> Path:
    """Where the pictures lie; nothing in it is the only copy of anything."""
    return Path(settings.MOTCUA_DATA) / "run" / "pages"


def picture(sha256: str, page: int, size: str) -> bytes:
    """Page `page` (from 1) of a stored PDF as a JPEG. Raises Refused. 0.3 s the first time."""
    place = folder() / sha256[:2] / f"{sha256}-{page}-{size}.jpg"
    if not place.exists():
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = place.with_name(f"{uuid.uuid4().hex}.draft")
        child("draw", draft, source=str(store.path_of(sha256)), page=page, width=WIDTHS[size])
        draft.replace(place)
    return place.read_bytes()


def sweep() -> int:
    """Delete the pictures of files that are no longer stored; answers how many."""
    old = [
        place
        for place in folder().glob("??/*-*.jpg")
        if not store.path_of(place.name.partition("-")[0]).exists()
    ]
    for place in old:
        place.unlink(missing_ok=True)
    return len(old)

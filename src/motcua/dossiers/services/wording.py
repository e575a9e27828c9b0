"""Free words of an act: kept beside the event, spoken of in it by a salted digest."""

import secrets
from collections.abc import Sequence

from motcua.core.ledger import digest
from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.dossiers.rows.recording import Words

LONGEST = 4000


_ENDS = (".", "!", "?", "…", ";", ":")


def sentences(*parts: str) -> str:
    """The parts that are not empty as sentences of one line; the last keeps its own end."""
    said = [one for one in map(clean, parts) if one]
    ended = [one if one.endswith(_ENDS) else f"{one}." for one in said[:-1]]
    return " ".join([*ended, *said[-1:]])


def worded(place: str, bodies: Sequence[str]) -> tuple[tuple[Words, ...], tuple[str, ...]]:
    """Rows and digests of the non-empty `bodies`, in order. Raises Refused("text_too_long")."""
    rows, digests = [], []
    for ordinal, body in enumerate(clean(text) for text in bodies):
        if not body:
            continue
        if len(body) > LONGEST:
            raise Refused("text_too_long", longest=LONGEST)
        salt = secrets.token_bytes(16)
        rows.append(Words(place, ordinal, body, salt))
        digests.append(digest(body, salt))
    return tuple(rows), tuple(digests)

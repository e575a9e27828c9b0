"""What an event says of a row that holds personal data: a salted digest, never the data."""

import json
from collections.abc import Sequence

from motcua.core.ledger import digest
from motcua.dossiers.asked import PaperData, PartyData


def party_digest(role: str, ordinal: int, party: PartyData, salt: bytes) -> str:
    """The digest of a party as declared. Recomputed by `verify` from the row.

    What was not asked of the first ones (which paper, why none) counts only when it is there.
    """
    value: list[object] = [
        role,
        ordinal,
        party.kind,
        party.name,
        party.id_number,
        party.phone,
        party.address,
        party.birth_on.isoformat() if party.birth_on else "",
        party.authorisation,
    ]
    if party.id_kind or party.no_id_reason:
        value += [party.id_kind, party.no_id_reason]
    if party.email:
        value += ["email", party.email]
    return digest(_text(value), salt)


def papers_digest(papers: Sequence[PaperData], salt: bytes) -> str:
    """The digest of the papers handed in, in their order."""
    return digest(_text([[p.ordinal, p.name, p.kind, p.copies, p.applies] for p in papers]), salt)


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

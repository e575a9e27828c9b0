"""What of a dossier an officer signs with a key together with approving it."""

from collections.abc import Sequence

from motcua.identity.actors import Actor
from motcua.papers.documents.register import Row, of_dossiers
from motcua.papers.documents.signing import TO_SIGN
from motcua.papers.signing.keys import has_own


def awaiting(actor: Actor, dossiers: Sequence[int]) -> Sequence[Row]:
    """The documents of those dossiers that wait for a signature; none where the position of
    `actor` has no key. Two queries at most."""
    if not dossiers or not has_own(actor):
        return ()
    return [one for one in of_dossiers(actor, dossiers) if one.standing in TO_SIGN]

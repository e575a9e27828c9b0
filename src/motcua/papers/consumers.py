"""The register of documents as `motcua verify` looks at it: a ledger written by acts of its own."""

from collections.abc import Sequence

from motcua.dossiers.consumers import Consumer, DossierFacts, Insert, Recorded
from motcua.papers.documents import agreeing


def nothing(dossiers: Sequence[DossierFacts], events: Sequence[Recorded]) -> Sequence[Insert]:
    """A letter's line is written by whoever does its act, beside the event."""
    return ()


CONSUMERS = (Consumer("Sổ văn bản đi", "ledger", nothing, agreeing.differences),)

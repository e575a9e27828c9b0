"""Personal rows against the digests their events carry."""

from collections.abc import Iterator, Sequence

from motcua.core.ledger import digest
from motcua.dossiers.asked import PaperData
from motcua.dossiers.digests import papers_digest, party_digest
from motcua.dossiers.models import Dossier, DossierComponent, Event, Party, Text
from motcua.dossiers.selectors.readings import data_of


def undeclared(
    parties: Sequence[Party],
    papers: Sequence[DossierComponent],
    texts: Sequence[Text],
    events: Sequence[Event],
    dossier: Dossier,
) -> Iterator[str]:
    """What stands in the rows but not in the events' digests, and the reverse."""
    said = [value for event in events for value in _digests(event)]
    for event in events:
        if event.kind == "corrected":
            said = [value for value in said if value not in event.payload["was"]]
    held = [party_digest(p.role, p.ordinal, data_of(p), bytes(p.salt)) for p in parties]
    held += [digest(text.body, bytes(text.salt)) for text in texts]
    held.append(papers_digest([_paper(p) for p in papers], dossier.uuid.bytes))
    if sorted(said) != sorted(held):
        yield "người nộp, giấy tờ hoặc lời ghi khác lúc ghi nhận"


def _digests(event: Event) -> Iterator[str]:
    payload = event.payload
    if event.kind in ("received", "intake_refused", "imported"):
        yield payload["papers"]
    if event.kind != "undone":
        yield from payload.get("parties", [])
    yield from payload.get("texts", [])


def _paper(paper: DossierComponent) -> PaperData:
    return PaperData(paper.ordinal, paper.name, paper.kind, paper.copies, paper.applies)

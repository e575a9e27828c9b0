"""Personal rows against the digests their events carry."""

from collections.abc import Iterator, Sequence

from motcua.core.ledger import digest
from motcua.dossiers.asked import PaperData, PartyData
from motcua.dossiers.digests import papers_digest, party_digest
from motcua.dossiers.models import Dossier, DossierComponent, Event, Party, Text


def undeclared(
    parties: Sequence[Party],
    papers: Sequence[DossierComponent],
    texts: Sequence[Text],
    events: Sequence[Event],
    dossier: Dossier,
) -> Iterator[str]:
    """What stands in the rows but not in the events' digests, and the reverse."""
    said = [value for event in events for value in _digests(event)]
    held = [party_digest(p.role, p.ordinal, _data(p), bytes(p.salt)) for p in parties]
    held += [digest(text.body, bytes(text.salt)) for text in texts]
    held.append(papers_digest([_paper(p) for p in papers], dossier.uuid.bytes))
    if sorted(said) != sorted(held):
        yield "người nộp, giấy tờ hoặc lời ghi khác lúc ghi nhận"


def _digests(event: Event) -> Iterator[str]:
    payload = event.payload
    if event.kind in ("received", "intake_refused", "imported"):
        yield from payload["parties"]
        yield payload["papers"]
    yield from payload.get("texts", [])


def _data(party: Party) -> PartyData:
    return PartyData(
        name=party.name,
        kind="person" if party.kind == "person" else "organisation",
        id_number=party.id_number,
        phone=party.phone,
        address=party.address,
        birth_on=party.birth_on,
        authorisation=party.authorisation,
        id_kind=party.id_kind,
        no_id_reason=party.no_id_reason,
    )


def _paper(paper: DossierComponent) -> PaperData:
    return PaperData(paper.ordinal, paper.name, paper.kind, paper.copies, paper.applies)

"""Personal rows against the digests their events carry."""

from collections.abc import Iterator, Sequence
from datetime import datetime

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
    last = max((event.seq for event in events if _tells(event)), default=0)
    said = [value for event in events for value in _digests(event, event.seq < last)]
    for event in events:
        if event.kind == "corrected":
            said = [value for value in said if value not in event.payload["was"]]
    held = [party_digest(p.role, p.ordinal, data_of(p), bytes(p.salt)) for p in parties]
    held += [digest(text.body, bytes(text.salt)) for text in texts]
    held.append(papers_digest([_paper(p) for p in papers], dossier.uuid.bytes))
    if sorted(said) != sorted(held):
        yield "người nộp, giấy tờ hoặc lời ghi khác lúc ghi nhận"


def received_in(events: Sequence[Event]) -> datetime:
    """The moment of receipt: of what waited to be received, when it was; else when it came."""
    ends = [event for event in events if event.kind in ("received", "intake_refused")]
    return (ends or events)[0].at


def _tells(event: Event) -> bool:
    """Whether it tells whose dossier it is and with which papers, over what was told before."""
    return bool(event.payload.get("papers"))


def _digests(event: Event, overtaken: bool) -> Iterator[str]:
    payload = event.payload
    told = _tells(event)
    if told and not overtaken:
        yield payload["papers"]
    if event.kind != "undone" and not (told and overtaken):
        yield from payload.get("parties", [])
    yield from payload.get("texts", [])


def _paper(paper: DossierComponent) -> PaperData:
    return PaperData(paper.ordinal, paper.name, paper.kind, paper.copies, paper.applies)

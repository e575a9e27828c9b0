"""Enter in the register a document that a room above wrote and set: it takes the next number of its
kind, and what is stored are the very bytes that bear it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from motcua.core.clock import VN
from motcua.core.documents import Standing, Step, number_text
from motcua.core.text import search_key
from motcua.files import store
from motcua.identity.actors import Actor
from motcua.organization.selectors import office_on
from motcua.papers.documents.kinds import kinds, office_symbol
from motcua.papers.documents.rendering import committee
from motcua.papers.documents.services import happened, new_ref
from motcua.papers.documents.signing import PDF
from motcua.papers.models import Document
from motcua.papers.numbering import take_number


@dataclass(frozen=True, slots=True)
class Entry:
    """What the register says of it; `body` is what a search of its words would find."""

    kind: str
    subject: str
    recipient: str
    body: str
    signer_name: str
    signer_title: str


def enter(
    actor: Actor, entry: Entry, set_pages: Callable[[str], bytes], *, at: datetime
) -> tuple[int, str]:
    """The row of the document, released, and its number in words (`43/BC-UBND`).

    Whether `actor` may was asked by the caller, whose transaction this is: the book of numbers is
    locked until it ends, and a rolled-back one gives its number back.
    """
    year = at.astimezone(VN).year
    number = take_number(actor.office_id, f"vb-{entry.kind}", year)
    office = office_on(actor.office_id, at.astimezone(VN).date())
    words = number_text(number, kinds()[entry.kind].symbol, office_symbol(committee(office)))
    row = Document.objects.create(
        uuid=uuid4(),
        ref=new_ref(),
        office_id=actor.office_id,
        kind=entry.kind,
        subject=entry.subject[:300],
        recipient=entry.recipient[:300],
        body=entry.body,
        search=search_key(f"{entry.subject[:300]} {entry.recipient[:300]}")[:700],
        standing=Standing.RELEASED,
        year=year,
        number=number,
        issued_at=at,
        signer_name=entry.signer_name[:120],
        signer_title=entry.signer_title[:120],
        file=store.store(set_pages(words), media_type=PDF, at=at),
        changed_at=at,
    )
    happened(row, Step.RELEASE, actor, at, "báo cáo lập từ số liệu")
    return row.pk, words

"""Lines of the register that no draft led to: what a room above set, and the papers of acts.

One way of numbering for all: the next number of the office, kind and year, taken inside the
transaction that uses it. A rolled-back one gives its number back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from motcua.core.clock import VN
from motcua.core.documents import Standing, Step
from motcua.core.text import search_key
from motcua.files import store
from motcua.files.models import StoredFile
from motcua.identity.actors import Actor
from motcua.organization.selectors import office_on
from motcua.papers.documents.kinds import kinds
from motcua.papers.documents.rendering import committee
from motcua.papers.documents.services import happened, new_ref
from motcua.papers.documents.signing import PDF
from motcua.papers.models import Document
from motcua.papers.numbering import take_number


@dataclass(frozen=True, slots=True)
class Entry:
    """What the register says of it; `body` is what a search of its words would find. `dossier` and
    `seq`: the dossier it belongs to, and the event a letter is printed from."""

    kind: str
    subject: str
    recipient: str
    body: str = ""
    signer_name: str = ""
    signer_title: str = ""
    dossier: int | None = None
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Number:
    """A number that was taken at an office, and how it is written on the paper (`43/BC-UBND`)."""

    office_id: int
    year: int
    number: int
    words: str


def take(office_id: int, kind: str, at: datetime) -> Number:
    """The next number of the kind at that office. The book is locked until the transaction ends."""
    day = at.astimezone(VN).date()
    number = take_number(office_id, f"vb-{kind}", day.year)
    issuer = committee(office_on(office_id, day))
    return Number(office_id, day.year, number, kinds()[kind].number_words(number, issuer))


def write_down(
    actor: Actor, entry: Entry, taken: Number, *, at: datetime, how: str,
    file: StoredFile | None = None,
) -> int:  # fmt: skip
    """The line of what was numbered, released; `how` it came about. Two statements."""
    row = Document.objects.create(
        uuid=uuid4(),
        ref=new_ref(),
        office_id=taken.office_id,
        kind=entry.kind,
        dossier_id=entry.dossier,
        seq=entry.seq,
        subject=entry.subject[:300],
        recipient=entry.recipient[:300],
        body=entry.body,
        search=search_key(f"{entry.subject[:300]} {entry.recipient[:300]}")[:700],
        standing=Standing.RELEASED,
        year=taken.year,
        number=taken.number,
        issued_at=at,
        signer_name=entry.signer_name[:120],
        signer_title=entry.signer_title[:120],
        file=file,
        changed_at=at,
    )
    happened(row, Step.RELEASE, actor, at, how)
    return row.pk


def enter(
    actor: Actor, entry: Entry, set_pages: Callable[[str], bytes], *, at: datetime
) -> tuple[int, str]:
    """The row of a document, released, whose stored bytes bear its number, and that number.

    Whether `actor` may was asked by the caller, whose transaction this is.
    """
    taken = take(actor.office_id, entry.kind, at)
    file = store.store(set_pages(taken.words), media_type=PDF, at=at)
    made = write_down(actor, entry, taken, at=at, how="báo cáo lập từ số liệu", file=file)
    return made, taken.words

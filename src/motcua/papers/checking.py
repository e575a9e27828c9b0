"""What can be said of a paper from the code on it: genuine or not, and whether it still holds."""

from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings

from motcua.core.clock import VN
from motcua.core.codes import check_characters
from motcua.core.documents import Standing, force
from motcua.core.seals import Seal, SealedPaper
from motcua.dossiers.selectors import Lookup, public_lookup
from motcua.dossiers.selectors.printed import printed_slip
from motcua.organization.selectors import office_on
from motcua.papers.documents.kinds import kinds
from motcua.papers.documents.rendering import committee, facts_of
from motcua.papers.models import Document
from motcua.papers.sealing import TITLES, digest_of, verdict

OF_DOSSIERS = (
    SealedPaper.RECEIPT, SealedPaper.LETTER, SealedPaper.CONTROL, SealedPaper.REFUND,
    SealedPaper.TAX_SLIP, SealedPaper.HANDING, SealedPaper.NOTICE,
)  # fmt: skip
"""Papers whose subject is a dossier's code."""


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What anyone may know of a document whose code they hold: `force` as in `core.documents`."""

    number: str
    kind: str
    issued_on: date | None
    force: str
    valid_from_on: date | None
    valid_until_on: date | None
    revoked_by: str


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer to one code. `fault` as in `Verdict`; without one, what the paper is.

    `as_written` is whether the dossier still says what a slip says: None where nobody can tell.
    `dossier` is where it stands; `check` its characters, for what the page leads on to.
    """

    fault: str
    title: str = ""
    seal: Seal | None = None
    as_written: bool | None = None
    dossier: Lookup | None = None
    check: str = ""
    document: DocumentFacts | None = None


def check_code(text: str, at: datetime) -> Checked:
    """What a scanned or pasted code says of its paper. At most five queries, none for a forged one.

    Its secret is the signature, so that whoever has it may see what a slip's holder may.
    """
    found = verdict(text)
    if found.seal is None:
        return Checked(found.fault)
    seal = found.seal
    if seal.paper is SealedPaper.DOCUMENT:
        return _of_document(seal, at)
    if seal.paper not in OF_DOSSIERS:
        return Checked("", TITLES[seal.paper], seal)
    check = check_characters(seal.subject, settings.MOTCUA_LOOKUP_KEY)
    stands = public_lookup(seal.subject, check, at, settings.MOTCUA_LOOKUP_KEY)
    return Checked(
        "",
        TITLES[seal.paper],
        seal,
        as_written=_as_written(seal),
        dossier=stands,
        check=check if stands is not None and stands.full else "",
    )


def _of_document(seal: Seal, at: datetime) -> Checked:
    """A document this installation does not hold (moved, restored) is genuine all the same."""
    title = TITLES[seal.paper]
    row = Document.objects.filter(ref=seal.subject).first()
    if row is None or row.issued_at is None:
        return Checked("", title, seal)
    issued_on = row.issued_at.astimezone(VN).date()
    kind = kinds()[row.kind]
    facts = DocumentFacts(
        number=kind.number_words(row.number, committee(office_on(row.office_id, issued_on))),
        kind=kind.name,
        issued_on=issued_on,
        force=force(
            Standing(row.standing), row.valid_from_on, row.valid_until_on, at.astimezone(VN).date()
        ),
        valid_from_on=row.valid_from_on,
        valid_until_on=row.valid_until_on,
        revoked_by=row.revoked_by,
    )
    same = digest_of(facts_of(row)) == seal.digest
    return Checked("", title, seal, as_written=same, document=facts)


def _as_written(seal: Seal) -> bool | None:
    if seal.paper is not SealedPaper.RECEIPT:
        return None
    slip = printed_slip(seal.subject)
    if slip is None:
        return None
    return digest_of([slip.procedure, *slip.owners]) == seal.digest and seal.until_at == (
        slip.due_at and slip.due_at.replace(second=0, microsecond=0)
    )

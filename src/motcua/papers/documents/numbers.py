"""Under which number of the register a letter stands."""

from motcua.core.clock import VN
from motcua.organization.selectors import office_on
from motcua.papers.documents.kinds import kinds
from motcua.papers.documents.rendering import committee
from motcua.papers.models import Document


def number_of(dossier: int, seq: int) -> str:
    """The number of the letter that event `seq` gave rise to, as on its paper; empty for one that
    is in no register. One query."""
    row = Document.objects.filter(dossier_id=dossier, seq=seq).first() if seq else None
    if row is None or row.issued_at is None:
        return ""
    issuer = committee(office_on(row.office_id, row.issued_at.astimezone(VN).date()))
    return kinds()[row.kind].number_words(row.number, issuer)

"""The number of an issued report, as the register has it."""

from motcua.core.clock import VN
from motcua.organization.selectors import office_on
from motcua.papers.documents.kinds import kinds
from motcua.papers.documents.rendering import committee
from motcua.reports.narrative.models import Narrative


def number_of(row: Narrative) -> str:
    """`43/BC-UBND`; empty before it is issued. No query when its document is read with it."""
    document = row.document
    if document is None or document.issued_at is None:
        return ""
    office = office_on(row.office_id, document.issued_at.astimezone(VN).date())
    return kinds()[document.kind].number_words(document.number, committee(office))

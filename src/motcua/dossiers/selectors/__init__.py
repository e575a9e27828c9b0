"""Questions about dossiers, always scoped to who asks; the answers are plain values."""

from motcua.dossiers.selectors.drafts import DraftRow, draft, drafts
from motcua.dossiers.selectors.inbox import Inbox, InboxGroup, InboxRow, inbox, waiting_counts
from motcua.dossiers.selectors.lookup import Lookup, public_lookup
from motcua.dossiers.selectors.overview import Overview, Place, behind, overview
from motcua.dossiers.selectors.page import DossierPage, dossier_page
from motcua.dossiers.selectors.receipt import ReceiptFacts, receipt_facts
from motcua.dossiers.selectors.search import (
    Found,
    Hits,
    any_dossier,
    code_in,
    offices_with_dossiers,
    search,
    to_return,
)
from motcua.dossiers.selectors.unfinished import Unfinished, unfinished

__all__ = [
    "DossierPage",
    "DraftRow",
    "Found",
    "Hits",
    "Inbox",
    "InboxGroup",
    "InboxRow",
    "Lookup",
    "Overview",
    "Place",
    "ReceiptFacts",
    "Unfinished",
    "any_dossier",
    "behind",
    "code_in",
    "dossier_page",
    "draft",
    "drafts",
    "inbox",
    "offices_with_dossiers",
    "overview",
    "public_lookup",
    "receipt_facts",
    "search",
    "to_return",
    "unfinished",
    "waiting_counts",
]

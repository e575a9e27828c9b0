"""What each page of this door tells the audit, in one table; a page that is not in it is a failing
test. `guarding` records what the table says once the page was drawn.

`OF_CODE`: the dossier in the address. `LISTED`: a list in which people are named. `ITSELF`: the
view or the service behind it records, since only they know what was shown, printed or changed.
`NOBODY`: no citizen is named on it.
"""

from collections.abc import Callable, Mapping
from enum import Enum

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from motcua.audit.recording import record
from motcua.core.codes import normalize
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty, Scope, scope_of
from motcua.organization.timekeeping import real_now

MOST_SUBJECT = 80


class Tells(Enum):
    """How a page's views come to the audit."""

    OF_CODE = "of_code"
    LISTED = "listed"
    ITSELF = "itself"
    NOBODY = "nobody"


_OF_CODE, _LISTED, _ITSELF, _NOBODY = Tells.OF_CODE, Tells.LISTED, Tells.ITSELF, Tells.NOBODY

PAGES: Mapping[str, Tells] = {
    # signing in; one's own position and password
    "front": _NOBODY, "sign-in": _ITSELF, "sign-out": _ITSELF, "position": _NOBODY,
    "password": _ITSELF, "help": _NOBODY,
    # the counter: what the clerk types is theirs; somebody known is noted when shown
    "counter": _ITSELF, "procedures": _NOBODY, "known": _ITSELF, "preview": _NOBODY,
    "draft": _NOBODY, "draft-drop": _NOBODY, "at-once": _LISTED, "find": _ITSELF,
    "receipts": _ITSELF, "receipt": _ITSELF,
    # lists
    "opinions": _LISTED,
    "inbox": _LISTED, "inbox-counts": _NOBODY, "inbox-views": _NOBODY, "workload": _NOBODY,
    "workload-behind": _LISTED, "workload-give": _LISTED, "warnings": _NOBODY,
    "warning": _NOBODY, "warnings-mail": _NOBODY, "wall": _NOBODY, "together": _LISTED,
    "dossiers": _LISTED, "morning": _LISTED, "morning-list": _LISTED, "morning-paper": _ITSELF,
    "arriving": _LISTED, "posting": _LISTED, "posting-list": _LISTED, "sending": _LISTED,
    "overview": _NOBODY, "behind": _LISTED, "lateness": _NOBODY, "lateness-behind": _LISTED,
    "returning": _LISTED, "shelve": _LISTED, "uncollected": _LISTED,
    "uncollected-paper": _ITSELF, "handed": _ITSELF, "handed-paper": _ITSELF,
    # letters, control sheet, register, hand-over lists: what is printed is noted by `papers`
    "letter": _ITSELF, "control": _OF_CODE, "control-paper": _ITSELF, "register": _LISTED,
    "register-volume": _ITSELF, "register-file": _ITSELF, "handover-lists": _NOBODY,
    "handover-make": _LISTED, "handover-list": _LISTED, "handover-paper": _ITSELF,
    "batches": _NOBODY, "batch-file": _ITSELF, "batch-act": _NOBODY,
    "fill": _OF_CODE, "templates": _NOBODY, "template-sample": _NOBODY, "template-act": _NOBODY,
    "forms": _NOBODY, "form-specimen": _NOBODY, "admin-mark": _ITSELF, "mark-preview": _NOBODY,
    # documents of the office: a list in which people may be named; what is printed is noted
    "documents": _LISTED, "document-new": _NOBODY, "document": _LISTED, "document-change": _LISTED,
    "documents-sign": _LISTED, "document-paper": _ITSELF, "documents-workbook": _ITSELF,
    "documents-register": _ITSELF, "admin-keys": _ITSELF, "admin-key-remove": _ITSELF,
    # one dossier
    "dossier": _ITSELF, "unmask": _ITSELF, "received": _OF_CODE, "refused": _OF_CODE,
    "guided": _OF_CODE,
    "return-one": _ITSELF, "correct": _OF_CODE, "act": _OF_CODE, "who-looked": _ITSELF,
    # files of a dossier: the list names no more than the dossier; what was shown is noted itself
    "files": _OF_CODE, "file": _ITSELF, "file-picture": _ITSELF, "file-download": _ITSELF,
    "files-all": _ITSELF, "file-remove": _OF_CODE,
    "scans": _LISTED, "scan-picture": _ITSELF,
    # figures, without people
    "rescheduling": _NOBODY, "apologies": _NOBODY, "reasons": _NOBODY, "reason-keep": _NOBODY,
    "reports": _NOBODY,
    "report": _NOBODY, "report-drill": _NOBODY,
    "report-download": _ITSELF, "report-sheet": _NOBODY, "report-dossiers": _NOBODY,
    "report-file": _ITSELF, "collection-days": _NOBODY, "catalogue": _NOBODY,
    "procedure": _NOBODY, "boards": _NOBODY, "board": _ITSELF, "board-paper": _NOBODY,
    "quality": _NOBODY, "changes": _NOBODY, "quality-csv": _ITSELF,
    "confirming": _NOBODY, "confirmation-approve": _ITSELF, "confirmation-withdraw": _ITSELF,
    "sights": _NOBODY, "sight-on-time": _NOBODY, "sight-arrivals": _NOBODY,
    "sight-waiting": _NOBODY, "sight-behind": _NOBODY,
    "sight-behind-away": _ITSELF, "report-dossiers-away": _ITSELF,
    # the narrative report and what desks have: figures without people; files are noted
    "narratives": _NOBODY, "narrative": _NOBODY, "narrative-write": _NOBODY,
    "narrative-compare": _NOBODY, "narrative-behind": _NOBODY, "narrative-file": _ITSELF,
    "desk-conditions": _NOBODY, "desk-conditions-one": _NOBODY, "desk-conditions-budget": _ITSELF,
    # figures collected from below: no people; files are noted
    **dict.fromkeys(
        ("consolidations", "consolidation", "consolidation-sheet", "consolidation-parts",
         "consolidation-dossiers", "consolidation-unit", "consolidation-enter",
         "consolidation-template", "consolidation-compare", "consolidation-paper"),
        _NOBODY,
    ),
    "consolidation-file": _ITSELF, "consolidation-paper-file": _ITSELF,
    "consolidation-dossiers-away": _ITSELF,
    # what people say of the office: figures open dossiers, complaints are noted by their number
    "rate": _NOBODY, "feedback": _NOBODY, "feedback-behind": _NOBODY, "feedback-csv": _ITSELF,
    "complaints": _NOBODY, "complaint-new": _ITSELF, "complaint": _ITSELF,
    "complaint-give": _ITSELF, "complaint-answer": _ITSELF, "complaint-slip": _NOBODY,
    "complaints-paper": _ITSELF, "complaint-paper": _ITSELF,
    # money: who owes, who paid; prints and what is cancelled are noted by `fees`
    "money": _LISTED, "bill": _OF_CODE, "fee-receipts": _LISTED, "fee-receipt": _LISTED,
    "fee-receipt-paper": _ITSELF, "fee-receipt-xml": _ITSELF, "fee-books": _NOBODY,
    "fee-book": _LISTED, "cash": _NOBODY, "cash-day": _NOBODY,
    "bill-correct": _OF_CODE, "bill-transfer": _OF_CODE, "refund-ask": _LISTED,
    "refunds": _LISTED, "refund": _LISTED, "refund-paper": _ITSELF, "statement": _LISTED,
    "statement-sample": _NOBODY, "statement-match": _LISTED, "fee-office": _ITSELF,
    "obligations": _LISTED, "obligation": _OF_CODE, "tax-slip": _ITSELF,
    "cash-sheet": _NOBODY, "cash-sheet-file": _ITSELF,
    # notices to citizens
    "notices": _NOBODY, "notice": _LISTED, "notice-calls": _ITSELF, "notice-post": _LISTED,
    "notice-paper": _ITSELF, "notice-trial": _LISTED, "admin-notices": _NOBODY,
    "admin-notice-trial": _ITSELF, "admin-wording": _ITSELF,
    # officials and offices: each change is noted by its service
    **dict.fromkeys(
        ("administration", "admin-posts", "admin-parts", "admin-calendar", "admin-lending",
         "admin-roster-sample", "admin-care", "admin-jobs", "admin-trail", "admin-person"),
        _NOBODY,
    ),
    **dict.fromkeys(
        ("admin-new-person", "admin-rename", "admin-place", "admin-close", "admin-let-in",
         "register-imports", "register-import", "register-import-act", "register-import-bad",
         "admin-leave", "admin-part", "admin-part-end", "admin-calendar-year", "admin-lend",
         "admin-lend-end", "admin-roster", "admin-job", "admin-trail-export"),
        _ITSELF,
    ),
}  # fmt: skip
"""Pages of rooms that hold no people are named by their beginning in `WITHOUT_PEOPLE`."""

WITHOUT_PEOPLE = ("promulgation", "process", "reorganization")


def tells(name: str) -> Tells | None:
    """What the page of that address tells; None for one nobody thought of."""
    if name.startswith(WITHOUT_PEOPLE):
        return Tells.NOBODY
    return PAGES.get(name)


def touched(request: HttpRequest, response: HttpResponseBase, actor: Actor) -> None:
    """Record that people were shown, when the page was drawn. At most one statement."""
    found = request.resolver_match
    name = found.url_name if found and found.url_name else ""
    how = _HOW.get(tells(name) or Tells.NOBODY)
    if how is None or 300 <= response.status_code < 400 or response.status_code in (403, 404):
        return
    kind, subject = how(name, found.kwargs if found else {})
    if kind == "list" and name in ("behind", "lateness-behind") and _masked(actor):
        return
    record(
        "view_dossier" if kind == "dossier" else "view_list",
        at=real_now(),
        account=actor.account_uuid,
        position=actor.position_uuid,
        office=actor.office_slug,
        subject_kind=kind,
        subject=subject[:MOST_SUBJECT],
    )


def _masked(actor: Actor) -> bool:
    """An office above sees figures and holders without the people."""
    return scope_of(actor, Duty.OVERVIEW) is Scope.BELOW


def _of_code(name: str, kwargs: Mapping[str, object]) -> tuple[str, str]:
    return "dossier", normalize(str(kwargs.get("code", "")))


def _listed(name: str, kwargs: Mapping[str, object]) -> tuple[str, str]:
    return "list", f"{name} {kwargs['kind']}" if "kind" in kwargs else name


_HOW: Mapping[Tells, Callable[[str, Mapping[str, object]], tuple[str, str]]] = {
    Tells.OF_CODE: _of_code,
    Tells.LISTED: _listed,
}

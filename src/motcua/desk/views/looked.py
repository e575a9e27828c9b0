"""Ai đã xem hồ sơ này: the audit of one dossier. Looking here is noted too."""

from django.http import Http404, HttpResponse

from motcua.core.refusal import Refused
from motcua.desk import auditing
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.rendering import page
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.looked import who_looked as looked_at
from motcua.identity.grants import Duty


@official(Duty.WHO_LOOKED)
def who_looked(request: DeskRequest, code: str) -> HttpResponse:
    """Newest first, at most two hundred. No citizen is named here."""
    try:
        found, rows = looked_at(code, request.actor)
    except Refused as refused:
        raise Http404(sentence(refused)) from None
    auditing.trail_viewed(request, found)
    opens = may(request.actor, Duty.OPEN, Duty.OVERVIEW)
    context = {"code": found, "rows": rows, "opens": opens}
    return page(request, "desk/looked.html", context, here="inbox")

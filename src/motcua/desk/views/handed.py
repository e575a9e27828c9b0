"""After a handing over: what left, the paper to sign for it, and the next person."""

from uuid import UUID

from django.http import Http404, HttpResponse

from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.desk import auditing
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import page
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.handed import Handing, handing
from motcua.fees.selectors.bills import receipts_of_key
from motcua.organization.timekeeping import real_now
from motcua.papers.handing import handing_pdf


@official(Act.RETURN_RESULT)
def handed(request: DeskRequest, key: UUID) -> HttpResponse:
    """The results that one button handed out."""
    shown = _load(request, key)
    for row in shown.results:
        auditing.viewed(request, row.code)
    context = {"handing": shown, "key": key, "receipts": receipts_of_key(key)}
    return page(request, "desk/handed.html", context, here="return")


@official(Act.RETURN_RESULT)
def handed_paper(request: DeskRequest, key: UUID) -> HttpResponse:
    """The paper the collector signs."""
    try:
        paid = sum(one.amount_vnd for one in receipts_of_key(key))
        made = handing_pdf(request.actor, key, request.at, real_now(), paid)
    except Refused as refused:
        raise Http404(sentence(refused)) from None
    headers = {"Content-Disposition": 'inline; filename="tra-ket-qua.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def _load(request: DeskRequest, key: UUID) -> Handing:
    try:
        return handing(request.actor, key)
    except Refused as refused:
        raise Http404(sentence(refused)) from None

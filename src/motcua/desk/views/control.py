"""The control sheet of a dossier: who held it from when to when, on screen and on paper."""

from django.http import Http404, HttpResponse

from motcua.core.refusal import Refused
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.rendering import page
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.control import control_sheet
from motcua.identity.grants import Duty
from motcua.organization.timekeeping import real_now
from motcua.papers.control import control_pdf, regime_of


@official(Duty.OPEN)
def control(request: DeskRequest, code: str) -> HttpResponse:
    """The sheet as it stands."""
    try:
        sheet = control_sheet(code, request.actor)
    except Refused as refused:
        raise Http404(sentence(refused)) from None
    context = {"sheet": sheet, "regime": regime_of(sheet)}
    return page(request, "desk/papers/control.html", context, here="inbox")


@official(Duty.OPEN)
def control_paper(request: DeskRequest, code: str) -> HttpResponse:
    """The same as PDF, landscape."""
    try:
        made = control_pdf(code, request.actor, request.at, real_now())
    except Refused as refused:
        raise Http404(sentence(refused)) from None
    headers = {"Content-Disposition": f'inline; filename="phieu-kiem-soat-{code}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)

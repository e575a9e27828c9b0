"""Papers of a dossier as PDF; `papers` makes them and notes each print in the audit."""

from django.http import Http404, HttpResponse

from motcua.core.refusal import Refused
from motcua.desk.guarding import DeskRequest, official
from motcua.dossiers.refusals import sentence
from motcua.identity.grants import Duty
from motcua.organization.timekeeping import real_now
from motcua.papers.services import receipt_pdf


@official(Duty.OPEN)
def receipt(request: DeskRequest, code: str) -> HttpResponse:
    """Giấy tiếp nhận hồ sơ và hẹn trả kết quả, two copies on one sheet."""
    try:
        made = receipt_pdf(code, request.actor, real_now())
    except Refused as refused:
        raise Http404(sentence(refused)) from None
    headers = {"Content-Disposition": f'inline; filename="giay-hen-{code}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)

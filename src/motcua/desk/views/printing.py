"""Papers of a dossier as PDF; `papers` makes them and notes each print in the audit."""

from collections.abc import Sequence

from django.http import Http404, HttpResponse

from motcua.core.refusal import Refused
from motcua.desk.carrying import codes_in
from motcua.desk.guarding import DeskRequest, official
from motcua.dossiers.refusals import sentence
from motcua.fees.selectors.transfers import pays_of
from motcua.identity.grants import Duty
from motcua.organization.timekeeping import real_now
from motcua.papers.services import receipts_pdf


@official(Duty.OPEN)
def receipt(request: DeskRequest, code: str) -> HttpResponse:
    """Giấy tiếp nhận hồ sơ và hẹn trả kết quả, two copies on one sheet."""
    return _slips(request, [code], f"giay-hen-{code}.pdf")


@official(Duty.OPEN)
def receipts(request: DeskRequest) -> HttpResponse:
    """The slips of several dossiers, each code once as `ma`, in one PDF."""
    codes = codes_in(" ".join(request.GET.getlist("ma")))
    if not codes:
        raise Http404("Chưa chọn hồ sơ nào để in giấy hẹn.")
    return _slips(request, codes, "giay-hen.pdf")


def _slips(request: DeskRequest, codes: Sequence[str], name: str) -> HttpResponse:
    try:
        made = receipts_pdf(codes, request.actor, request.at, real_now(), pays_of(codes))
    except Refused as refused:
        raise Http404(sentence(refused)) from None
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)

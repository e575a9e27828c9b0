"""Letters that acts gave rise to, to print and sign; `papers` makes them and notes each print."""

from django.http import Http404, HttpResponse

from motcua.core.refusal import Refused
from motcua.desk.guarding import DeskRequest, official
from motcua.dossiers.refusals import sentence
from motcua.identity.grants import Duty
from motcua.organization.timekeeping import real_now
from motcua.papers.letters import letter_pdf


@official(Duty.OPEN)
def letter(request: DeskRequest, code: str, seq: int) -> HttpResponse:
    """The letter of one event of the dossier."""
    try:
        made = letter_pdf(code, seq, request.actor, request.at, real_now())
    except Refused as refused:
        raise Http404(sentence(refused)) from None
    headers = {"Content-Disposition": f'inline; filename="van-ban-{code}-{seq}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)

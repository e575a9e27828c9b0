"""Papers of a dossier as PDF. What they say comes from the dossier, how they look from `papers`."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils.http import urlencode

from motcua.core.clock.words import allowance_words
from motcua.core.codes import check_characters
from motcua.core.refusal import Refused
from motcua.desk import auditing
from motcua.desk.guarding import DeskRequest, official
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.receipt import ReceiptFacts, receipt_facts
from motcua.identity.grants import Duty
from motcua.organization.timekeeping import is_demonstration
from motcua.papers.receipt import Paper, Receipt, fee_words, render

KINDS = {
    "original": "Bản chính",
    "certified": "Bản sao chứng thực",
    "copy": "Bản sao",
    "electronic": "Bản điện tử",
}
RESULT_BY = {"desk": "Tại quầy", "post": "Qua bưu điện"}


@official(Duty.OPEN)
def receipt(request: DeskRequest, code: str) -> HttpResponse:
    """Giấy tiếp nhận hồ sơ và hẹn trả kết quả, two copies on one sheet."""
    try:
        facts = receipt_facts(code, request.actor)
    except Refused as refused:
        raise Http404(sentence(refused)) from None
    auditing.printed(request, facts.code, "receipt")
    headers = {"Content-Disposition": f'inline; filename="giay-hen-{facts.code}.pdf"'}
    return HttpResponse(render(_slip(facts)), content_type="application/pdf", headers=headers)


def _slip(facts: ReceiptFacts) -> Receipt:
    first = facts.owners[0]
    check = check_characters(facts.code, settings.MOTCUA_LOOKUP_KEY)
    return Receipt(
        code=facts.code,
        office=facts.office.name,
        desk=facts.office.desk_name,
        place=facts.office.place_name,
        owner=", ".join(owner.name for owner in facts.owners),
        owner_address=first.address,
        owner_id=first.id_number,
        owner_phone=first.phone,
        submitter=facts.submitter.name if facts.submitter else "",
        procedure=facts.version.name,
        papers=[
            Paper(paper.name, KINDS.get(paper.kind, paper.kind), paper.copies)
            for paper in facts.components
            if paper.applies
        ],
        copies=facts.copies,
        term=allowance_words(facts.version.allowance),
        received_at=facts.received_at,
        due_at=facts.due_at,
        provisional=facts.provisional,
        result_by=RESULT_BY.get(facts.result_by, facts.result_by),
        fee=fee_words("", facts.fee_vnd),
        issuer=facts.issuer,
        lookup_url=_lookup_url(facts.code, check),
        check=check,
        demonstration=is_demonstration(),
    )


def _lookup_url(code: str, check: str) -> str:
    """The citizens' address of this dossier; empty while the installation has no public one."""
    public = settings.MOTCUA_PUBLIC_URL
    try:
        where = reverse("portal:lookup")
    except NoReverseMatch:
        return ""
    return f"{public.rstrip('/')}{where}?{urlencode({'ma': code, 'kt': check})}" if public else ""

"""Land's financial obligation: what waits, the notice of one dossier, its proof, the slip."""

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.obligations import NoticeForm, ProofForm, SlipForm
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import key_from, seq_from, value
from motcua.desk.views.money.frame import under_tabs
from motcua.dossiers import refusals
from motcua.dossiers.asked import Asked
from motcua.fees.printing import slip_pdf
from motcua.fees.refusals import sentence
from motcua.fees.selectors.obligations import ObligationPage, page_of, waiting
from motcua.fees.services.obligations import make_slip, notice_in, proof_in, remind
from motcua.identity.grants import Duty


@official(Duty.OBLIGATIONS)
def listing(request: DeskRequest) -> HttpResponse:
    """What is not paid yet, the first due first; pressed, that the owner was told again."""
    fault = ""
    if request.method == "POST":
        try:
            remind(UUID(value(request.POST, "notice")), by=request.actor, at=request.at)
            back = HttpResponseRedirect(reverse("desk:obligations"))
            return toasts.leave(back, toasts.Toast("Đã ghi lần nhắc."))
        except ValueError:
            fault = said(Refused("unknown_notice"))
        except Refused as refused:
            fault = said(refused)
    rows = waiting(request.actor, request.at.date())
    context = {
        "rows": rows,
        "overdue": sum(row.standing == "overdue" for row in rows),
        "fault": fault,
    }
    status = 409 if fault else 200
    return under_tabs(request, "obligations", "obligations", context, status)


@official(Duty.OBLIGATIONS)
def one(request: DeskRequest, code: str) -> HttpResponse:
    """The notices of one dossier with what may be done about them."""
    shown = _load(request, code)
    doing = DOINGS.get(value(request.POST, "do"))
    if request.method == "POST" and doing is not None:
        return doing(request, shown)
    return _draw(request, shown)


@official(Duty.OBLIGATIONS)
def slip(request: DeskRequest, code: str, uuid: UUID) -> HttpResponse:
    """The transfer slip as PDF."""
    shown = _load(request, code)
    found = next((row for row in shown.slips if row.uuid == uuid), None)
    if found is None:
        raise Http404("no such slip")
    headers = {"Content-Disposition": 'inline; filename="phieu-chuyen-thue.pdf"'}
    made = slip_pdf(request.actor, shown, found, request.at)
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def said(refused: Refused) -> str:
    """The sentence of the room that refused."""
    return sentence(refused) or refusals.sentence(refused)


def _notice(request: DeskRequest, shown: ObligationPage) -> HttpResponse:
    form = NoticeForm(request.POST, today=request.at.date())
    if not form.is_valid():
        return _draw(request, shown, notice=form, status=422)
    try:
        notice_in(_asked(request, shown), form.notice(), key=key_from(request.POST))
    except Refused as refused:
        form.add_error(None, said(refused))
        return _draw(request, shown, notice=form, status=409)
    return _back(shown, "Đã ghi thông báo thuế.")


def _proof(request: DeskRequest, shown: ObligationPage) -> HttpResponse:
    form = ProofForm(request.POST)
    if not form.is_valid():
        return _draw(request, shown, proof=form, status=422)
    given = form.cleaned_data
    try:
        proof_in(
            _asked(request, shown),
            UUID(value(request.POST, "notice")),
            proof=given["proof"],
            paid_on=given["paid_on"],
            key=key_from(request.POST),
            levies=[int(one) for one in request.POST.getlist("levy") if one.isdecimal()],
        )
    except ValueError:
        form.add_error(None, said(Refused("unknown_notice")))
        return _draw(request, shown, proof=form, status=409)
    except Refused as refused:
        form.add_error(None, said(refused))
        return _draw(request, shown, proof=form, status=409)
    return _back(shown, "Đã ghi chứng từ nộp tiền.")


def _slip(request: DeskRequest, shown: ObligationPage) -> HttpResponse:
    form = SlipForm(request.POST)
    if not form.is_valid():
        return _draw(request, shown, slipping=form, status=422)
    make_slip(shown.dossier, form.cleaned_data, by=request.actor, at=request.at)
    return _back(shown, "Đã lập phiếu chuyển thông tin.")


DOINGS: dict[str, Callable[[DeskRequest, ObligationPage], HttpResponse]] = {
    "notice": _notice,
    "proof": _proof,
    "slip": _slip,
}


def _asked(request: DeskRequest, shown: ObligationPage) -> Asked:
    return Asked(shown.dossier, seq_from(request.POST), request.at, request.actor)


def _back(shown: ObligationPage, words: str) -> HttpResponse:
    back = HttpResponseRedirect(reverse("desk:obligation", args=[shown.code]))
    return toasts.leave(back, toasts.Toast(words))


def _load(request: DeskRequest, code: str) -> ObligationPage:
    try:
        return page_of(request.actor, code, request.at.date())
    except Refused as refused:
        raise Http404(said(refused)) from None


def _draw(
    request: DeskRequest,
    shown: ObligationPage,
    *,
    notice: NoticeForm | None = None,
    proof: ProofForm | None = None,
    slipping: SlipForm | None = None,
    status: int = 200,
) -> HttpResponse:
    sent = [form for form in (notice, proof, slipping) if form is not None]
    context: dict[str, Any] = {
        "shown": shown,
        "notice": notice or NoticeForm(today=request.at.date()),
        "proof": proof or ProofForm(initial={"paid_on": request.at.date()}),
        "slipping": slipping or SlipForm(),
        "may_enter": may(request.actor, Act.SUSPEND),
        "may_prove": may(request.actor, Act.RESUME),
        "faults": fields_faults(sent),
        "key": uuid4(),
    }
    return under_tabs(request, "obligation", "obligations", context, status)

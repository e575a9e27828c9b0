"""Refunds: asked for from a receipt, decided by a leader, paid out by the desk, on paper."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.desk import toasts
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.money import RefundForm
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import value
from motcua.desk.views.money.frame import under_tabs
from motcua.fees.printing import refund_pdf
from motcua.fees.refusals import sentence
from motcua.fees.selectors import receipts
from motcua.fees.selectors.refunds import RefundRow, refund, refunds
from motcua.fees.services.refunds import ask_refund, decide_refund, pay_refund
from motcua.identity.grants import Duty

SAID = {"approve": "Đã duyệt hoàn phí.", "decline": "Đã trả lời không hoàn.", "pay": "Đã chi hoàn."}


@official(Duty.COLLECT, Duty.APPROVE_REFUND)
def listing(request: DeskRequest) -> HttpResponse:
    """The newest first."""
    return under_tabs(request, "refunds", "refunds", {"rows": refunds(request.actor)})


@official(Duty.COLLECT)
def ask(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """How much of one receipt goes back, and why."""
    try:
        shown = receipts.receipt(request.actor, uuid)
    except Refused as refused:
        raise Http404(sentence(refused) or "") from None
    usual = {"amount": shown.row.amount_vnd}
    form = RefundForm(request.POST if request.method == "POST" else None, initial=usual)
    status = 200
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            made = ask_refund(
                uuid,
                amount_vnd=given["amount"],
                reason=given["reason"],
                by=request.actor,
                at=request.at,
            )
            back = HttpResponseRedirect(reverse("desk:refund", args=[made]))
            return toasts.leave(back, toasts.Toast("Đã gửi đề nghị hoàn phí, chờ lãnh đạo duyệt."))
        except Refused as refused:
            form.add_error(None, sentence(refused) or refused.code)
            status = 409
    elif form.is_bound:
        status = 422
    faults = fields_faults([form])
    context = {"shown": shown, "form": form, "faults": faults}
    return under_tabs(request, "refund_ask", "refunds", context, status)


@official(Duty.COLLECT, Duty.APPROVE_REFUND)
def one(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """One refund with what this position may do about it."""
    fault = ""
    doing = value(request.POST, "do")
    if request.method == "POST" and doing in SAID:
        try:
            _act(request, uuid, doing)
            back = HttpResponseRedirect(reverse("desk:refund", args=[uuid]))
            return toasts.leave(back, toasts.Toast(SAID[doing]))
        except Refused as refused:
            fault = sentence(refused) or refused.code
    shown = _load(request, uuid)
    decides = may(request.actor, Duty.APPROVE_REFUND) and not shown.own
    context = {
        "shown": shown,
        "fault": fault,
        "may_decide": decides and shown.standing == "asked",
        "may_pay": may(request.actor, Duty.COLLECT) and shown.standing == "approved",
    }
    return under_tabs(request, "refund", "refunds", context, 409 if fault else 200)


@official(Duty.COLLECT, Duty.APPROVE_REFUND)
def paper(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The paper of a refund that was approved."""
    shown = _load(request, uuid)
    if not shown.number:
        raise Http404("Chưa duyệt nên chưa có phiếu.")
    headers = {"Content-Disposition": 'inline; filename="phieu-hoan-phi.pdf"'}
    made = refund_pdf(request.actor, shown, request.at)
    return HttpResponse(made, content_type="application/pdf", headers=headers)


def _act(request: DeskRequest, uuid: UUID, doing: str) -> None:
    if doing == "pay":
        pay_refund(uuid, by=request.actor, at=request.at)
        return
    words = clean(value(request.POST, "decision"))[:300]
    approved = doing == "approve"
    decide_refund(uuid, approved=approved, decision=words, by=request.actor, at=request.at)


def _load(request: DeskRequest, uuid: UUID) -> RefundRow:
    try:
        return refund(request.actor, uuid)
    except Refused as refused:
        raise Http404(sentence(refused) or "") from None

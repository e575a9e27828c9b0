"""The cash book: one's own drawer from its opening to its closing, and the days of the office."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.money import ClosingForm, HandInForm, OpeningForm
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import value
from motcua.desk.views.money.frame import under_tabs
from motcua.desk.views.money.paying import begin_day
from motcua.fees.refusals import sentence
from motcua.fees.selectors.drawers import carried, drawer, drawers, open_drawer_of
from motcua.fees.services import close_drawer, hand_in, sign_drawer
from motcua.identity.grants import Duty

SHOWN_DAYS = 92
FORMS: dict[str, type[forms.Form]] = {
    "open": OpeningForm,
    "hand-in": HandInForm,
    "close": ClosingForm,
}
SAID = {
    "open": "Đã mở sổ quỹ.",
    "hand-in": "Đã ghi tiền nộp.",
    "close": "Đã khoá sổ quỹ. Nhờ người thứ hai ký.",
}


@official(Duty.COLLECT, Duty.SIGN_CASH)
def cash_book(request: DeskRequest) -> HttpResponse:
    """One's own open day with its forms, and the days before; all of the office for who signs."""
    doing = value(request.POST, "do")
    if request.method == "POST" and doing in FORMS:
        return _do(request, doing)
    return _draw(request)


@official(Duty.COLLECT, Duty.SIGN_CASH)
def cash_day(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """One day with every movement; pressed, it is signed."""
    fault = ""
    if request.method == "POST":
        try:
            sign_drawer(uuid, by=request.actor, at=request.at)
            back = HttpResponseRedirect(reverse("desk:cash-day", args=[uuid]))
            return toasts.leave(back, toasts.Toast("Đã ký xác nhận ngày sổ quỹ."))
        except Refused as refused:
            fault = sentence(refused) or refused.code
    try:
        shown = drawer(request.actor, uuid)
    except Refused as refused:
        raise Http404(sentence(refused) or "") from None
    signs = may(request.actor, Duty.SIGN_CASH) and not shown.row.own
    context = {
        "shown": shown,
        "fault": fault,
        "may_sign": signs and bool(shown.row.closed_at) and not shown.row.signed_at,
    }
    status = 409 if fault else 200
    return under_tabs(request, "cash_day", "cash", context, status)


def _do(request: DeskRequest, doing: str) -> HttpResponse:
    form = FORMS[doing](request.POST)
    if not form.is_valid():
        return _draw(request, doing, form, status=422)
    try:
        _act(request, doing, form)
    except Refused as refused:
        form.add_error(None, sentence(refused) or refused.code)
        return _draw(request, doing, form, status=409)
    return toasts.leave(HttpResponseRedirect(reverse("desk:cash")), toasts.Toast(SAID[doing]))


def _act(request: DeskRequest, doing: str, form: Any) -> None:
    given = form.cleaned_data
    if doing == "open":
        begin_day(request, form)
    elif doing == "hand-in":
        hand_in(by=request.actor, at=request.at, amount_vnd=given["amount"], paper=given["paper"])
    else:
        close_drawer(
            by=request.actor, at=request.at, counted_vnd=given["counted"], reason=given["reason"]
        )


def _draw(
    request: DeskRequest, doing: str = "", form: Any = None, status: int = 200
) -> HttpResponse:
    until = request.at.date() + timedelta(days=7)
    mine = open_drawer_of(request.actor)
    shown = {name: form if name == doing else kind() for name, kind in FORMS.items()}
    if doing != "open":
        shown["open"] = OpeningForm(initial={"opening": carried(request.actor)})
    if doing != "hand-in" and mine is not None:
        shown["hand-in"] = HandInForm(initial={"amount": mine.row.expected_vnd or None})
    context = {
        "mine": mine,
        "collects": may(request.actor, Duty.COLLECT),
        "rows": drawers(request.actor, until - timedelta(days=SHOWN_DAYS), until),
        "opening": shown["open"],
        "handing": shown["hand-in"],
        "closing": shown["close"],
        "faults": fields_faults([form]) if form is not None else [],
    }
    return under_tabs(request, "cash", "cash", context, status)

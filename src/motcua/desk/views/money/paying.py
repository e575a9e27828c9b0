"""Who of this desk still owes, and the money for one dossier: cash, or a transfer that was seen."""

from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from motcua.core.money import format_vnd
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.forms.money import CashForm, CorrectForm, OpeningForm
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import key_from, value
from motcua.desk.rail import MONEY
from motcua.desk.views.money.drawing import draw, load, tariff_of
from motcua.desk.views.money.frame import tabs, under_tabs
from motcua.fees.selectors.bills import BillPage, owing
from motcua.fees.selectors.drawers import open_drawer_of
from motcua.fees.selectors.transfers import asked_of
from motcua.fees.services import Paying, Taken, open_drawer, take
from motcua.fees.services.lines import correct_bill
from motcua.fees.services.transfers import ask_transfer, confirm_transfer
from motcua.identity.grants import Duty


@official(*MONEY, Duty.OBLIGATIONS)
def money(request: DeskRequest) -> HttpResponse:
    """Who owes, and how the drawer stands; who takes no money goes on to the first page there is
    for them."""
    if not may(request.actor, Duty.COLLECT):
        return HttpResponseRedirect(tabs(request, "")[0].url)
    rows = owing(request.actor)
    context = {
        "rows": rows,
        "total": sum(row.owed_vnd for row in rows),
        "drawer": open_drawer_of(request.actor),
    }
    return under_tabs(request, "owing", "owing", context)


@official(Duty.COLLECT)
def bill(request: DeskRequest, code: str) -> HttpResponse:
    """What a dossier costs; pressed, cash is taken and the receipt is there to print."""
    shown = load(request, code)
    if request.method == "POST":
        return _take(request, shown)
    return draw(request, shown)


@official(Duty.COLLECT)
@require_POST
def transfer(request: DeskRequest, code: str) -> HttpResponse:
    """Ask for a transfer under a reference; or say that it was seen, and make the receipt."""
    shown = load(request, code)
    try:
        if value(request.POST, "do") == "seen":
            return _receipt(_seen(request, shown), "Đã ghi {} chuyển khoản.")
        ask_transfer(shown.dossier, by=request.actor, at=request.at)
    except Refused as refused:
        return draw(request, shown, refused=refused, status=409)
    return HttpResponseRedirect(reverse("desk:bill", args=[shown.code]) + "#chuyen-khoan")


@official(Duty.COLLECT)
@require_POST
def correct(request: DeskRequest, code: str) -> HttpResponse:
    """Take back every line that stands, and reckon anew by the tariff and what was counted."""
    shown = load(request, code)
    form, tariff = CorrectForm(request.POST), tariff_of(shown, request.POST)
    if not form.is_valid() or not tariff.is_valid():
        return draw(request, shown, correcting=form, tariff=tariff, status=422)
    try:
        correct_bill(
            shown.dossier,
            taken_back=[line.id for line in shown.lines if line.open],
            added=tariff.lines(None),
            reason=form.cleaned_data["reason"],
            by=request.actor,
            at=request.at,
        )
    except Refused as refused:
        return draw(request, shown, correcting=form, tariff=tariff, refused=refused, status=409)
    back = HttpResponseRedirect(reverse("desk:bill", args=[shown.code]))
    return toasts.leave(back, toasts.Toast("Đã sửa phiếu phí."))


def begin_day(request: DeskRequest, opening: OpeningForm) -> None:
    """Open the drawer with what the form says; in the caller's transaction."""
    given = opening.cleaned_data
    open_drawer(
        by=request.actor,
        at=request.at,
        counted_vnd=given["opening"],
        words=given["opening_note"],
    )


def _take(request: DeskRequest, shown: BillPage) -> HttpResponse:
    form = CashForm(request.POST)
    opening = None if open_drawer_of(request.actor) else OpeningForm(request.POST)
    if not form.is_valid() or (opening is not None and not opening.is_valid()):
        return draw(request, shown, form=form, opening=opening, status=422)
    given = form.cleaned_data
    asked = Paying(
        shown.dossier, request.at, given["amount"], given["payer"], given["payer_address"]
    )
    try:
        with transaction.atomic():
            if opening is not None:
                begin_day(request, opening)
            (taken,) = take([asked], by=request.actor, key=key_from(request.POST))
    except Refused as refused:
        return draw(request, shown, form=form, opening=opening, refused=refused, status=409)
    change = f" Trả lại khách {format_vnd(form.change)}." if form.change else ""
    return _receipt(taken, f"Đã thu {{}}.{change}")


def _seen(request: DeskRequest, shown: BillPage) -> Taken:
    asked = asked_of(shown.dossier)
    if asked is None:
        raise Refused("unknown_demand")
    return confirm_transfer(asked.uuid, by=request.actor, at=request.at)


def _receipt(taken: Taken, words: str) -> HttpResponse:
    back = HttpResponseRedirect(reverse("desk:fee-receipt", args=[taken.receipt]))
    return toasts.leave(back, toasts.Toast(words.format(format_vnd(taken.amount_vnd))))

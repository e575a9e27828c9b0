"""Receipts: one, printed, as XML, cancelled or replaced; lists; books and their registers."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.refusal import Refused
from motcua.core.text import clean
from motcua.desk import toasts
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.money import BookForm, MendingForm
from motcua.desk.guarding import DeskRequest, may, official
from motcua.desk.parsing import value
from motcua.desk.rail import MONEY
from motcua.desk.views.money.frame import under_tabs
from motcua.fees.printing import receipt_pdf, receipt_xml
from motcua.fees.refusals import sentence
from motcua.fees.regimes import in_force
from motcua.fees.selectors import receipts as selectors
from motcua.fees.selectors.receipts import ReceiptPage
from motcua.fees.services import cancel_receipt, close_book, open_book, replace_receipt
from motcua.identity.actors import Actor
from motcua.identity.grants import Duty
from motcua.organization.selectors import office_by_id, office_by_slug

LONGEST = 200


@official(*MONEY)
def receipts(request: DeskRequest) -> HttpResponse:
    """The newest first. What is looked for travels by POST: it may be a name."""
    words = clean(value(request.POST, "q"))[:LONGEST]
    void = request.GET.get("tt") == "da-huy"
    context = {
        "rows": selectors.receipts(request.actor, words, cancelled=void),
        "words": words,
        "void": void,
        "most": selectors.MOST,
    }
    return under_tabs(request, "receipts", "receipts", context)


@official(*MONEY)
def receipt(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """One receipt; pressed, it is cancelled, or replaced by one with the right payer."""
    shown = _load(request, uuid)
    if request.method != "POST":
        return _draw(request, shown)
    form = MendingForm(request.POST)
    if not form.is_valid():
        return _draw(request, shown, form, status=422)
    given = form.cleaned_data
    how = {"reason": given["reason"], "by": request.actor, "at": request.at}
    try:
        if value(request.POST, "do") == "replace":
            new = replace_receipt(
                uuid, payer=given["payer"], payer_address=given["payer_address"], **how
            )
            return _to(new, "Đã huỷ và lập biên lai thay thế.")
        cancel_receipt(uuid, **how)
    except Refused as refused:
        form.add_error("payer" if refused.code == "no_payer" else None, sentence(refused) or "")
        return _draw(request, shown, form, status=409)
    return _to(uuid, "Đã huỷ biên lai. Hồ sơ lại còn phí phải thu.")


@official(*MONEY)
def paper(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """Both copies as PDF."""
    made = _made(partial(receipt_pdf, printed_at=request.at), request.actor, uuid)
    headers = {"Content-Disposition": 'inline; filename="bien-lai.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@official(*MONEY)
def xml(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The same facts for another program."""
    made = _made(receipt_xml, request.actor, uuid)
    headers = {"Content-Disposition": 'attachment; filename="bien-lai.xml"'}
    return HttpResponse(made, content_type="application/xml", headers=headers)


@official(*MONEY)
def books(request: DeskRequest) -> HttpResponse:
    """The books in reach; an administrator opens another."""
    if request.method == "POST":
        return _open(request)
    return _books(request)


@official(*MONEY)
def book(request: DeskRequest, uuid: UUID) -> HttpResponse:
    """The register of one book: every number given, the cancelled ones marked."""
    if request.method == "POST":
        return _close(request, uuid)
    return _book(request, uuid)


def _load(request: DeskRequest, uuid: UUID) -> ReceiptPage:
    try:
        return selectors.receipt(request.actor, uuid)
    except Refused as refused:
        raise Http404(sentence(refused) or "") from None


def _made(maker: Callable[[Actor, UUID], bytes], actor: Actor, uuid: UUID) -> bytes:
    try:
        return maker(actor, uuid)
    except Refused as refused:
        raise Http404(sentence(refused) or "") from None


def _to(uuid: UUID, words: str) -> HttpResponse:
    back = HttpResponseRedirect(reverse("desk:fee-receipt", args=[uuid]))
    return toasts.leave(back, toasts.Toast(words))


def _draw(
    request: DeskRequest, shown: ReceiptPage, form: MendingForm | None = None, status: int = 200
) -> HttpResponse:
    usual = {"payer": shown.row.payer, "payer_address": shown.payer_address}
    context = {
        "shown": shown,
        "form": form or MendingForm(initial=usual),
        "faults": fields_faults([form]) if form is not None else [],
        "may_mend": may(request.actor, Duty.COLLECT) and not shown.row.cancelled,
        "may_collect": may(request.actor, Duty.COLLECT),
    }
    return under_tabs(request, "receipt", "receipts", context, status)


def _books(request: DeskRequest, form: BookForm | None = None, status: int = 200) -> HttpResponse:
    context = {
        "rows": selectors.books(request.actor),
        "form": form or _book_form(request, bound=False),
        "may_open": may(request.actor, Duty.RECEIPT_BOOKS),
        "faults": fields_faults([form]) if form is not None else [],
    }
    return under_tabs(request, "books", "books", context, status)


def _book_form(request: DeskRequest, *, bound: bool) -> BookForm:
    reach = [office_by_id(one) for one in selectors.offices_of(request.actor)]
    standing = [one for one in reach if one.stands(request.at.date())]
    choices = [(one.slug, one.name) for one in standing]
    day = request.at.date()
    usual = in_force(day)
    initial = {
        "template": usual.template,
        "serial": usual.serial.format(yy=f"{day:%y}"),
        "digits": usual.digits,
    }
    return BookForm(request.POST if bound else None, offices=choices, initial=initial)


def _open(request: DeskRequest) -> HttpResponse:
    form = _book_form(request, bound=True)
    if not form.is_valid():
        return _books(request, form, status=422)
    office = office_by_slug(form.cleaned_data["office"])
    try:
        open_book(office.id, form.book(), by=request.actor, at=request.at)
    except Refused as refused:
        form.add_error(None, sentence(refused) or refused.code)
        return _books(request, form, status=409)
    back = HttpResponseRedirect(reverse("desk:fee-books"))
    return toasts.leave(back, toasts.Toast("Đã mở quyển biên lai."))


def _book(request: DeskRequest, uuid: UUID, fault: str = "", status: int = 200) -> HttpResponse:
    try:
        shown = selectors.register(request.actor, uuid, value(request.GET, "trang"))
    except Refused as refused:
        raise Http404(sentence(refused) or "") from None
    context = {
        "book": shown.book,
        "rows": shown.rows,
        "shown": shown,
        "fault": fault,
        "may_close": may(request.actor, Duty.RECEIPT_BOOKS) and shown.book.closed_at is None,
    }
    return under_tabs(request, "book", "books", context, status)


def _close(request: DeskRequest, uuid: UUID) -> HttpResponse:
    reason = clean(value(request.POST, "reason"))[:300]
    try:
        close_book(uuid, reason=reason, by=request.actor, at=request.at)
    except Refused as refused:
        return _book(request, uuid, sentence(refused) or refused.code, status=409)
    back = HttpResponseRedirect(reverse("desk:fee-book", args=[uuid]))
    return toasts.leave(back, toasts.Toast("Đã đóng quyển."))

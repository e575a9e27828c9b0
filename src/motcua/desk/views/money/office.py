"""What receipts say of an office, and the account its transfers go to."""

from dataclasses import asdict

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.money import OfficeForm
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import value
from motcua.desk.views.money.frame import under_tabs
from motcua.fees.refusals import sentence
from motcua.fees.selectors.receipts import offices_of
from motcua.fees.selectors.transfers import account_of
from motcua.fees.services.office import AboutOffice, keep_office
from motcua.identity.grants import Duty
from motcua.organization.selectors import OfficeRow, office_by_id

FIELD_OF = {"bad_tax_code": "tax_code", "bad_account": "bank_account"}


@official(Duty.RECEIPT_BOOKS)
def account(request: DeskRequest) -> HttpResponse:
    """One office at a time, one's own first."""
    office = _chosen(request)
    form = OfficeForm(request.POST if request.method == "POST" else None, initial=_usual(office))
    status = 200
    if form.is_bound and form.is_valid():
        try:
            about = AboutOffice(**form.cleaned_data)
            keep_office(office.id, about, by=request.actor, at=request.at)
            back = HttpResponseRedirect(f"{reverse('desk:fee-office')}?dv={office.slug}")
            return toasts.leave(back, toasts.Toast(f"Đã ghi tài khoản của {office.name}."))
        except Refused as refused:
            form.add_error(FIELD_OF.get(refused.code), sentence(refused) or refused.code)
            status = 409
    elif form.is_bound:
        status = 422
    context = {
        "office": office,
        "offices": _reach(request),
        "form": form,
        "faults": fields_faults([form]),
    }
    return under_tabs(request, "office", "office", context, status)


def _reach(request: DeskRequest) -> list[OfficeRow]:
    day = request.at.date()
    rows = (office_by_id(one) for one in offices_of(request.actor))
    return [row for row in rows if row.stands(day)]


def _chosen(request: DeskRequest) -> OfficeRow:
    slug = value(request.GET, "dv")
    reach = _reach(request)
    return next((row for row in reach if row.slug == slug), reach[0])


def _usual(office: OfficeRow) -> dict[str, str]:
    known = account_of(office.id)
    if known is None:
        return {}
    facts = asdict(known)
    return {**facts, "account_holder": facts["holder"]}

"""The page of a bill, whoever of its forms was pressed: cash, transfer, what was billed wrongly."""

from typing import Any
from uuid import uuid4

from django.http import Http404, HttpResponse
from django.utils.safestring import SafeString, mark_safe

from motcua.catalogue.selectors import version
from motcua.core.refusal import Refused
from motcua.desk.forms.faults import fields_faults
from motcua.desk.forms.money import CashForm, CorrectForm, OpeningForm
from motcua.desk.forms.tariff import TariffForm
from motcua.desk.guarding import DeskRequest
from motcua.desk.parsing import key_from
from motcua.desk.views.money.frame import under_tabs
from motcua.fees.refusals import sentence
from motcua.fees.selectors.bills import BillPage, bill_of
from motcua.fees.selectors.drawers import carried, open_drawer_of
from motcua.fees.selectors.transfers import account_of, asked_of
from motcua.papers.barcodes import qr_svg


def load(request: DeskRequest, code: str) -> BillPage:
    """The bill, or a page that says there is none in reach."""
    try:
        return bill_of(request.actor, code)
    except Refused as refused:
        raise Http404(sentence(refused) or "") from None


def draw(
    request: DeskRequest,
    shown: BillPage,
    *,
    form: CashForm | None = None,
    opening: OpeningForm | None = None,
    correcting: CorrectForm | None = None,
    tariff: TariffForm | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """The bill with the forms there are for it; those given stand as they were sent."""
    drawer = open_drawer_of(request.actor)
    sent = [one for one in (form, opening, correcting, tariff) if one is not None]
    faults = fields_faults(sent)
    if refused is not None:
        faults = [("", sentence(refused) or refused.code), *faults]
    form = form or CashForm(initial=_usual(shown))
    if opening is None and drawer is None:
        opening = OpeningForm(initial={"opening": carried(request.actor)})
    if not faults and shown.standing.owed:
        form.fields["amount"].widget.attrs["autofocus"] = True
    context = {
        "bill": shown,
        "form": form,
        "opening": opening,
        "correcting": correcting or CorrectForm(),
        "tariff": tariff or tariff_of(shown),
        "faults": faults,
        "key": key_from(request.POST) if status == 422 else uuid4(),
        **_transfer(request, shown),
    }
    return under_tabs(request, "bill", "owing", context, status)


def tariff_of(shown: BillPage, data: Any = None) -> TariffForm:
    """What the dossier's version asks for its fee to be reckoned."""
    return TariffForm(data, prefix="f", version=version(shown.version_id))


def _transfer(request: DeskRequest, shown: BillPage) -> dict[str, Any]:
    """The transfer that is waited for, with its QR, and whether there is an account for one."""
    asked = asked_of(shown.dossier) if shown.standing.owed else None
    whole = asked if asked and asked.amount_vnd == shown.standing.owed else None
    account = account_of(request.actor.office_id)
    return {
        "asked": whole,
        "qr": _drawn(whole.qr) if whole else "",
        "transfers": bool(account and account.bank_account),
    }


def _drawn(text: str) -> SafeString:
    return mark_safe(qr_svg(text, "Mã VietQR để chuyển khoản"))  # noqa: S308 (our own figures)


def _usual(shown: BillPage) -> dict[str, object]:
    return {
        "payer": shown.owner,
        "payer_address": shown.owner_address,
        "amount": shown.standing.owed,
    }

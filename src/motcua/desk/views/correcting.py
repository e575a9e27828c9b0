"""Sửa lỗi ghi: what was typed wrong of people, mended with both readings kept in the history."""

from uuid import uuid4

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from motcua.core.flow import Act
from motcua.core.refusal import Refused
from motcua.desk import toasts
from motcua.desk.forms.correcting import CorrectingForm
from motcua.desk.forms.faults import fields_faults
from motcua.desk.guarding import DeskRequest, official
from motcua.desk.parsing import key_from, seq_from
from motcua.desk.rendering import page
from motcua.desk.views.dossier import draw, load
from motcua.dossiers.asked import Asked, Done
from motcua.dossiers.refusals import sentence
from motcua.dossiers.selectors.page import DossierPage
from motcua.dossiers.services import correct as mend


@official(Act.CORRECT)
def correct(request: DeskRequest, code: str) -> HttpResponse:
    """GET shows how each person reads; POST writes down what differs, once."""
    dossier = load(request, code)
    offer = next((one for one in dossier.acts if one.act is Act.CORRECT), None)
    if offer is None or offer.refusal is not None:
        refused = (offer and offer.refusal) or Refused("not_now")
        return draw(request, dossier, refused=refused, status=409)
    if request.method != "POST":
        return _ask(request, dossier, CorrectingForm(dossier.parties, None, request.at.date()))
    form = CorrectingForm(dossier.parties, request.POST, request.at.date())
    if not form.is_valid():
        return _ask(request, dossier, form, status=422)
    asked = Asked(dossier.id, seq_from(request.POST), request.at, request.actor)
    (outcome,) = mend([asked], key=key_from(request.POST), **form.arguments())
    if isinstance(outcome, Done):
        answer = HttpResponseRedirect(reverse("desk:dossier", args=[dossier.code]))
        return toasts.leave(answer, toasts.Toast("Đã sửa. In lại giấy hẹn nếu đã in."))
    return _ask(request, dossier, form, status=409, refused=outcome)


def _ask(
    request: DeskRequest,
    dossier: DossierPage,
    form: CorrectingForm,
    status: int = 200,
    refused: Refused | None = None,
) -> HttpResponse:
    if status == 200:
        form.take_focus()
    faults = fields_faults(form.forms) if status == 422 else []
    if refused is not None:
        faults = [("viec", sentence(refused))]
    context = {
        "dossier": dossier,
        "form": form,
        "faults": faults,
        "key": key_from(request.POST) if status != 200 else uuid4(),
    }
    return page(request, "desk/correct.html", context, here="inbox", status=status)
